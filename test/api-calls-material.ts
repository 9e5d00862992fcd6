import { addMaterial } from "../src/features/circles/material/commands.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const link = { title: "En artikel", address: "https://example.se/artikel", shown: "before" as const, toRead: true };

async function circle(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  const sessionId = await stage.rounds.session(roundId);
  return { roundId, sessionId, params };
}

async function laid(stage: ApiStage) {
  const { roundId, sessionId, params } = await circle(stage);
  const { db, config, actor } = stage;
  const id = await addMaterial(db, openFiles(config.dataDir), actor, monday, { roundId, sessionId }, link);
  return { ...params, materialId: id };
}

/** Right calls to the files and links of a circle's meetings. */
export const materialCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listMaterial: async (stage) => ({ params: { slug: (await laid(stage)).slug } }),
  addMaterial: async (stage) => {
    const { params, sessionId } = await circle(stage);
    return { params, body: { ...link, sessionId } };
  },
  changeMaterial: async (stage) => ({
    params: await laid(stage),
    body: { ...link, title: "En annan artikel", shown: "after", hours: 1.5 },
  }),
  removeMaterial: async (stage) => ({ params: await laid(stage) }),
};
