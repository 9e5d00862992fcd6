import { newId } from "../src/kernel/ids.ts";
import { monday } from "./given-registrations.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { enterPhase } from "../src/features/appraisals/method/uses/commands.ts";

/** A method that the caller keeps. */
async function method({ ownerDb, unit }: ApiStage, over: object = {}) {
  const appraisals = givenAppraisals(ownerDb);
  const id = await appraisals.method(unit, over, ["Familjen bjuder in"]);
  return { id, params: { slug: `met-${id}` }, appraisals };
}

/** An appraisal that the caller writes and is to decide on. */
async function appraisal(stage: ApiStage, over: object = {}) {
  const { personId } = stage.actor;
  if (!personId) throw new Error("The caller is nobody");
  const { id: methodId, appraisals } = await method(stage);
  const made = await appraisals.appraisal(
    stage.unit,
    { decider_id: personId, ...over },
    { authors: [personId], isSought: true, method: methodId },
  );
  return { ...made, personId, params: { slug: made.slug }, appraisals };
}

/** One that is decided to be introduced. */
async function decided(stage: ApiStage) {
  const made = await appraisal(stage, { state: "decided" });
  await stage.ownerDb
    .insertInto("appraisal_decision")
    .values({
      id: newId<"appraisal_decision">(),
      appraisal_id: made.id,
      decision_no: 1,
      decision: "broad",
      reason: "Det behövs",
      decided_on: day(0),
      recorded_at: monday(),
      is_sole_author: true,
      expected_effect: "Färre avbrott",
      expected_by: day(365),
      measured_how: "Före och efter",
      stop_when: "Fler avhopp",
    })
    .execute();
  return made;
}

async function introduced(stage: ApiStage) {
  const made = await decided(stage);
  const introductionId = await made.appraisals.introduction(made.id);
  const stepId = await made.appraisals.step(introductionId);
  return { ...made, step: { slug: made.slug, stepId } };
}

const day = (days: number) => monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days });

/** One call that succeeds for every operation about methods, appraisals as a whole, and introductions. */
export const methodCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listMethods: async (stage) => {
    await method(stage);
    return { query: { limit: "1", name: "nät", kind: "intervention", withdrawn: "false" } };
  },
  addMethod: async ({ unit }) => ({
    body: { organisationId: unit, kind: "wayOfWorking", name: "Samtalsgrupp", basis: "tradition" },
  }),
  readMethod: async (stage) => ({ params: (await method(stage)).params }),
  changeMethod: async (stage) => ({
    params: (await method(stage)).params,
    body: { kind: "intervention", name: "Nätverksmöten", version: 1 },
  }),
  writeCoreComponents: async (stage) => ({
    params: (await method(stage)).params,
    body: { version: 1, components: [{ text: "Familjen bjuder in" }] },
  }),
  sayMethodUse: async (stage) => ({
    params: (await method(stage)).params,
    body: { organisationId: stage.unit, phase: "fullUse", fromDay: day(-30).toString() },
  }),
  removeMethodUse: async (stage) => {
    const { id, params } = await method(stage);
    const use = {
      methodId: id,
      organisationId: stage.unit,
      phase: "fullUse",
      fromDay: null,
      appraisalId: null,
    } as const;
    await stage.ownerDb.transaction().execute((tx) => enterPhase(tx, use));
    const { id: useId } = await stage.ownerDb
      .selectFrom("method_use")
      .where("method_id", "=", id)
      .select("id")
      .executeTakeFirstOrThrow();
    return { params: { ...params, useId } };
  },
  withdrawMethod: async (stage) => ({ params: (await method(stage)).params, body: { reason: "Ersatt" } }),
  restoreMethod: async (stage) => ({
    params: (await method(stage, { withdrawn_at: monday(), withdrawn_reason: "Ersatt" })).params,
  }),

  listAppraisals: async (stage) => {
    await appraisal(stage);
    return { query: { limit: "1", which: "own", state: "weighing" } };
  },
  beginAppraisal: async (stage) => {
    const { id, appraisals } = await method(stage);
    const checklistVersionId = await appraisals.checklist();
    return { body: { methodId: id, organisationId: stage.unit, checklistVersionId, question: "Ska vi börja?" } };
  },
  readAppraisal: async (stage) => ({ params: (await appraisal(stage)).params }),
  changeAppraisal: async (stage) => ({
    params: (await appraisal(stage)).params,
    body: { title: "Nätverksmöten hos oss", form: "full", version: 1 },
  }),
  setAppraisalPeople: async (stage) => {
    const { params, personId } = await appraisal(stage);
    return { params, body: { authors: [personId], deciderId: personId } };
  },
  proposeAppraisal: async (stage) => ({ params: (await appraisal(stage)).params, body: {} }),
  takeBackAppraisal: async (stage) => ({ params: (await appraisal(stage, { state: "proposed" })).params }),
  sendBackAppraisal: async (stage) => ({
    params: (await appraisal(stage, { state: "proposed" })).params,
    body: { text: "Vad kostar det?" },
  }),
  withdrawAppraisal: async (stage) => ({ params: (await appraisal(stage)).params, body: { reason: "Inte aktuellt" } }),
  weighAppraisalAgain: async (stage) => ({ params: (await appraisal(stage, { state: "decided" })).params }),

  readIntroduction: async (stage) => ({ params: (await introduced(stage)).params }),
  beginIntroduction: async (stage) => ({
    params: (await decided(stage)).params,
    body: { phase: "installation", responsibleRole: "Gruppledare", toTrain: 9 },
  }),
  changeIntroduction: async (stage) => ({
    params: (await introduced(stage)).params,
    body: { responsibleRole: "Enhetschef", trained: 3, version: 1 },
  }),
  comeToPhase: async (stage) => ({ params: (await introduced(stage)).params, body: { phase: "initialUse" } }),
  checkFidelity: async (stage) => {
    const { params, method: methodId } = await introduced(stage);
    const { id } = await stage.ownerDb
      .selectFrom("core_component")
      .where("method_id", "=", methodId)
      .select("id")
      .executeTakeFirstOrThrow();
    return { params, body: { checkedOn: day(0).toString(), components: [{ id, fidelity: "asIntended" }] } };
  },
  addIntroductionStep: async (stage) => ({
    params: (await introduced(stage)).params,
    body: { kind: "takenAway", text: "Stormöten", dueOn: day(30).toString() },
  }),
  changeIntroductionStep: async (stage) => ({
    params: (await introduced(stage)).step,
    body: { text: "Boka två lokaler" },
  }),
  finishIntroductionStep: async (stage) => ({ params: (await introduced(stage)).step, body: { isDone: true } }),
  removeIntroductionStep: async (stage) => ({ params: (await introduced(stage)).step }),
};
