import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { keptBy } from "#features/meetings/body/queries.ts";
import { validOn } from "#features/organisations/queries.ts";

/** Meetings whose minutes are final in some part that nobody has been sent, for those who send them: latest first. */
export async function minutesToSend(db: Reader, actor: Actor, now: Temporal.Instant) {
  const today = dateIn(now);
  return db
    .selectFrom("minutes_part as t")
    .innerJoin("meeting as m", "m.id", "t.meeting_id")
    .where("t.state", "=", "final")
    .where(sql<boolean>`not exists (select from minutes_sent_part s where s.part_id = t.id)`)
    .where(
      sql<boolean>`exists (
      select from meeting_body mb join body b on b.id = mb.body_id
      where mb.meeting_id = m.id and (${keptBy(actor)} or exists (
        select from body_seat s join body_seat_holding h on h.seat_id = s.id
        where s.body_id = b.id and s.kind in ('chair', 'secretary') and h.person_id = ${actor.personId ?? null}::uuid
          and ${validOn(today, "h")} and (s.ended_on is null or ${today}::date <= s.ended_on))))`,
    )
    .groupBy("m.id")
    .orderBy(sql`max(t.finished_at)`, "desc")
    .limit(20)
    .select(["m.slug", "m.title", "m.day", sql<number>`count(*)::int`.as("parts")])
    .execute();
}
