import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { ToldOfMatter } from "#features/meetings/matter/following/queries.ts";
import { stepWords } from "#features/meetings/matter/parts/step-words.ts";

/** Tells one who follows a matter what has happened to it. Quotes nothing that was written, and names nobody. */
export function followingMail(
  t: Translate,
  told: ToldOfMatter,
  { token, baseUrl }: { token: string; baseUrl: string },
): Mail {
  const { matterId, slug, title, what, stepNo, personId, to, name } = told;
  return composeMail({
    t,
    to,
    subject: t("matter.mail.subject", { title }),
    about: matterId,
    key: `matter ${matterId} ${stepNo} ${personId}`,
    body: (
      <>
        <p>{t("matter.mail.hello", { name })}</p>
        <p>{t("matter.mail.what", { title, what: stepWords(t, what) })}</p>
        <MailButton href={`${baseUrl}/fraga/${slug}`}>{t("matter.mail.open")}</MailButton>
        <p>
          <a href={`${baseUrl}/sluta-folja/${token}`}>{t("matter.mail.stop")}</a>
        </p>
      </>
    ),
  });
}
