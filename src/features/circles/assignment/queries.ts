import { sql } from "kysely";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type {
  AssignmentId,
  SubmissionFileId,
  SubmissionId,
  Visibility,
} from "#features/circles/assignment/assignment.ts";
import {
  mayGiveAssignments,
  mayGiveFeedback,
  mayHandIn,
  mayReadOthers,
} from "#features/circles/assignment/assignment-policy.ts";
import { dueMeeting, isHandedIn, needsNudge, stateOf, type SubmissionState } from "#features/circles/assignment/due.ts";
import type { FileKey } from "#platform/files/files.ts";
import type { FileType } from "#platform/files/file-kinds.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import type { Participant, Room } from "#features/circles/room/queries.ts";
import { hostOf } from "#features/circles/round/host/queries.ts";
import type { RoundId, Session, SessionId } from "#features/circles/round/round.ts";

/** An assignment as it was given. */
export type Assignment = {
  readonly id: AssignmentId;
  readonly roundId: RoundId;
  readonly givenAt: SessionId | null;
  readonly dueBefore: SessionId | null;
  readonly title: string;
  readonly task: string;
  readonly visibility: Visibility;
  /** What it is thought to take; null when nobody has said. */
  readonly minutes: number | null;
};

const assignments = (db: Reader) =>
  db
    .selectFrom("assignment as a")
    .orderBy("a.created_at")
    .orderBy("a.id")
    .select(["a.id", "a.round_id as roundId", "a.given_at as givenAt", "a.due_before as dueBefore"])
    .select(["a.title", "a.task", "a.visibility", "a.minutes"]);

/** Everything that is given in a round, in the order it was given. */
export function assignmentsIn(db: Reader, roundId: RoundId): Promise<Assignment[]> {
  return assignments(db).where("a.round_id", "=", roundId).execute();
}

// A text stays with the application it was written under. Where two applications turned out to be one person's, it is
// read as written under the one that goes on, so that undoing that needs nothing moved back.
const owner = sql<RegistrationId>`coalesce(r.merged_into, r.id)`;

/** What was written about the assignments of a round, one text for each who takes part. */
export async function submissionsIn(db: Reader, roundId: RoundId) {
  const rows = await db
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .where("a.round_id", "=", roundId)
    .distinctOn(["s.assignment_id", owner])
    .orderBy("s.assignment_id")
    .orderBy(owner)
    .orderBy(sql`s.answered_at is null`)
    .orderBy(sql`s.handed_in_at is null`)
    .orderBy("s.saved_at", "desc")
    .select(["s.id", "s.assignment_id as assignmentId", owner.as("registrationId"), "s.body", "s.version", "s.late"])
    .select(["s.saved_at as savedAt", "s.handed_in_at as handedInAt", "s.feedback", "s.answered_at as answeredAt"])
    .execute();
  const files = await filesIn(db, roundId);
  return rows.map((row) => ({ ...row, files: files.get(row.id) ?? [] }));
}

/** A file that stands beside a text, as whoever may read the text sees it. */
export type SubmissionFile = {
  readonly id: SubmissionFileId;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
};

async function filesIn(db: Reader, roundId: RoundId): Promise<ReadonlyMap<SubmissionId, SubmissionFile[]>> {
  const rows = await db
    .selectFrom("submission_file as f")
    .innerJoin("assignment_submission as s", "s.id", "f.submission_id")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .where("a.round_id", "=", roundId)
    .orderBy("f.added_at")
    .orderBy("f.id")
    .select(["f.submission_id as submissionId", "f.id", "f.file_name as name", "f.file_type as type"])
    .select("f.file_size as size")
    .execute();
  return Map.groupBy(rows, ({ submissionId }) => submissionId);
}

export type Submission = Awaited<ReturnType<typeof submissionsIn>>[number];

/** An assignment in a list: until when, how far whoever asks has come, and how many have handed in. */
export type ListedAssignment = {
  readonly assignment: Assignment;
  readonly due: Session | undefined;
  readonly own: SubmissionState | undefined;
  readonly handedIn: number;
  readonly participants: number;
  readonly waiting: number;
};

/** The assignments of a circle with how far it has come with each. */
export async function assignmentsOf(db: Reader, room: Room): Promise<ListedAssignment[]> {
  const { round, own, participants } = room;
  const [given, written] = await Promise.all([assignmentsIn(db, round.id), submissionsIn(db, round.id)]);
  return given.map((assignment) => {
    const about = new Map(
      written.filter((each) => each.assignmentId === assignment.id).map((each) => [each.registrationId, each]),
    );
    const states = participants.map(({ registrationId }) => stateOf(about.get(registrationId)));
    return {
      assignment,
      due: dueMeeting(round.sessions, assignment.dueBefore),
      own: own && stateOf(about.get(own.registrationId)),
      handedIn: states.filter(isHandedIn).length,
      participants: participants.length,
      waiting: states.filter((state) => state === "handedIn" || state === "late").length,
    };
  });
}

