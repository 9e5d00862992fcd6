import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { ChangedList } from "#features/circles/change-notice/parts/change-list.tsx";
import type { LeaderToTell } from "#features/circles/change-notice/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant };

/** Tells one who leads a circle what somebody else has changed in it. */
export function leaderMail(
  { notice, round, name, to, look, replyTo }: LeaderToTell,
  { t, baseUrl, now }: Around,
): Mail {
  const { title, slug } = round;
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to,
    subject: t("changes.mail.leader.subject", { title }),
    replyTo,
    about: round.id,
    key: `change ${notice.id} ${to}`,
    body: (
      <>
        <p>{t("changes.mail.leader.hello", { name })}</p>
        <p>
          {notice.changedBy
            ? t("changes.mail.leader.lead", { who: notice.changedBy, title })
            : t("changes.mail.leader.lead_unknown", { title })}
        </p>
        <ChangedList t={t} things={notice.things} today={dateIn(now)} />
        <p>{t("changes.mail.leader.told")}</p>
        <MailButton href={`${baseUrl}/cirkel/${slug}/andringar`}>{t("changes.mail.leader.open")}</MailButton>
      </>
    ),
  });
}
