import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { maySetTarget, mayTellOfSpread } from "#features/circles/spread/spread-policy.ts";
import { spreadIn } from "#features/circles/spread/queries.ts";
import type { Spread, SpreadId, SpreadTarget } from "#features/circles/spread/spread.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import { lockRound } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Says how many colleagues a participant means to reach: until they have told the first. (R100) */
export function setSpreadTarget(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  { colleagues }: SpreadTarget,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockedRoom(tx, actor, roundId);
    if (!room.own) throw new Refusal("forbidden", "spread.own_place");
    const { registrationId } = room.own;
    const hasTold = (await spreadIn(tx, roundId)).some((told) => told.registrationId === registrationId);
    if (!maySetTarget(room, hasTold)) throw new Refusal("conflict", "spread.target_too_late");
    const set = { colleagues, set_at: now() };
    await tx
      .insertInto("spread_target")
      .values({ registration_id: registrationId, ...set })
      .onConflict((conflict) => conflict.column("registration_id").doUpdateSet(set))
      .execute();
    await recordFor(tx, actor, room, registrationId, "circles.spread_target_set", { colleagues });
  });
}

/** Writes down that somebody told others: one's own, or a participant's by those who lead. (R100) */
export function tellOfSpread(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  { registrationId: named, toldOn, ...spread }: Spread,
): Promise<{ readonly id: SpreadId }> {
  return change(db, actor, async (tx) => {
    const room = await lockedRoom(tx, actor, roundId);
    const registrationId = named ?? room.own?.registrationId;
    if (!registrationId) throw wrongAt("registrationId", "spread.whose_missing");
    if (!mayTellOfSpread(room, registrationId)) throw new Refusal("forbidden", "spread.own_place");
    const today = dateIn(now());
    const day = toldOn ?? today;
    if (Temporal.PlainDate.compare(day, today) > 0) throw wrongAt("toldOn", "spread.in_the_future");
    const id = newId<"spread">();
    await tx
      .insertInto("spread")
      .values({ id, registration_id: registrationId, told_on: day, ...spread, created_at: now() })
      .execute();
    await recordFor(tx, actor, room, id, "circles.spread_told", { reached: spread.reached });
    return { id };
  });
}

/** Takes back something that was written down by mistake. */
export function takeBackSpread(db: Database, actor: Actor, roundId: RoundId, id: SpreadId): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockedRoom(tx, actor, roundId);
    const told = (await spreadIn(tx, roundId)).find((each) => each.id === id);
    if (!told) throw new Refusal("not_found", "spread.no_such");
    if (!mayTellOfSpread(room, told.registrationId)) throw new Refusal("forbidden", "spread.own_place");
    await tx.deleteFrom("spread").where("id", "=", id).execute();
    await recordFor(tx, actor, room, id, "circles.spread_taken_back", { reached: told.reached });
  });
}

/** The circle with its lock held, so that a target and the first who is told cannot pass each other. */
async function lockedRoom(tx: Tx, actor: Actor, roundId: RoundId): Promise<Room> {
  await lockRound(tx, roundId);
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  if (room.round.state === "cancelled") throw new Refusal("conflict", "spread.circle_cancelled");
  return room;
}

function wrongAt(path: string, code: "spread.whose_missing" | "spread.in_the_future"): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

async function recordFor(tx: Tx, actor: Actor, { round }: Room, about: string, what: string, after: object) {
  await record(tx, { by: actor, what, about, organisationId: round.organisationId, after });
}
