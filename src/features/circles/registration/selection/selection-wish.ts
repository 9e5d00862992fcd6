import { z } from "zod";
import { type Outcome, outcomes } from "#features/circles/registration/selection/selection-balance.ts";

/** Which applicants somebody who selects wants to see. What cannot be read is left out, not refused. */
export const SelectionWish = z.object({
  beslut: z
    .enum([...outcomes, "inget"])
    .optional()
    .catch(undefined),
  sida: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type SelectionWish = z.output<typeof SelectionWish>;

/** How many applicants stand on one page. */
export const candidatesOnPage = 40;

/** Those of a decision, or those who have none yet; everyone when nothing is asked for. */
export function ofDecision<C extends { readonly outcome: Outcome | undefined }>(
  candidates: readonly C[],
  { beslut }: Pick<SelectionWish, "beslut">,
): readonly C[] {
  if (beslut === undefined) return candidates;
  return candidates.filter(({ outcome }) => outcome === (beslut === "inget" ? undefined : beslut));
}

/** A wish as the question of an address; the empty text for the first page of everyone. */
export function questionOf({ beslut, sida }: SelectionWish): string {
  const asked = new URLSearchParams();
  if (beslut) asked.set("beslut", beslut);
  if (sida > 1) asked.set("sida", String(sida));
  return asked.size > 0 ? `?${asked.toString()}` : "";
}
