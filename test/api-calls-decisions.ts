import { sql } from "kysely";
import { randomUUID } from "node:crypto";
import { newId } from "../src/kernel/ids.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import { day } from "./given-rounds.ts";
import { monday } from "./given-registrations.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** An appraisal that the caller writes and is to decide on. */
async function weighed({ ownerDb, unit, actor }: ApiStage, state: "weighing" | "proposed" | "decided" = "weighing") {
  const caller = actor.personId ?? null;
  const appraisals = givenAppraisals(ownerDb);
  const method = await appraisals.method(unit, { cost: "40 000 kronor" });
  const [checklist, version] = [newId<"checklist">(), newId<"checklist_version">()];
  const question = newId<"checklist_question">();
  await ownerDb
    .insertInto("checklist")
    .values({ id: checklist, slug: `api-${checklist}`, title: "Inför införande", created_at: monday() })
    .execute();
  await ownerDb
    .insertInto("checklist_version")
    .values({ id: version, checklist_id: checklist, version_no: 1 })
    .execute();
  await ownerDb
    .insertInto("checklist_question")
    .values({
      id: question,
      version_id: version,
      position: 0,
      lineage: newId(),
      text: "Vad kostar det?",
      answered_by: "methodCost",
    })
    .execute();
  await ownerDb.updateTable("checklist_version").set({ published_at: monday() }).where("id", "=", version).execute();
  const made = await appraisals.appraisal(
    unit,
    { state, decider_id: caller },
    { authors: caller ? [caller] : [], isSought: true, method, checklist: version },
  );
  return { ...made, question, params: { slug: made.slug } };
}

/** Something that the decider has asked, and that waits for an answer. */
async function asked(stage: ApiStage) {
  const made = await weighed(stage);
  const inquiryId = newId<"appraisal_inquiry">();
  await stage.ownerDb
    .insertInto("appraisal_inquiry")
    .values({ id: inquiryId, appraisal_id: made.id, text: "Vem gör det?", asked_at: monday() })
    .execute();
  return { params: { ...made.params, inquiryId } };
}

/** A link that is open, with something that was said by it. */
async function linked(stage: ApiStage) {
  const made = await weighed(stage);
  const [linkId, perspectiveId, secret] = [newId<"perspective_link">(), newId<"perspective">(), newSecret()];
  const today = day(monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString());
  await stage.ownerDb
    .insertInto("perspective_link")
    .values({
      id: linkId,
      appraisal_id: made.id,
      audience: "staff",
      question: "Hur?",
      secret_hash: secretHash(secret),
      open_until: today.add({ days: 10 }),
      created_at: monday(),
    })
    .execute();
  await stage.ownerDb
    .insertInto("perspective")
    .values({ id: perspectiveId, link_id: linkId, sent_mark: newId(), text: "Bra", received_on: today })
    .execute();
  return { ...made, linkId, perspectiveId, secret };
}

const expected = { expectedEffect: "Färre avbrott", measuredHow: "Före och efter", stopWhen: "Fler avhopp" };
const broad = { decision: "broad", reason: "Det behövs", ...expected, expectedBy: "2099-01-01" };

/** One that is decided, with what was decided. */
async function decided(stage: ApiStage) {
  const made = await weighed(stage, "decided");
  await sql`
    insert into appraisal_decision (id, appraisal_id, decision_no, decision, reason, decided_on, recorded_at,
      is_sole_author, expected_effect, expected_by, measured_how, stop_when)
    values (gen_random_uuid(), ${made.id}, 1, 'broad', 'Det behövs', ${monday()}::date - 300, ${monday()}, false,
      'Färre avbrott', ${monday()}::date - 1, 'Före och efter', 'Fler avhopp')`.execute(stage.ownerDb);
  return made;
}

/** One call that succeeds for every operation about answers, views, decisions and what is taken over. */
export const decisionCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  getAppraisalAnswers: async (stage) => ({ params: (await asked(stage)).params }),
  answerAppraisalQuestion: async (stage) => {
    const { params, question } = await weighed(stage);
    return {
      params: { ...params, questionId: question },
      body: { standing: "unknown", knownBy: "2099-01-01", version: 0 },
    };
  },
  takeOverProposedAnswer: async (stage) => {
    const { params, question } = await weighed(stage);
    return { params: { ...params, questionId: question }, body: { version: 0 } };
  },
  chooseAppraisalForm: async (stage) => ({ params: (await weighed(stage)).params, body: { form: "full" } }),
  askAppraisalAuthors: async (stage) => ({ params: (await weighed(stage)).params, body: { text: "Vem gör det?" } }),
  answerAppraisalInquiry: async (stage) => ({ params: (await asked(stage)).params, body: { text: "Gruppledaren" } }),
  listPerspectives: async (stage) => ({ params: (await linked(stage)).params }),
  openPerspectiveLink: async (stage) => {
    const openUntil = monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 20 }).toString();
    return {
      params: (await weighed(stage)).params,
      body: { audience: "serviceUsers", question: "Vad tycker du?", openUntil },
    };
  },
  closePerspectiveLink: async (stage) => {
    const { params, linkId } = await linked(stage);
    return { params: { ...params, linkId } };
  },
  hidePerspective: async (stage) => {
    const { params, perspectiveId } = await linked(stage);
    return { params: { ...params, perspectiveId }, body: { hidden: true } };
  },
  getPerspectiveQuestion: async (stage) => ({ params: { secret: (await linked(stage)).secret } }),
  givePerspective: async (stage) => ({
    params: { secret: (await linked(stage)).secret },
    body: { mark: randomUUID(), stance: "for", text: "Bra" },
  }),
  listAppraisalDecisions: async (stage) => ({ params: (await decided(stage)).params }),
  decideAppraisal: async (stage) => ({ params: (await weighed(stage, "proposed")).params, body: broad }),
  tellDecisionOutcome: async (stage) => ({
    params: { ...(await decided(stage)).params, decisionNo: "1" },
    body: { met: "partly", outcome: "Hälften så många" },
  }),
  writeAppraisalOptions: async (stage) => ({
    params: (await weighed(stage)).params,
    body: { criteria: ["Nytta"], options: [{ text: "Börja", weighing: ["Stor"] }], version: 1 },
  }),
  takeOverAppraisal: async (stage) => {
    const { params } = await decided(stage);
    return { params, body: { organisationId: await stage.organisation({ name: `Enheten ${randomUUID()}` }) } };
  },
  getAppraisalDifference: async (stage) => {
    const [theirs, own] = [await decided(stage), await weighed(stage)];
    await stage.ownerDb.updateTable("appraisal").set({ taken_from: theirs.id }).where("id", "=", own.id).execute();
    return { params: own.params };
  },
};
