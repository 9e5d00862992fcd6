import { clockwork } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { handle } from "#platform/jobs/worker.ts";
import { issueLink } from "#platform/links/mailed-link.ts";
import { type Mail, post } from "#platform/mail/mail.ts";
import { ChangeNoticeId } from "#features/circles/change-notice/change-notice.ts";
import { thingsForManagers } from "#features/circles/change-notice/changed-things.ts";
import { changesOf, noticeWithId } from "#features/circles/change-notice/queries.ts";
import { managerLinkDays } from "#features/circles/registration/answer-deadlines.ts";
import { isStillTrue, linkOf } from "#features/circles/registration/mail/mail-moment.ts";
import { managerMail, managerQuestionMail } from "#features/circles/registration/mail/manager-mail.tsx";
import { type MailContent, mailContent } from "#features/circles/registration/mail/queries.ts";
import { type MailSurroundings, registrationMail } from "#features/circles/registration/mail/registration-mail.tsx";
import { isManagerAwaited } from "#features/circles/registration/manager/manager-word.ts";
import { ownLinkExpiry } from "#features/circles/registration/own/own-link.ts";
import { lastSessionOf } from "#features/circles/registration/queue/queries.ts";
import {
  managerMailJob,
  memberMailJob,
  type RegistrationMailKind,
  registrationMailJob,
} from "#features/circles/registration/registration-jobs.ts";
import { liveStates } from "#features/circles/registration/registration.ts";
import { memberMail, memberMailOf } from "#features/circles/registration/team/member-mail.tsx";
import { memberKnown, membersOf } from "#features/circles/registration/team/queries.ts";
import { takesTeams } from "#features/circles/round/round.ts";

/**
 * Mails one applicant. Carries ids only and looks again: what has moved on since is not told any more. The link in it
 * is made now, so its secret stands nowhere but in the mail.
 */
export const registrationMailHandler = handle(registrationMailJob, async (left, { db, now, config, translate }) => {
  const { registrationId, kind, occasion } = left;
  await change(db, clockwork, async (tx) => {
    const content = await mailContent(tx, registrationId);
    if (!content || !isStillTrue(kind, content.state)) return;
    const at = now();
    const { email } = content;
    if (email === null) return leaveCall(tx, content, kind, occasion, at);
    const link = await linkFor(tx, kind, content, config.baseUrl, at);
    const key = `${kind} ${registrationId} ${occasion}`;
    const { hadPlace, told } = left;
    const things = kind === "changed" ? await thingsIn(tx, occasion) : [];
    const around = {
      t: translate[content.language],
      baseUrl: config.baseUrl,
      now: at,
      link,
      hadPlace,
      told,
      things,
      key,
    };
    await posted(tx, content, kind, registrationMail(kind, { ...content, email }, around));
    for (const mail of await teamMails(tx, kind, content, around)) await post(tx, mail);
  });
});

/** What a mail about a change tells of; nothing for one that was left before changes were written down. */
async function thingsIn(tx: Tx, occasion: string) {
  const id = ChangeNoticeId.safeParse(occasion).data;
  return (id && (await noticeWithId(tx, id))?.things) ?? [];
}

/** Somebody without an address has to be told by telephone: it waits on the list of today for those who plan. */
async function leaveCall(
  tx: Tx,
  content: MailContent,
  kind: RegistrationMailKind,
  occasion: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("phone_call")
    .values({ id: newId<"phone_call">(), registration_id: content.id, kind, occasion, left_at: at })
    .onConflict((conflict) => conflict.columns(["registration_id", "kind", "occasion"]).doNothing())
    .execute();
  await record(tx, {
    by: clockwork,
    what: "circles.call_left",
    about: content.id,
    organisationId: content.organisationId,
    after: { kind },
  });
}

