import { sql, type SqlBool } from "kysely";
import { nobody } from "#kernel/actor.ts";
import type { Language } from "#kernel/messages.ts";
import type { Id, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { agendaOf } from "#features/meetings/agenda/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingAsSeen } from "#features/meetings/meeting/queries.ts";
import { papersOf } from "#features/meetings/paper/queries.ts";

/** Somebody who sits in one or several of the bodies that meet, once. */
export type Receiver = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly bodies: readonly BodyId[];
  /** They come only when the one whose seat it is cannot: in none of the bodies do they sit in their own right. */
  readonly isSubstitute: boolean;
};

/**
 * Everybody who is called to a meeting: those who sit in the bodies on its day (today, when that has been), substitutes,
 * adjoined and service-user representatives too. One who sits in two of the bodies stands once.
 */
export async function receiversOf(db: Reader, meetingId: MeetingId, today: Temporal.PlainDate): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select p.id as "personId", p.name, p.email, p.language,
      array_agg(distinct s.body_id) as bodies, bool_and(h.is_substitute) as "isSubstitute"
    from meeting m
    join meeting_body b on b.meeting_id = m.id
    join body_seat s on s.body_id = b.body_id
    join body_seat_holding h on h.seat_id = s.id
    join person p on p.id = h.person_id
    where m.id = ${meetingId}
      and h.valid_from <= greatest(m.day, ${today}::date)
      and (h.valid_to is null or greatest(m.day, ${today}::date) <= h.valid_to)
      and (s.ended_on is null or greatest(m.day, ${today}::date) <= s.ended_on)
    group by p.id
    order by p.name, p.id`.execute(db);
  return rows;
}

/** Everything a mail to one person about a meeting is made of; nobody if they sit in no body of it any more. */
export type Called = NonNullable<Awaited<ReturnType<typeof calledTo>>>;

/** A meeting as one of those who are called to it sees it: the common part of its agenda, and their own bodies' parts. */
export async function calledTo(
  db: Reader,
  { meetingId, personId }: { readonly meetingId: MeetingId; readonly personId: PersonId },
  today: Temporal.PlainDate,
) {
  const receiver = (await receiversOf(db, meetingId, today)).find((each) => each.personId === personId);
  const inside = await meetingAsSeen(db, nobody, sql<SqlBool>`id = ${meetingId}`, today);
  if (!receiver?.email || !inside) return undefined;
  const { meeting, bodies } = inside;
  const [agenda, papers, look] = await Promise.all([
    agendaOf(db, inside),
    papersOf(db, meetingId),
    lookOf(db, meeting.organisationId),
  ]);
  const isTheirs = ({ bodyId }: { readonly bodyId: BodyId | null }) =>
    bodyId === null || receiver.bodies.includes(bodyId);
  return {
    to: receiver.email,
    receiver,
    meeting,
    isJoint: bodies.length > 1,
    bodies: bodies.filter(({ id }) => receiver.bodies.includes(id)),
    agenda: agenda.filter(isTheirs),
    papers: papers.filter(isTheirs),
    look,
  };
}

/** What a meeting was before a change. */
export type MeetingWas = NonNullable<Awaited<ReturnType<typeof changeWithId>>>;

/** What a meeting was before a change, and which meeting it is. */
export async function changeWithId(db: Reader, id: Id<"meeting_change">) {
  return db
    .selectFrom("meeting_change")
    .where("id", "=", id)
    .select(["id", "meeting_id as meetingId", "was_day as day", "was_starts as starts", "was_ends as ends"])
    .select(["was_mode as mode", "was_venue as venue", "was_joined as joinLink", "was_title as title"])
    .executeTakeFirst();
}

/** Whether a mail has been put in the outbox already. */
export async function isPosted(db: Reader, key: string): Promise<boolean> {
  return (await db.selectFrom("mail").where("dedupe_key", "=", key).select("id").executeTakeFirst()) !== undefined;
}
