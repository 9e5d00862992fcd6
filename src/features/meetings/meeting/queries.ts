import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type BodyFacts, bodiesWhere } from "#features/meetings/body/queries.ts";
import { maySeeMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import type { MeetingId, MeetingMode, MeetingState } from "#features/meetings/meeting/meeting.ts";

/** What is known of a meeting. */
export type MeetingFacts = {
  readonly id: MeetingId;
  readonly slug: string;
  readonly title: string;
  readonly organisationId: OrganisationId;
  /** Null: notes were brought in that do not say when they met. */
  readonly day: Temporal.PlainDate | null;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly mode: MeetingMode | null;
  readonly venue: string | null;
  readonly joinLink: string | null;
  readonly welcome: string | null;
  readonly documentsBy: Temporal.PlainDate | null;
  readonly asksForReply: boolean;
  readonly replyBy: Temporal.PlainDate | null;
  readonly state: MeetingState;
  readonly calledAt: Temporal.Instant | null;
  readonly calledOffReason: string | null;
  readonly calendarSequence: number;
  readonly version: number;
};

/** A meeting as somebody inside it sees it: the bodies that meet, in order, each with how they stand to it. */
export type MeetingInside = {
  readonly meeting: MeetingFacts;
  readonly bodies: readonly BodyFacts[];
  /** The day it is asked about: what comes back by itself depends on it. */
  readonly today: Temporal.PlainDate;
};

/**
 * A meeting by its address, for those who sit in one of its bodies or keep one.
 *
 * @throws Refusal `not_found` for everybody else, and for a meeting that is not there.
 */
export async function meetingInside(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<MeetingInside> {
  const found = await meetingAsSeen(db, actor, sql<SqlBool>`slug = ${slug}`, today);
  if (!found || !maySeeMeeting(found.bodies.map(({ standing }) => standing)))
    throw new Refusal("not_found", "meeting.no_such_meeting");
  return found;
}

/** A meeting with the bodies that meet, whoever asks: the caller has asked who may. `which` speaks of the meeting. */
export async function meetingAsSeen(
  db: Reader,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  today: Temporal.PlainDate,
): Promise<MeetingInside | undefined> {
  const meeting = await db
    .selectFrom("meeting")
    .where(which)
    .select([
      "id",
      "slug",
      "title",
      "organisation_id as organisationId",
      "day",
      "starts",
      "ends",
      "mode",
      "venue",
      "join_link as joinLink",
      "welcome",
      "documents_by as documentsBy",
      "asks_for_reply as asksForReply",
      "reply_by as replyBy",
      "state",
      "called_at as calledAt",
      "called_off_reason as calledOffReason",
      "calendar_sequence as calendarSequence",
      "version",
    ])
    .executeTakeFirst();
  if (!meeting) return undefined;
  return {
    meeting,
    bodies: await bodiesThatMeet(db, actor, meeting.id, today),
    today,
  };
}

/** The bodies that meet, in the order of the meeting. */
async function bodiesThatMeet(
  db: Reader,
  actor: Actor,
  id: MeetingId,
  today: Temporal.PlainDate,
): Promise<BodyFacts[]> {
  const [order, bodies] = await Promise.all([
    db.selectFrom("meeting_body").where("meeting_id", "=", id).orderBy("position").select("body_id").execute(),
    bodiesWhere(
      db,
      actor,
      today,
      sql<SqlBool>`b.id in (select m.body_id from meeting_body m where m.meeting_id = ${id})`,
    ),
  ]);
  return order.flatMap(({ body_id }) => bodies.find((body) => body.id === body_id) ?? []);
}

/** A meeting in a list. */
export type MeetingLine = Awaited<ReturnType<typeof meetingLines>>[number];

/** The meetings of a body, the latest first. For those who sit in it or keep it. */
export function meetingLines(db: Reader, bodyId: BodyId, { from = 0, most = 50 } = {}) {
  return db
    .selectFrom("meeting as m")
    .innerJoin("meeting_body as b", "b.meeting_id", "m.id")
    .where("b.body_id", "=", bodyId)
    .orderBy(sql`m.day desc nulls last`)
    .orderBy("m.id")
    .offset(from)
    .limit(most)
    .select(["m.id", "m.slug", "m.title", "m.day", "m.starts", "m.ends", "m.state"])
    .execute();
}
