import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { MakerToTell } from "#features/appraisals/adoption/queries.ts";

/** Tells one of those who made an appraisal that another organisation has taken it over. */
export function takenOverMail(t: Translate, baseUrl: string, told: MakerToTell): Mail {
  const { id, slug, title, organisation, name, personId } = told;
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("adoption.mail.subject", { organisation, title }),
    about: id,
    key: `appraisal ${id} taken over ${personId}`,
    body: (
      <>
        <p>{t("adoption.mail.hello", { name })}</p>
        <p>{t("adoption.mail.text", { organisation, title })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}`}>{t("adoption.mail.open")}</MailButton>
      </>
    ),
  });
}
