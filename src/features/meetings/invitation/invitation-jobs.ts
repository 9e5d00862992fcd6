import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";
import { MeetingId } from "#features/meetings/meeting/meeting.ts";

/** Calls one person to a meeting, with its agenda. */
export const meetingCallMail = job(
  "meetings.call_mail",
  z.strictObject({ meetingId: MeetingId, personId: idOf("person") }),
);

/** Tells one person who has been called what a meeting was and what it is now. */
export const changedMeetingMail = job(
  "meetings.changed_mail",
  z.strictObject({ changeId: idOf("meeting_change"), personId: idOf("person") }),
);
