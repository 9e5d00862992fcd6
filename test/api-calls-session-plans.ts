import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

async function meeting(stage: ApiStage) {
  const { id, slug } = await publishedSlug(stage);
  const meetings = stage.ownerDb.selectFrom("session").where("round_id", "=", id).orderBy("position").select("id");
  const { id: sessionId } = await meetings.executeTakeFirstOrThrow();
  return { slug, sessionId };
}

const circle = async (stage: ApiStage) => ({ slug: (await publishedSlug(stage)).slug });

/** One right call for each operation about how a circle's meetings are planned. */
export const sessionPlanCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readThemes: async (stage) => ({ params: await circle(stage) }),
  arrangeThemes: async (stage) => ({
    params: await circle(stage),
    body: { themes: [{ name: "Samordningens utmaningar" }, { name: "Att föra in nya arbetssätt" }] },
  }),
  readSessionPlan: async (stage) => ({ params: await meeting(stage) }),
  planSession: async (stage) => ({
    params: await meeting(stage),
    body: { themes: [], items: [{ part: "sinceLast", heading: "Vad har hänt sedan sist", minutes: 30 }] },
  }),
  nameContributors: async (stage) => ({
    params: await meeting(stage),
    body: { contributors: [{ name: "Anna Berg", role: "jurist", perspective: "law" }] },
  }),
  readPromises: async (stage) => ({ params: await circle(stage) }),
};
