import type { Translate } from "#kernel/messages.ts";
import { placeName } from "#features/organisations/people/parts/place-name.ts";
import type { InvitationFacts } from "#features/organisations/people/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** Tells somebody which role they have been given, by whom, and how to come in. Opens nothing by itself. */
export function invitationMail(
  { assignmentId, to, name, inviter, ...held }: InvitationFacts,
  t: Translate,
  baseUrl: string,
): Mail {
  const role = t(`organisations.role.${held.role}`);
  const place = placeName(t, held);
  return composeMail({
    t,
    to,
    key: `organisations.invitation ${assignmentId}`,
    about: assignmentId,
    subject: t("organisations.mail.subject", { role }),
    ...(inviter ? { replyTo: inviter } : {}),
    body: (
      <>
        <p>{t("organisations.mail.hello", { name })}</p>
        <p>
          {inviter
            ? t("organisations.mail.lead_by", { inviter: inviter.name, role, place })
            : t("organisations.mail.lead", { role, place })}
        </p>
        <p>{t("organisations.mail.how")}</p>
        <MailButton href={`${baseUrl}/logga-in?till=/mina-uppgifter`}>{t("organisations.mail.press")}</MailButton>
        <p>{t("organisations.mail.wrong")}</p>
      </>
    ),
  });
}
