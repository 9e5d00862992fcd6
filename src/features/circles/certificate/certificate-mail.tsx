import type { Translate } from "#kernel/messages.ts";
import type { ToldOfCertificate } from "#features/circles/certificate/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Tells a participant that their certificate is ready. The certificate itself is fetched, because mail is forwarded. */
export function certificateMail(told: ToldOfCertificate, { t, baseUrl }: Around): Mail {
  return composeMail({
    t,
    ...mailLook(told.look, baseUrl),
    to: told.email,
    subject: t("certificate.mail.subject", { circle: told.circle }),
    replyTo: told.replyTo,
    about: told.registrationId,
    key: `certificate:${told.registrationId}`,
    body: (
      <>
        <p>{t("certificate.mail.hello", { name: told.name })}</p>
        <p>{t("certificate.mail.lead", { circle: told.circle })}</p>
        <MailButton href={`${baseUrl}/cirkel/${told.slug}/intyg`}>{t("certificate.mail.open")}</MailButton>
      </>
    ),
  });
}
