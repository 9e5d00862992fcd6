import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { AskedAgain } from "#features/knowledge/question/helped/queries.ts";
import type { CameMail, EndedMail } from "#features/knowledge/question/mails/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Tells somebody who answers that a question has come. Says nothing of who asked: mail is forwarded. */
export function cameMail({ t, baseUrl }: Around, told: CameMail): Mail {
  const { questionId, stepId, slug, text, organisation, with: place, reason, to } = told;
  return composeMail({
    t,
    to: to.email,
    subject: t("ask.mail.came_subject", { organisation }),
    about: questionId,
    key: `question came ${stepId} ${to.id}`,
    body: (
      <>
        <p>{t("ask.mail.hello", { name: to.name })}</p>
        <p>{t("ask.mail.came", { organisation, with: place })}</p>
        {reason ? <p>{t("ask.mail.passed_on", { reason })}</p> : null}
        <p>{text}</p>
        <MailButton href={`${baseUrl}/fragor/${slug}`}>{t("ask.mail.came_open")}</MailButton>
      </>
    ),
  });
}

/** Tells whoever asked that there is an answer, or why there is none. */
export function endedMail({ t, baseUrl }: Around, told: EndedMail, today: Temporal.PlainDate): Mail {
  const { questionId, slug, text, askedAt, closedReason, name, email } = told;
  const day = sayDate(t.language, dateIn(askedAt), { weekday: false, today });
  const how = closedReason === null ? "answered" : "closed";
  return composeMail({
    t,
    to: email,
    subject: t(`ask.mail.${how}_subject`),
    about: questionId,
    key: `question ended ${questionId}`,
    body: (
      <>
        <p>{t("ask.mail.hello", { name })}</p>
        <p>{t(`ask.mail.${how}`, { day, reason: closedReason ?? "" })}</p>
        <p>{text}</p>
        <MailButton href={`${baseUrl}/fragor/${slug}`}>{t(`ask.mail.${how}_open`)}</MailButton>
      </>
    ),
  });
}

/** Asks some weeks later whether the answer helped. The page behind the link has one button for each answer. */
export function helpedMail({ t, baseUrl }: Around, asked: AskedAgain, token: string): Mail {
  return composeMail({
    t,
    to: asked.email,
    subject: t("ask.mail.helped_subject"),
    about: asked.questionId,
    key: `question helped ${asked.questionId}`,
    body: (
      <>
        <p>{t("ask.mail.hello", { name: asked.name })}</p>
        <p>{t("ask.mail.helped", { text: asked.text })}</p>
        <p>{t("ask.mail.helped_ask")}</p>
        <MailButton href={`${baseUrl}/fraga/hjalpte/${token}`}>{t("ask.mail.helped_open")}</MailButton>
      </>
    ),
  });
}
