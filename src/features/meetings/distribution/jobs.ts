import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { issueLink, revokeLinks } from "#platform/links/mailed-link.ts";
import { post } from "#platform/mail/mail.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type MinutesReceiverId, readingLink } from "#features/meetings/distribution/distribution.ts";
import { minutesMailJob, readingLinkJob } from "#features/meetings/distribution/distribution-jobs.ts";
import { minutesMail, renewedLinkMail } from "#features/meetings/distribution/minutes-mail.tsx";
import { minutesMailFacts, partsToSend, receiversOf } from "#features/meetings/distribution/queries.ts";
import { readAs } from "#features/meetings/distribution/reading/queries.ts";
import { partsFor } from "#features/meetings/distribution/what-to-send.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";

/**
 * Puts the mail to one receiver in the outbox. Asks again whose parts they get: somebody who has left a body since the
 * button was pressed is sent nothing of it.
 */
const minutesMailHandler = handle(minutesMailJob, async ({ mailId }, { db, now, config, translate }) => {
  await change(db, clockwork, async (tx) => {
    const facts = await minutesMailFacts(tx, mailId);
    if (!facts) return;
    const at = now();
    const today = dateIn(at);
    const receiver = (await receiversOf(tx, facts.meetingId, today)).find(
      (each) => each.receiverId === facts.receiverId,
    );
    const found = receiver?.email ? await stillTheirs(tx, facts, receiver.bodyIds, today) : undefined;
    if (receiver?.email && found) {
      const link =
        receiver.personId === null
          ? await linkOf(tx, facts.receiverId, config.baseUrl, at)
          : { href: `${config.baseUrl}/mote/${found.meeting.slug}/las`, until: undefined };
      const { email: to, isUserRepresentative, language } = receiver;
      const { additionIds, hasHad, message, partIds: newPartIds } = facts;
      const look = await lookOf(tx, found.meeting.organisationId);
      const mail = {
        mailId,
        to,
        read: found,
        additionIds,
        newPartIds,
        hasHad,
        message,
        isUserRepresentative,
        link,
        look,
      };
      await post(tx, minutesMail(mail, { t: translate[language], baseUrl: config.baseUrl }));
    }
    await tx.updateTable("minutes_mail").set({ posted_at: at }).where("id", "=", mailId).execute();
    await record(tx, {
      by: clockwork,
      what: "meetings.minutes_mail_posted",
      about: facts.meetingId,
      after: { mail: mailId },
    });
  });
});

type Facts = NonNullable<Awaited<ReturnType<typeof minutesMailFacts>>>;

/** What a mail is about, as far as it is still for whoever gets it. */
async function stillTheirs(
  tx: Tx,
  { meetingId, partIds, additionIds }: Facts,
  bodyIds: readonly BodyId[],
  today: Temporal.PlainDate,
) {
  const concerned = (await partsToSend(tx, meetingId)).filter(
    (part) => partIds.includes(part.id) || part.additionIds.some((id) => additionIds.includes(id)),
  );
  return readAs(
    tx,
    meetingId,
    partsFor(concerned, bodyIds).map(({ id }) => id),
    today,
  );
}

/** Mails a new link; the ones before lead nowhere from then on. */
const readingLinkHandler = handle(readingLinkJob, async ({ receiverId, occasion }, { db, now, config, translate }) => {
  await change(db, clockwork, async (tx) => {
    const receiver = await tx
      .selectFrom("minutes_receiver as r")
      .innerJoin("meeting as m", "m.id", "r.meeting_id")
      .where("r.id", "=", receiverId)
      .where("r.removed_at", "is", null)
      .select(["r.email", "m.title", "m.id as meetingId", "m.organisation_id as organisationId"])
      .executeTakeFirst();
    if (!receiver?.email) return;
    const at = now();
    await revokeLinks(tx, readingLink.purpose, receiverId, at);
    const link = await linkOf(tx, receiverId, config.baseUrl, at);
    const look = await lookOf(tx, receiver.organisationId);
    const { email: to, title } = receiver;
    const key = `minutes link ${receiverId} ${occasion}`;
    await post(
      tx,
      renewedLinkMail({ mailId: receiverId, to, title, link, look, key }, { t: translate.sv, baseUrl: config.baseUrl }),
    );
    await record(tx, {
      by: clockwork,
      what: "meetings.reading_link_posted",
      about: receiver.meetingId,
      after: { receiver: receiverId },
    });
  });
});

async function linkOf(tx: Tx, receiverId: MinutesReceiverId, baseUrl: string, at: Temporal.Instant) {
  const until = at.add({ hours: readingLink.days * 24 });
  const token = await issueLink(tx, { purpose: readingLink.purpose, subject: receiverId, expiresAt: until });
  return { href: `${baseUrl}/anteckningar/min/${token}`, until };
}

/** What is done by itself when minutes are sent. */
export const distributionJobs: readonly JobHandler[] = [minutesMailHandler, readingLinkHandler];
