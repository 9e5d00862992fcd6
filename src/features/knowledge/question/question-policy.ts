import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { type QuestionStep, questionSteps } from "#features/knowledge/question/question-lifecycle.ts";
import type { QuestionState } from "#features/knowledge/question/question.ts";

type Standing = {
  readonly state: QuestionState;
  readonly organisationId: OrganisationId;
  readonly withId: OrganisationId;
  readonly askedById: PersonId | null;
  readonly takenById: PersonId | null;
};

/** Answering questions that are with an organisation: whoever reviews and publishes knowledge there. */
export function mayAnswerAt(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "knowledge:publish", { organisationId });
}

export function isAskedBy(actor: Actor, { askedById }: Pick<Standing, "askedById">): boolean {
  return actor.personId !== undefined && actor.personId === askedById;
}

/**
 * Whether somebody may take a step with a question. Those who answer where it is take it on, put it back, pass it on and
 * answer it; what a colleague has taken they put back first, so that two do not answer the same. Whoever asked may close it
 * when it is not needed any more.
 */
export function mayStep(actor: Actor, question: Standing, step: QuestionStep): boolean {
  if (!questionSteps[step].from.includes(question.state)) return false;
  if (step === "close" && isAskedBy(actor, question)) return true;
  if (!mayAnswerAt(actor, question.withId)) return false;
  const { takenById } = question;
  return step !== "answer" || takenById === null || takenById === actor.personId;
}

/** Changing the words of a question while nobody has answered it: whoever asked, and who is to answer, to take a client out. */
export function mayChangeQuestion(actor: Actor, question: Standing): boolean {
  const isOpen = question.state === "asked" || question.state === "taken";
  return isOpen && (isAskedBy(actor, question) || mayAnswerAt(actor, question.withId));
}
