import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { dueMeeting, isHandedIn, stateOf } from "#features/circles/assignment/due.ts";
import { assignmentsIn, submissionsIn } from "#features/circles/assignment/queries.ts";
import { participantsOf } from "#features/circles/round/reminders/queries.ts";
import { isReminderDue } from "#features/circles/round/reminders/reminder-moment.ts";
import { factsOf } from "#features/circles/round/queries.ts";

/** Everything one reminder says. */
export type RemindedOfAssignment = Awaited<ReturnType<typeof assignmentReminders>>[number];

/**
 * Who is to be reminded today of what: everybody with a place who has not handed in, of what is due before a meeting
 * that is two working days away or nearer. (R022)
 */
export async function assignmentReminders(db: Reader, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("round as r", "r.id", "a.round_id")
    .where("r.state", "in", ["published", "closed", "allocated", "running", "followUpPending"])
    .where("a.due_before", "is not", null)
    .select("r.id")
    .distinct()
    .execute();
  const rounds = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  const reminders = await Promise.all(
    rounds.map(async (round) => {
      const near = (await assignmentsIn(db, round.id)).flatMap((assignment) => {
        const date = dueMeeting(round.sessions, assignment.dueBefore)?.date;
        return date && isReminderDue(date, dateIn(now)) ? [{ assignment, date }] : [];
      });
      if (near.length === 0) return [];
      const [written, participants] = await Promise.all([submissionsIn(db, round.id), participantsOf(db, round.id)]);
      return near.flatMap(({ assignment, date }) => {
        const done = written.filter((each) => each.assignmentId === assignment.id && isHandedIn(stateOf(each)));
        return participants
          .filter(({ id }) => !done.some(({ registrationId }) => registrationId === id))
          .map((participant) => ({ round, assignment, date, participant }));
      });
    }),
  );
  return reminders.flat();
}
