import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** The link somebody asked for to sign in. Opening it only shows a page with a button. */
export function signInMail(mail: { to: string; name: string; address: string }, t: Translate): Mail {
  return composeMail({
    t,
    to: mail.to,
    subject: t("sign_in.mail.subject"),
    body: (
      <>
        <p>{t("sign_in.mail.hello", { name: mail.name })}</p>
        <p>{t("sign_in.mail.lead")}</p>
        <MailButton href={mail.address}>{t("sign_in.mail.open")}</MailButton>
        <p>{t("sign_in.mail.lasts")}</p>
        <p>{t("sign_in.mail.ignore")}</p>
      </>
    ),
  });
}
