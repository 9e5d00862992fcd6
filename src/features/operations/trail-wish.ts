import { z } from "zod";

/**
 * What is asked of the audit trail: about one thing, by one person, or one kind of deed; from one record downwards.
 * What cannot be read is as if it had not been asked.
 */
export const TrailWish = z.object({
  about: z.string().trim().max(200).optional().catch(undefined),
  person: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  what: z.string().trim().max(100).optional().catch(undefined),
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});
export type TrailWish = z.output<typeof TrailWish> & { readonly limit?: number | undefined };

/** Every deed is named feature.what_was_done; what is typed may be the beginning of it. */
export function isDeedName(written: string): boolean {
  return /^[a-z_.]+$/.test(written);
}
