import { noteTime } from "../src/features/circles/noted-time/commands.ts";
import type { PersonId } from "../src/kernel/ids.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const line = { hours: 1.5, purpose: "reading" as const };

/** A circle in which whoever calls has a place. */
async function placed(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  await stage.rounds.registration(roundId, { person_id: stage.actor.personId as PersonId });
  return { roundId, params };
}

/** Right calls about the hours of a circle. */
export const hoursCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readHours: async (stage) => ({ params: (await placed(stage)).params }),
  noteTime: async (stage) => ({ params: (await placed(stage)).params, body: line }),
  removeNotedTime: async (stage) => {
    const { roundId, params } = await placed(stage);
    const lineId = await noteTime(stage.db, stage.actor, monday, roundId, { ...line, day: null });
    return { params: { ...params, lineId } };
  },
};
