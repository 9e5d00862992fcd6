import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import { ChangedList } from "#features/circles/change-notice/parts/change-list.tsx";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { calendarMethodOf, meetingsTakenAway } from "#features/circles/registration/mail/mail-moment.ts";
import type { MailContent } from "#features/circles/registration/mail/queries.ts";
import { MailSessions, sessionsCalendar } from "#features/circles/registration/mail/sessions-mail.tsx";
import type { RegistrationMailKind } from "#features/circles/registration/registration-jobs.ts";
import { managerSaidNo } from "#features/circles/registration/registration.ts";
import type { ChangeKind } from "#features/circles/round/round-change.ts";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";

export type MailSurroundings = {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly now: Temporal.Instant;
  /** Where the mail's link leads, if it has one. */
  readonly link?: string | undefined;
  readonly hadPlace?: boolean | undefined;
  readonly told?: readonly ChangeKind[] | undefined;
  /** The same with what it was and what it became. */
  readonly things?: readonly ChangedThing[] | undefined;
  readonly key?: string | undefined;
};

/**
 * One mail to one applicant. Names no one else in the round: mail is forwarded. The mail to an address that is not
 * proved yet repeats nothing the applicant typed, so that nobody can have us send their words to strangers.
 */
export function registrationMail(kind: RegistrationMailKind, content: Reachable, around: MailSurroundings): Mail {
  const { t, now } = around;
  const method = calendarMethodOf(kind, content.state, around.hadPlace ?? false);
  const said = { content, around, today: dateIn(now) };
  return composeMail({
    t,
    ...mailLook(content.look, around.baseUrl),
    to: content.email,
    subject: t(`registration.mail.${kind}.subject`, { title: content.title, number: content.waitingNumber }),
    body: bodies[kind](said),
    replyTo: content.replyTo,
    calendar: method && sessionsCalendar(content, content, method, { ...around, stamp: now }),
    about: content.id,
    key: around.key,
  });
}

/** An applicant who has an address; anybody else is told by telephone. */
export type Reachable = MailContent & { readonly email: string };

type Said = { readonly content: MailContent; readonly around: MailSurroundings; readonly today: Temporal.PlainDate };

