import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { type BodyFacts, bodiesWhere } from "#features/meetings/body/queries.ts";
import { restsOn } from "#features/meetings/body/resting.ts";
import { changedMeetingMail } from "#features/meetings/invitation/invitation-jobs.ts";
import { receiversOf } from "#features/meetings/invitation/queries.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { CallingOff, MeetingChange, NewMeeting } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { type MeetingFacts, type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";

type Planned = { readonly id: MeetingId; readonly slug: string };

/**
 * Plans a meeting of one body, or a joint one of several, and a series when there are further days. Only for bodies that
 * whoever plans runs themselves. (R210)
 */
export function planMeeting(
  db: Database,
  actor: Actor,
  now: Clock,
  { bodies: bodyIds, days, ...said }: NewMeeting,
): Promise<readonly [Planned, ...Planned[]]> {
  return change(db, actor, async (tx) => {
    const at = now();
    const wanted = [...new Set(bodyIds)];
    const known = await bodiesWhere(tx, actor, dateIn(at), sql<SqlBool>`b.id = any(${wanted}::uuid[])`);
    const bodies = wanted.flatMap((id) => known.find((body) => body.id === id) ?? []);
    const [first] = bodies;
    if (!first || bodies.length < wanted.length) throw new Refusal("not_found", "body.no_such_body");
    if (!bodies.every(({ standing }) => mayRunBody(standing)))
      throw new Refusal("forbidden", "meeting.not_yours_to_plan");
    refuseResting(bodies, [said.day, ...days]);

    const { organisationId } = first;
    const series = days.length > 0 ? newId<"meeting_series">() : null;
    if (series)
      await tx
        .insertInto("meeting_series")
        .values({ id: series, organisation_id: organisationId, name: said.title })
        .execute();
    // Of two that are planned at once with the same title, one takes its address after the other.
    await sql`select pg_advisory_xact_lock(hashtext('meetings.meeting_slugs'))`.execute(tx);
    const planned: Planned[] = [];
    for (const day of [said.day, ...days]) {
      const apart = said.day.until(day);
      const moved = (date: Temporal.PlainDate | null) => date && date.add(apart);
      const id = newId<"meeting">();
      const slug = await slugFor(tx, `${slugOf(said.title, 48) || "mote"}-${day.toString()}`);
      await tx
        .insertInto("meeting")
        .values({
          id,
          slug,
          organisation_id: organisationId,
          series_id: series,
          state: "planned",
          created_at: at,
          ...columnsOf({ ...said, day, documentsBy: moved(said.documentsBy), replyBy: moved(said.replyBy) }),
        })
        .execute();
      await tx
        .insertInto("meeting_body")
        .values(bodies.map((body, position) => ({ meeting_id: id, body_id: body.id, position })))
        .execute();
      planned.push({ id, slug });
    }
    const [one, ...others] = planned;
    if (!one) throw new Error("A meeting that was planned is not there");
    await record(tx, {
      by: actor,
      what: "meetings.meeting_planned",
      about: one.id,
      organisationId,
      after: { title: said.title, bodies: wanted, days: [said.day, ...days].map((day) => day.toString()) },
    });
    return [one, ...others];
  });
}

/** Refuses to plan a meeting of a body that rests that day: it is started again first. */
export function refuseResting(bodies: readonly BodyFacts[], days: readonly Temporal.PlainDate[]): void {
  const resting = bodies.find((body) => days.some((day) => restsOn(body, day)));
  if (resting) throw new Refusal("conflict", "meeting.body_rests", { body: resting.name });
}

async function slugFor(tx: Tx, wanted: string): Promise<string> {
  const near = await tx.selectFrom("meeting").where("slug", "like", `${wanted}%`).select("slug").execute();
  return freeSlug(wanted, new Set(["nytt", ...near.map(({ slug }) => slug)]));
}

/**
 * Says something else about a meeting, from the version that was read. Those who have been called are told what it was
 * when its time or its place is another, with an update for their calendars.
 */
