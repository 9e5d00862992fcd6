import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Reader, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type {
  AssignmentId,
  AssignmentWish,
  Feedback,
  SubmissionId,
  SubmissionWish,
} from "#features/circles/assignment/assignment.ts";
import { feedbackMailJob } from "#features/circles/assignment/assignment-jobs.ts";
import { keepFile, type SentFile, standFiles } from "#features/circles/assignment/files/commands.ts";
import { inMinutes } from "#features/circles/attendance/written-hours.ts";
import { mayGiveAssignments, mayGiveFeedback, mayHandIn } from "#features/circles/assignment/assignment-policy.ts";
import { dueMeeting, isLate } from "#features/circles/assignment/due.ts";
import { assignmentsIn, submissionsIn, submissionToAnswer } from "#features/circles/assignment/queries.ts";
import { roomWithId, type Room } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Gives the people of a circle something to do until a later meeting. (R022) */
export function giveAssignment(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  wish: AssignmentWish,
): Promise<AssignmentId> {
  return change(db, actor, async (tx) => {
    const room = await lockRoom(tx, actor, roundId);
    mustGive(room);
    mustFit(room, wish);
    const id = newId<"assignment">();
    await tx
      .insertInto("assignment")
      .values({ id, round_id: roundId, created_at: now(), ...columnsOf(wish) })
      .execute();
    await recorded(tx, actor, room, id, "circles.assignment_given", wish);
    return id;
  });
}

/** Says something else in an assignment. What has been handed in stays handed in, and as late as it was. */
export function changeAssignment(db: Database, actor: Actor, id: AssignmentId, wish: AssignmentWish): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockAssignment(tx, actor, id);
    mustGive(room);
    mustFit(room, wish);
    if (wish.visibility === "group" && (await wasForLeaders(tx, id)))
      throw wrong({ path: "visibility", code: "assignment.stays_with_leaders" });
    await tx.updateTable("assignment").set(columnsOf(wish)).where("id", "=", id).execute();
    await recorded(tx, actor, room, id, "circles.assignment_changed", wish);
  });
}

/** Takes an assignment back that nobody has begun with. What somebody has written something about stays. */
export function takeBackAssignment(db: Database, actor: Actor, id: AssignmentId): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockAssignment(tx, actor, id);
    mustGive(room);
    const written = await tx
      .selectFrom("assignment_submission")
      .where("assignment_id", "=", id)
      .select("id")
      .limit(1)
      .executeTakeFirst();
    if (written) throw new Refusal("conflict", "assignment.begun");
    await tx.deleteFrom("assignment").where("id", "=", id).execute();
    await recorded(tx, actor, room, id, "circles.assignment_taken_back");
  });
}

/**
 * Keeps what a participant has written about an assignment, as a draft for themselves or handed in for others to read.
 * It may be handed in late, and says so then; it may be bettered until it is answered, and is no later for that. A text
 * written from an earlier saving than the last is refused, so that neither of two replaces the other unseen. A file that
 * comes along is looked into and kept before the change, because that cannot be rolled back.
 */
export async function writeSubmission(
  db: Database,
  actor: Actor,
  now: Clock,
  id: AssignmentId,
  { text, based, deed, remove = [] }: SubmissionWish,
  sent?: SentFile,
): Promise<{ readonly version: number; readonly late: boolean }> {
  // Asked here as well: nobody else's file is kept.
  if (sent) ownPlace(await roomOfAssignment(db, actor, id));
  const file = sent && (await keepFile(sent));
  return change(db, actor, async (tx) => {
    const room = await lockAssignment(tx, actor, id);
    const { round } = room;
    const own = ownPlace(room);
    const before = (await submissionsIn(tx, round.id)).find(
      (each) => each.assignmentId === id && each.registrationId === own.registrationId,
    );
    if (before?.answeredAt) throw new Refusal("conflict", "assignment.answered_already");
    // The same text sent twice is one text.
    if ((before?.version ?? 0) !== based && before?.body !== text)
      throw new Refusal("conflict", "assignment.written_elsewhere");
    if (deed === "keep" && before?.handedInAt) throw new Refusal("conflict", "assignment.handed_in_already");
    if (deed === "handIn" && text === "") throw wrong({ path: "text", code: "web.field_missing" });

    const at = now();
    const assignment = (await assignmentsIn(tx, round.id)).find((each) => each.id === id);
    const handsInFirst = deed === "handIn" && !before?.handedInAt;
    const late = handsInFirst
      ? isLate(dueMeeting(round.sessions, assignment?.dueBefore ?? null), at)
      : (before?.late ?? false);
    const version = (before?.version ?? 0) + 1;
    const columns = {
      body: text,
      version,
      saved_at: at,
      late,
      handed_in_at: deed === "handIn" ? (before?.handedInAt ?? at) : null,
    };
    const submissionId = before?.id ?? newId<"assignment_submission">();
    if (before) {
      await tx.updateTable("assignment_submission").set(columns).where("id", "=", before.id).execute();
    } else {
      await tx
        .insertInto("assignment_submission")
        .values({ id: submissionId, assignment_id: id, registration_id: own.registrationId, ...columns })
        .execute();
    }
    await standFiles(tx, submissionId, { remove, add: file, at });
    // What it says is the participant's own, and is not in the log.
    await recorded(tx, actor, room, id, deed === "keep" ? "circles.submission_kept" : "circles.submission_handed_in");
    return { version, late };
  });
}

