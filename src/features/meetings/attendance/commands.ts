import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type Deed, record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import type {
  ApproximateCount,
  AttendanceId,
  AttendanceState,
  AttendeeChange,
  NewAttendee,
  RestMark,
  SeatMark,
} from "#features/meetings/attendance/attendance.ts";
import { unfitMark } from "#features/meetings/attendance/marking.ts";
import { insideToNote, writtenTwice } from "#features/meetings/attendance/noting/queries.ts";
import { type Seated, seatedAt } from "#features/meetings/attendance/seated/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MeetingFacts, MeetingInside } from "#features/meetings/meeting/queries.ts";

/**
 * Notes how somebody who sits in a body took part, or takes back what was noted in that body's list. Somebody who sits
 * in two of the bodies that meet is noted in both by the first press. Of two notes about the same person the last one
 * stands; notes about different people never meet. (R168)
 */
export function markSeat(db: Database, actor: Actor, now: Clock, slug: string, mark: SeatMark): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { meeting } = await insideToNote(tx, actor, slug, dateIn(at));
    const { bodyId, personId, state } = mark;
    refuseUnfit(meeting, state === "unmarked" ? "excused" : state, dateIn(at));
    const own = (await seatedAt(tx, meeting, dateIn(at))).filter((seated) => seated.personId === personId);
    if (!own.some((seated) => seated.bodyId === bodyId)) throw new Refusal("conflict", "presence.not_seated");
    if (state === "unmarked") await forgetSeat(tx, meeting.id, bodyId, personId);
    else
      for (const seated of own)
        await noteSeat(tx, meeting.id, seated, { state, at, replaces: seated.bodyId === bodyId });
    await recorded(tx, meeting, { by: actor, what: "meetings.attendance_marked", after: { bodyId, personId, state } });
  });
}

/** Notes everybody of one body about whom nothing has been noted, substitutes apart: the quick way when nearly all came. */
export function markTheRest(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { bodyId, state }: RestMark,
): Promise<{ marked: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await insideToNote(tx, actor, slug, dateIn(at));
    const { meeting } = inside;
    refuseForeign(inside, bodyId);
    refuseUnfit(meeting, state, dateIn(at));
    const rest = (await seatedAt(tx, meeting, dateIn(at))).filter(
      (seated) => seated.bodyId === bodyId && seated.role !== "substitute",
    );
    let marked = 0;
    for (const seated of rest) marked += await noteSeat(tx, meeting.id, seated, { state, at, replaces: false });
    await recorded(tx, meeting, {
      by: actor,
      what: "meetings.attendance_rest_marked",
      after: { bodyId, state, marked },
    });
    return { marked };
  });
}

/**
 * Writes down somebody who came without a seat: a guest, somebody adjoined, a substitute, or somebody for another body
 * or organisation. The same name from the same organisation stands once in a list. (R170-R172)
 */
export function addAttendee(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  attendee: NewAttendee,
): Promise<{ id: AttendanceId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await insideToNote(tx, actor, slug, dateIn(at));
    const { meeting } = inside;
    if (attendee.bodyId !== null) refuseForeign(inside, attendee.bodyId);
    refuseUnfit(meeting, attendee.state, dateIn(at));
    // Held so that two who write the same guest down at once do not make two of them.
    await tx.selectFrom("meeting").where("id", "=", meeting.id).forUpdate().select("id").execute();
    const from = await organisationOf(tx, attendee.organisation);
    if (attendee.name !== null && (await writtenTwice(tx, meeting.id, attendee.bodyId, attendee.name, from)))
      throw new Refusal("invalid", "presence.stands_already", {}, [{ path: "name", code: "presence.stands_already" }]);
    const id = newId<"attendance_at_meeting">();
    await tx
      .insertInto("attendance_at_meeting")
      .values({
        id,
        meeting_id: meeting.id,
        body_id: attendee.bodyId,
        name: attendee.name,
        role: attendee.role,
        ...from,
        ...(await representedBy(tx, attendee.represents)),
        substitutes_for: attendee.role === "substitute" ? attendee.substitutesFor : null,
        state: attendee.state,
        noted_at: at,
      })
      .execute();
    await recorded(tx, meeting, {
      by: actor,
      what: "meetings.attendee_added",
      after: { attendee: id, role: attendee.role },
    });
    return { id };
  });
}

