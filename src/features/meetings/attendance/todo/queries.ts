import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { keptBy } from "#features/meetings/body/queries.ts";

/** How long a meeting nobody has noted is asked about: after that nobody remembers who came. */
const askedFor = { months: 3 };

/** Meetings whose day has passed and where nobody has noted who came, for those who lead or keep one of their bodies. */
export async function meetingsToNote(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
): Promise<{ slug: string; title: string; day: Temporal.PlainDate }[]> {
  const rows = await db
    .selectFrom("meeting as m")
    .where("m.state", "<>", "calledOff")
    .where("m.day", "<", today)
    .where("m.day", ">=", today.subtract(askedFor))
    .where(
      sql<SqlBool>`not exists (select from attendance_at_meeting a where a.meeting_id = m.id and a.state <> 'excused')
        and exists (
          select from meeting_body mb join body b on b.id = mb.body_id
          where mb.meeting_id = m.id and (${keptBy(actor)} or exists (
            select from body_seat_holding h join body_seat s on s.id = h.seat_id
            where s.body_id = b.id and s.kind in ('chair', 'secretary')
              and h.person_id = ${actor.personId ?? null}::uuid and ${validOn(today, "h")}
              and (s.ended_on is null or ${today}::date <= s.ended_on))))
        and not exists (
          select from meeting_body mb where mb.meeting_id = m.id and mb.approximate_count is not null)`,
    )
    .orderBy("m.day")
    .orderBy("m.id")
    .limit(10)
    .select(["m.slug", "m.title", "m.day"])
    .execute();
  return rows.flatMap(({ day, ...meeting }) => (day === null ? [] : [{ ...meeting, day }]));
}
