import { z } from "zod";
import { Maybe, MaybeEmail, MaybeLine, MaybeWords, OneLine, Several, Ticked, Words } from "#kernel/answers.ts";
import { OrganisationId, PersonId } from "#kernel/ids.ts";
import { MethodId } from "#features/appraisals/method/method.ts";
import { ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";

/** How long each text of an appraisal may be. */
export const longest = { question: 2_000, reason: 500, asked: 1_000 };

/** More authors than this are not authors. */
export const mostAuthors = 20;

/** The short form asks eight questions, the full one all of them. */
export const forms = ["short", "full"] as const;
export const AppraisalForm = z.enum(forms);
export type AppraisalForm = z.infer<typeof AppraisalForm>;

const chosenForm = z
  .preprocess((sent) => (sent === "" ? undefined : sent), AppraisalForm.nullish())
  .transform((form) => form ?? "short");

/**
 * An appraisal to begin: of which method, for which unit, what it is about there, and the checklist it goes through.
 * Whoever begins it is one of its authors; the rest may come. (R180, R181)
 */
export const NewAppraisal = z.strictObject({
  methodId: MethodId,
  organisationId: OrganisationId,
  title: MaybeLine(200),
  question: MaybeWords(longest.question),
  isInUse: Ticked,
  checklistVersionId: ChecklistVersionId,
  form: chosenForm,
  authors: Several(PersonId, mostAuthors),
  deciderId: Maybe(PersonId),
});
export type NewAppraisal = z.output<typeof NewAppraisal>;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** What an appraisal says of itself, changed from the version that was read. */
export const AppraisalChange = z.strictObject({
  title: OneLine(200),
  question: MaybeWords(longest.question),
  isInUse: Ticked,
  form: chosenForm,
  version,
});
export type AppraisalChange = z.output<typeof AppraisalChange>;

/** Who writes and who decides; somebody who is not in the list is added by the mail address they are known by. */
export const AppraisalPeople = z.strictObject({
  authors: Several(PersonId, mostAuthors),
  email: MaybeEmail,
  deciderId: Maybe(PersonId),
});
export type AppraisalPeople = z.output<typeof AppraisalPeople>;

/** Who is to decide on what is proposed; left out, the one who is chosen already. */
export const Proposal = z.strictObject({ deciderId: Maybe(PersonId) });
export type Proposal = z.output<typeof Proposal>;

/** What whoever decides wants to know before they do. */
export const SentBack = z.strictObject({ text: Words(longest.asked) });
export type SentBack = z.output<typeof SentBack>;

export const Withdrawal = z.strictObject({ reason: Words(longest.reason) });
export type Withdrawal = z.output<typeof Withdrawal>;
