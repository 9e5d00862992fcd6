import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { inMinutes } from "#features/circles/attendance/written-hours.ts";
import { mayNoteTime } from "#features/circles/noted-time/noted-time-policy.ts";
import { minutesOf, mostLines, type NotedTimeId, type TimeWish } from "#features/circles/noted-time/noted-time.ts";
import { notedBy } from "#features/circles/noted-time/queries.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const minutesADay = 1_440;

/** Notes time outside the meetings for whoever asks, who has a place. It is theirs: what it says is not in the log. */
export function noteTime(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  { day: said, hours, purpose, words }: TimeWish,
): Promise<NotedTimeId> {
  return change(db, actor, async (tx) => {
    const { own, round } = await lockOwn(tx, actor, roundId);
    const today = dateIn(now());
    const day = said ?? today;
    const minutes = inMinutes(hours) ?? 0;
    if (Temporal.PlainDate.compare(day, today) > 0) throw wrong({ path: "day", code: "noted_time.not_yet" });
    const noted = await notedBy(tx, own.registrationId);
    if (noted.length >= mostLines) throw new Refusal("conflict", "noted_time.too_many");
    if (minutesOf(noted.filter((line) => line.day.equals(day))) + minutes > minutesADay)
      throw wrong({ path: "hours", code: "noted_time.more_than_a_day" });
    const id = newId<"noted_time">();
    await tx
      .insertInto("noted_time")
      .values({ id, registration_id: own.registrationId, day, minutes, purpose, words: words || null, noted_at: now() })
      .execute();
    await record(tx, { by: actor, what: "circles.time_noted", about: id, organisationId: round.organisationId });
    return id;
  });
}

/** Takes away a line of one's own. */
export function removeNotedTime(
  db: Database,
  actor: Actor,
  { roundId, id }: { readonly roundId: RoundId; readonly id: NotedTimeId },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { own, round } = await lockOwn(tx, actor, roundId);
    const isOwn = (await notedBy(tx, own.registrationId)).some((line) => line.id === id);
    if (!isOwn) throw new Refusal("not_found", "noted_time.no_such_line");
    await tx.deleteFrom("noted_time").where("id", "=", id).execute();
    await record(tx, {
      by: actor,
      what: "circles.noted_time_removed",
      about: id,
      organisationId: round.organisationId,
    });
  });
}

/** The place of whoever asks, locked so that two notes at once are counted one after the other. */
async function lockOwn(
  tx: Tx,
  actor: Actor,
  roundId: RoundId,
): Promise<Room & { readonly own: NonNullable<Room["own"]> }> {
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const { own } = room;
  if (!own) throw new Refusal("forbidden", "noted_time.participants_note");
  if (!mayNoteTime(room)) throw new Refusal("conflict", "noted_time.cancelled");
  await tx.selectFrom("registration").where("id", "=", own.registrationId).select("id").forUpdate().execute();
  return { ...room, own };
}

function wrong(problem: Problem): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}
