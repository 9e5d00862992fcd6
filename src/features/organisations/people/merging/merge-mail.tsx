import type { Translate } from "#kernel/messages.ts";
import type { MergeFacts } from "#features/organisations/people/merging/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

type MergeMail = MergeFacts & { mergeId: string; what: "merged" | "undone" };

/** Tells somebody that two entries with their name were made one, or are two again, and what to do if that is wrong. */
export function mergeMail(facts: MergeMail, t: Translate, baseUrl: string): Mail {
  const { mergeId, what, to, name, keptEmail, keptName, by } = facts;
  return composeMail({
    t,
    to,
    key: `organisations.${what} ${mergeId} ${to}`,
    about: mergeId,
    subject: t(`people.merge.mail.${what}`),
    ...(by ? { replyTo: by } : {}),
    body: (
      <>
        <p>{t("organisations.mail.hello", { name })}</p>
        <p>{t(`people.merge.mail.${what}_text`, { name: keptName, email: keptEmail ?? to })}</p>
        <p>{t(`people.merge.mail.${what}_sign_in`)}</p>
        <p>{t("people.merge.mail.wrong")}</p>
        <MailButton href={`${baseUrl}/logga-in?till=/mina-uppgifter`}>{t("organisations.mail.press")}</MailButton>
      </>
    ),
  });
}
