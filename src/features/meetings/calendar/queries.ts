import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { seatedBodies } from "#features/meetings/body/queries.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import type { MeetingInCalendar } from "#features/meetings/invitation/meeting-calendar.ts";

/**
 * The meetings of the bodies somebody sits in today, each once, with where digital ones are joined. Who has left a seat
 * has its meetings no more.
 */
export function meetingsSatIn(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<MeetingInCalendar[]> {
  return inCalendar(db, sql<SqlBool>`b.body_id in ${seatedBodies(actor, today)}`, today);
}

/** The meetings of one body, without where they are joined: the address of its calendar may be handed on. */
export async function meetingsOfBodyInCalendar(
  db: Reader,
  bodyId: BodyId,
  today: Temporal.PlainDate,
): Promise<MeetingInCalendar[]> {
  const meetings = await inCalendar(db, sql<SqlBool>`b.body_id = ${bodyId}`, today);
  return meetings.map((meeting) => ({ ...meeting, joinLink: null }));
}

/** Meetings of the last year and ahead, those that are called off too. `where` speaks of a body that meets as `b`. */
async function inCalendar(
  db: Reader,
  where: RawBuilder<SqlBool>,
  today: Temporal.PlainDate,
): Promise<MeetingInCalendar[]> {
  const { rows } = await sql<MeetingInCalendar & { readonly hidden: string[] }>`
    select m.id, m.slug, m.title, m.day, m.starts, m.ends, m.mode, m.venue, m.join_link as "joinLink", m.state,
      m.calendar_sequence as "calendarSequence",
      array(
        select p.name from meeting_body x
        join body_seat s on s.body_id = x.body_id and s.kind = 'userRepresentative'
        join body_seat_holding h on h.seat_id = s.id and h.name_agreed_at is null
        join person p on p.id = h.person_id
        where x.meeting_id = m.id) as hidden
    from meeting m
    where m.day >= ${today.subtract({ years: 1 })} and m.id in (select b.meeting_id from meeting_body b where ${where})
    order by m.day, m.id`.execute(db);
  return rows.map(({ hidden, ...meeting }) => ({ ...meeting, title: withoutNames(meeting.title, hidden, "…") }));
}
