import type { Translate } from "#kernel/messages.ts";
import type { SecurityChange } from "#features/sign-in/security-jobs.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** Tells somebody what was changed about how they sign in, and what to do if it was not they who did it. */
export function securityMail(
  { to, name, what }: { to: string; name: string; what: SecurityChange },
  t: Translate,
  baseUrl: string,
): Mail {
  return composeMail({
    t,
    to,
    subject: t(`sign_in.security_mail.${what}`),
    body: (
      <>
        <p>{t("sign_in.mail.hello", { name })}</p>
        <p>{t(`sign_in.security_mail.${what}_text`)}</p>
        <p>{t("sign_in.security_mail.not_you")}</p>
        <MailButton href={`${baseUrl}/mina-uppgifter/inloggning`}>{t("sign_in.security_mail.open")}</MailButton>
      </>
    ),
  });
}
