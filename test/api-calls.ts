import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { nobody } from "../src/kernel/actor.ts";
import { reportHindrance } from "../src/features/site/accessibility/commands.ts";
import { post } from "../src/platform/mail/mail.ts";
import { signInCalls } from "./api-calls-sign-in.ts";
import { monday } from "./given-registrations.ts";
import { day } from "./given-rounds.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";
import { noteCalls } from "./api-calls-notes.ts";
import { sessionPlanCalls } from "./api-calls-session-plans.ts";
import { hoursCalls } from "./api-calls-hours.ts";
import { postCalls } from "./api-calls-post.ts";
import { materialCalls } from "./api-calls-material.ts";
import { assignmentCalls } from "./api-calls-assignments.ts";
import { applicationCalls } from "./api-calls-applications.ts";
import { changeCalls } from "./api-calls-changes.ts";
import { attendanceCalls } from "./api-calls-attendance.ts";
import { retentionCalls } from "./api-calls-retention.ts";
import { questionnaireCalls } from "./api-calls-questionnaires.ts";
import { spreadCalls } from "./api-calls-spread.ts";
import { questionCalls } from "./api-calls-questions.ts";
import { proposalCalls } from "./api-calls-proposals.ts";
import { reportCalls } from "./api-calls-reports.ts";
import { bodyCalls } from "./api-calls-bodies.ts";
import { minutesSendingCalls } from "./api-calls-minutes-sending.ts";
import { minutesCalls } from "./api-calls-minutes.ts";
import { meetingAttendanceCalls } from "./api-calls-meeting-attendance.ts";
import { meetingCalls } from "./api-calls-meetings.ts";
import { matterCalls } from "./api-calls-matters.ts";
import { answeringCalls } from "./api-calls-answering.ts";
import { checklistCalls } from "./api-calls-checklists.ts";
import { workshopCalls } from "./api-calls-workshops.ts";
import { knowledgeLineageCalls } from "./api-calls-knowledge-lineage.ts";
import { knowledgeFillingCalls } from "./api-calls-knowledge-filling.ts";
import { knowledgeQuestionCalls } from "./api-calls-knowledge-questions.ts";
import { knowledgeSearchCalls } from "./api-calls-knowledge-search.ts";
import { knowledgeItemCalls } from "./api-calls-knowledge-items.ts";
import { methodCalls } from "./api-calls-methods.ts";
import { decisionCalls } from "./api-calls-decisions.ts";
import { appraisalSourceCalls } from "./api-calls-appraisal-sources.ts";
import { organisationCalls } from "./api-calls-organisations.ts";

const answer =
  (body: unknown) =>
  async ({ rounds, unit }: ApiStage): Promise<RightCall> => {
    const { slug } = await rounds.readyDraft(unit);
    return { params: { slug }, body };
  };

async function mail({ db, ownerDb }: ApiStage) {
  const letter = { to: "bo@example.se", subject: "Din plats", text: "Hej", html: "<p>Hej</p>" };
  const mailId = (await post(db, letter))!;
  await ownerDb.updateTable("mail").set({ state: "failed", settled_at: monday() }).where("id", "=", mailId).execute();
  return { mailId };
}

