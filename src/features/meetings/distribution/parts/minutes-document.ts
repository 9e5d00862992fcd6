import type { Translate } from "#kernel/messages.ts";
import type { DocumentPart, Line, WrittenDocument } from "#platform/documents/document.ts";
import { paragraphsOf } from "#platform/documents/document.ts";
import { isThere } from "#features/meetings/attendance/attendance.ts";
import type { AttendanceRow } from "#features/meetings/attendance/queries.ts";
import { withCovered, withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import {
  isPosition,
  meetingDay,
  minutesKind,
  ownerWords,
  partName,
  personWords,
} from "#features/meetings/distribution/parts/minutes-words.ts";
import type { MinutesRead } from "#features/meetings/distribution/reading/queries.ts";
import type { MinutesItem, MinutesPart } from "#features/meetings/minutes/minutes.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";
import { dateIn } from "#kernel/clock.ts";

type Fact = { readonly term: string; readonly value: Line };

/**
 * Final minutes as a document: what met and when, who came, every item with what came of it, and what was added since.
 * What is not known says so. Nobody is named who sits there as a user representative and has not agreed to it, neither
 * in the lists nor in what was written.
 */
export function minutesDocument(t: Translate, read: MinutesRead, covered: readonly string[] = []): WrittenDocument {
  const { meeting, bodies, parts, organiser, hidden } = read;
  const kind = t(`distribution.${minutesKind(bodies, parts)}`);
  return coveredIn(
    {
      language: t.language,
      title: `${kind}: ${meeting.title}`,
      author: organiser,
      kicker: bodies.map(({ name }) => name).join(", "),
      parts: [
        { kind: "facts", items: headOf(t, read) },
        ...attendanceIn(t, read),
        ...parts.flatMap((part) => partIn(t, read, part)),
      ],
    },
    (text) => withCovered(withoutNames(text, hidden, t("distribution.document.hidden")), covered, "█████"),
  );
}

function headOf(t: Translate, { meeting, bodies, parts }: MinutesRead): Fact[] {
  const { starts, ends, venue, mode } = meeting;
  const place = venue ?? t(mode === "digital" ? "distribution.document.digital" : "distribution.document.no_place");
  return [
    fact(t("distribution.document.day"), meetingDay(t, { meeting })),
    ...(starts ? [fact(t("distribution.document.time"), sayTimes(t.language, starts, ends))] : []),
    fact(t("distribution.document.place"), place),
    ...parts.flatMap(({ bodyId, diaryNumber }) =>
      diaryNumber
        ? [
            fact(
              t("distribution.diary_number"),
              parts.length > 1 ? `${diaryNumber} (${partName(t, bodies, bodyId)})` : diaryNumber,
            ),
          ]
        : [],
    ),
  ];
}

function attendanceIn(t: Translate, { attendance, bodies }: MinutesRead): DocumentPart[] {
  const { counts, absentMunicipalities, lists } = attendance;
  const shown = lists.filter(({ rows, approximate, bodyId }) => bodyId !== null || rows.length > 0 || approximate);
  return [
    heading(2, t("distribution.document.attendance")),
    ...shown.flatMap(({ bodyId, rows, approximate }): DocumentPart[] => {
      const there = rows.filter(({ state }) => isThere(state));
      const excused = rows.filter(({ state }) => !isThere(state));
      const absent = excused.map((row) => whoCame(t, row)).join("; ");
      return [
        heading(3, bodyId === null ? t("presence.others") : partName(t, bodies, bodyId)),
        ...(there.length > 0 ? [list(there.map((row) => whoCame(t, row)))] : []),
        ...(approximate === null ? [] : [said(t("distribution.document.approximate", { count: approximate }))]),
        ...(there.length === 0 && approximate === null ? [said(t("distribution.document.nobody"))] : []),
        ...(absent === "" ? [] : [said(t("distribution.document.excused", { names: absent }))]),
      ];
    }),
    {
      kind: "facts",
      items: [
        fact(t("presence.rows"), String(counts.rows)),
        fact(t("presence.persons"), String(counts.persons)),
        fact(t("presence.municipalities"), String(counts.municipalities)),
        ...(absentMunicipalities.length > 0
          ? [fact(t("presence.absent"), absentMunicipalities.map(({ name }) => name).join(", "))]
          : []),
      ],
    },
  ];
}

function whoCame(t: Translate, { name, role, organisation, represents, state }: AttendanceRow): string {
  const words = [
    name ?? t("distribution.user_representative"),
    organisation,
    name !== null && role !== "member" ? t(`presence.role.${role}`).toLocaleLowerCase(t.language) : null,
    represents ? t("distribution.document.represents", { name: represents }) : null,
    state === "digital" ? t("distribution.document.digitally") : null,
  ];
  return words.filter((word) => word !== null && word !== "").join(", ");
}

function partIn(t: Translate, read: MinutesRead, part: MinutesPart): DocumentPart[] {
  const { bodies } = read;
  const { items, additions, takers, adjusters, finishedAt, hadQuorum } = part;
  const day = (at: Temporal.Instant) => sayDate(t.language, dateIn(at), { weekday: false });
  const foot = [
    ...(takers.length > 0
      ? [fact(t("distribution.document.note_takers"), takers.map((taker) => personWords(t, taker)).join(", "))]
      : []),
    ...(adjusters.length > 0
      ? [
          fact(
            t("distribution.document.adjusters"),
            adjusters
              .map(({ adjustedAt, ...who }) =>
                adjustedAt
                  ? t("distribution.document.adjusted", { name: personWords(t, who), day: day(adjustedAt) })
                  : personWords(t, who),
              )
              .join("\n"),
          ),
        ]
      : []),
    ...(finishedAt ? [fact(t("distribution.document.finished"), day(finishedAt))] : []),
  ];
  return [
    heading(2, partName(t, bodies, part.bodyId)),
    ...(hadQuorum === false ? [said(t("distribution.document.no_quorum"))] : []),
    ...(items.length === 0 ? [said(t("distribution.document.nothing"))] : []),
    ...items.flatMap((item) => itemIn(t, read, part, item)),
    ...(additions.length > 0
      ? [
          heading(3, t("distribution.document.additions")),
          list(
            additions.map(({ text, itemId, writtenAt }) => {
              const about = items.find(({ id }) => id === itemId);
              return about
                ? t("distribution.document.addition_to", { day: day(writtenAt), heading: about.heading, text })
                : t("distribution.document.addition", { day: day(writtenAt), text });
            }),
          ),
        ]
      : []),
    ...(foot.length > 0 ? [{ kind: "facts" as const, items: foot }] : []),
  ];
}

function itemIn(t: Translate, { bodies }: MinutesRead, part: MinutesPart, item: MinutesItem): DocumentPart[] {
  const kind = item.kind === "decision" && isPosition(bodies, part, item) ? "position" : item.kind;
  const outcome = item.outcome ?? "";
  const facts = factsOf(t, item);
  return [
    heading(3, item.heading),
    ...paragraphsOf(item.body),
    ...(kind === null
      ? []
      : [
          said(
            outcome === ""
              ? t(`distribution.document.kind.${kind}`)
              : `${t(`distribution.document.kind.${kind}`)}: ${outcome}`,
          ),
        ]),
    ...(facts.length > 0 ? [{ kind: "facts" as const, items: facts }] : []),
  ];
}

function factsOf(t: Translate, item: MinutesItem): Fact[] {
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false });
  const { kind, decidedBy, decidedOn, decidedDay, reviewOn, dueOn, reason, parkedUntil, parkedEvent, referTo } = item;
  const isCommission = kind === "commission";
  const known = (term: string, value: string | null) => (value === null ? [] : [fact(term, value)]);
  return [
    ...known(t("distribution.document.decided_by"), decidedBy),
    ...known(
      t("distribution.document.decided_on"),
      decidedOn ? said(decidedOn) : decidedDay && withoutYear(t, decidedDay),
    ),
    ...known(t("distribution.document.review_on"), reviewOn && said(reviewOn)),
    ...known(
      t("distribution.document.owner"),
      ownerWords(t, item) ?? (isCommission ? t("distribution.document.no_owner") : null),
    ),
    ...(item.deliverables.length > 0
      ? [
          fact(
            t("distribution.document.deliverables"),
            item.deliverables
              .map((each) =>
                each.dueOn
                  ? t("distribution.document.deliverable", { text: each.text, day: said(each.dueOn) })
                  : each.text,
              )
              .join("\n"),
          ),
        ]
      : []),
    ...known(
      t("distribution.document.due"),
      dueOn ? said(dueOn) : isCommission ? t("distribution.document.no_due") : null,
    ),
    ...(kind === "parked"
      ? [
          fact(
            t("distribution.document.parked_until"),
            (parkedUntil && said(parkedUntil)) ?? parkedEvent ?? t("distribution.document.parked_open"),
          ),
        ]
      : []),
    ...known(t("distribution.document.reason"), reason),
    ...known(t("distribution.document.refer_to"), referTo),
  ];
}

