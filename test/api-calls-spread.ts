import type { PersonId } from "../src/kernel/ids.ts";
import { tellOfSpread } from "../src/features/circles/spread/commands.ts";
import { Spread } from "../src/features/circles/spread/spread.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const told = { audience: "Arbetsgruppen", manner: "workplaceMeeting", reached: 12 };

/** A circle where whoever calls has a place. */
async function placed(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  await stage.rounds.registration(roundId, { person_id: stage.actor.personId as PersonId });
  return { roundId, params };
}

/** One call that succeeds for every operation about spread. */
export const spreadCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readSpread: async (stage) => {
    const { roundId, params } = await placed(stage);
    await tellOfSpread(stage.db, stage.actor, monday, roundId, Spread.parse(told));
    return { params };
  },
  tellOfSpread: async (stage) => ({ params: (await placed(stage)).params, body: told }),
  takeBackSpread: async (stage) => {
    const { roundId, params } = await placed(stage);
    const { id } = await tellOfSpread(stage.db, stage.actor, monday, roundId, Spread.parse(told));
    return { params: { ...params, spreadId: id } };
  },
  setSpreadTarget: async (stage) => ({ params: (await placed(stage)).params, body: { colleagues: 20 } }),
};
