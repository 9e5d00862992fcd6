import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import {
  type AnswerId,
  type AnswerStanding,
  askedIn,
  type InquiryId,
  type Tally,
  tallyOf,
} from "#features/appraisals/answers/answer.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import type { AppraisalInside, AppraisalPerson } from "#features/appraisals/appraisal/queries.ts";
import type { ChecklistQuestionId } from "#features/workshops/checklist/checklist.ts";
import { type ChecklistQuestion, checklistVersion } from "#features/workshops/checklist/queries.ts";

export type AnswerFacts = {
  readonly id: AnswerId;
  readonly questionId: ChecklistQuestionId;
  readonly standing: AnswerStanding;
  readonly text: string | null;
  readonly ownerId: PersonId | null;
  /** Who answers for it: somebody here, or a name as it was written. */
  readonly owner: string | null;
  readonly source: string | null;
  readonly answeredOn: Temporal.PlainDate;
  readonly knownBy: Temporal.PlainDate | null;
  readonly version: number;
};

export type InquiryFacts = {
  readonly id: InquiryId;
  /** Null: of the whole. */
  readonly questionId: ChecklistQuestionId | null;
  readonly text: string;
  readonly askedBy: string | null;
  readonly askedById: PersonId | null;
  readonly askedAt: Temporal.Instant;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Temporal.Instant | null;
};

/** One question of the checklist with what is answered and asked of it. */
export type QuestionAnswered = ChecklistQuestion & {
  readonly answer: AnswerFacts | null;
  readonly inquiries: readonly InquiryFacts[];
  /** Whether the form asks it; what is answered outside the form is kept, and shown. */
  readonly isAsked: boolean;
};

/** The checklist of an appraisal as a form with two parties. */
export type AnsweredChecklist = {
  readonly checklist: { readonly slug: string; readonly title: string; readonly versionNo: number };
  readonly questions: readonly QuestionAnswered[];
  /** What is asked of the appraisal as a whole. */
  readonly inquiries: readonly InquiryFacts[];
  /** How far what the form asks has come. */
  readonly tally: Tally;
  /** How many are answered that the form does not ask. */
  readonly answeredBeside: number;
  /** How many there are in the short form, and in all. */
  readonly short: number;
};

/** The checklist of an appraisal with its answers and what whoever decides has asked. Switching form hides and loses nothing. */
export async function answeredChecklist(
  db: Reader,
  { appraisal }: Pick<AppraisalInside, "appraisal">,
): Promise<AnsweredChecklist> {
  const [{ checklist, versionNo, questions }, answers, inquiries] = await Promise.all([
    checklistVersion(db, appraisal.checklistVersionId),
    answersOf(db, appraisal.id),
    inquiriesOf(db, appraisal.id),
  ]);
  const asked = new Set(askedIn(appraisal.form, questions));
  const whole = questions.map((question) => ({
    ...question,
    answer: answers.find(({ questionId }) => questionId === question.id) ?? null,
    inquiries: inquiries.filter(({ questionId }) => questionId === question.id),
    isAsked: asked.has(question),
  }));
  return {
    checklist: { slug: checklist.slug, title: checklist.title, versionNo },
    questions: whole,
    inquiries: inquiries.filter(({ questionId }) => questionId === null),
    tally: tallyOf(whole.filter(({ isAsked }) => isAsked).map(({ answer }) => answer?.standing)),
    answeredBeside: whole.filter(({ isAsked, answer }) => !isAsked && answer !== null).length,
    short: askedIn("short", questions).length,
  };
}

/** What is answered in an appraisal. */
export function answersOf(db: Reader, id: AppraisalId): Promise<AnswerFacts[]> {
  return db
    .selectFrom("appraisal_answer as w")
    .leftJoin("person as p", "p.id", "w.owner_id")
    .where("w.appraisal_id", "=", id)
    .orderBy("w.id")
    .select(["w.id", "w.question_id as questionId", "w.standing", "w.text", "w.owner_id as ownerId", "w.source"])
    .select(["w.answered_on as answeredOn", "w.known_by as knownBy", "w.version"])
    .select((eb) => eb.fn.coalesce("p.name", "w.owner_name").as("owner"))
    .execute();
}

/** What is asked in an appraisal, in order. */
export function inquiriesOf(db: Reader, id: AppraisalId): Promise<InquiryFacts[]> {
  return db
    .selectFrom("appraisal_inquiry as i")
    .leftJoin("person as p", "p.id", "i.asked_by")
    .leftJoin("person as b", "b.id", "i.answered_by")
    .where("i.appraisal_id", "=", id)
    .orderBy("i.asked_at")
    .orderBy("i.id")
    .select(["i.id", "i.question_id as questionId", "i.text", "p.name as askedBy", "i.asked_by as askedById"])
    .select(["i.asked_at as askedAt", "i.answer", "b.name as answeredBy", "i.answered_at as answeredAt"])
    .execute();
}

/** Who may answer for something, to choose among: those who write, and whoever decides. */
export function ownersToChoose({ authors, decider }: AppraisalInside): readonly AppraisalPerson[] {
  const isThere = decider === null || authors.some(({ id }) => id === decider.id);
  return isThere ? authors : [...authors, decider];
}

/** Whether a question stands in a version of a checklist. */
export async function isQuestionOf(db: Reader, questionId: string, { appraisal }: AppraisalInside): Promise<boolean> {
  const { rows } = await sql`
    select 1 from checklist_question
    where id::text = ${questionId} and version_id = ${appraisal.checklistVersionId}`.execute(db);
  return rows.length > 0;
}
