import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { ChangedList } from "#features/circles/change-notice/parts/change-list.tsx";
import { calendarMethodOf } from "#features/circles/registration/mail/mail-moment.ts";
import type { MailContent } from "#features/circles/registration/mail/queries.ts";
import type { MailSurroundings } from "#features/circles/registration/mail/registration-mail.tsx";
import { MailSessions, sessionsCalendar } from "#features/circles/registration/mail/sessions-mail.tsx";
import type { RegistrationMailKind } from "#features/circles/registration/registration-jobs.ts";
import type { Member } from "#features/circles/registration/team/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** What somebody in a team is told: that they are named, and then what becomes of the team. */
export const memberMailKinds = ["named", "placed", "waiting", "ended", "changed", "cancelled", "removed"] as const;
export type MemberMailKind = (typeof memberMailKinds)[number];

/** Which of the mails to whoever applied also concerns the people of the team, and as what. */
export function memberMailOf(kind: RegistrationMailKind): MemberMailKind | undefined {
  const told: Partial<Record<RegistrationMailKind, MemberMailKind>> = {
    received: "named",
    added: "named",
    placed: "placed",
    waitlisted: "waiting",
    declined: "ended",
    ineligible: "ended",
    withdrawn: "ended",
    offerLapsed: "ended",
    changed: "changed",
    joinLink: "changed",
    cancelled: "cancelled",
  };
  return told[kind];
}

/**
 * One mail to one person in a team. Names whoever applied and the principal, and nobody else in the team: mail is
 * forwarded. Sent only once the address of whoever applied is proved, so that nobody can have us write to strangers.
 */
export function memberMail(
  kind: MemberMailKind,
  member: Pick<Member, "name" | "email">,
  content: MailContent,
  around: MailSurroundings,
  told?: RegistrationMailKind,
): Mail {
  const { t, now, baseUrl } = around;
  const method = told && calendarMethodOf(told, content.state, around.hadPlace ?? false);
  return composeMail({
    t,
    ...mailLook(content.look, baseUrl),
    to: member.email,
    subject: t(`registration.mail.member.${kind}.subject`, { title: content.title }),
    body: <Body kind={kind} content={content} around={around} t={t} today={dateIn(now)} />,
    replyTo: content.replyTo,
    calendar: method && sessionsCalendar(content, member, method, { ...around, stamp: now }),
    about: content.id,
    key: around.key,
  });
}

type BodyProps = {
  kind: MemberMailKind;
  content: MailContent;
  around: MailSurroundings;
  t: Translate;
  today: Temporal.PlainDate;
};

function Body({ kind, content, around, t, today }: BodyProps): Child {
  const { title, name, employer, noticeDate, sessions, contact, slug, cancelledReason } = content;
  const showsSessions = kind === "placed" || kind === "changed";
  return (
    <>
      <p>{t(`registration.mail.member.${kind}.lead`, { title, signer: name, principal: employer })}</p>
      {kind === "named" ? (
        <p>
          {noticeDate
            ? t("registration.mail.member.notice", { date: sayDate(t.language, noticeDate, { today }) })
            : t("registration.mail.member.notice_no_date")}
        </p>
      ) : null}
      {kind === "cancelled" && cancelledReason ? <p>{cancelledReason}</p> : null}
      <ChangedList t={t} things={around.things ?? []} today={today} />
      {showsSessions ? <MailSessions sessions={sessions} joinLinks={content.joinLinks} today={today} t={t} /> : null}
      {kind === "cancelled" || kind === "removed" ? null : (
        <MailButton href={`${around.baseUrl}/cirklar/${slug}`}>{t("registration.mail.member.open")}</MailButton>
      )}
      <p>
        {t(kind === "named" ? "registration.mail.member.not_you" : "registration.mail.contact", {
          contact,
          signer: name,
        })}
      </p>
    </>
  );
}
