import { writeCost } from "../src/features/circles/report/commands.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";

const cost = { funder: "Statsbidraget", purpose: "Handledning", amount: 40_000 };

/** One call that succeeds for every operation about reports. */
export const reportCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readReport: async (stage) => {
    const { id, params } = await publishedSlug(stage);
    await stage.rounds.registration(id);
    await writeCost(stage.db, stage.actor, monday, id, cost);
    return { params };
  },
  readReportOfSeveral: async (stage) => {
    await publishedSlug(stage);
    return { query: { year: "2027" } };
  },
  writeCost: async (stage) => ({ params: (await publishedSlug(stage)).params, body: cost }),
  removeCost: async (stage) => {
    const { id, params } = await publishedSlug(stage);
    const { id: costId } = await writeCost(stage.db, stage.actor, monday, id, cost);
    return { params: { ...params, costId } };
  },
};
