import type { PersonId } from "../src/kernel/ids.ts";
import { setVenue } from "../src/features/circles/round/sessions/commands.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

/** A circle where whoever calls has a place, and a meeting has got its room since. */
async function changed(stage: ApiStage): Promise<RightCall> {
  const { db, ownerDb, actor, rounds } = stage;
  const { id: roundId, params } = await publishedSlug(stage);
  await rounds.registration(roundId, { person_id: actor.personId as PersonId });
  const session = await ownerDb
    .selectFrom("session")
    .where("round_id", "=", roundId)
    .select("id")
    .executeTakeFirstOrThrow();
  await setVenue(db, actor, roundId, [session.id], "Rum 4");
  return { params };
}

/** Right calls to what was changed in a circle. */
export const changeCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listChanges: changed,
  markChangesSeen: changed,
};
