import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { ToldOfAppraisal } from "#features/appraisals/appraisal/mails/queries.ts";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Tells whoever decides that an appraisal is proposed to them: of what, for whom, and by whom. */
export function proposedMail(
  { t, baseUrl }: Around,
  { authors, ...told }: ToldOfAppraisal & { readonly authors: readonly string[] },
  version: number,
): Mail {
  const { id, slug, title, organisation, personId } = told;
  const together = new Intl.ListFormat(t.language).format(authors);
  return composeMail({
    t,
    to: told.email,
    subject: t("appraisal.mail.proposed_subject", { title }),
    about: id,
    key: `appraisal ${id} proposed ${personId} ${version}`,
    body: (
      <>
        <p>{t("appraisal.mail.hello", { name: told.name })}</p>
        <p>{t("appraisal.mail.proposed", { authors: together, title, organisation })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}`}>{t("appraisal.mail.open")}</MailButton>
      </>
    ),
  });
}

/** Tells an author that a proposal is sent back, and what whoever decides wants to know. */
export function sentBackMail(
  { t, baseUrl }: Around,
  { asked, ...told }: ToldOfAppraisal & { readonly asked: string },
  version: number,
): Mail {
  const { id, slug, title, personId } = told;
  return composeMail({
    t,
    to: told.email,
    subject: t("appraisal.mail.sent_back_subject", { title }),
    about: id,
    key: `appraisal ${id} sent back ${personId} ${version}`,
    body: (
      <>
        <p>{t("appraisal.mail.hello", { name: told.name })}</p>
        <p>{t("appraisal.mail.sent_back", { title })}</p>
        <p>{asked}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}`}>{t("appraisal.mail.answer")}</MailButton>
      </>
    ),
  });
}
