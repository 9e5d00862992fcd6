import { givenAppraisals } from "./given-appraisals.ts";
import { givenSources } from "./given-sources.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** An appraisal that the caller writes, with all three sources found. */
async function weighed({ ownerDb, unit, actor }: ApiStage) {
  const authors = actor.personId ? [actor.personId] : [];
  const { id, slug } = await givenAppraisals(ownerDb).appraisal(unit, {}, { authors });
  const sources = givenSources(ownerDb);
  for (const source of ["research", "profession", "serviceUsers"] as const)
    await sources.found(id, source, { speaks: "for" });
  return { id, sources, params: { slug } };
}

const outcome = {
  approach: "grade",
  outcome: "Placeringar efter 12 månader",
  start: "low",
  riskOfBias: 0,
  inconsistency: 0,
  indirectness: 0,
  imprecision: 1,
  publicationBias: 0,
  largeEffect: 0,
  doseResponse: 0,
  opposingConfounding: 0,
  level: "veryLow",
  reason: "Små grupper",
  judgedOn: "2027-03-01",
};
const asked = { who: "Brukarrådet", how: "Gruppsamtal", participation: "dialogue" };

/** One call that succeeds for every operation about the three sources of an appraisal, and about its one page. */
export const appraisalSourceCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  getSources: async (stage) => ({ params: (await weighed(stage)).params }),
  getSummary: async (stage) => ({ params: (await weighed(stage)).params }),
  saySource: async (stage) => ({
    params: { ...(await weighed(stage)).params, source: "research" },
    body: { standing: "found", summary: "Färre placeringar", speaks: "mixed", version: 1 },
  }),
  addReference: async (stage) => ({
    params: { ...(await weighed(stage)).params, source: "profession" },
    body: { title: "En rapport", year: 2024 },
  }),
  removeReference: async (stage) => {
    const { id, sources, params } = await weighed(stage);
    return { params: { ...params, source: "research", referenceId: await sources.reference(id, "research") } };
  },
  judgeOutcome: async (stage) => ({ params: (await weighed(stage)).params, body: outcome }),
  changeOutcome: async (stage) => {
    const { id, sources, params } = await weighed(stage);
    return { params: { ...params, outcomeId: await sources.outcome(id) }, body: outcome };
  },
  removeOutcome: async (stage) => {
    const { id, sources, params } = await weighed(stage);
    return { params: { ...params, outcomeId: await sources.outcome(id) } };
  },
  judgeExperience: async (stage) => ({
    params: (await weighed(stage)).params,
    body: { shared: { score: 3, evidence: "Fyra kommuner" }, version: 1 },
  }),
  writeConsultation: async (stage) => ({ params: (await weighed(stage)).params, body: asked }),
  changeConsultation: async (stage) => {
    const { id, sources, params } = await weighed(stage);
    return { params: { ...params, consultationId: await sources.consultation(id) }, body: asked };
  },
  removeConsultation: async (stage) => {
    const { id, sources, params } = await weighed(stage);
    return { params: { ...params, consultationId: await sources.consultation(id) } };
  },
  weighSources: async (stage) => ({
    params: (await weighed(stage)).params,
    body: { disagreement: "Om tiden", outweighing: "serviceUsers", motive: "Det gäller deras vardag", version: 1 },
  }),
};
