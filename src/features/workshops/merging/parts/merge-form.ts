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
  const { deed, proposal, ...sent } = nested(filled.values);
  if (proposal !== undefined) return { deed: "gather", wish: proposed(z.coerce.number().int().parse(proposal), sent) };
  const { text, dimension, questionId, reason } = sent;
  const answers = ticked(Array.isArray(sent["answers"]) ? sent["answers"].flat() : sent["answers"]);
  switch (z.enum(mergeDeeds).safeParse(deed).data) {
    case "each":
      return { deed: "each", wish: checked(EachItsOwn, { answers }) };
    case "put":
      return { deed: "put", wish: checked(PutWith, { answers, questionId }) };
    case "aside":
      return { deed: "aside", wish: checked(SetAside, { answers, reason }) };
    default:
      return { deed: "gather", wish: checked(Gathered, { answers, text, dimension }) };
  }
}

function proposed(number: number, sent: Readonly<Record<string, unknown>>): Gathered {
  const at = (field: "answers" | "text" | "dimension") => sent[proposalField(number, field)];
  return checked(Gathered, { answers: ticked(at("answers")), text: at("text"), dimension: at("dimension") });
}

function ticked(answers: unknown): unknown {
  if (answers === undefined) throw new Refusal("invalid", "merging.none_chosen");
  return answers;
}
