import { recordDecision } from "../src/features/privacy/decisions/commands.ts";
import { RetentionWish } from "../src/features/privacy/decisions/retention-decision.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";

const decided = { outcome: "erase", count: 2, unit: "years", number: "Dnr 2027/12", decidedOn: "2027-03-01" };

async function holder({ unit, ownerDb }: ApiStage) {
  const { slug } = await ownerDb
    .selectFrom("organisation")
    .where("id", "=", unit)
    .select("slug")
    .executeTakeFirstOrThrow();
  return { slug };
}

/** One call that succeeds for every operation about how long an organisation keeps personal data. */
export const retentionCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readRetention: async (stage) => ({ params: await holder(stage) }),
  recordRetentionDecision: async (stage) => ({
    params: { ...(await holder(stage)), kind: "registration" },
    body: decided,
  }),
  takeBackRetentionDecision: async (stage) => {
    const { db, actor, unit } = stage;
    await recordDecision(db, actor, monday, unit, "registration", RetentionWish.parse(decided));
    return { params: { ...(await holder(stage)), kind: "registration" } };
  },
};
