import type { Translate } from "#kernel/messages.ts";
import type { DocumentPart, WrittenDocument } from "#platform/documents/document.ts";
import { paragraphsOf } from "#platform/documents/document.ts";
import { timeOf } from "#features/circles/attendance/circle-hours.ts";
import { sayLength, sayMeetingTime } from "#features/circles/attendance/parts/time-words.ts";
import type { CertificateFacts } from "#features/circles/certificate/queries.ts";
import { sayDate, sayDates } from "#ui/swedish-dates.ts";

/**
 * The certificate of somebody who has taken part in a circle: which meetings they were at and their themes, the time
 * those took, and the hours the whole circle asks for. What is not known says so; nothing is counted that nobody noted.
 */
export function certificateDocument(
  t: Translate,
  { room: { round }, organiser, participant, noted }: CertificateFacts,
  today: Temporal.PlainDate,
): WrittenDocument {
  const { name, workplace, employer } = participant;
  const held = round.sessions.filter(({ calledOff }) => !calledOff);
  const attended = held.filter(({ id }) => participant.attended.has(id));
  const days = attended.flatMap(({ date }) => date ?? []).toSorted(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  const leaders = round.leaders
    .filter(({ part }) => part === "leader")
    .map(({ name: leader, title }) => named(leader, title));
  const facts = [
    {
      term: t("certificate.document.meetings"),
      value: t("attendance.hours.meetings", { attended: attended.length, meetings: timeOf(held).meetings }),
    },
    { term: t("certificate.document.time"), value: sayMeetingTime(t, participant.time) },
    ...(noted > 0
      ? [
          {
            term: t("certificate.document.noted"),
            value: t("certificate.document.noted_time", { time: sayLength(t, noted) }),
          },
        ]
      : []),
    ...(round.hours === null
      ? []
      : [
          {
            term: t("certificate.document.commitment"),
            value: t("certificate.document.commitment_hours", { hours: round.hours }),
          },
        ]),
    ...(first && last ? [{ term: t("certificate.document.period"), value: sayDates(t.language, first, last) }] : []),
    ...(leaders.length > 0 ? [{ term: t("certificate.document.leaders"), value: leaders.join("\n") }] : []),
    { term: t("certificate.document.organiser"), value: organiser },
  ];
  return {
    language: t.language,
    title: t("certificate.document.title", { name }),
    author: organiser,
    kicker: `${t("certificate.title")} · ${organiser}`,
    lead: t("certificate.document.lead", { name, workplace, employer, title: round.title }),
    parts: [
      heading(t("certificate.document.extent")),
      { kind: "facts", items: facts.map(({ term, value }) => ({ term, value: [value] })) },
      heading(t("certificate.document.contents")),
      {
        kind: "facts",
        items: attended.map(({ date, theme }) => ({
          term: date ? sayDate(t.language, date) : t("certificate.document.no_date"),
          value: [theme ?? t("certificate.document.no_theme")],
        })),
      },
      ...(round.goal ? [heading(t("certificate.document.goal")), ...paragraphsOf(round.goal)] : []),
      {
        kind: "paragraph",
        line: [t("certificate.document.issued", { date: sayDate(t.language, today, { weekday: false }) })],
      },
    ],
  };
}

function heading(text: string): DocumentPart {
  return { kind: "heading", level: 2, text };
}

function named(name: string, title: string | null): string {
  return title ? `${name}, ${title}` : name;
}
