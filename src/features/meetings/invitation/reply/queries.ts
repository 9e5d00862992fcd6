import { sql, type SqlBool } from "kysely";
import { nobody } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { personBehind } from "#features/organisations/people/queries.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInMeeting } from "#features/meetings/body/queries.ts";
import { type Reply, replyPurpose } from "#features/meetings/invitation/reply/reply.ts";
import { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingAsSeen, type MeetingInside } from "#features/meetings/meeting/queries.ts";

/** What somebody has answered; nothing when they have not. */
export async function ownReply(db: Reader, meetingId: MeetingId, personId: PersonId): Promise<Reply | undefined> {
  const row = await db
    .selectFrom("meeting_reply")
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .select("answer")
    .executeTakeFirst();
  return row?.answer;
}

/** What somebody is asked behind a mailed link; nothing for a link that never was. */
export async function askedByLink(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, replyPurpose, token, now);
  if (!link?.version) return undefined;
  const today = dateIn(now);
  const inside = await meetingAsSeen(db, nobody, sql<SqlBool>`id = ${MeetingId.parse(link.subject)}`, today);
  // The link keeps the entry it was mailed to, which may have turned out to be somebody else's since.
  const personId = await personBehind(db, PersonId.parse(link.version));
  if (!inside || !personId) return undefined;
  const { meeting } = inside;
  const isOver =
    link.state !== "open" || !meeting.asksForReply || meeting.state === "calledOff" || meeting.state === "held";
  const [answer, look] = await Promise.all([ownReply(db, meeting.id, personId), lookOf(db, meeting.organisationId)]);
  return { meeting, personId, answer, look, stands: isOver ? ("over" as const) : ("open" as const) };
}

/** Somebody who is called, by body, as whoever plans sees them. */
export type ReplyRow = {
  readonly bodyId: BodyId;
  readonly personId: PersonId;
  /** Null: a service-user representative who is told by function and organisation. */
  readonly name: string | null;
  readonly function: string;
  readonly isSubstitute: boolean;
  readonly answer: Reply | null;
};

/** Who comes, body by body. Somebody who sits in two stands in both; whoever counts them counts people. */
export async function repliesTo(db: Reader, { meeting, today }: MeetingInside): Promise<ReplyRow[]> {
  const on = meeting.day && Temporal.PlainDate.compare(meeting.day, today) > 0 ? meeting.day : today;
  return db
    .selectFrom("meeting_body as b")
    .innerJoin("body_seat as s", "s.body_id", "b.body_id")
    .innerJoin("body_seat_holding as h", "h.seat_id", "s.id")
    .innerJoin("person as p", "p.id", "h.person_id")
    .leftJoin("meeting_reply as r", (join) =>
      join.onRef("r.meeting_id", "=", "b.meeting_id").onRef("r.person_id", "=", "h.person_id"),
    )
    .where("b.meeting_id", "=", meeting.id)
    .where(validOn(on, "h"))
    .where((eb) => eb.or([eb("s.ended_on", "is", null), eb("s.ended_on", ">=", on)]))
    .distinctOn(["b.position", "b.body_id", "h.person_id"])
    .orderBy("b.position")
    .orderBy("b.body_id")
    .orderBy("h.person_id")
    .orderBy("h.is_substitute")
    .orderBy("s.position")
    .select(["b.body_id as bodyId", "h.person_id as personId", "s.function", "h.is_substitute as isSubstitute"])
    .select(["r.answer", nameInMeeting(sql.ref("b.meeting_id")).as("name")])
    .execute();
}
