import { z } from "zod";
import { Maybe, MaybeWords, OneLine, Several, Words } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { Dimension } from "#features/workshops/checklist/dimensions.ts";

/** What the room answered, word for word; it is never changed. */
export const WorkshopAnswerId = idOf("workshop_answer");
export type WorkshopAnswerId = Id<"workshop_answer">;

/** A question that answers were made into. */
export const MergedQuestionId = idOf("merged_question");
export type MergedQuestionId = Id<"merged_question">;

/** A question that was made. */
export type Made = { readonly id: MergedQuestionId };

export const longest = { text: 300, help: 1_000, reason: 500 };

/** As many as are dealt with at once. */
export const mostAtOnce = 2_000;

const Answers = Several(WorkshopAnswerId, mostAtOnce, 1);
const Version = z.coerce.number().int().min(1).max(1_000_000);

/** Answers that say the same, made into one question. The words are the first answer's until somebody writes others. */
export const Gathered = z.strictObject({
  answers: Answers,
  text: Maybe(OneLine(longest.text)),
  dimension: Maybe(Dimension),
});
export type Gathered = z.output<typeof Gathered>;

/** Answers that stand alone: each becomes a question of its own, in its own words. */
export const EachItsOwn = z.strictObject({ answers: Answers });
export type EachItsOwn = z.output<typeof EachItsOwn>;

/** Answers that belong to a question that is there. */
export const PutWith = z.strictObject({ answers: Answers, questionId: MergedQuestionId });
export type PutWith = z.output<typeof PutWith>;

/** Answers that no question is made of, and why. */
export const SetAside = z.strictObject({ answers: Answers, reason: Words(longest.reason) });
export type SetAside = z.output<typeof SetAside>;

/** Answers that were set aside, to be dealt with again. */
export const TakenUp = z.strictObject({ answers: Answers });
export type TakenUp = z.output<typeof TakenUp>;

/** The words of a final question, from the version that was read. */
export const Wording = z.strictObject({
  version: Version,
  text: OneLine(longest.text),
  help: MaybeWords(longest.help),
  dimension: Maybe(Dimension),
});
export type Wording = z.output<typeof Wording>;

/** A question that the room did not raise: said to be, wherever it stands. */
export const Addition = z.strictObject({
  text: OneLine(longest.text),
  help: MaybeWords(longest.help),
  dimension: Maybe(Dimension),
});
export type Addition = z.output<typeof Addition>;

/** Answers that are taken out of a question again, from the version that was read. */
export const Split = z.strictObject({ version: Version, answers: Answers });
export type Split = z.output<typeof Split>;

/** One question laid to another: its answers go there, and it is gone. */
export const Joined = z.strictObject({ version: Version, into: MergedQuestionId });
export type Joined = z.output<typeof Joined>;

/** A question that is taken away: its answers wait to be dealt with again. */
export const Removed = z.strictObject({ version: Version });
export type Removed = z.output<typeof Removed>;
