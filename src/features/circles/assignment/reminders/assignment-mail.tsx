import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import type { RemindedOfAssignment } from "#features/circles/assignment/reminders/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant };

/** Reminds one participant of one assignment. Says nothing of what it asks for: mail is forwarded. */
export function assignmentMail(reminded: RemindedOfAssignment, { t, baseUrl, now }: Around): Mail {
  const { round, assignment, date, participant } = reminded;
  const day = sayDate(t.language, date, { today: dateIn(now) });
  return composeMail({
    t,
    ...mailLook(participant.look, baseUrl),
    to: participant.email,
    subject: t("assignment.mail.subject", { title: assignment.title, day }),
    replyTo: participant.replyTo,
    about: participant.id,
    key: `assignment-reminder:${assignment.id}:${participant.receiver}:${date.toString()}`,
    body: (
      <>
        <p>{t("assignment.mail.hello", { name: participant.name })}</p>
        <p>{t("assignment.mail.lead", { circle: round.title, day })}</p>
        <MailButton href={`${baseUrl}/cirkel/${round.slug}/uppgift/${assignment.id}`}>
          {t("assignment.mail.open")}
        </MailButton>
        <p>{t("assignment.mail.late")}</p>
      </>
    ),
  });
}
