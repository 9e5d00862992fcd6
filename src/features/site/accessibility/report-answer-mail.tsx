import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import type { AnswerToMail } from "#features/site/accessibility/queries.ts";

/** What was done about what somebody reported, with their own words below it. */
export function reportAnswerMail(report: AnswerToMail, baseUrl: string, t: Translate): Mail {
  const { id, to, answer, hindrance, page, reported, contact, organiser } = report;
  return composeMail({
    t,
    to,
    subject: t("accessibility.mail.subject"),
    about: id,
    key: `accessibility-answer ${id}`,
    ...(organiser ? { from: { name: organiser } } : {}),
    ...(organiser && contact ? { replyTo: { name: organiser, address: contact } } : {}),
    body: (
      <>
        <p>{t("accessibility.mail.lead", { day: sayDate(t.language, reported) })}</p>
        {answer.split(/\n{2,}/u).map((part) => (
          <p>{part}</p>
        ))}
        <h2>{t("accessibility.mail.yours")}</h2>
        {page ? <p>{page}</p> : null}
        <p>{hindrance}</p>
        <p>
          {t("accessibility.mail.not_content")} <a href={`${baseUrl}/tillganglighet`}>{baseUrl}/tillganglighet</a>
        </p>
      </>
    ),
  });
}
