import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import type { AskedToAnswer } from "#features/circles/questionnaire/reminders/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant };

/** Asks one participant to answer. The link leads to a page behind the sign-in: an answer never comes by a mail's own link. */
export function questionnaireMail(asked: AskedToAnswer, { t, baseUrl, now }: Around): Mail {
  const { round, open, participant, isReminder } = asked;
  const day = sayDate(t.language, open.closesOn, { today: dateIn(now) });
  return composeMail({
    t,
    ...mailLook(participant.look, baseUrl),
    to: participant.email,
    subject: isReminder
      ? t("questionnaire.mail.remind_subject", { round: round.title, day })
      : t("questionnaire.mail.open_subject", { round: round.title }),
    replyTo: participant.replyTo,
    about: participant.id,
    key: `questionnaire:${round.id}:${open.occasion}:${isReminder ? "reminder" : "open"}:${participant.receiver}`,
    body: (
      <>
        <p>{t("questionnaire.mail.hello", { name: participant.name })}</p>
        <p>{t(`questionnaire.mail.${open.occasion}`, { round: round.title })}</p>
        <p>{t("questionnaire.mail.time", { day })}</p>
        <MailButton href={`${baseUrl}/cirkel/${round.slug}/enkat/svara`}>{t("questionnaire.mail.answer")}</MailButton>
        <p>{t("questionnaire.mail.no_one_sees")}</p>
      </>
    ),
  });
}
