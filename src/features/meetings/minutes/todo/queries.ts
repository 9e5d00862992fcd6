import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { seatedBodies } from "#features/meetings/body/queries.ts";

/** For how long after a meeting somebody still remembers enough to write what was said. */
const daysBack = 30;

/** Meetings whose minutes somebody leads or writes, and that are begun and not finished; the oldest first. */
export async function minutesToFinish(db: Reader, actor: Actor, today: Temporal.PlainDate) {
  return db
    .selectFrom("meeting as m")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("minutes_part as t")
          .whereRef("t.meeting_id", "=", "m.id")
          .where("t.state", "<>", "final")
          .where((or) =>
            or.or([
              leadsPart(actor, today),
              or.exists(
                or
                  .selectFrom("minutes_note_taker as n")
                  .whereRef("n.part_id", "=", "t.id")
                  .where("n.person_id", "=", actor.personId ?? null)
                  .where(sitsInPart(actor, today))
                  .select("n.part_id"),
              ),
            ]),
          )
          .select("t.id"),
      ),
    )
    .orderBy("m.day")
    .orderBy("m.id")
    .limit(10)
    .select(["m.slug", "m.title", "m.day"])
    .execute();
}

/** Minutes that somebody has been asked to adjust and has not yet, where they still sit. */
export async function minutesToAdjust(db: Reader, actor: Actor, today: Temporal.PlainDate) {
  return db
    .selectFrom("minutes_adjuster as a")
    .innerJoin("minutes_part as t", "t.id", "a.part_id")
    .innerJoin("meeting as m", "m.id", "t.meeting_id")
    .where("a.person_id", "=", actor.personId ?? null)
    .where("a.adjusted_at", "is", null)
    .where("t.state", "=", "adjusting")
    .where(sitsInPart(actor, today))
    .groupBy("m.id")
    .orderBy("m.day")
    .orderBy("m.id")
    .limit(10)
    .select(["m.slug", "m.title", "m.day"])
    .execute();
}

/** Meetings that have been, of bodies somebody leads, and of which nobody has begun to take notes. */
export async function meetingsWithoutMinutes(db: Reader, actor: Actor, today: Temporal.PlainDate) {
  return db
    .selectFrom("meeting as m")
    .where("m.state", "in", ["planned", "called", "held"])
    .where("m.day", "<", today)
    .where("m.day", ">=", today.subtract({ days: daysBack }))
    .where(
      sql<SqlBool>`exists (select from meeting_body mb
        where mb.meeting_id = m.id and mb.body_id in ${ledBodies(actor, today)})`,
    )
    .where(sql<SqlBool>`not exists (select from minutes_part t where t.meeting_id = m.id)`)
    .orderBy("m.day")
    .orderBy("m.id")
    .limit(10)
    .select(["m.slug", "m.title", "m.day"])
    .execute();
}

/** In SQL: the bodies somebody leads from within. */
function ledBodies(actor: Actor, today: Temporal.PlainDate) {
  return sql`(
    select s.body_id from body_seat_holding h join body_seat s on s.id = h.seat_id
    where h.person_id = ${actor.personId ?? null}::uuid and s.kind in ('chair', 'secretary') and ${validOn(today, "h")}
      and (s.ended_on is null or ${today}::date <= s.ended_on))`;
}

const bodiesOfPart = sql`(
  select mb.body_id from meeting_body mb
  where mb.meeting_id = t.meeting_id and (t.body_id is null or mb.body_id = t.body_id))`;

function leadsPart(actor: Actor, today: Temporal.PlainDate) {
  return sql<SqlBool>`exists (select from ${bodiesOfPart} b where b.body_id in ${ledBodies(actor, today)})`;
}

function sitsInPart(actor: Actor, today: Temporal.PlainDate) {
  return sql<SqlBool>`exists (select from ${bodiesOfPart} b where b.body_id in ${seatedBodies(actor, today)})`;
}