/** Puts a row right: for whom somebody came, as what, and how. */
export function changeAttendee(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: AttendanceId,
  { role, organisation, represents, state }: AttendeeChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { meeting } = await insideToNote(tx, actor, slug, dateIn(at));
    refuseUnfit(meeting, state, dateIn(at));
    const { numUpdatedRows } = await tx
      .updateTable("attendance_at_meeting")
      .set({
        role,
        state,
        ...(await organisationOf(tx, organisation)),
        ...(await representedBy(tx, represents)),
        noted_at: at,
      })
      .where("id", "=", id)
      .where("meeting_id", "=", meeting.id)
      // Somebody without a name can only be a service-user representative.
      .where((eb) =>
        eb.or([eb("person_id", "is not", null), eb("name", "is not", null), eb.val(role === "userRepresentative")]),
      )
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal("not_found", "presence.no_such_row");
    await recorded(tx, meeting, { by: actor, what: "meetings.attendee_changed", after: { attendee: id, role, state } });
  });
}

/** Takes a row away. Taken away already, it stays away. */
export function removeAttendee(db: Database, actor: Actor, now: Clock, slug: string, id: AttendanceId): Promise<void> {
  return change(db, actor, async (tx) => {
    const { meeting } = await insideToNote(tx, actor, slug, dateIn(now()));
    await tx.deleteFrom("attendance_at_meeting").where("id", "=", id).where("meeting_id", "=", meeting.id).execute();
    await recorded(tx, meeting, { by: actor, what: "meetings.attendee_removed", after: { attendee: id } });
  });
}

/** Says about how many came for a body where nobody wrote a list; nothing takes it back. It is never added to a count. */
export function setApproximateCount(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { bodyId, count }: ApproximateCount,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await insideToNote(tx, actor, slug, dateIn(now()));
    const { meeting } = inside;
    refuseForeign(inside, bodyId);
    if (count !== null) refuseUnfit(meeting, "present", dateIn(now()));
    await tx
      .updateTable("meeting_body")
      .set({ approximate_count: count })
      .where("meeting_id", "=", meeting.id)
      .where("body_id", "=", bodyId)
      .execute();
    await recorded(tx, meeting, { by: actor, what: "meetings.approximate_count_set", after: { bodyId, count } });
  });
}

function refuseUnfit(meeting: MeetingFacts, state: AttendanceState, today: Temporal.PlainDate): void {
  const problem = unfitMark(meeting, state, today);
  if (problem) throw new Refusal("conflict", problem);
}

function refuseForeign({ bodies }: MeetingInside, bodyId: BodyId): void {
  if (bodies.some(({ id }) => id === bodyId)) return;
  throw new Refusal("invalid", "presence.not_in_meeting", {}, [{ path: "bodyId", code: "presence.not_in_meeting" }]);
}

type Note = { readonly state: AttendanceState; readonly at: Temporal.Instant; readonly replaces: boolean };

/** One person in one list. `replaces` tells whether it stands over what was noted there before. */
async function noteSeat(tx: Tx, meetingId: MeetingId, seated: Seated, { state, at, replaces }: Note): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("attendance_at_meeting")
    .values({
      id: newId<"attendance_at_meeting">(),
      meeting_id: meetingId,
      body_id: seated.bodyId,
      person_id: seated.personId,
      role: seated.role,
      organisation_id: seated.organisationId,
      substitutes_for: seated.substitutesFor,
      state,
      noted_at: at,
    })
    .onConflict((conflict) => {
      const same = conflict.columns(["meeting_id", "body_id", "person_id"]).where("person_id", "is not", null);
      return replaces ? same.doUpdateSet({ state, noted_at: at }) : same.doNothing();
    })
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

async function forgetSeat(tx: Tx, meetingId: MeetingId, bodyId: BodyId, personId: PersonId): Promise<void> {
  await tx
    .deleteFrom("attendance_at_meeting")
    .where("meeting_id", "=", meetingId)
    .where("body_id", "=", bodyId)
    .where("person_id", "=", personId)
    .execute();
}

/** The organisation that was written, if it is in the register by that name; else the words as they stand. */
async function organisationOf(
  tx: Tx,
  written: string | null,
): Promise<{ organisation_id: OrganisationId | null; organisation_name: string | null }> {
  if (written === null) return { organisation_id: null, organisation_name: null };
  const known = await organisationWritten(tx, written);
  return known
    ? { organisation_id: known.id, organisation_name: null }
    : { organisation_id: null, organisation_name: written };
}

async function representedBy(tx: Tx, written: string | null) {
  if (written === null) return { represents_body_id: null, represents: null };
  const body = await tx
    .selectFrom("body")
    .where(sql`lower(name)`, "=", written.toLocaleLowerCase("sv"))
    .select("id")
    .executeTakeFirst();
  return body ? { represents_body_id: body.id, represents: null } : { represents_body_id: null, represents: written };
}

function recorded(tx: Tx, { id, organisationId }: MeetingFacts, deed: Pick<Deed, "by" | "what" | "after">) {
  return record(tx, { ...deed, about: id, organisationId });
}
