import { dateIn, stockholm } from "#kernel/clock.ts";
import type { Session } from "#features/circles/round/round.ts";
import { isReminderDue } from "#features/circles/round/reminders/reminder-moment.ts";

type Meeting = Pick<Session, "id" | "date" | "starts" | "calledOff">;

/**
 * The meeting that an assignment is due before. A meeting that is called off is no deadline: the next one that is held
 * is. Nothing, when there is none. (R022)
 */
export function dueMeeting<Each extends Meeting>(
  sessions: readonly Each[],
  dueBefore: string | null,
): Each | undefined {
  const from = sessions.findIndex(({ id }) => id === dueBefore);
  return from < 0 ? undefined : sessions.slice(from).find(({ calledOff }) => !calledOff);
}

/** When the time is out: as the meeting begins, or when its day is over while nobody knows at what hour it begins. */
export function dueMoment(meeting: Meeting | undefined): Temporal.Instant | undefined {
  if (!meeting?.date) return undefined;
  const { date, starts } = meeting;
  const moment = starts
    ? date.toZonedDateTime({ timeZone: stockholm, plainTime: starts })
    : date.add({ days: 1 }).toZonedDateTime({ timeZone: stockholm });
  return moment.toInstant();
}

/** Whether the time is out. What has no time is never late. */
export function isLate(meeting: Meeting | undefined, now: Temporal.Instant): boolean {
  const due = dueMoment(meeting);
  return due !== undefined && Temporal.Instant.compare(now, due) >= 0;
}

/** How far a text has come. */
export const submissionStates = ["nothing", "draft", "handedIn", "late", "answered"] as const;
export type SubmissionState = (typeof submissionStates)[number];

type Come = {
  readonly handedInAt: Temporal.Instant | null;
  readonly late: boolean;
  readonly answeredAt: Temporal.Instant | null;
};

/** How far somebody has come with an assignment. */
export function stateOf(submission: Come | undefined): SubmissionState {
  if (!submission) return "nothing";
  if (submission.answeredAt) return "answered";
  if (!submission.handedInAt) return "draft";
  return submission.late ? "late" : "handedIn";
}

/** Whether others have something to read. */
export function isHandedIn(state: SubmissionState): boolean {
  return state !== "nothing" && state !== "draft";
}

/**
 * Whether somebody needs a nudge: nothing is handed in, and the meeting is two working days away or nearer, or has
 * been. Before that nobody is chased.
 */
export function needsNudge(state: SubmissionState, meeting: Meeting | undefined, now: Temporal.Instant): boolean {
  if (isHandedIn(state) || !meeting?.date) return false;
  return isLate(meeting, now) || isReminderDue(meeting.date, dateIn(now)) || meeting.date.equals(dateIn(now));
}
