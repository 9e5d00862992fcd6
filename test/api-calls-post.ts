import { addDispatch } from "../src/features/circles/postal-dispatch/commands.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const book = { contents: "Boken till första träffen" };

async function written(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  const wish = { ...book, sentOn: null, isLast: false };
  return { ...params, dispatchId: await addDispatch(stage.db, stage.actor, monday, roundId, wish) };
}

/** Right calls to what rounds send by post. */
export const postCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readPost: async (stage) => ({ params: { slug: (await written(stage)).slug } }),
  addPostalDispatch: async (stage) => ({ params: (await publishedSlug(stage)).params, body: book }),
  changePostalDispatch: async (stage) => ({
    params: await written(stage),
    body: { ...book, sentOn: "2027-06-01", isLast: true },
  }),
  removePostalDispatch: async (stage) => ({ params: await written(stage) }),
};