const bodies: Record<RegistrationMailKind, (said: Said) => Child> = {
  confirmAddress: ({ content, around: { t, link }, today }) => (
    <>
      <p>
        {t("registration.mail.confirmAddress.lead", {
          title: content.title,
          date: lastDay(content.confirmBy, t, today),
        })}
      </p>
      <MailButton href={link ?? ""}>{t("registration.mail.confirmAddress.open")}</MailButton>
      <p>{t("registration.mail.confirmAddress.not_you")}</p>
    </>
  ),
  added: ({ content, around, today }) => {
    const { t } = around;
    const { reachedAt, addedBy, organiser, way } = content;
    return (
      <>
        <p>
          {t("registration.mail.added.lead", {
            who: addedBy ?? organiser,
            organiser,
            title: content.title,
            way: t(`registration.way.${way}`),
            when: reachedAt ? sayMoment(t.language, reachedAt, { today }) : "",
          })}
        </p>
        <p>{standingWords(content, t, today)}</p>
        <ManagerAsked content={content} t={t} />
        {content.state === "placed" ? (
          <MailSessions sessions={content.sessions} joinLinks={content.joinLinks} today={today} t={t} />
        ) : null}
        <OwnPage around={around} />
        <p>{t("registration.mail.added.not_you", { contact: content.contact })}</p>
      </>
    );
  },
  ownLink: ({ content, around }) => (
    <>
      <p>{around.t("registration.mail.ownLink.lead", { title: content.title })}</p>
      <OwnPage around={around} />
      <p>{around.t("registration.mail.ownLink.not_you")}</p>
    </>
  ),
  corrected: ({ content, around }) => (
    <>
      <p>{around.t("registration.mail.corrected.lead", { title: content.title })}</p>
      <OwnPage around={around} />
      <p>{around.t("registration.mail.corrected.wrong", { contact: content.contact })}</p>
    </>
  ),
  received: ({ content, around, today }) => {
    const { t } = around;
    return (
      <>
        <p>{standingWords(content, t, today)}</p>
        {content.late ? <p>{t("registration.mail.received.late")}</p> : null}
        <ManagerAsked content={content} t={t} />
        <OwnPage around={around} />
      </>
    );
  },
  merged: ({ around }) => (
    <>
      <p>{around.t("registration.mail.merged.lead")}</p>
      <OwnPage around={around} />
    </>
  ),
  placed: ({ content, around, today }) => (
    <>
      <p>{around.t("registration.mail.placed.lead", { title: content.title })}</p>
      <MailSessions sessions={content.sessions} joinLinks={content.joinLinks} today={today} t={around.t} />
      <p>{around.t("registration.mail.placed.calendar")}</p>
      <OwnPage around={around} />
      <p>{around.t("registration.mail.placed.cannot")}</p>
    </>
  ),
  held: ({ content, around, today }) => {
    const { t } = around;
    return (
      <>
        <p>{standingWords({ ...content, state: "held" }, t, today)}</p>
        <ManagerAsked content={content} t={t} />
        <OwnPage around={around} />
      </>
    );
  },
  waitlisted: ({ content, around }) => {
    const { t } = around;
    return (
      <>
        <p>{t("registration.mail.waitlisted.lead", { number: content.waitingNumber })}</p>
        <p>{t("registration.mail.waitlisted.next")}</p>
        <ManagerAsked content={content} t={t} />
        <OwnPage around={around} />
      </>
    );
  },
  holdReleased: ({ content, around }) => (
    <>
      <p>{around.t("registration.mail.holdReleased.lead", { manager: managerOf(content, around.t) })}</p>
      <OwnPage around={around} />
    </>
  ),
  offer: ({ content, around: { t, link }, today }) => (
    <>
      <p>{t("registration.mail.offer.lead", { date: lastDay(content.answerBy, t, today) })}</p>
      <MailButton href={link ?? ""}>{t("registration.mail.offer.open")}</MailButton>
      <MailSessions sessions={content.sessions} joinLinks={content.joinLinks} today={today} t={t} />
    </>
  ),
  offerLapsed: ({ around: { t } }) => <p>{t("registration.mail.offerLapsed.lead")}</p>,
  ineligible: ({ content, around: { t } }) => {
    const byManager = content.ineligibleReason === managerSaidNo;
    return (
      <>
        <p>{t("registration.mail.ineligible.lead")}</p>
        <p>{t("registration.mail.ineligible.reason", { reason: ineligibleReason(content.ineligibleReason, t) })}</p>
        <p>
          {byManager
            ? t("registration.mail.ineligible.next_manager", { contact: content.contact })
            : t("registration.mail.ineligible.next", { contact: content.contact })}
        </p>
      </>
    );
  },
  declined: ({ content, around: { t } }) => (
    <>
      <p>{t("registration.mail.declined.lead")}</p>
      {content.decisionReason ? (
        <p>{t("registration.mail.declined.reason", { reason: content.decisionReason })}</p>
      ) : null}
      <p>{t("registration.mail.contact", { contact: content.contact })}</p>
    </>
  ),
  withdrawn: ({ around: { t } }) => <p>{t("registration.mail.withdrawn.lead")}</p>,
  managerSaidYes: ({ content, around }) => {
    const values = { manager: managerOf(content, around.t) };
    return (
      <>
        <p>
          {content.state === "placed"
            ? around.t("registration.mail.managerSaidYes.lead_placed", values)
            : around.t("registration.mail.managerSaidYes.lead", values)}
        </p>
        <OwnPage around={around} />
      </>
    );
  },
  changed: ({ content, around, today }) => {
    const { t, told = [], things = [] } = around;
    const what = told.map((kind) => t(`registration.told.${kind}`)).join(", ");
    const isSaid = things.length > 0;
    const day = !isSaid && told.includes("notice") ? content.noticeDate : undefined;
    const aboutSessions = told.some((kind) => kind !== "notice");
    return (
      <>
        <p>
          {isSaid
            ? t("changes.mail.lead", { title: content.title })
            : t("registration.mail.changed.lead", { title: content.title, what })}
        </p>
        <ChangedList t={t} things={things} today={today} />
        {day ? <p>{t("registration.mail.changed.notice", { day: sayDate(t.language, day, { today }) })}</p> : null}
        {aboutSessions ? (
          <>
            <p>{t("registration.mail.changed.now")}</p>
            <MailSessions sessions={content.sessions} joinLinks={content.joinLinks} today={today} t={t} />
          </>
        ) : null}
        {content.state === "placed" && aboutSessions ? (
          <p>{t(meetingsTakenAway(things) ? "changes.mail.calendar_off" : "registration.mail.changed.calendar")}</p>
        ) : null}
        <MailButton href={around.link ?? ""}>{t("changes.mail.seen")}</MailButton>
        <p>{t("registration.mail.changed.cannot")}</p>
      </>
    );
  },
  joinLink: ({ content, around, today }) => (
    <>
      <p>{around.t("registration.mail.joinLink.lead", { title: content.title })}</p>
      <MailSessions sessions={content.sessions} joinLinks={content.joinLinks} today={today} t={around.t} />
      <p>{around.t("registration.mail.joinLink.keep")}</p>
      <OwnPage around={around} />
    </>
  ),
  cancelled: ({ content, around: { t } }) => (
    <>
      <p>{t("registration.mail.cancelled.lead", { title: content.title })}</p>
      {content.cancelledReason ? <p>{content.cancelledReason}</p> : null}
      {content.state === "placed" ? <p>{t("registration.mail.cancelled.calendar")}</p> : null}
      <p>{t("registration.mail.contact", { contact: content.contact })}</p>
    </>
  ),
};

