import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { AskerToTell, AuthorToTell } from "#features/appraisals/answers/mails/queries.ts";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Tells one of the authors that something is asked. What is asked stands behind the sign-in: mail is forwarded. */
export function askedMail({ t, baseUrl }: Around, told: AuthorToTell): Mail {
  const { id, slug, title, name, askedBy, personId } = told;
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("appraisal_answer.mail.asked_subject", { title }),
    about: id,
    key: `inquiry ${id} asked ${personId}`,
    body: (
      <>
        <p>{t("appraisal_answer.mail.hello", { name })}</p>
        <p>{t("appraisal_answer.mail.asked", { title, asker: askedBy ?? t("appraisal_answer.somebody") })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}/fragor/stalld/${id}`}>
          {t("appraisal_answer.mail.reply")}
        </MailButton>
      </>
    ),
  });
}

/** Tells whoever asked that there is an answer. */
export function inquiryAnsweredMail({ t, baseUrl }: Around, told: AskerToTell): Mail {
  const { id, slug, title, name, personId } = told;
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("appraisal_answer.mail.answered_subject", { title }),
    about: id,
    key: `inquiry ${id} answered ${personId}`,
    body: (
      <>
        <p>{t("appraisal_answer.mail.hello", { name })}</p>
        <p>{t("appraisal_answer.mail.answered", { title })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}/fragor`}>{t("appraisal_answer.mail.read")}</MailButton>
      </>
    ),
  });
}