/** What one participant has written about an assignment, as others may see it. A draft is nobody else's to read. */
export type Written = {
  readonly who: Participant;
  readonly state: SubmissionState;
  readonly needsNudge: boolean;
  readonly submission: Submission | undefined;
};

/**
 * One assignment of a circle. Those who lead see how far everybody has come; the others what was handed in, where the
 * assignment is for the whole group. Whoever has left the circle has taken their text along.
 *
 * @throws Refusal `not_found` for an assignment that the circle does not have.
 */
export async function assignmentPage(db: Reader, room: Room, id: string, now: Temporal.Instant) {
  const { round, own, participants } = room;
  const [given, submissions] = await Promise.all([assignmentsIn(db, round.id), submissionsIn(db, round.id)]);
  const assignment = given.find((each) => each.id === id);
  if (!assignment) throw new Refusal("not_found", "assignment.no_such_assignment");
  const due = dueMeeting(round.sessions, assignment.dueBefore);
  const about = submissions.filter((each) => each.assignmentId === id);
  const mine = own && about.find(({ registrationId }) => registrationId === own.registrationId);
  const can = {
    give: mayGiveAssignments(room),
    handIn: mayHandIn(room) && !mine?.answeredAt,
    answer: mayGiveFeedback(room),
    readOthers: mayReadOthers(room, assignment.visibility),
  };
  const others: Written[] = participants
    .filter(({ registrationId }) => registrationId !== own?.registrationId)
    .flatMap((who) => {
      const submission = about.find(({ registrationId }) => registrationId === who.registrationId);
      const state = stateOf(submission);
      const isRead = isHandedIn(state);
      if (!can.readOthers || (room.part !== "leads" && !isRead)) return [];
      // What a leader answers is between the two of them.
      const shown =
        submission && isRead ? { ...submission, feedback: can.answer ? submission.feedback : null } : undefined;
      return [{ who, state, needsNudge: needsNudge(state, due, now), submission: shown }];
    });
  const isUntouched = about.length === 0;
  return { assignment, due, mine, others, can, isUntouched, room };
}

/** One text that was handed in, for those who answer it. */
export async function submissionToAnswer(
  db: Reader,
  room: Room,
  id: string,
  submissionId: string,
  now: Temporal.Instant,
) {
  const page = await assignmentPage(db, room, id, now);
  if (!page.can.answer) throw new Refusal("forbidden", "assignment.leaders_answer");
  const written = page.others.find(({ submission }) => submission?.id === (submissionId as SubmissionId));
  if (!written?.submission) throw new Refusal("not_found", "assignment.no_such_submission");
  return { ...page, written: { ...written, submission: written.submission } };
}

/**
 * Where a file lies that stands beside a text which whoever asks may read: their own, or one that was handed in for them.
 *
 * @throws Refusal `not_found` otherwise
 */
export async function submissionFile(db: Reader, room: Room, id: string, fileId: string, now: Temporal.Instant) {
  const { mine, others } = await assignmentPage(db, room, id, now);
  const read = [mine, ...others.map(({ submission }) => submission)].flatMap((submission) => submission?.files ?? []);
  const known = read.find((file) => file.id === fileId);
  const row =
    known && (await db.selectFrom("submission_file").where("id", "=", known.id).select("file_key").executeTakeFirst());
  if (!known || !row) throw new Refusal("not_found", "assignment.no_such_file");
  return { ...known, key: row.file_key as FileKey };
}

/** Whoever a mail about one answered text goes to. Nobody, when they have left the circle or have no address. */
export async function toldOfFeedback(db: Reader, submissionId: SubmissionId) {
  const found = await db
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .innerJoin("round as c", "c.id", "a.round_id")
    .innerJoin("registration as w", "w.id", "s.registration_id")
    .innerJoin("registration as r", (join) => join.on("r.id", "=", sql<RegistrationId>`coalesce(w.merged_into, w.id)`))
    .where("s.id", "=", submissionId)
    .where("s.answered_at", "is not", null)
    .where("r.state", "in", ["placed", "completed"])
    .select(["a.id as assignmentId", "a.title", "c.id as roundId", "c.slug", "c.title as circle"])
    .select(["r.id as registrationId", "r.name", "r.email", "r.language"])
    .executeTakeFirst();
  if (!found?.email) return undefined;
  const [{ replyTo }, look] = await Promise.all([contactsOf(db, found.roundId), hostOf(db, found.roundId)]);
  return { ...found, email: found.email, replyTo: replyTo ?? look.replyTo, look };
}

export type ToldOfFeedback = NonNullable<Awaited<ReturnType<typeof toldOfFeedback>>>;
