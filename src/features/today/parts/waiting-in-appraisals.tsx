import { inquiriesAnswered, inquiriesToAnswer, answersOverdue } from "#features/appraisals/answers/todo/queries.ts";
import { hasPartInAppraisals, proposalsToDecide } from "#features/appraisals/appraisal/todo/queries.ts";
import { beginsSomething } from "#features/appraisals/decision/decision.ts";
import { decisionsCameBack } from "#features/appraisals/decision/todo/queries.ts";
import { introductionStepsToDo } from "#features/appraisals/introduction/todo/queries.ts";
import { together, type Waiting, waiting } from "#features/today/parts/waiting.ts";

/** What may be forgotten where methods are weighed and introduced: what others wait for before what is one's own. */
const waitingInAppraisals = together([
  waiting(proposalsToDecide, ({ slug, title, organisation }, { t, go }) => ({
    title: t("today.appraisal_proposed", { title }),
    detail: organisation,
    action: go(`/metodbedomning/${slug}`, t("today.appraisal_proposed_go")),
  })),
  waiting(inquiriesToAnswer, ({ slug, title, count }, { t, go }) => ({
    title: t("today.appraisal_asked", { count }),
    detail: title,
    action: go(`/metodbedomning/${slug}/fragor`, t("today.answer")),
  })),
  waiting(decisionsCameBack, ({ slug, title, isDecider, decideAgainOn, decision, met }, { t, near, go }) => ({
    // Nobody is asked twice how it went: once that is told, what is left is to decide anew.
    title: t(beginsSomething(decision) && met === null ? "today.decision_back" : "today.decision_anew", { title }),
    detail: isDecider && decideAgainOn ? t("today.decision_again", { day: near(decideAgainOn) }) : undefined,
    action: go(`/metodbedomning/${slug}/beslut`, t("today.decision_back_go")),
  })),
  waiting(introductionStepsToDo, ({ slug, title, text, dueOn }, { t, near, go }) => ({
    title: t("today.introduction_step", { step: text, day: near(dueOn) }),
    detail: title,
    action: go(`/metodbedomning/${slug}/inforande#steg`, t("today.introduction_step_go")),
  })),
  waiting(answersOverdue, ({ slug, title, count }, { t, go }) => ({
    title: t("today.answers_overdue", { count }),
    detail: title,
    action: go(`/metodbedomning/${slug}/fragor`, t("today.answer")),
  })),
  waiting(inquiriesAnswered, ({ slug, title, count }, { t, go }) => ({
    title: t("today.appraisal_answered", { count }),
    detail: title,
    action: go(`/metodbedomning/${slug}/fragor`, t("today.open")),
  })),
]);

/** All of that for whoever has a part in it. Most people have none, and are asked about once. */
export const whatWaitsInAppraisals: Waiting = async (db, actor, now) =>
  (await hasPartInAppraisals(db, actor)) ? waitingInAppraisals(db, actor, now) : () => [];
