import { z } from "zod";
import { Maybe, MaybeDay, MaybeLine, MaybeWords, Words } from "#kernel/answers.ts";
import { PersonId } from "#kernel/ids.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { answerStandings } from "#features/appraisals/answers/answer.ts";
import { AppraisalForm } from "#features/appraisals/appraisal/appraisal-words.ts";
import { ChecklistQuestionId } from "#features/workshops/checklist/checklist.ts";

/** How long each text may be. */
export const longest = { text: 4_000, source: 500, asked: 1_000 };

const missing = (path: string, code: MessageKey) => ({ code: "custom" as const, path: [path], params: { code } });

/** The version that was read; nought when nobody had answered. */
const version = z.coerce.number().int().min(0).max(1_000_000);

/**
 * An answer to one question of the checklist. What is answered or is no question here says so in words; what is not known
 * may say when it is to be. (R181)
 */
export const AnswerWish = z
  .strictObject({
    standing: z.enum(answerStandings),
    text: MaybeWords(longest.text),
    ownerId: Maybe(PersonId),
    ownerName: MaybeLine(200),
    source: MaybeWords(longest.source),
    answeredOn: MaybeDay,
    knownBy: MaybeDay,
    version,
  })
  .superRefine(({ standing, text, ownerId, ownerName, knownBy }, context) => {
    if (standing === "answered" && text === null) context.addIssue(missing("text", "appraisal_answer.text_missing"));
    if (standing === "notRelevant" && text === null) context.addIssue(missing("text", "appraisal_answer.why_missing"));
    if (standing !== "unknown" && knownBy !== null)
      context.addIssue(missing("knownBy", "appraisal_answer.known_already"));
    if (ownerId !== null && ownerName !== null) context.addIssue(missing("ownerName", "appraisal_answer.one_owner"));
  });
export type AnswerWish = z.output<typeof AnswerWish>;

/** Taking over what the platform knows, from the version that was read. */
export const TakenOver = z.strictObject({ version });
export type TakenOver = z.output<typeof TakenOver>;

export const ChosenForm = z.strictObject({ form: AppraisalForm });
export type ChosenForm = z.output<typeof ChosenForm>;

/** What whoever decides asks, of one question or of the whole. */
export const NewInquiry = z.strictObject({ questionId: Maybe(ChecklistQuestionId), text: Words(longest.asked) });
export type NewInquiry = z.output<typeof NewInquiry>;

export const InquiryAnswer = z.strictObject({ text: Words(longest.text) });
export type InquiryAnswer = z.output<typeof InquiryAnswer>;
