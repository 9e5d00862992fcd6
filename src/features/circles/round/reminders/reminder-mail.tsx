import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton, MailFacts } from "#platform/mail/mail-parts.tsx";
import type { Reminded } from "#features/circles/round/reminders/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Session } from "#features/circles/round/round.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";

type Reminder = {
  readonly t: Translate;
  readonly round: Pick<RoundFacts, "slug" | "title">;
  readonly session: Session & { readonly date: Temporal.PlainDate };
  readonly participant: Reminded;
  readonly baseUrl: string;
  readonly now: Temporal.Instant;
};

/** Reminds one participant of one meeting. Names nobody else in the round: mail is forwarded. */
export function reminderMail({ t, round, session, participant, baseUrl, now }: Reminder): Mail {
  const { date, starts, ends, mode, venue, theme, provisional } = session;
  const link = participant.joinLinks.get(session.id);
  const day = sayDate(t.language, date, { today: dateIn(now) });
  const place = mode === "digital" ? t("round.mode.digital") : (venue ?? t("round.mail.venue_unknown"));
  return composeMail({
    t,
    ...mailLook(participant.look, baseUrl),
    to: participant.email,
    subject: t("round.mail.reminder.subject", { day, title: round.title }),
    replyTo: participant.replyTo,
    about: participant.id,
    key: `session-reminder:${session.id}:${participant.receiver}:${date.toString()}`,
    body: (
      <>
        <p>{t("round.mail.reminder.hello", { name: participant.name })}</p>
        <p>{t("round.mail.reminder.lead", { title: round.title, day })}</p>
        <MailFacts
          facts={[
            { name: t("round.field.date"), value: day },
            ...(starts ? [{ name: t("round.session.hours"), value: sayTimes(t.language, starts, ends) }] : []),
            { name: t("round.field.venue"), value: place },
            ...(link
              ? [{ name: t("round.field.joinLink"), value: <a href={link}>{t("round.join_link.join")}</a> }]
              : []),
            ...(theme ? [{ name: t("round.field.theme"), value: theme }] : []),
          ]}
        />
        {provisional ? <p>{t("round.mail.reminder.provisional")}</p> : null}
        <MailButton href={`${baseUrl}/cirklar/${round.slug}`}>{t("round.mail.reminder.open")}</MailButton>
        <p>{t("round.mail.reminder.hinder")}</p>
      </>
    ),
  });
}
