import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { settleAgenda } from "#features/meetings/agenda/commands.ts";
import { meetingCallMail } from "#features/meetings/invitation/invitation-jobs.ts";
import { receiversOf } from "#features/meetings/invitation/queries.ts";
import { lockMeetingToPlan, mustBeAhead } from "#features/meetings/meeting/planning/commands.ts";

/**
 * Calls everybody who sits in the bodies to a meeting: its agenda is settled, and each gets one mail. Done again, those
 * who have had theirs get no other, and those who have come to sit there since get their first.
 */
export function callMeeting(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
): Promise<{ readonly receivers: number; readonly withoutAddress: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { meeting, today } = await lockMeetingToPlan(tx, actor, slug, now);
    mustBeAhead(meeting);
    await settleAgenda(tx, meeting.id, at);
    await tx
      .updateTable("meeting")
      .set({ state: "called", called_at: sql`coalesce(called_at, ${at}::timestamptz)` })
      .where("id", "=", meeting.id)
      .execute();
    const receivers = await receiversOf(tx, meeting.id, today);
    const reached = receivers.filter(({ email }) => email !== null);
    for (const { personId } of reached) await enqueue(tx, meetingCallMail, { meetingId: meeting.id, personId });
    await record(tx, {
      by: actor,
      what: "meetings.meeting_called",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { receivers: reached.length },
    });
    return { receivers: reached.length, withoutAddress: receivers.length - reached.length };
  });
}
