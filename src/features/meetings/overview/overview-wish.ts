import { z } from "zod";

export const overviewParts = ["uppdrag", "parkerade", "fragor"] as const;

export const standings = ["forsenade", "utan-dag"] as const;

/** Whose commissions: one's own, or those that nobody is named for. */
export const owners = ["jag", "ingen"] as const;

/** What somebody wants to see of the overview. What is written wrong in an address is left out rather than refused. */
export const OverviewWish = z.object({
  visa: z.enum(overviewParts).catch("uppdrag"),
  grupp: z.string().max(200).optional().catch(undefined),
  laget: z.enum(standings).optional().catch(undefined),
  ansvarig: z.enum(owners).optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OverviewWish = z.output<typeof OverviewWish>;

/** How many rows the overview shows at a time. */
export const rowsShown = 50;

/** The address of the overview with a wish, changed in something. What is as from the start is left out. */
export function overviewAddress(
  wish: OverviewWish,
  over: { readonly [field in keyof OverviewWish]?: OverviewWish[field] | undefined } = {},
): string {
  const chosen = { ...wish, sida: 1, ...over };
  const asked = new URLSearchParams();
  if (chosen.visa && chosen.visa !== "uppdrag") asked.set("visa", chosen.visa);
  if (chosen.grupp) asked.set("grupp", chosen.grupp);
  if (chosen.laget) asked.set("laget", chosen.laget);
  if (chosen.ansvarig) asked.set("ansvarig", chosen.ansvarig);
  if (chosen.sida && chosen.sida > 1) asked.set("sida", String(chosen.sida));
  const query = asked.toString();
  return query === "" ? "/uppdrag" : `/uppdrag?${query}`;
}
