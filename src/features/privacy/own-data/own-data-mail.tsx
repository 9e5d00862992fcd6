import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** The way to what is held about whoever reads mail at an address. Opening it only shows a page with buttons. */
export function ownDataMail({ to, address }: { to: string; address: string }, t: Translate): Mail {
  return composeMail({
    t,
    to,
    subject: t("own_data.mail.subject"),
    body: (
      <>
        <p>{t("own_data.mail.lead")}</p>
        <MailButton href={address}>{t("own_data.mail.open")}</MailButton>
        <p>{t("own_data.mail.lasts")}</p>
        <p>{t("own_data.mail.ignore")}</p>
      </>
    ),
  });
}
