import type { Translate } from "#kernel/messages.ts";
import type { ReviewerToAsk, WriterToTell } from "#features/knowledge/item/review/mails/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Asks somebody to review. What it says stands behind the sign-in: mail is forwarded. */
export function reviewAskedMail({ t, baseUrl }: Around, told: ReviewerToAsk): Mail {
  const { id, slug, title, name, askedBy, email } = told;
  return composeMail({
    t,
    to: email ?? "",
    subject: t("item_review.mail.asked_subject", { title }),
    about: id,
    key: `review ${id} asked`,
    body: (
      <>
        <p>{t("item_review.mail.hello", { name })}</p>
        <p>{t("item_review.mail.asked", { title, asker: askedBy ?? t("item_review.somebody") })}</p>
        <MailButton href={`${baseUrl}/kunskap/${slug}/granska`}>{t("item_review.mail.review")}</MailButton>
      </>
    ),
  });
}

type What = "approved" | "changesWanted" | "sentBack" | "published";

/** Tells whoever wrote what became of it. */
export function versionMail({ t, baseUrl }: Around, told: WriterToTell, what: What): Mail {
  const { id, rowVersion, slug, title, name, email, personId } = told;
  return composeMail({
    t,
    to: email ?? "",
    subject: t(`item_review.mail.${what}_subject`, { title }),
    about: id,
    key: `version ${id} ${rowVersion} ${what} ${personId}`,
    body: (
      <>
        <p>{t("item_review.mail.hello", { name })}</p>
        <p>{t(`item_review.mail.${what}`, { title })}</p>
        <MailButton href={`${baseUrl}/kunskap/${slug}${what === "published" ? "" : "/granska"}`}>
          {t("item_review.mail.read")}
        </MailButton>
      </>
    ),
  });
}
