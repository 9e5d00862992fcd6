import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { changeMailToLeader } from "#features/circles/change-notice/change-notice-jobs.ts";
import type { ChangedThing, ChangeNoticeId, SeenWay } from "#features/circles/change-notice/change-notice.ts";
import { leadersToTell, owner } from "#features/circles/change-notice/queries.ts";
import { ownRegistrationId } from "#features/circles/registration/own/queries.ts";
import { liveStates, type RegistrationId } from "#features/circles/registration/registration.ts";
import { roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Writes down what was changed in a round, for everyone in the running in it, and leaves word for those who lead it and
 * did not change it themselves. Part of the change, with the round's lock held. (Ä-1, Ä-2)
 */
export async function noteChange(
  tx: Tx,
  actor: Actor,
  roundId: RoundId,
  things: readonly ChangedThing[],
): Promise<ChangeNoticeId> {
  const id = newId<"change_notice">();
  await tx
    .insertInto("change_notice")
    .values({ id, round_id: roundId, changed_at: sql`clock_timestamp()`, changed_by: actor.personId ?? null })
    .execute();
  const rows = things.map(({ kind, sessionId, day, was, became }, position) => ({
    notice_id: id,
    position,
    kind,
    session_id: sessionId,
    day,
    was,
    became,
  }));
  if (rows.length > 0) await tx.insertInto("change_notice_thing").values(rows).execute();
  await tx
    .insertInto("change_notice_reader")
    .columns(["notice_id", "registration_id"])
    .expression((eb) =>
      eb
        .selectFrom("registration as r")
        .where("r.round_id", "=", roundId)
        .where("r.state", "in", liveStates)
        .select([sql<ChangeNoticeId>`${id}::uuid`.as("notice_id"), "r.id"]),
    )
    .execute();
  for (const personId of await leadersToTell(tx, roundId, actor.personId)) {
    await enqueue(tx, changeMailToLeader, { noticeId: id, personId });
  }
  return id;
}

/** Keeps that somebody with a place has seen what was changed in their circle, by opening it or saying so. (Ä-3) */
export function markChangesSeen(db: Database, actor: Actor, now: Clock, roundId: RoundId): Promise<number> {
  return change(db, actor, async (tx) => {
    const room = await roomWithId(tx, actor, roundId);
    if (!room) throw new Refusal("not_found", "room.no_such_circle");
    if (!room.own) throw new Refusal("forbidden", "changes.no_place");
    return keepSeen(tx, actor, room.own.registrationId, "room", now());
  });
}

/**
 * Keeps that somebody has seen what was changed: a press on the page behind their mailed link. Opening the link keeps
 * nothing, because mail scanners open every link. (Ä-3)
 */
export function markChangesSeenByLink(db: Database, actor: Actor, ownToken: string, now: Clock): Promise<number> {
  return change(db, actor, async (tx) => {
    const at = now();
    const id = await ownRegistrationId(tx, ownToken, at);
    if (!id) throw new Refusal("not_found", "registration.no_such_registration");
    return keepSeen(tx, actor, id, "link", at);
  });
}

/** Keeps that somebody without a mail address has been told of a change by telephone. Part of marking the call as made. */
export async function keepToldByCall(
  tx: Tx,
  registrationId: RegistrationId,
  noticeId: ChangeNoticeId,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("change_notice_reader")
    .set({ seen_at: at, seen_by: "call" })
    .where("notice_id", "=", noticeId)
    .where("registration_id", "=", registrationId)
    .where("seen_at", "is", null)
    .execute();
}

/** The first time stays: seen twice is seen once, and what was seen leaves no second trace in the trail. */
async function keepSeen(
  tx: Tx,
  actor: Actor,
  registrationId: RegistrationId,
  way: SeenWay,
  at: Temporal.Instant,
): Promise<number> {
  const seen = await tx
    .updateTable("change_notice_reader as t")
    .from("registration as r")
    .whereRef("r.id", "=", "t.registration_id")
    .where(owner, "=", registrationId)
    .where("t.seen_at", "is", null)
    .set({ seen_at: at, seen_by: way })
    .returning("t.notice_id as noticeId")
    .execute();
  if (seen.length === 0) return 0;
  await record(tx, {
    by: actor,
    what: "circles.changes_seen",
    about: registrationId,
    after: { notices: seen.map(({ noticeId }) => noticeId), way },
  });
  return seen.length;
}
