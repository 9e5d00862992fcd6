import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { refuseResting } from "#features/meetings/meeting/planning/commands.ts";
import type { Minutes } from "#features/meetings/minutes-reading/minutes.ts";
import { insertAttendance } from "#features/meetings/pasting/attendance/commands.ts";
import { listedAttendees, nameRemover } from "#features/meetings/pasting/confirmed.ts";
import { insertMinutes } from "#features/meetings/pasting/minutes/commands.ts";
import {
  mostItems,
  mostRows,
  type PastedMinutesId,
  type PastingAnswers,
} from "#features/meetings/pasting/pasted-minutes.ts";
import { sameWords } from "#features/meetings/pasting/pasted-text.ts";
import { bodiesToPasteFor, pastedBefore, peopleSeated, readingToConfirm } from "#features/meetings/pasting/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";

type Pasted = { readonly text: string; readonly fileName: string | null; readonly minutes: Minutes };

/**
 * Keeps a pasted text with what was read from it, until the one who pasted it has confirmed it. The same text for the
 * same body is the same: one's own reading that waits is taken up again, and what has become a meeting is refused.
 */
export function keepPasted(
  db: Database,
  actor: Actor,
  now: Clock,
  bodyIds: readonly BodyId[],
  { text, fileName, minutes }: Pasted,
): Promise<{ id: PastedMinutesId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { personId } = actor;
    if (personId === undefined) throw new Refusal("forbidden", "pasting.not_yours");
    const bodies = await bodiesToPasteFor(tx, actor, bodyIds, dateIn(at));
    if (minutes.attendance.length > mostRows || minutes.items.length > mostItems)
      throw new Refusal("invalid", "pasting.too_much", { rows: mostRows, items: mostItems });
    const digest = createHash("sha256").update(sameWords(text)).digest();
    // Of two who paste the same at once, the second finds what the first has kept.
    await sql`select pg_advisory_xact_lock(hashtext('meetings.pasted_minutes'))`.execute(tx);
    const before = await pastedBefore(tx, actor, digest, bodyIds);
    if (before?.slug) throw new Refusal("conflict", "pasting.is_a_meeting", { title: before.title ?? "" });
    if (before) {
      markRecorded(tx);
      return { id: before.id };
    }
    const id = newId<"pasted_minutes">();
    await tx
      .insertInto("pasted_minutes")
      .values({ id, text, digest, file_name: fileName, read: json(minutes), pasted_by: personId, pasted_at: at })
      .execute();
    await tx
      .insertInto("pasted_minutes_body")
      .values(bodies.map((body, position) => ({ pasted_id: id, body_id: body.id, position })))
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.minutes_pasted",
      about: id,
      organisationId: bodies[0].organisationId,
      after: { bodies: bodies.map((body) => body.id), rows: minutes.attendance.length, items: minutes.items.length },
    });
    return { id };
  });
}

/**
 * Makes a meeting of a reading as a person has confirmed it: the meeting that was held, who came, the minutes of each part
 * as working ones for somebody to finish, and the next meetings that were ticked. All of it or nothing. A day that the text
 * does not say stays unknown. The names of service-user representatives who have not agreed to be named go from all of it,
 * also from the original. (R167-R172, R182, R218)
 */
