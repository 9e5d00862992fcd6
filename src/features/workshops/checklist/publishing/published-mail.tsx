import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { type Look, mailLook } from "#features/organisations/looks/look.ts";
import type { MemberToTell } from "#features/workshops/checklist/publishing/queries.ts";

/** Tells somebody that the checklist their body made is published, or what is new in it. */
export function checklistPublishedMail(
  t: Translate,
  baseUrl: string,
  { look, ...told }: MemberToTell & { readonly look: Look | undefined },
): Mail {
  const { versionId, versionNo, note, checklistId, slug, title, name, personId } = told;
  const bodies = new Intl.ListFormat(t.language).format(told.bodies);
  const isFirst = versionNo === 1;
  return composeMail({
    t,
    ...(look ? mailLook(look, baseUrl) : {}),
    to: told.email,
    subject: t(isFirst ? "checklist.mail.first_subject" : "checklist.mail.later_subject", { title }),
    replyTo: look?.replyTo,
    about: checklistId,
    key: `checklist version ${versionId} published ${personId}`,
    body: (
      <>
        <p>{t("checklist.mail.hello", { name })}</p>
        <p>{t(isFirst ? "checklist.mail.first" : "checklist.mail.later", { bodies, title, number: versionNo })}</p>
        {note ? <p>{t("checklist.mail.note", { note })}</p> : null}
        <MailButton href={`${baseUrl}/checklista/${slug}`}>{t("checklist.mail.open")}</MailButton>
      </>
    ),
  });
}
