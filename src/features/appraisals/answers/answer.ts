import { type Id, idOf } from "#kernel/ids.ts";

/** What is answered to one question of the checklist. */
export const AnswerId = idOf("appraisal_answer");
export type AnswerId = Id<"appraisal_answer">;

/** What whoever decides asks before they do. (R181, R189) */
export const InquiryId = idOf("appraisal_inquiry");
export type InquiryId = Id<"appraisal_inquiry">;

/** Answered, known not to be known, or no question here. A question without any of them waits for somebody. */
export const answerStandings = ["answered", "unknown", "notRelevant"] as const;
export type AnswerStanding = (typeof answerStandings)[number];

/**
 * The questions that a form asks: the short form its own, the full one all of them. A checklist that marks none as short is
 * asked whole, so that the short form is never empty.
 */
export function askedIn<Question extends { readonly isShort: boolean }>(
  form: "short" | "full",
  questions: readonly Question[],
): readonly Question[] {
  const short = questions.filter(({ isShort }) => isShort);
  return form === "full" || short.length === 0 ? questions : short;
}

/** How far a checklist has come. */
export type Tally = Readonly<Record<AnswerStanding | "waiting" | "all", number>>;

/** Counts what is answered, what is a known risk, and what nobody has answered. Every question is in exactly one of them. */
export function tallyOf(standings: readonly (AnswerStanding | undefined)[]): Tally {
  const having = (wanted: AnswerStanding | undefined) => standings.filter((standing) => standing === wanted).length;
  return {
    answered: having("answered"),
    unknown: having("unknown"),
    notRelevant: having("notRelevant"),
    waiting: having(undefined),
    all: standings.length,
  };
}
