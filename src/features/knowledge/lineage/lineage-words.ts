import { z } from "zod";
import { MaybeWords, Words } from "#kernel/answers.ts";
import { Side, TiedKind } from "#features/knowledge/lineage/lineage.ts";

export const longestNote = 500;

/** The longest that is looked for among titles. */
const longestTyped = 200;

/** What somebody looks for among titles, as they typed it in an address: no signs that no title has. */
export function typedWords(sent: string | undefined): string {
  return (sent ?? "").replaceAll("\u0000", "").slice(0, longestTyped);
}

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
  item: Words(300),
  note: MaybeWords(longestNote),
});
export type ItemUnderAppraisal = z.output<typeof ItemUnderAppraisal>;

/** A form for something that was found goes on holding what was looked for, so that it can be drawn again. */
export function withoutWords<Sent extends { readonly values: Readonly<Record<string, unknown>> }>(filled: Sent): Sent {
  const { ord: _, ...values } = filled.values;
  return { ...filled, values };
}

/** What a form sends for something that is chosen, as its kind and its id. */
export function chosenThing(sent: string): { readonly kind: string; readonly id: string } {
  const [kind = "", id = ""] = sent.split(" ");
  return { kind, id };
}
