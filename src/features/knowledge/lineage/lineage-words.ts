import { z } from "zod";
import { MaybeWords } from "#kernel/answers.ts";
import { Side, TiedKind } from "#features/knowledge/lineage/lineage.ts";

export const longestNote = 500;

/** The longest that is looked for among titles. */
export const longestTyped = 200;

/** Ties a thing to an item, on one side of it. */
export const NewTie = z.strictObject({
  side: Side,
  kind: TiedKind,
  id: z.uuid(),
  note: MaybeWords(longestNote),
});
export type NewTie = z.output<typeof NewTie>;

/** Ties an item to an appraisal, which rests on it from then on. */
export const ItemUnderAppraisal = z.strictObject({
  item: z.string().min(1).max(300),
  note: MaybeWords(longestNote),
});
export type ItemUnderAppraisal = z.output<typeof ItemUnderAppraisal>;

/** What a form sends for something that is chosen, as its kind and its id. */
export function chosenThing(sent: string): { readonly kind: string; readonly id: string } {
  const [kind = "", id = ""] = sent.split(" ");
  return { kind, id };
}
