import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Language, Translate } from "#kernel/messages.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import type { Mail } from "#platform/mail/mail.ts";
import { post } from "#platform/mail/mail.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { mailingJob } from "#features/circles/reaching/mailing/mailing-jobs.ts";
import { type Addressed, invitationMail, messageMail } from "#features/circles/reaching/mailing/mailing-mail.tsx";
import { type MailingContent, mailingContent, nextReceivers } from "#features/circles/reaching/mailing/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { invitationDocument } from "#features/circles/reaching/parts/invitation-document.ts";

/** How many mails are put in the outbox at once, and how long before the next: other mail comes between. */
const batch = { mails: 100, seconds: 5 };

/**
 * Puts the next mails of a mailing in the outbox, one to each. What is left is left for a while later, so that five
 * thousand mails neither hold one transaction long nor stand in the way of somebody's place. Done twice, each gets one.
 */
export const mailingHandler = handle(mailingJob, async ({ mailingId }, { db, now, config, translate }) => {
  await change(db, clockwork, async (tx) => {
    const mailing = await mailingContent(tx, mailingId);
    const receivers = mailing ? await nextReceivers(tx, mailingId, batch.mails) : [];
    if (!mailing || receivers.length === 0) return;
    const at = now();
    const compose = await composer(tx, mailing, config.baseUrl, at);
    for (const { position, registrationId, email, language } of receivers) {
      const t = translate[language ?? "sv"];
      const addressed = { about: registrationId ?? mailing.roundId, key: `mailing ${mailingId} ${position}` };
      if (email) await post(tx, compose(t, { ...addressed, to: email }));
      else if (registrationId) await leaveCall(tx, mailing, registrationId, at);
    }
    await tx
      .updateTable("round_mailing_receiver")
      .set({ posted_at: at })
      .where("mailing_id", "=", mailingId)
      .where(
        "position",
        "in",
        receivers.map(({ position }) => position),
      )
      .execute();
    if (receivers.length === batch.mails)
      await enqueue(tx, mailingJob, { mailingId }, { startAfter: at.add({ seconds: batch.seconds }) });
    await record(tx, {
      by: clockwork,
      what: "circles.mailing_posted",
      about: mailing.roundId,
      organisationId: mailing.organisationId,
      after: { mailing: mailingId, mails: receivers.length },
    });
  });
});

type Compose = (t: Translate, addressed: Addressed) => Mail;

async function composer(tx: Tx, mailing: MailingContent, baseUrl: string, now: Temporal.Instant): Promise<Compose> {
  const seen = await roundAsSeen(tx, mailing.roundId, now);
  if (!seen) throw new Error(`Round ${mailing.roundId} of a mailing is gone`);
  const { organiser, round, host } = seen;
  const look = host ? mailLook(host, baseUrl) : {};
  if (mailing.kind === "message") {
    return (t, addressed) =>
      messageMail(t, mailing, { title: round.title, organiser: organiser.name }, { ...look, ...addressed });
  }
  const address = `${baseUrl}/cirklar/${round.slug}`;
  const drawn = new Map<Language, ReturnType<typeof invitationDocument>>();
  return (t, addressed) => {
    const document = drawn.get(t.language) ?? invitationDocument(t, seen, { today: dateIn(now), address });
    drawn.set(t.language, document);
    return invitationMail(t, mailing, { document, address }, { ...look, ...addressed });
  };
}

/** Somebody without an address is told by telephone: what was written waits on the list of calls. */
async function leaveCall(
  tx: Tx,
  { id, subject, text }: MailingContent,
  registrationId: NonNullable<Awaited<ReturnType<typeof nextReceivers>>[number]["registrationId"]>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("phone_call")
    .values({
      id: newId<"phone_call">(),
      registration_id: registrationId,
      kind: "message",
      occasion: id,
      words: `${subject}\n\n${text}`,
      left_at: at,
    })
    .onConflict((conflict) => conflict.columns(["registration_id", "kind", "occasion"]).doNothing())
    .execute();
}

/** What is done by itself for those who are to be reached. */
export const reachingJobs: readonly JobHandler[] = [mailingHandler];
