import { z } from "zod";

/** Which rounds a report of several is about: those of a series, those with a meeting in a year, or all. */
export const ReportFilter = z.object({
  series: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/u)
    .optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export type ReportFilter = z.output<typeof ReportFilter>;

/** The filter in an address somebody was sent: what cannot be read is left out, not refused. */
export function filterIn({ serie, ar }: { readonly serie?: string; readonly ar?: string }): ReportFilter {
  const { series, year } = ReportFilter.shape;
  return { series: series.safeParse(serie || undefined).data, year: year.safeParse(ar || undefined).data };
}