/** Says what one who leads the circle thinks of a text. It may be said again in other words. */
export function giveFeedback(
  db: Database,
  actor: Actor,
  now: Clock,
  { id, submissionId }: { readonly id: AssignmentId; readonly submissionId: SubmissionId },
  { feedback }: Feedback,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockAssignment(tx, actor, id);
    if (!mayGiveFeedback(room)) throw new Refusal("forbidden", "assignment.leaders_answer");
    const { written } = await submissionToAnswer(tx, room, id, submissionId, now());
    await tx
      .updateTable("assignment_submission")
      .set({ feedback, answered_at: now(), answered_by: actor.personId ?? null })
      .where("id", "=", written.submission.id)
      .execute();
    await enqueue(tx, feedbackMailJob, { submissionId: written.submission.id });
    await recorded(tx, actor, room, id, "circles.submission_answered");
  });
}

/** The circle, with its round locked so that no meeting goes away meanwhile; to those who are not in it, it is not there. */
async function lockRoom(tx: Tx, actor: Actor, roundId: RoundId): Promise<Room> {
  await tx.selectFrom("round").where("id", "=", roundId).select("id").forShare().execute();
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}

/** The circle that an assignment is given in, with the assignment locked. */
async function lockAssignment(tx: Tx, actor: Actor, id: AssignmentId): Promise<Room> {
  await tx.selectFrom("assignment").where("id", "=", id).select("id").forUpdate().execute();
  return roomOfAssignment(tx, actor, id);
}

async function roomOfAssignment(db: Reader, actor: Actor, id: AssignmentId): Promise<Room> {
  const found = await db.selectFrom("assignment").where("id", "=", id).select("round_id as roundId").executeTakeFirst();
  const room = found && (await roomWithId(db, actor, found.roundId));
  if (!room) throw new Refusal("not_found", "assignment.no_such_assignment");
  return room;
}

/** The place of whoever hands in; those without one have nothing to hand in. */
function ownPlace(room: Room): NonNullable<Room["own"]> {
  if (!room.own) throw new Refusal("forbidden", "assignment.participants_hand_in");
  if (!mayHandIn(room)) throw new Refusal("conflict", "assignment.over");
  return room.own;
}

function mustGive(room: Room): void {
  if (mayGiveAssignments(room)) return;
  throw room.part === "leads"
    ? new Refusal("conflict", "assignment.over")
    : new Refusal("forbidden", "assignment.leaders_give");
}

/** Both meetings are of this circle, and the one it is due before comes after the one at which it is given. */
function mustFit({ round }: Room, { givenAt, dueBefore }: AssignmentWish): void {
  const place = (id: string | null) => round.sessions.findIndex((session) => session.id === id);
  if (givenAt && place(givenAt) < 0) throw new Refusal("not_found", "round.no_such_session");
  if (dueBefore && place(dueBefore) < 0) throw wrong({ path: "dueBefore", code: "round.no_such_session" });
  if (givenAt && dueBefore && place(dueBefore) <= place(givenAt))
    throw wrong({ path: "dueBefore", code: "assignment.due_later" });
}

/** Whether something is handed in that was meant for those who lead: it is not opened to others afterwards. */
async function wasForLeaders(tx: Tx, id: AssignmentId): Promise<boolean> {
  const found = await tx
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .where("a.id", "=", id)
    .where("a.visibility", "=", "leaders")
    .where("s.handed_in_at", "is not", null)
    .select(sql<number>`1`.as("one"))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

const columnsOf = ({ givenAt, dueBefore, title, task, visibility, hours }: AssignmentWish) => ({
  given_at: givenAt,
  due_before: dueBefore,
  title,
  task,
  visibility,
  minutes: inMinutes(hours),
});

function wrong(problem: Problem): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}

function recorded(tx: Tx, by: Actor, { round }: Room, about: AssignmentId, what: string, after?: object) {
  return record(tx, { by, what, about, organisationId: round.organisationId, after });
}