export function confirmPasted(
  db: Database,
  actor: Actor,
  now: Clock,
  id: PastedMinutesId,
  answers: PastingAnswers,
  /** What the item is called that holds the questions. */
  questionsHeading: string,
): Promise<{ slug: string; planned: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    await tx.selectFrom("pasted_minutes").where("id", "=", id).forUpdate().select("id").execute();
    const reading = await readingToConfirm(tx, actor, id, today);
    const { bodies } = reading;
    refuseForeign(bodies, answers);
    if (answers.day !== null && Temporal.PlainDate.compare(answers.day, today) > 0)
      throw new Refusal("invalid", "pasting.day_ahead", {}, [{ path: "day", code: "pasting.day_ahead" }]);
    const rows = listedAttendees(answers);
    const people = await peopleSeated(
      tx,
      bodies.map((body) => body.id),
      today,
    );
    if (rows.some(({ personId }) => personId !== null && !people.some((person) => person.id === personId)))
      throw new Refusal("invalid", "pasting.not_seated");

    const meeting = await insertMeeting(tx, bodies, { ...answers, state: "held", starts: null, ends: null }, at);
    await insertAttendance(tx, meeting.id, rows, at);
    if (answers.approximateCount !== null)
      await tx
        .updateTable("meeting_body")
        .set({ approximate_count: answers.approximateCount })
        .where("meeting_id", "=", meeting.id)
        .where("body_id", "=", answers.approximateBody ?? bodies[0]?.id ?? null)
        .execute();
    const clean = nameRemover(rows);
    const questions = answers.keepQuestions ? reading.minutes.questions : [];
    await insertMinutes(
      tx,
      { meetingId: meeting.id, bodies, people, clean },
      { ...answers, questions, questionsHeading },
    );
    const wanted = answers.next.filter(({ plan }) => plan);
    refuseResting(
      bodies,
      wanted.flatMap(({ day }) => day ?? []),
    );
    for (const next of wanted) await insertMeeting(tx, bodies, { ...next, title: answers.title, state: "planned" }, at);

    await tx
      .updateTable("pasted_minutes")
      .set({ text: clean(reading.text), read: null, meeting_id: meeting.id, confirmed_at: at })
      .where("id", "=", id)
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.pasted_minutes_confirmed",
      about: meeting.id,
      organisationId: bodies[0]?.organisationId,
      after: {
        day: answers.day?.toString() ?? null,
        rows: rows.length,
        items: answers.items.length,
        planned: wanted.length,
      },
    });
    return { slug: meeting.slug, planned: wanted.length };
  });
}

/** Throws a reading away that nobody has confirmed. Thrown away already, it stays away. */
export function discardPasted(db: Database, actor: Actor, now: Clock, id: PastedMinutesId): Promise<void> {
  return change(db, actor, async (tx) => {
    const reading = await readingToConfirm(tx, actor, id, dateIn(now()));
    await tx.deleteFrom("pasted_minutes").where("id", "=", id).where("meeting_id", "is", null).execute();
    await record(tx, {
      by: actor,
      what: "meetings.pasted_minutes_discarded",
      about: id,
      organisationId: reading.bodies[0]?.organisationId,
    });
  });
}

type Wanted = {
  readonly title: string;
  readonly day: Temporal.PlainDate | null;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly state: "held" | "planned";
};

async function insertMeeting(
  tx: Tx,
  bodies: readonly BodyFacts[],
  { title, day, starts, ends, state }: Wanted,
  at: Temporal.Instant,
): Promise<{ id: MeetingId; slug: string }> {
  const [first] = bodies;
  if (!first) throw new Refusal("not_found", "body.no_such_body");
  // The same lock as for meetings that are planned: of two with the same title, one takes its address after the other.
  await sql`select pg_advisory_xact_lock(hashtext('meetings.meeting_slugs'))`.execute(tx);
  const wanted = [slugOf(title, 48) || "mote", day?.toString()].filter(Boolean).join("-");
  const near = await tx.selectFrom("meeting").where("slug", "like", `${wanted}%`).select("slug").execute();
  const slug = freeSlug(wanted, new Set(["nytt", ...near.map((each) => each.slug)]));
  const id = newId<"meeting">();
  await tx
    .insertInto("meeting")
    .values({ id, slug, organisation_id: first.organisationId, title, day, starts, ends, state, created_at: at })
    .execute();
  await tx
    .insertInto("meeting_body")
    .values(bodies.map((body, position) => ({ meeting_id: id, body_id: body.id, position })))
    .execute();
  return { id, slug };
}

/** Lists, parts and counts are those of the bodies that met, and of no others. */
function refuseForeign(bodies: readonly BodyFacts[], { groups, items, approximateBody }: PastingAnswers): void {
  const meant = [...groups, ...items.map(({ bodyId }) => bodyId), approximateBody];
  if (meant.every((id) => id === null || bodies.some((body) => body.id === id))) return;
  throw new Refusal("invalid", "presence.not_in_meeting");
}
