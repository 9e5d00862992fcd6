import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { runBy } from "#features/meetings/body/queries.ts";
import { lacksPlainPaper } from "#features/meetings/paper/queries.ts";

/** How long before a meeting it is called at the latest, and has something to read in plain language. */
const daysAhead = 14;

/** A meeting in what is to be done. */
export type MeetingTodo = {
  readonly slug: string;
  readonly title: string;
  readonly day: Temporal.PlainDate;
  /** When whoever runs it wants the answers. */
  readonly replyBy: Temporal.PlainDate | null;
};

/** The next meeting somebody is called to and has not answered; none when they have answered all that ask. */
export async function meetingToAnswer(
  db: Reader,
  actor: Actor,
  now: Temporal.Instant,
): Promise<MeetingTodo | undefined> {
  if (!actor.personId) return undefined;
  const today = dateIn(now);
  // They sit there today, or the meeting's page is closed to them; and still on its day, or they are not called.
  const isCalled = sql<SqlBool>`exists (
    select from meeting_body mb
    join body_seat s on s.body_id = mb.body_id
    join body_seat_holding h on h.seat_id = s.id
    where mb.meeting_id = meeting.id and h.person_id = ${actor.personId}::uuid and h.valid_from <= ${today}::date
      and (h.valid_to is null or meeting.day <= h.valid_to) and (s.ended_on is null or meeting.day <= s.ended_on))`;
  const [next] = await meetingsWhere(
    db,
    today,
    sql<SqlBool>`meeting.state = 'called' and meeting.asks_for_reply and ${isCalled} and not exists (
      select from meeting_reply r where r.meeting_id = meeting.id and r.person_id = ${actor.personId}::uuid)`,
  );
  return next;
}

/** Meetings a fortnight ahead or less that nobody has been called to, for those who run one of their bodies. */
export function meetingsToCall(db: Reader, actor: Actor, now: Temporal.Instant): Promise<MeetingTodo[]> {
  const today = dateIn(now);
  const isSoon = sql<SqlBool>`meeting.day <= ${today.add({ days: daysAhead })}::date`;
  return meetingsWhere(db, today, sql<SqlBool>`meeting.state = 'planned' and ${isSoon} and ${isRunBy(actor, today)}`);
}

/** Meetings whose papers were to be there by a day that has passed, and that have none, for those who run their bodies. */
export function meetingsWithLatePapers(db: Reader, actor: Actor, now: Temporal.Instant): Promise<MeetingTodo[]> {
  const today = dateIn(now);
  return meetingsWhere(
    db,
    today,
    sql<SqlBool>`meeting.documents_by < ${today}::date and ${isRunBy(actor, today)}
      and not exists (select from meeting_paper q where q.meeting_id = meeting.id)`,
  );
}

/**
 * Meetings where a service-user representative has a seat and there is nothing in plain language to read, for those who
 * run their bodies: from the day papers were to be there, and from a fortnight before the meeting.
 */
export function meetingsWithoutPlainPaper(db: Reader, actor: Actor, now: Temporal.Instant): Promise<MeetingTodo[]> {
  const today = dateIn(now);
  const isTime = sql<SqlBool>`least(meeting.documents_by, meeting.day - ${daysAhead}::integer) <= ${today}::date`;
  const isLacking = sql<SqlBool>`exists (
    select from meeting_body m where m.meeting_id = meeting.id and ${lacksPlainPaper})`;
  return meetingsWhere(db, today, sql<SqlBool>`${isTime} and ${isLacking} and ${isRunBy(actor, today)}`);
}

function isRunBy(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = meeting.id and ${runBy(actor, today)})`;
}

/** Meetings that are ahead, the nearest first. */
async function meetingsWhere(
  db: Reader,
  today: Temporal.PlainDate,
  where: RawBuilder<SqlBool>,
): Promise<MeetingTodo[]> {
  const rows = await db
    .selectFrom("meeting")
    .where("meeting.state", "in", ["planned", "called"])
    .where("meeting.day", ">=", today)
    .where(where)
    .orderBy("meeting.day")
    .orderBy("meeting.id")
    .limit(10)
    .select(["meeting.slug", "meeting.title", "meeting.day", "meeting.reply_by as replyBy"])
    .execute();
  return rows.flatMap(({ day, ...meeting }) => (day === null ? [] : [{ ...meeting, day }]));
}
