import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { dutyAddress } from "#features/knowledge/search/news/duties/queries.ts";
import type { News } from "#features/knowledge/search/news/queries.ts";

/** Tells one person what is new of what they search for and follow: titles and ways to them, and no more. */
export function newsMail(t: Translate, news: News, baseUrl: string): Mail {
  const { personId, to, name, month, searches, published, duties } = news;
  const listed = (things: News["published"]) => (
    <ul>
      {things.map(({ title, href }) => (
        <li>
          <a href={`${baseUrl}${href}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
  return composeMail({
    t,
    to,
    subject: t("saved.mail_subject"),
    about: personId,
    key: `knowledge news ${personId} ${month}`,
    body: (
      <>
        <p>{t("saved.mail_hello", { name })}</p>
        {published.length > 0 ? (
          <>
            <p>{t("saved.mail_published")}</p>
            {listed(published)}
          </>
        ) : null}
        {searches.map(({ saved, found }) => (
          <>
            <p>{t("saved.mail_search", { words: saved.words })}</p>
            {listed(found)}
          </>
        ))}
        {duties.length > 0 ? (
          <>
            <p>{t("saved.mail_duties")}</p>
            <ul>
              {duties.map(({ kind, count }) => (
                <li>
                  <a href={`${baseUrl}${dutyAddress[kind]}`}>{t(`saved.duty.${kind}`, { count })}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <MailButton href={`${baseUrl}/sokningar`}>{t("saved.mail_open")}</MailButton>
        <p>{t("saved.mail_stop")}</p>
      </>
    ),
  });
}
