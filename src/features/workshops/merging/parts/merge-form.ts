import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { checked, type Filled, nested } from "#platform/web/form.ts";
import { EachItsOwn, Gathered, PutWith, SetAside } from "#features/workshops/merging/merging.ts";

/** What somebody does with answers that wait. */
export const mergeDeeds = ["gather", "each", "put", "aside"] as const;

export type MergeWish =
  | { readonly deed: "gather"; readonly wish: Gathered }
  | { readonly deed: "each"; readonly wish: EachItsOwn }
  | { readonly deed: "put"; readonly wish: PutWith }
  | { readonly deed: "aside"; readonly wish: SetAside };

/** The name of a field of a proposal: each has fields of its own, since all of them stand on one page. */
export function proposalField(number: number, field: "answers" | "text" | "dimension"): string {
  return `proposal${number}-${field}`;
}

/**
 * What a sent page of merging asks for. The answers are ticked under the question they answer, and a proposal has fields
 * of its own: both come to the same wish.
 */
export function mergeWish(filled: Filled): MergeWish {
  const { deed, proposal, text, dimension, questionId, reason, answers: chosen, ...rest } = nested(filled.values);
  // The fields of proposals that were not pressed are sent along; anything else nobody asked for, and is refused.
  const unknown = Object.fromEntries(Object.entries(rest).filter(([name]) => !ofProposal.test(name)));
  if (proposal !== undefined) {
    const of = (field: "answers" | "text" | "dimension") => rest[proposalField(Number(proposal), field)];
    const wish = { ...unknown, answers: ticked(of("answers")), text: of("text"), dimension: of("dimension") };
    return { deed: "gather", wish: checked(Gathered, wish) };
  }
  const answers = ticked(Array.isArray(chosen) ? chosen.flat() : chosen);
  switch (z.enum(mergeDeeds).safeParse(deed).data) {
    case "each":
      return { deed: "each", wish: checked(EachItsOwn, { ...unknown, answers }) };
    case "put":
      return { deed: "put", wish: checked(PutWith, { ...unknown, answers, questionId }) };
    case "aside":
      return { deed: "aside", wish: checked(SetAside, { ...unknown, answers, reason }) };
    default:
      return { deed: "gather", wish: checked(Gathered, { ...unknown, answers, text, dimension }) };
  }
}

const ofProposal = /^proposal\d+-(?:answers|text|dimension)$/u;

function ticked(answers: unknown): unknown {
  if (answers === undefined) throw new Refusal("invalid", "merging.none_chosen");
  return answers;
}
