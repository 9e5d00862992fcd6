import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { maySeeWhoTold, maySetTarget } from "#features/circles/spread/spread-policy.ts";
import { reachOf } from "#features/circles/spread/reach.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Whose a row is: a place that was joined with another's follows the person. */
const whose = sql<RegistrationId>`coalesce(r.merged_into, r.id)`;

/** Every time somebody with a place in a circle has told others, newest first. */
export async function spreadIn(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("spread as s")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .where("r.round_id", "=", roundId)
    .orderBy("s.told_on", "desc")
    .orderBy("s.id", "desc")
    .select(["s.id", "s.told_on as toldOn", "s.audience", "s.manner", "s.reached"])
    .select(whose.as("registrationId"))
    .execute();
}

/** One time when others were told. */
export type ToldOnce = Awaited<ReturnType<typeof spreadIn>>[number];

/** What those with a place mean to reach, by whose it is. A target on the place itself goes before one that was joined with it. */
export async function targetsIn(db: Reader, roundId: RoundId) {
  const rows = await db
    .selectFrom("spread_target as s")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .where("r.round_id", "=", roundId)
    .orderBy(sql<SqlBool>`r.merged_into is null`)
    .select(["s.colleagues", "s.set_at as setAt"])
    .select(whose.as("registrationId"))
    .execute();
  return new Map(rows.map((row) => [row.registrationId, row]));
}

/** How far a circle has reached, with one's own part in it, and each participant's for those who lead. */
export async function spreadInRoom(db: Reader, { round, part, own, participants }: Room) {
  const [told, targets] = await Promise.all([spreadIn(db, round.id), targetsIn(db, round.id)]);
  const ownTold = told.filter(({ registrationId }) => registrationId === own?.registrationId);
  const seesAll = maySeeWhoTold({ part });
  const each = participants.map(({ registrationId, name }) => ({
    registrationId,
    name,
    target: targets.get(registrationId)?.colleagues,
    reached: told.filter((one) => one.registrationId === registrationId).reduce((all, { reached }) => all + reached, 0),
  }));
  return {
    reach: reachOf(participants, told),
    target: [...targets].reduce(
      (all, [id, { colleagues }]) =>
        participants.some(({ registrationId }) => registrationId === id) ? all + colleagues : all,
      0,
    ),
    own: own && { told: ownTold, target: targets.get(own.registrationId) },
    each: seesAll ? each : undefined,
    can: {
      tell: round.state !== "cancelled" && (own !== undefined || (part === "leads" && participants.length > 0)),
      setTarget: maySetTarget({ part, own, participants, round }, ownTold.length > 0),
    },
  };
}

/** What a page about spread shows. */
export type SpreadInRoom = Awaited<ReturnType<typeof spreadInRoom>>;

/**
 * A circle and how far it has reached, to those in it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function spreadCalled(db: Reader, actor: Actor, slug: string) {
  const room = await roomOf(db, actor, slug);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return { room, spread: await spreadInRoom(db, room) };
}
