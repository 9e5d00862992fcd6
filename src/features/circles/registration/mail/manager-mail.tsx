import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton, MailFacts } from "#platform/mail/mail-parts.tsx";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import { ChangedList } from "#features/circles/change-notice/parts/change-list.tsx";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import type { MailContent } from "#features/circles/registration/mail/queries.ts";
import { MailSessions } from "#features/circles/registration/mail/sessions-mail.tsx";
import type { ManagerMailKind } from "#features/circles/registration/registration-jobs.ts";
import { sayDate } from "#ui/swedish-dates.ts";

export type ManagerMailSurroundings = {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly now: Temporal.Instant;
  readonly link?: string | undefined;
  readonly key?: string | undefined;
  /** What was changed of what the manager said yes to, when they are asked again. */
  readonly things?: readonly ChangedThing[] | undefined;
};

/**
 * Asks a manager, reminds them, or asks them anew; shows dates, hours, purpose and mandate, which is what a yes says
 * yes to. Names the applicant and nobody else. (R115)
 */
export function managerMail(
  kind: Exclude<ManagerMailKind, "question">,
  to: string,
  content: MailContent,
  { t, baseUrl, now, link, key, things = [] }: ManagerMailSurroundings,
): Mail {
  const today = dateIn(now);
  const { name, workplace, title, hours, purpose, heldUntil, sessions } = content;
  const facts = [
    {
      name: t("registration.mail.manager.hours"),
      value:
        hours === null
          ? t("registration.mail.manager.hours_unknown")
          : t("registration.mail.manager.hours_value", { hours }),
    },
    ...(purpose ? [{ name: t("registration.mail.manager.purpose"), value: purpose }] : []),
    { name: t("registration.mail.manager.mandate"), value: t("registration.mandate") },
  ];
  return composeMail({
    t,
    ...mailLook(content.look, baseUrl),
    to,
    subject: t(`registration.mail.manager.${kind}.subject`, { name, title }),
    body: (
      <>
        <p>{t(`registration.mail.manager.${kind}.lead`, { name, workplace })}</p>
        <ChangedList t={t} things={things} today={today} />
        <MailFacts facts={facts} />
        <h2>{t("registration.mail.manager.dates")}</h2>
        <MailSessions sessions={sessions} today={today} t={t} />
        {heldUntil ? (
          <p>
            {t("registration.mail.manager.held", { date: sayDate(t.language, lastDayToAnswer(heldUntil), { today }) })}
          </p>
        ) : null}
        <MailButton href={link ?? ""}>{t("registration.mail.manager.open")}</MailButton>
      </>
    ),
    replyTo: content.replyTo,
    about: content.id,
    key,
  });
}

/** Passes a manager's question on to the round's contact; an answer goes straight to the manager. */
export function managerQuestionMail(
  to: { readonly name: string; readonly address: string },
  manager: { readonly name: string; readonly address: string },
  content: MailContent,
  { t, baseUrl, key }: ManagerMailSurroundings,
): Mail {
  const { name, workplace, title, managerQuestion } = content;
  return composeMail({
    t,
    to: to.address,
    subject: t("registration.mail.manager.question.subject", { name, title }),
    body: (
      <>
        <p>{t("registration.mail.manager.question.lead", { manager: manager.name, name, workplace })}</p>
        <blockquote>{managerQuestion}</blockquote>
        <p>{t("registration.mail.manager.question.reply", { email: manager.address })}</p>
        <MailButton href={`${baseUrl}/planera/${content.slug}/anmalningar`}>
          {t("registration.mail.manager.question.open")}
        </MailButton>
      </>
    ),
    replyTo: manager,
    about: content.id,
    key,
  });
}
