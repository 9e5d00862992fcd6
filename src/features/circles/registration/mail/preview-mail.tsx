import type { Actor } from "#kernel/actor.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Mail } from "#platform/mail/mail.ts";
import { mailsSentBy } from "#features/circles/registration/mail/mail-moment.ts";
import { managerMail } from "#features/circles/registration/mail/manager-mail.tsx";
import { sampleContent } from "#features/circles/registration/mail/queries.ts";
import { type Reachable, registrationMail } from "#features/circles/registration/mail/registration-mail.tsx";
import { reminderMail } from "#features/circles/round/reminders/reminder-mail.tsx";
import type { ManagerMailKind, RegistrationMailKind } from "#features/circles/registration/registration-jobs.ts";

export type MailPreview = {
  readonly to: "applicant" | "manager";
  readonly kind: RegistrationMailKind | ManagerMailKind | "sessionReminder";
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly hasCalendar: boolean;
};

/**
 * Every mail a round sends in its time, as it would read if it were sent now to an invented person: for those who
 * plan, before anybody gets one. Undefined for a round that is not theirs to see. Links lead nowhere.
 */
export async function mailPreviews(
  db: Reader,
  actor: Actor,
  slug: string,
  around: { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant },
): Promise<{ readonly title: string; readonly slug: string; readonly previews: readonly MailPreview[] } | undefined> {
  const { t } = around;
  const sample = {
    name: t("registration.sample.name"),
    email: "alva.ek@example.se",
    workplace: t("registration.sample.workplace"),
    managerName: t("registration.sample.manager"),
    managerEmail: "bo.lind@example.se",
    ineligibleReason: t("registration.sample.ineligible"),
    decisionReason: t("registration.sample.declined"),
    cancelledReason: t("registration.sample.cancelled"),
  };
  const found = await sampleContent(db, actor, slug, sample, around.now);
  if (!found) return undefined;
  const { content, round } = found;
  const { applicant, manager } = mailsSentBy(round);
  const link = `${around.baseUrl}/`;
  return {
    title: round.title,
    slug: round.slug,
    previews: [
      ...applicant.map((kind) => {
        const mail = registrationMail(kind, content, { ...around, link, told: ["date", "venue"] });
        return previewOf("applicant", kind, mail);
      }),
      ...reminderPreview(content, around),
      ...manager.map((kind) =>
        previewOf("manager", kind, managerMail(kind, sample.managerEmail, content, { ...around, link })),
      ),
    ],
  };
}

/** The reminder of the first session that has a day. */
function reminderPreview(
  content: Reachable,
  around: { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant },
): MailPreview[] {
  const session = content.sessions.find(({ date, calledOff }) => date !== null && !calledOff);
  if (!session?.date) return [];
  const mail = reminderMail({
    ...around,
    round: content,
    session: { ...session, date: session.date },
    participant: { ...content, receiver: content.id },
  });
  return [previewOf("applicant", "sessionReminder", mail)];
}

function previewOf(to: MailPreview["to"], kind: MailPreview["kind"], mail: Mail): MailPreview {
  const { subject, html, text, replyTo, calendar } = mail;
  return { to, kind, subject, html, text, replyTo: replyTo?.address, hasCalendar: calendar !== undefined };
}
