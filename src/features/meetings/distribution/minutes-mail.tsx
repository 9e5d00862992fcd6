import type { Translate } from "#kernel/messages.ts";
import { dateIn } from "#kernel/clock.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import {
  meetingDay,
  minutesKind,
  outcomeWords,
  partName,
} from "#features/meetings/distribution/parts/minutes-words.ts";
import type { MinutesRead } from "#features/meetings/distribution/reading/queries.ts";
import { type Look, mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

/** What one receiver is told: what is new to them, and where they read it. */
export type MinutesMail = {
  readonly mailId: string;
  readonly to: string;
  readonly read: MinutesRead;
  /** The additions of this mail, also those in parts they have had before. */
  readonly additionIds: readonly string[];
  readonly newPartIds: readonly string[];
  readonly hasHad: boolean;
  readonly message: string | null;
  readonly isUserRepresentative: boolean;
  /** Where they read; with a day when the link is their own. */
  readonly link: { readonly href: string; readonly until: Temporal.Instant | undefined };
  readonly look: Look;
};

type Around = { readonly t: Translate; readonly baseUrl: string };

/**
 * Sends somebody what is new of the minutes of a meeting. It leads to them and does not hold them, because mail is
 * forwarded; what was added later stands in it, because that is all there is. For a user representative it begins with
 * what came of it, in plain words.
 */
export function minutesMail(mail: MinutesMail, { t, baseUrl }: Around): Mail {
  const { read, newPartIds, additionIds, hasHad, message, link, look, isUserRepresentative } = mail;
  const { meeting, bodies, hidden, papers } = read;
  const kind = minutesKind(bodies, read.parts);
  const shown = (text: string) => withoutNames(text, hidden, t("distribution.document.hidden"));
  const day = meeting.day ? meetingDay(t, read) : t("distribution.mail.no_day");
  const { title } = meeting;
  const fresh = read.parts.filter(({ id }) => newPartIds.includes(id));
  const names = new Intl.ListFormat(t.language).format(
    fresh.map(({ bodyId }) =>
      bodyId === null
        ? t("distribution.mail.common")
        : t("distribution.mail.own", { body: partName(t, bodies, bodyId) }),
    ),
  );
  const added = read.parts.flatMap((part) =>
    fresh.includes(part) ? [] : part.additions.filter(({ id }) => additionIds.includes(id)),
  );
  const outcomes = fresh.flatMap((part) =>
    part.items.flatMap((item) => {
      const outcome = outcomeWords(t, bodies, part, item);
      return outcome === undefined ? [] : [{ heading: shown(item.heading), outcome: shown(outcome) }];
    }),
  );
  const plain = papers.filter(({ isPlain }) => isPlain);
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to: mail.to,
    subject: hasHad
      ? t("distribution.mail.subject_more", { kind, title, day })
      : t("distribution.mail.subject", { kind: t(`distribution.${kind}`), title, day }),
    replyTo: look.replyTo,
    about: mail.mailId,
    key: `minutes ${mail.mailId}`,
    body: (
      <>
        {isUserRepresentative && fresh.length > 0 ? (
          <>
            <h2>{t("distribution.outcome.heading")}</h2>
            {outcomes.length > 0 ? (
              <ul>
                {outcomes.map(({ heading, outcome }) => (
                  <li>
                    <strong>{heading}</strong>
                    <br />
                    {outcome}
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t("distribution.outcome.none")}</p>
            )}
            {plain.map((paper) => (
              <p>{t("distribution.outcome.plain", { title: paper.title })}</p>
            ))}
          </>
        ) : null}
        {hasHad ? (
          <p>{t("distribution.mail.lead_more", { title })}</p>
        ) : (
          <p>{t("distribution.mail.lead", { kind, title, parts: names })}</p>
        )}
        {hasHad && fresh.length > 0 ? <p>{t("distribution.mail.new_parts", { parts: names })}</p> : null}
        {added.length > 0 ? (
          <>
            <p>{t("distribution.mail.added")}</p>
            <ul>
              {added.map(({ text, writtenAt }) => (
                <li>
                  {t("distribution.document.addition", {
                    day: sayDate(t.language, dateIn(writtenAt), { weekday: false }),
                    text: shown(text),
                  })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {message ? (
          <>
            <p>{t("distribution.mail.from_sender")}</p>
            <p>{shown(message)}</p>
          </>
        ) : null}
        <MailButton href={link.href}>{t("distribution.mail.open")}</MailButton>
        <p>{t("distribution.mail.formats")}</p>
        {link.until ? (
          <p>{t("distribution.mail.link_own", { day: sayDate(t.language, dateIn(link.until), { weekday: false }) })}</p>
        ) : null}
        {papers.length > 0 ? (
          <>
            <p>{t("distribution.mail.papers")}</p>
            <ul>
              {papers.map((paper) => (
                <li>
                  {paper.title}
                  {paper.itemTitle === null
                    ? null
                    : ` (${t("paper.for_item_inline", { title: shown(paper.itemTitle) })})`}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    ),
  });
}

type Renewed = Pick<MinutesMail, "mailId" | "to" | "link" | "look"> & { readonly title: string; readonly key: string };

/** Sends somebody without an account a new link in place of one that has grown old. */
export function renewedLinkMail({ mailId, to, title, link, look, key }: Renewed, { t, baseUrl }: Around): Mail {
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to,
    subject: t("distribution.mail.renewed.subject", { title }),
    replyTo: look.replyTo,
    about: mailId,
    key,
    body: (
      <>
        <p>{t("distribution.mail.renewed.lead", { title })}</p>
        <MailButton href={link.href}>{t("distribution.mail.open")}</MailButton>
        {link.until ? (
          <p>{t("distribution.mail.link_own", { day: sayDate(t.language, dateIn(link.until), { weekday: false }) })}</p>
        ) : null}
      </>
    ),
  });
}
