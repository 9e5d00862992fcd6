import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { openWords } from "#features/circles/handover/parts/open-words.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import type { handoverContent } from "#features/circles/handover/queries.ts";

type Content = NonNullable<Awaited<ReturnType<typeof handoverContent>>>;

/** Tells somebody that a round is theirs now, what waits in it, and what the one before wanted to say. */
export function handoverMail(
  t: Translate,
  content: Content,
  { baseUrl, now, key }: { readonly baseUrl: string; readonly now: Temporal.Instant; readonly key: string },
): Mail {
  const { name, title, handName, handAddress, note, open, slug, roundId } = content;
  const waits = openWords(t, open, dateIn(now));
  return composeMail({
    t,
    ...mailLook(content.look, baseUrl),
    to: content.email,
    subject: t("handover.mail.subject", { title }),
    replyTo: handName && handAddress ? { name: handName, address: handAddress } : undefined,
    about: roundId,
    key,
    body: (
      <>
        <p>{t("handover.mail.hello", { name })}</p>
        <p>{t("handover.mail.lead", { from: handName ?? t("handover.somebody"), title })}</p>
        {note ? <p>{t("handover.mail.note", { note })}</p> : null}
        {waits.length > 0 ? (
          <>
            <h2>{t("handover.open")}</h2>
            <ul>
              {waits.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t("handover.open_none")}</p>
        )}
        <MailButton href={`${baseUrl}/planera/${slug}`}>{t("handover.mail.open")}</MailButton>
      </>
    ),
  });
}
