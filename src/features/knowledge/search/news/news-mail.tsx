import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { News } from "#features/knowledge/search/news/queries.ts";

/** Tells one person what is new of what they search for and follow: titles and ways to them, and no more. */
export function newsMail(t: Translate, news: News, baseUrl: string): Mail {
  const { personId, to, name, month, searches, published } = news;
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
        <MailButton href={`${baseUrl}/sokningar`}>{t("saved.mail_open")}</MailButton>
        <p>{t("saved.mail_stop")}</p>
      </>
    ),
  });
}