/** A day without its year, as it was written: the year is not guessed. (R214) */
function withoutYear(t: Translate, day: string): string {
  const [, month, date] = /^--(\d\d)-(\d\d)$/u.exec(day) ?? [];
  const known = Temporal.PlainDate.from({ year: 2024, month: Number(month), day: Number(date) });
  const said = sayDate(t.language, known, { weekday: false }).replace(/ \d{4}$/u, "");
  return t("distribution.document.year_unknown", { day: said });
}

function heading(level: 2 | 3, text: string): DocumentPart {
  return { kind: "heading", level, text };
}

function said(text: string): DocumentPart {
  return { kind: "paragraph", line: [text] };
}

function list(items: readonly string[]): DocumentPart {
  return { kind: "list", ordered: false, items: items.map((item) => [item]) };
}

function fact(term: string, value: string): Fact {
  return { term, value: [value] };
}

/** The same document with every text changed. */
function coveredIn(document: WrittenDocument, cover: (text: string) => string): WrittenDocument {
  const line = (runs: Line): Line =>
    runs.map((run) => (typeof run === "string" ? cover(run) : { ...run, text: cover(run.text) }));
  const part = (each: DocumentPart): DocumentPart => {
    switch (each.kind) {
      case "heading":
        return { ...each, text: cover(each.text) };
      case "paragraph":
        return { ...each, line: line(each.line) };
      case "list":
        return { ...each, items: each.items.map(line) };
      case "facts":
        return { ...each, items: each.items.map(({ term, value }) => ({ term, value: line(value) })) };
      case "table":
        return { ...each, rows: each.rows.map((row) => row.map(cover)) };
    }
  };
  return { ...document, title: cover(document.title), parts: document.parts.map(part) };
}
