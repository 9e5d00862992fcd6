import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** Asks whoever runs the installation to look at which mail domains an organisation wants to sign in. */
export function approvalMail(
  {
    to,
    providerId,
    organisation,
    domains,
  }: {
    to: string;
    providerId: string;
    organisation: string;
    domains: readonly string[];
  },
  t: Translate,
  baseUrl: string,
): Mail {
  const written = domains.join(", ");
  return composeMail({
    t,
    to,
    key: `sign_in.approval ${providerId} ${written} ${to}`,
    about: providerId,
    subject: t("sign_in.approval.mail.subject", { organisation }),
    body: (
      <>
        <p>{t("sign_in.approval.mail.lead", { organisation, domains: written })}</p>
        <p>{t("sign_in.approval.warning")}</p>
        <MailButton href={`${baseUrl}/drift/inloggning`}>{t("sign_in.approval.mail.press")}</MailButton>
      </>
    ),
  });
}
