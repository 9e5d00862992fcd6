import { assignmentsToHandIn, submissionsToAnswer } from "#features/circles/assignment/todo/queries.ts";
import { attendanceToMark } from "#features/circles/attendance/todo/queries.ts";
import { changesPerhapsUnknown, changesToSee } from "#features/circles/change-notice/todo/queries.ts";
import { certificatesReady, placesToSettle } from "#features/circles/certificate/todo/queries.ts";
import { meetingsWithoutNotes } from "#features/circles/notes/todo/queries.ts";
import { proposalsAsked } from "#features/circles/proposal/todo/queries.ts";
import { questionsToAnswer } from "#features/circles/question/todo/queries.ts";
import { questionnairesToAnswer } from "#features/circles/questionnaire/todo/queries.ts";
import { spreadToTell } from "#features/circles/spread/todo/queries.ts";
import { organisationsWithoutDecision } from "#features/privacy/decisions/queries.ts";
import { together, type Waiting, waiting } from "#features/today/parts/waiting.ts";

/**
 * What may be forgotten in the life of a circle, the most pressing first: what others wait for before what is one's own.
 * A new noun adds a line here, with a question in its own `todo/queries.ts` that finds rows for leaders with `ledBy` and
 * for participants by their own registration, and two sentences in the catalogue.
 */
const waitingInCircles: readonly Waiting[] = [
  waiting(changesPerhapsUnknown, ({ slug, title, date, count }, { t, near, go }) => ({
    title: t("today.changes_unknown", { day: near(date), count }),
    detail: title,
    action: go(`/cirkel/${slug}/andringar`, t("today.changes_unknown_go")),
  })),
  waiting(changesToSee, ({ slug, title, count }, { t, go }) => ({
    title: t("today.changes", { count }),
    detail: title,
    action: go(`/cirkel/${slug}/andringar`, t("today.changes_go")),
  })),
  waiting(assignmentsToHandIn, ({ id, slug, title, assignment, due }, { t, near, go }) => ({
    title: due ? t("today.hand_in", { day: near(due), assignment }) : assignment,
    detail: title,
    action: go(`/cirkel/${slug}/uppgift/${id}`, t("today.hand_in_go")),
  })),
  waiting(questionsToAnswer, ({ slug, title, count, workplace, date }, { t, near, go }) => ({
    title: t("today.workplace_questions", { day: near(date), count, workplace }),
    detail: title,
    action: go(`/cirkel/${slug}/fragor`, t("today.workplace_questions_go")),
  })),
  waiting(questionnairesToAnswer, ({ slug, title, closesOn }, { t, near, go }) => ({
    title: t("today.questionnaire", { day: near(closesOn) }),
    detail: title,
    action: go(`/cirkel/${slug}/enkat/svara`, t("today.questionnaire_go")),
  })),
  waiting(proposalsAsked, ({ id, slug, title, proposal }, { t, go }) => ({
    title: t("today.proposal", { proposal }),
    detail: title,
    action: go(`/cirkel/${slug}/forslag/${id}/lage`, t("today.proposal_go")),
  })),
  waiting(spreadToTell, ({ slug, title }, { t, go }) => ({
    title: t("today.spread"),
    detail: title,
    action: go(`/cirkel/${slug}/spridning/ny`, t("today.spread_go")),
  })),
  waiting(certificatesReady, ({ slug, title }, { t, go }) => ({
    title: t("today.certificate"),
    detail: title,
    action: go(`/cirkel/${slug}/intyg`, t("today.certificate_go")),
  })),
  waiting(submissionsToAnswer, ({ assignmentId, slug, title, count }, { t, go }) => ({
    title: t("today.submissions", { count }),
    detail: title,
    action: go(`/cirkel/${slug}/uppgift/${assignmentId}`, t("today.answer")),
  })),
  waiting(attendanceToMark, ({ slug, title, count, sessionId, date }, { t, near, go }) => ({
    title: t("today.attendance", { count, day: near(date) }),
    detail: title,
    action: go(`/cirkel/${slug}/traff/${sessionId}/narvaro`, t("today.attendance_go")),
  })),
  waiting(meetingsWithoutNotes, ({ slug, title, sessionId, date }, { t, near, go }) => ({
    title: t("today.notes", { day: near(date) }),
    detail: title,
    action: go(`/cirkel/${slug}/traff/${sessionId}`, t("today.notes_go")),
  })),
  waiting(placesToSettle, ({ slug, title, count }, { t, go }) => ({
    title: t("today.settle"),
    detail: t("today.settle_detail", { round: title, count }),
    action: go(`/cirkel/${slug}/intyg`, t("today.settle_go")),
  })),
  waiting(organisationsWithoutDecision, ({ slug, name, missing }, { t, go }) => ({
    title: t("today.retention"),
    detail: t("today.retention_detail", { organisation: name, count: missing }),
    action: go(`/organisationer/${slug}/gallring`, t("today.retention_go")),
  })),
];

/** Everything of that which waits for somebody today. */
export const whatWaitsInCircles = together(waitingInCircles);