/** What the people of a team are told besides whoever applied for them. */
async function teamMails(tx: Tx, kind: RegistrationMailKind, content: MailContent, around: MailSurroundings) {
  const said = memberMailOf(kind);
  if (!said || !takesTeams(content.allocation)) return [];
  const members = await membersOf(tx, content.id);
  return members.map((member) =>
    memberMail(said, member, content, { ...around, key: `${around.key ?? kind} ${member.id}` }, kind),
  );
}

/** Mails one person in a team that has been changed. Whoever was taken out of it is forgotten when they have been told. */
export const memberMailHandler = handle(
  memberMailJob,
  async ({ memberId, kind, occasion }, { db, now, config, translate }) => {
    await change(db, clockwork, async (tx) => {
      const member = await memberKnown(tx, memberId);
      const content = member && (await mailContent(tx, member.registrationId));
      if (!member || !content || (kind === "removed") !== (member.removedAt !== null)) return;
      const around = {
        t: translate[content.language],
        baseUrl: config.baseUrl,
        now: now(),
        key: `${kind} ${memberId} ${occasion}`,
      };
      await posted(
        tx,
        content,
        kind,
        memberMail(kind, member, content, around, kind === "placed" ? "placed" : undefined),
      );
      if (kind === "removed") await tx.deleteFrom("team_member").where("id", "=", memberId).execute();
    });
  },
);

/** Mails the manager of one applicant, or their question to the round's contact. */
export const managerMailHandler = handle(
  managerMailJob,
  async ({ registrationId, kind, occasion }, { db, now, config, translate }) => {
    await change(db, clockwork, async (tx) => {
      const content = await mailContent(tx, registrationId);
      if (!content?.managerState || !content.managerEmail || !isManagerAwaited({ state: content.managerState })) return;
      if (!(liveStates as readonly string[]).includes(content.state) || content.roundState === "cancelled") return;
      const at = now();
      const manager = { name: content.managerName ?? content.managerEmail, address: content.managerEmail };
      // A manager and a contact have told us no language of their own.
      const around = {
        t: translate.sv,
        baseUrl: config.baseUrl,
        now: at,
        key: `manager ${kind} ${registrationId} ${occasion}`,
      };
      if (kind === "question") {
        if (content.replyTo)
          await posted(tx, content, kind, managerQuestionMail(content.replyTo, manager, content, around));
        return;
      }
      const token = await issueLink(tx, {
        purpose: "manager.answer",
        subject: registrationId,
        version: String(content.version),
        expiresAt: at.add({ hours: managerLinkDays * 24 }),
      });
      const link = `${config.baseUrl}/chef/${token}`;
      const [latest] = kind === "again" ? await changesOf(tx, content.roundId) : [];
      const things = thingsForManagers(latest?.things ?? []);
      await posted(tx, content, kind, managerMail(kind, manager.address, content, { ...around, link, things }));
    });
  },
);

async function posted(tx: Tx, content: MailContent, kind: string, mail: Mail): Promise<void> {
  await post(tx, mail);
  await record(tx, {
    by: clockwork,
    what: "circles.mail_posted",
    about: content.id,
    organisationId: content.organisationId,
    after: { kind },
  });
}

async function linkFor(
  tx: Tx,
  kind: Parameters<typeof linkOf>[0],
  content: MailContent,
  baseUrl: string,
  at: Temporal.Instant,
) {
  const subject = content.id;
  switch (linkOf(kind)) {
    case "confirm":
      return `${baseUrl}/anmalan/bekrafta/${await issueLink(tx, { purpose: "registration.confirm", subject, expiresAt: content.confirmBy })}`;
    case "offer":
      return `${baseUrl}/erbjudande/${await issueLink(tx, { purpose: "offer.answer", subject, expiresAt: content.answerBy ?? at })}`;
    case "own": {
      const expiresAt = ownLinkExpiry(await lastSessionOf(tx, content.roundId), at);
      return `${baseUrl}/anmalan/min/${await issueLink(tx, { purpose: "registration.own", subject, expiresAt })}`;
    }
    case undefined:
      return undefined;
  }
}