/** How an application stands, in a sentence. */
export function standingWords(content: MailContent, t: Translate, today: Temporal.PlainDate): string {
  const { state, title, noticeDate, heldUntil, waitingNumber } = content;
  switch (state) {
    case "placed":
      return t("registration.mail.placed.lead", { title });
    case "held":
      return t("registration.mail.held.lead", { manager: managerOf(content, t), date: lastDay(heldUntil, t, today) });
    case "waitlisted":
      return t("registration.mail.waitlisted.lead", { number: waitingNumber });
    default:
      return noticeDate
        ? t("registration.mail.received.lead", { date: sayDate(t.language, noticeDate, { today }) })
        : t("registration.mail.received.lead_no_date");
  }
}

/** Why somebody is not eligible, in words: the manager's no has its own sentence, all else is said by staff. */
export function ineligibleReason(reason: string | null, t: Translate): string {
  return reason === managerSaidNo ? t("registration.reason.managerSaidNo") : (reason ?? "");
}

function OwnPage({ around: { t, link } }: { around: MailSurroundings }) {
  return (
    <>
      <MailButton href={link ?? ""}>{t("registration.mail.open_own")}</MailButton>
      <p>{t("registration.mail.own_lead")}</p>
    </>
  );
}

function ManagerAsked({ content, t }: { content: MailContent; t: Translate }) {
  if (content.managerState !== "waiting") return null;
  return <p>{t("registration.mail.manager_asked", { manager: managerOf(content, t) })}</p>;
}

function managerOf({ managerName }: MailContent, t: Translate): string {
  return managerName ?? t("registration.manager_unnamed");
}

function lastDay(deadline: Temporal.Instant | null, t: Translate, today: Temporal.PlainDate): string {
  return deadline ? sayDate(t.language, lastDayToAnswer(deadline), { today }) : "";
}