/** One call that succeeds for every operation, by its name. An operation without one fails the contract's test. */
export const rightCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  ...organisationCalls,
  ...methodCalls,
  ...knowledgeItemCalls,
  ...knowledgeSearchCalls,
  ...knowledgeQuestionCalls,
  ...knowledgeFillingCalls,
  ...knowledgeLineageCalls,
  ...appraisalSourceCalls,
  ...decisionCalls,
  ...workshopCalls,
  ...checklistCalls,
  ...answeringCalls,
  ...bodyCalls,
  ...matterCalls,
  ...meetingCalls,
  ...meetingAttendanceCalls,
  ...minutesCalls,
  ...minutesSendingCalls,
  ...applicationCalls,
  ...proposalCalls,
  ...questionCalls,
  ...reportCalls,
  ...spreadCalls,
  ...questionnaireCalls,
  ...retentionCalls,
  ...attendanceCalls,
  ...changeCalls,
  ...assignmentCalls,
  ...materialCalls,
  ...postCalls,
  ...hoursCalls,
  ...noteCalls,
  ...sessionPlanCalls,
  changeOwnDetails: async () => ({ body: { name: "Alva Lind", title: "Systemägare", language: "sv" } }),
  listTokens: async () => ({}),
  createToken: async () => ({ body: { name: "Kalendern", scopes: ["circles:read"], days: 30 } }),
  ...signInCalls,
  revokeToken: async ({ token }) => ({ params: { tokenId: (await token()).id } }),

  listMails: async (stage) => {
    await mail(stage);
    return { query: { limit: "1", state: "failed" } };
  },
  readMail: async (stage) => ({ params: await mail(stage) }),
  retryMail: async (stage) => ({ params: await mail(stage) }),
  listFailedJobs: async () => ({}),
  retryJob: async ({ ownerDb }) => {
    const jobId = randomUUID();
    await sql`select pgboss.create_queue('test.work', '{"policy":"standard"}'::jsonb)`.execute(ownerDb);
    await sql`insert into pgboss.job (id, name, state, completed_on) values (${jobId}::uuid, 'test.work', 'failed', now())`.execute(
      ownerDb,
    );
    return { params: { jobId } };
  },
  reportHindrance: async () => ({ body: { hindrance: "Knappen går inte att nå", email: "elsa@example.se" } }),
  listAccessibilityReports: async () => ({ query: { limit: "1", state: "open" } }),
  answerAccessibilityReport: async ({ db }) => {
    const { id } = await reportHindrance(db, nobody, { hindrance: "Knappen går inte att nå" }, "sv", monday);
    return { params: { reportId: id }, body: { answer: "Den är rättad" } };
  },
  listErasures: async () => ({}),
  readOwnData: async () => ({}),
  mailOwnDataLink: async () => ({ body: { email: "alva@example.se" } }),
  takeOwnData: async ({ circle }) => ({ body: { token: await circle.link("privacy.own_data", "alva@example.se") } }),
  listDeeds: async () => ({ query: { limit: "1", what: "platform." } }),
  verifyAudit: async () => ({}),

  listOpenRounds: async (stage) => {
    await publishedSlug(stage);
    return {};
  },
  readRound: async (stage) => ({ params: (await publishedSlug(stage)).params }),
  listPlannedRounds: async (stage) => {
    await publishedSlug(stage);
    return { query: { limit: "1" } };
  },
  readPlannedRound: answer(undefined),
  readCircle: async (stage) => ({ params: (await publishedSlug(stage)).params }),
  createProgramme: async ({ unit }) => ({
    body: { organisationId: unit, kind: "researchCircle", name: `Serie ${randomUUID()}` },
  }),
  createRound: async ({ unit }) => ({ body: { organisationId: unit, kind: "researchCircle", title: "Delaktighet" } }),
  createRoundFromInvitation: async ({ unit }) => ({
    body: {
      organisationId: unit,
      text: "Forskningscirkel om delaktighet\n\nTräff 1 oktober 2027 kl 9–12. Max 12 deltagare.",
    },
  }),
  confirmReading: answer({ kind: "researchCircle", title: "Delaktighet", sessions: [{ date: "2027-10-01" }] }),
  copyRound: answer(undefined),
  discardRound: answer(undefined),
  publishRound: answer(undefined),
  extendDeadline: async (stage) => ({
    params: (await publishedSlug(stage)).params,
    body: { deadline: "2027-09-24", reason: "Fler behöver tid att fråga sin chef" },
  }),
  cancelRound: async (stage) => ({ params: (await publishedSlug(stage)).params, body: { reason: "För få anmälda" } }),
  holdAnyway: async (stage) => ({
    params: (await publishedSlug(stage, { minimum_participants: 6, go_no_go_date: day("2027-09-20") })).params,
  }),
  takeRoundStep: async (stage) => ({ params: (await publishedSlug(stage)).params, body: { step: "close" } }),
  writeRoundBasics: answer({ kind: "researchCircle", title: "Delaktighet" }),
  writeRoundStory: answer({ purpose: "Att barn kommer till tals", beneficiaries: [] }),
  writeRoundQuestions: answer({ questions: [{ source: "research", text: "Vad vet vi?" }] }),
  writeRoundPeople: answer({ contacts: [{ name: "Siv Alm", email: "siv.alm@example.se" }] }),
  writeRoundAudience: answer({ rules: [{ text: "Arbetar med barn", strength: "required" }] }),
  writeRoundFrame: answer({ targetCapacity: 10, hardCapacity: 12, hours: 70, cost: 0 }),
  writeRoundWayIn: answer({ allocation: "firstCome", deadline: "2027-09-10" }),
  planTerm: answer({ plannedTerm: "2027-autumn" }),
  addSessions: answer({ sessions: [{ date: "2028-02-04", starts: "09:00", ends: "12:00" }] }),
  changeSession: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug, sessionId: await rounds.session(id) }, body: { date: "2028-02-04" } };
  },
  removeSession: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug, sessionId: await rounds.session(id) } };
  },
  callOffSession: async (stage) => {
    const { id, params } = await publishedSlug(stage);
    const { ownerDb } = stage;
    const session = ownerDb.selectFrom("session").where("round_id", "=", id).orderBy("position").select("id");
    const { id: sessionId } = await session.executeTakeFirstOrThrow();
    return { params: { ...params, sessionId }, body: { reason: "Föreläsaren är sjuk" } };
  },
  setVenue: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug }, body: { venue: "Folkets hus", sessionIds: [await rounds.session(id)] } };
  },
};
