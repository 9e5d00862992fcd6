import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { calendarFile, type CalendarMethod } from "#platform/calendar/calendar.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton, MailFacts } from "#platform/mail/mail-parts.tsx";
import { mailLook } from "#features/organisations/looks/look.ts";
import { meetingEntries } from "#features/meetings/invitation/meeting-calendar.ts";
import { MailedAgenda } from "#features/meetings/invitation/parts/mailed-agenda.tsx";
import { whenWords, whereWords } from "#features/meetings/invitation/parts/meeting-words.ts";
import type { Called, MeetingWas } from "#features/meetings/invitation/queries.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly now: Temporal.Instant };

/** The mail is the same when it is posted again to the same person at the same address. */
export function callKey({ meeting, receiver, to }: Called): string {
  return `meeting call ${meeting.id} ${receiver.personId} ${to}`;
}

/** Calls one person to a meeting. Names nobody else: mail is forwarded. */
export function callMail(called: Called, replyLink: string | undefined, { t, baseUrl, now }: Around): Mail {
  const { meeting, receiver, to, look, papers } = called;
  const { title, day, starts, ends, mode, joinLink, welcome, documentsBy, replyBy, slug } = meeting;
  const today = dateIn(now);
  const said = (date: Temporal.PlainDate) => sayDate(t.language, date, { today });
  const facts = [
    { name: t("call.day"), value: day ? said(day) : t("call.not_decided") },
    ...(starts ? [{ name: t("call.time"), value: sayTimes(t.language, starts, ends) }] : []),
    { name: t("call.place"), value: whereWords(t, meeting) },
    ...(joinLink && mode !== "physical"
      ? [{ name: t("call.digital"), value: <a href={joinLink}>{t("call.join")}</a> }]
      : []),
    ...(documentsBy ? [{ name: t("call.documents_by"), value: said(documentsBy) }] : []),
  ];
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to,
    subject: t("call.subject", { title, day: day ? sayDate(t.language, day, { today, weekday: false }) : "" }),
    replyTo: look.replyTo,
    about: meeting.id,
    key: callKey(called),
    calendar: calendarOf(called, "REQUEST", { t, baseUrl, now }),
    body: (
      <>
        <p>{t("call.hello", { name: receiver.name })}</p>
        <p>{t("call.lead", { title })}</p>
        {receiver.isSubstitute ? <p>{t("call.substitute")}</p> : null}
        {welcome ? welcome.split(/\n+/u).map((line) => <p>{line}</p>) : null}
        <MailFacts facts={facts} />
        {replyLink ? (
          <>
            <MailButton href={replyLink}>{t("call.reply")}</MailButton>
            {replyBy ? <p>{t("call.reply_by", { day: said(replyBy) })}</p> : null}
          </>
        ) : null}
        <MailedAgenda t={t} called={called} today={today} />
        {papers.length > 0 ? (
          <>
            <h2>{t("call.papers")}</h2>
            <ul>
              {papers.map(({ title: called_, link, isPlain, itemTitle }) => (
                <li>
                  {link ? <a href={link}>{called_}</a> : t("call.papers_on_page", { title: called_ })}
                  {inBrackets([
                    isPlain ? t("call.plain") : undefined,
                    itemTitle === null ? undefined : t("paper.for_item_inline", { title: itemTitle }),
                  ])}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <MailButton href={`${baseUrl}/mote/${slug}`}>{t("call.open")}</MailButton>
      </>
    ),
  });
}

function inBrackets(words: readonly (string | undefined)[]): string | null {
  const said = words.filter((each) => each !== undefined);
  return said.length > 0 ? ` (${said.join(", ")})` : null;
}

/** Tells one person what a meeting they were called to was and what it is now, or that it is called off. */
export function changedMail(called: Called, was: MeetingWas, { t, baseUrl, now }: Around): Mail {
  const { meeting, receiver, to, look } = called;
  const { title, day, state, slug, calledOffReason } = meeting;
  const today = dateIn(now);
  const isOff = state === "calledOff";
  const shownDay = day ? sayDate(t.language, day, { today, weekday: false }) : "";
  const [wasWhen, isWhen] = [whenWords(t, was, today), whenWords(t, meeting, today)];
  const [wasWhere, isWhere] = [whereWords(t, was), whereWords(t, meeting)];
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to,
    subject: isOff ? t("call.off.subject", { title, day: shownDay }) : t("call.changed.subject", { title }),
    replyTo: look.replyTo,
    about: meeting.id,
    key: `meeting change ${was.id} ${receiver.personId} ${to}`,
    calendar: calendarOf(called, isOff ? "CANCEL" : "REQUEST", { t, baseUrl, now }),
    body: isOff ? (
      <>
        <p>{t("call.hello", { name: receiver.name })}</p>
        <p>{t("call.off.lead", { title, day: isWhen })}</p>
        <p>{t("call.off.reason", { reason: calledOffReason ?? "" })}</p>
        <p>{t("call.off.calendar")}</p>
      </>
    ) : (
      <>
        <p>{t("call.hello", { name: receiver.name })}</p>
        <p>{t("call.changed.lead", { title })}</p>
        {wasWhen === isWhen ? null : <WasAndNow t={t} was={wasWhen} now={isWhen} />}
        {wasWhere === isWhere ? null : <WasAndNow t={t} was={wasWhere} now={isWhere} />}
        {was.joinLink === meeting.joinLink ? null : <p>{t("call.changed.joined")}</p>}
        {was.title === title ? null : <p>{t("call.changed.title", { title })}</p>}
        <MailButton href={`${baseUrl}/mote/${slug}`}>{t("call.open")}</MailButton>
      </>
    ),
  });
}

function WasAndNow({ t, was, now }: { t: Translate; was: string; now: string }) {
  return (
    <p>
      {t("call.changed.was", { was })}
      <br />
      {t("call.changed.now", { now })}
    </p>
  );
}

/** The meeting as an entry for this one person, or its removal. */
function calendarOf(
  { meeting, receiver, to, look }: Called,
  wanted: "REQUEST" | "CANCEL",
  { t, baseUrl, now }: Around,
) {
  const { replyTo } = look;
  const attendee = { name: receiver.name, email: to };
  const people = replyTo ? { organizer: { name: replyTo.name, email: replyTo.address }, attendee } : {};
  const words = { digital: t("call.digital"), join: t("call.join") };
  const events = meetingEntries(meeting, baseUrl, words, people);
  if (events.length === 0) return undefined;
  // An entry for one person needs somebody who sends it; without a contact it is one to open and keep.
  const method: CalendarMethod = wanted === "REQUEST" && !replyTo ? "PUBLISH" : wanted;
  return { method, ics: calendarFile({ name: meeting.title, method, events, stamp: now }) };
}
