import type { Translate } from "#kernel/messages.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import type { KeeperToTell } from "#features/knowledge/lineage/mails/queries.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

type Around = { readonly t: Translate; readonly baseUrl: string };
type Told = { readonly itemId: ItemId; readonly what: "retired" | "changed"; readonly time: number };

/** Tells somebody that what they keep rests on something that changed. Names none of it: mail is forwarded. */
export function restingMail({ t, baseUrl }: Around, { itemId, what, time }: Told, keeper: KeeperToTell): Mail {
  const { personId, email, name, title, slug, count } = keeper;
  return composeMail({
    t,
    to: email,
    subject: t(`lineage.mail.${what}_subject`, { title }),
    about: itemId,
    key: `resting ${itemId} ${what} ${time} ${personId}`,
    body: (
      <>
        <p>{t("lineage.mail.hello", { name })}</p>
        <p>{t(`lineage.mail.${what}`, { title })}</p>
        <p>{t("lineage.mail.rests", { count })}</p>
        <MailButton href={`${baseUrl}/att-se-over`}>{t("lineage.mail.look")}</MailButton>
        <p>
          <a href={`${baseUrl}/kunskap/${slug}`}>{t("lineage.mail.read")}</a>
        </p>
      </>
    ),
  });
}
