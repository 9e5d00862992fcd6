import { newId } from "../src/kernel/ids.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { givenKnowledge } from "./given-knowledge.ts";
import { monday } from "./given-registrations.ts";

const day = (days: number) => monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days }).toString();
const read = { versionNo: 1, rowVersion: 1 };

/** An item of the caller's organisation; published, unless it is said otherwise. */
async function item({ ownerDb, unit }: ApiStage, over: object = {}, said: object = {}) {
  const made = await givenKnowledge(ownerDb).item(unit, over, said);
  return { ...made, params: { slug: made.slug } };
}

const written = (stage: ApiStage) => item(stage, {}, { state: "draft", written_by: stage.actor.personId });
const reviewed = (stage: ApiStage) => item(stage, {}, { state: "inReview" });
const experience = (stage: ApiStage) => item(stage, { kind: "professional" });

/** A colleague who may be asked to review. */
async function colleague({ person, role, unit }: ApiStage) {
  const id = await person({ name: "Karin Holm" });
  await role(id, "unitManager", { organisation: unit });
  return id;
}

/** One call that succeeds for every operation about what is known. */
export const knowledgeItemCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listKnowledge: async (stage) => {
    await item(stage);
    const term = await givenKnowledge(stage.ownerDb).term();
    return { query: { limit: "1", kind: "research", words: "stöd", term, retired: "false" } };
  },
  createKnowledge: async ({ unit }) => ({
    body: { organisationId: unit, kind: "research", title: "Stöd till föräldrar", doi: "https://doi.org/10.1000/182" },
  }),
  listKnowledgeTerms: async ({ ownerDb }) => {
    await givenKnowledge(ownerDb).term();
    return {};
  },
  addLocalName: async ({ ownerDb, unit }) => ({
    body: { organisationId: unit, means: await givenKnowledge(ownerDb).term(), name: `Barn & familj ${newId()}` },
  }),
  retireLocalName: async ({ ownerDb, unit }) => {
    const { term } = givenKnowledge(ownerDb);
    const means = await term();
    return { params: { termId: await term({ organisation_id: unit, means }) } };
  },
  readKnowledge: async (stage) => ({ params: (await item(stage)).params }),
  readWorkingKnowledge: async (stage) => ({ params: (await written(stage)).params }),
  changeKnowledge: async (stage) => ({
    params: (await item(stage)).params,
    body: { ...read, title: "Nytt stöd", says: "Det hjälper mer.", authors: ["Ek, Maja"] },
  }),
  discardKnowledgeDraft: async (stage) => ({ params: (await written(stage)).params }),
  listKnowledgeVersions: async (stage) => ({ params: (await item(stage)).params }),

  listKnowledgeReviews: async (stage) => ({ params: (await reviewed(stage)).params }),
  sendKnowledgeForReview: async (stage) => ({
    params: (await written(stage)).params,
    body: { ...read, reviewers: [await colleague(stage)] },
  }),
  askKnowledgeReviewers: async (stage) => ({
    params: (await reviewed(stage)).params,
    body: { reviewers: [await colleague(stage)] },
  }),
  answerKnowledgeReview: async (stage) => {
    const { params, versionId } = await reviewed(stage);
    await stage.ownerDb
      .insertInto("knowledge_review")
      .values({
        id: newId<"knowledge_review">(),
        version_id: versionId,
        reviewer_id: stage.actor.personId ?? null,
        asked_at: monday(),
      })
      .execute();
    return { params, body: { ...read, verdict: "changesWanted", said: "Säg för vem det gäller" } };
  },
  sendKnowledgeBack: async (stage) => ({
    params: (await reviewed(stage)).params,
    body: { ...read, said: "Skriv kortare" },
  }),
  publishKnowledge: async (stage) => ({
    params: (await reviewed(stage)).params,
    body: { ...read, reviewDue: day(365) },
  }),

  retireKnowledge: async (stage) => {
    const { slug } = await item(stage);
    return { params: (await item(stage)).params, body: { reason: "Ersatt", readInstead: `/kunskap/${slug}` } };
  },
  restoreKnowledge: async (stage) => ({
    params: (await item(stage, { retired_at: monday(), retired_reason: "Ersatt" })).params,
  }),
  sayKnowledgeHolds: async (stage) => ({
    params: (await item(stage, {}, { link: "https://www.example.se/rapport" })).params,
    body: { reviewDue: day(365), link: "works" },
  }),
  readExperience: async (stage) => ({ params: (await experience(stage)).params }),
  stepExperience: async (stage) => ({
    params: (await experience(stage)).params,
    body: { stage: "shared", reason: "Visad på en träff", saidOn: day(-1), version: 1 },
  }),
  judgeExperienceItem: async (stage) => ({
    params: (await experience(stage)).params,
    body: { version: 1, shared: { score: 2, evidence: "Fem enheter" } },
  }),
  readKnowledgeFeedback: async (stage) => ({ params: (await item(stage)).params }),
  giveKnowledgeFeedback: async (stage) => ({ params: (await item(stage)).params, body: { wasUseful: "yes" } }),
  takeBackKnowledgeFeedback: async (stage) => ({ params: (await item(stage)).params }),
};