export function changeMeeting(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, ...said }: MeetingChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMeetingToPlan(tx, actor, slug, now);
    const { meeting } = inside;
    mustBeAhead(meeting);
    mustBeAsRead(meeting, version);
    const isMoved = shownInCalendar(meeting) !== shownInCalendar(said);
    await tx
      .updateTable("meeting")
      .set({
        ...columnsOf(said),
        version: version + 1,
        calendar_sequence: meeting.calendarSequence + (isMoved ? 1 : 0),
      })
      .where("id", "=", meeting.id)
      .execute();
    if (isMoved && meeting.state === "called") await tellChange(tx, inside, now());
    await record(tx, {
      by: actor,
      what: "meetings.meeting_changed",
      about: meeting.id,
      organisationId: meeting.organisationId,
      before: told(meeting),
      after: told(said),
    });
  });
}

/** Calls a meeting off, with the reason. What stood on its agenda comes back to the next one. */
export function callOffMeeting(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { reason, version }: CallingOff,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMeetingToPlan(tx, actor, slug, now);
    const { meeting } = inside;
    mustBeAhead(meeting);
    mustBeAsRead(meeting, version);
    await tx
      .updateTable("meeting")
      .set({
        state: "calledOff",
        called_off_reason: reason,
        version: version + 1,
        calendar_sequence: meeting.calendarSequence + 1,
      })
      .where("id", "=", meeting.id)
      .execute();
    await tx
      .updateTable("matter_on_agenda")
      .set({ is_open: false })
      .where("item_id", "in", (eb) =>
        eb.selectFrom("agenda_item").where("meeting_id", "=", meeting.id).select("agenda_item.id"),
      )
      .execute();
    if (meeting.state === "called") await tellChange(tx, inside, now());
    await record(tx, {
      by: actor,
      what: "meetings.meeting_called_off",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { reason },
    });
  });
}

/** A meeting by its address, locked, for somebody who may plan it. */
export async function lockMeetingToPlan(tx: Tx, actor: Actor, slug: string, now: Clock): Promise<MeetingInside> {
  await tx.selectFrom("meeting").where("slug", "=", slug).select("id").forUpdate().execute();
  const inside = await meetingInside(tx, actor, slug, dateIn(now()));
  if (!mayPlanMeeting(inside.bodies.map(({ standing }) => standing)))
    throw new Refusal("forbidden", "meeting.not_yours_to_plan");
  return inside;
}

/** What was planned may be changed; what has been or was called off is as it was. */
export function mustBeAhead({ state }: Pick<MeetingFacts, "state">): void {
  if (state === "held") throw new Refusal("conflict", "meeting.is_held");
  if (state === "calledOff") throw new Refusal("conflict", "meeting.is_called_off");
}

function mustBeAsRead(meeting: Pick<MeetingFacts, "version">, version: number): void {
  if (meeting.version !== version) throw new Refusal("conflict", "meeting.changed_meanwhile");
}

/** Keeps what a meeting was, and leaves word for everybody who was called to it. */
async function tellChange(tx: Tx, { meeting, today }: MeetingInside, at: Temporal.Instant): Promise<void> {
  const { id, title, day, starts, ends, mode, venue, joinLink } = meeting;
  if (!day) return;
  const changeId = newId<"meeting_change">();
  await tx
    .insertInto("meeting_change")
    .values({
      id: changeId,
      meeting_id: id,
      changed_at: at,
      was_title: title,
      was_day: day,
      was_starts: starts,
      was_ends: ends,
      was_mode: mode,
      was_venue: venue,
      was_joined: joinLink,
    })
    .execute();
  for (const { personId } of await receiversOf(tx, meeting.id, today))
    await enqueue(tx, changedMeetingMail, { changeId, personId });
}

type Said = Omit<MeetingChange, "version">;

function columnsOf(said: Said) {
  const { title, day, starts, ends, mode, venue, joinLink, welcome, documentsBy, asksForReply, replyBy } = said;
  return {
    title,
    day,
    starts,
    ends,
    mode,
    venue,
    join_link: joinLink,
    welcome,
    documents_by: documentsBy,
    asks_for_reply: asksForReply,
    reply_by: asksForReply ? replyBy : null,
  };
}

type InCalendar = Pick<MeetingFacts, "title" | "day" | "starts" | "ends" | "mode" | "venue" | "joinLink">;

/** What a calendar shows of a meeting, as one text to compare. */
function shownInCalendar({ title, day, starts, ends, mode, venue, joinLink }: InCalendar): string {
  return JSON.stringify([title, day, starts, ends, mode, venue, joinLink]);
}

function told({ title, day, starts, ends, mode, venue }: InCalendar) {
  return { title, day: day?.toString(), starts: starts?.toString(), ends: ends?.toString(), mode, venue };
}
