import { clockwork } from "#kernel/actor.ts";
import { dateIn, stockholm } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { issueLink } from "#platform/links/mailed-link.ts";
import { post } from "#platform/mail/mail.ts";
import { changedMeetingMail, meetingCallMail } from "#features/meetings/invitation/invitation-jobs.ts";
import { callKey, callMail, changedMail } from "#features/meetings/invitation/invitation-mail.tsx";
import { calledTo, changeWithId, isPosted } from "#features/meetings/invitation/queries.ts";
import { replyPurpose } from "#features/meetings/invitation/reply/reply.ts";

/** Asks again what stands: somebody may have left their seat since, and the meeting may be called off. */
const meetingCallMailHandler = handle(meetingCallMail, async (left, { db, now, config, translate }) => {
  await change(db, clockwork, async (tx) => {
    const at = now();
    const called = await calledTo(tx, left, dateIn(at));
    if (!called || called.meeting.state !== "called" || (await isPosted(tx, callKey(called)))) return markRecorded(tx);
    const { meeting, receiver } = called;
    const { baseUrl } = config;
    const token = meeting.asksForReply
      ? await issueLink(tx, {
          purpose: replyPurpose,
          subject: meeting.id,
          version: receiver.personId,
          expiresAt: endOfDay(meeting.day ?? dateIn(at)),
        })
      : undefined;
    const replyLink = token && `${baseUrl}/mote/svar/${token}`;
    await post(tx, callMail(called, replyLink, { t: translate[receiver.language], baseUrl, now: at }));
    await record(tx, {
      by: clockwork,
      what: "meetings.mail_posted",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { kind: "call" },
    });
  });
});

const changedMeetingMailHandler = handle(
  changedMeetingMail,
  async ({ changeId, personId }, { db, now, config, translate }) => {
    const was = await changeWithId(db, changeId);
    const called = was && (await calledTo(db, { meetingId: was.meetingId, personId }, dateIn(now())));
    if (!called) return;
    const t = translate[called.receiver.language];
    await post(db, changedMail(called, was, { t, baseUrl: config.baseUrl, now: now() }));
  },
);

function endOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(stockholm).toInstant();
}

/** Everything that is done by itself about calling people to meetings. */
export const meetingCallJobs: readonly JobHandler[] = [meetingCallMailHandler, changedMeetingMailHandler];
