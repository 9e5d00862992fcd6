import { type Actor, nobody } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { participantsOf } from "#features/circles/room/queries.ts";
import { setSpreadTarget, tellOfSpread } from "#features/circles/spread/commands.ts";
import { Spread } from "#features/circles/spread/spread.ts";
import type { RoundId } from "#features/circles/round/round.ts";

type Ground = {
  readonly planner: Actor;
  readonly participant: { readonly id: PersonId; readonly name: string };
  readonly roundId: RoundId;
};

/** A participant with a target who has told colleagues twice, and another whose leader wrote it down. */
export async function loadSpreadDemo(
  db: Database,
  { planner, participant, roundId }: Ground,
  now: Clock,
): Promise<void> {
  const own: Actor = { ...nobody, personId: participant.id, name: participant.name, via: "session" };
  const told = (by: Actor, spread: object) => tellOfSpread(db, by, now, roundId, Spread.parse(spread));
  await setSpreadTarget(db, own, now, roundId, { colleagues: 25 });
  await told(own, { audience: "Hela barnenheten", manner: "workplaceMeeting", reached: 14 });
  await told(own, { audience: "Elevhälsan på två skolor", manner: "conversation", reached: 5 });
  const other = (await participantsOf(db, roundId)).find(({ personId }) => personId !== participant.id);
  if (other) {
    const { registrationId } = other;
    await told(planner, { audience: "Kollegorna på mottagningen", manner: "presentation", reached: 9, registrationId });
  }
}
