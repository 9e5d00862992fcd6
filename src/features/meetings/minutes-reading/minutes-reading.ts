import type { Doubt, Found, Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import type { MessageKey, MessageValues } from "#kernel/messages.ts";
import { attachmentsIn } from "./attachments.ts";
import { attendanceIn, mostRows, restGroup } from "./attendance.ts";
import { itemsIn, mostItems, unitsBesideNext } from "./items.ts";
import { unitsIn } from "./item-units.ts";
import { type OrganisationLookup, remembering } from "./known-organisations.ts";
import { meetingHead } from "./meeting-head.ts";
import type { Minutes, MinutesItem, MinutesWarning, MinutesWarningCode } from "./minutes.ts";
import { minutesText, type MinutesText, wordsAt } from "./minutes-text.ts";
import { nextMeetingsIn, tellsNext } from "./next-meetings.ts";
import { noteTakersIn } from "./note-takers.ts";
import { questionsIn } from "./questions.ts";
import { type AttendanceBlock, hasDay, sectionsIn } from "./sections.ts";

/**
 * Minutes beside the text they were read from, so that a person can compare and confirm. `readFrom` gives, for every
 * value that was read, the stretch of `text` that says it: "date", "attendance.0.name", "items.2.owner", "next.0.date".
 */
export type MinutesReading = {
  readonly minutes: Minutes;
  readonly text: string;
  readonly readFrom: Readonly<Record<string, Span>>;
};

/** Gives the sentence behind a key: the contract's warnings carry their sentence with them. */
export type Say = (key: MessageKey, values: MessageValues) => string;

/**
 * Reads pasted minutes and keeps where each value stands. Every value is what the text says or null, and every trap is
 * warned about (R167-R172, R182, R211-R218). `organisations` are those whose names are known; `say` words warnings.
 */
export function minutesReading(
  original: string,
  { organisations, say }: { organisations: OrganisationLookup; say: Say },
): MinutesReading {
  const lookup = remembering(organisations);
  const text = minutesText(original);
  const places = new Map<string, Span>();
  const take = <Value>(path: string, found: Found<Value> | undefined): Value | null => {
    if (found) places.set(path, text.text.origin(found.at));
    return found ? found.value : null;
  };
  const words = (path: string, span: Span | undefined) => take(path, span && { value: wordsAt(text, span), at: span });

  const sections = sectionsIn(text, lookup);
  const head = meetingHead(text, sections);
  const matters = sections.body.filter((line) => !head.used.has(line));
  const attended = attendanceIn(text, { blocks: sections.attendance, body: matters }, lookup);
  const asked = questionsIn(text, matters);
  const groupNames = new Set(
    sections.attendance.flatMap(({ group }) =>
      group && isBodyGroup(text, group) ? [wordsAt(text, group).toLowerCase()] : [],
    ),
  );
  const { units, groupHeadings } = unitsIn(
    text,
    matters.filter((line) => !asked.used.has(line)),
    groupNames,
  );
  const ownNames = [head.title?.value, ...groupNames].flatMap((name) => name ?? []);
  const firstNames = new Set(
    attended.rows.flatMap(({ name }) => wordsAt(text, name).toLocaleLowerCase("sv").split(" ")[0] ?? []),
  );
  const known = { ownNames, firstNames };
  const read = itemsIn(text, [...units, ...unitsBesideNext(text, sections.next, known)], known);
  const bodySpans = units.map(({ at }) => at);
  const telling = [
    ...units.map(({ at }) => at),
    ...sections.body.filter((line) => head.used.has(line)).map(({ at }) => at),
  ].flatMap((at) => nextSentence(text, at));
  const { next, doubts: nextDoubts } = nextMeetingsIn(
    text,
    [...sections.next, ...telling].toSorted((a, b) => a[0] - b[0]),
  );
  const noteTakers = noteTakersIn(text, {
    stretches: sections.noteTakers,
    attendance: sections.attendance.flatMap(({ rows }) => rows),
    body: bodySpans,
  });
  const attachments = attachmentsIn(text, sections.attachments, bodySpans);

  const doubts: Doubt<MinutesWarningCode>[] = [
    ...head.doubts,
    ...(attended.rows.length === 0 && attended.approximate === null
      ? [{ code: "no_attendance" as const, at: null }]
      : []),
    ...attended.doubts,
    ...(attended.rows.length >= mostRows || read.items.length >= mostItems
      ? [{ code: "unread_text" as const, at: null, values: { kind: "tooLong" } }]
      : []),
    ...(read.items.length === 0 ? [{ code: "no_items" as const, at: null }] : []),
    ...emptyGroups(text, sections.attendance, groupHeadings, read.items),
    ...read.doubts,
    ...nextDoubts,
    ...otherKind(text, attended.rows.length),
  ];
  const minutes: Minutes = {
    kind: "minutes",
    title: take("title", head.title),
    date: take("date", head.date),
    attendance: attended.rows.map((row, at) => ({
      group: words(`attendance.${at}.group`, row.group),
      name: words(`attendance.${at}.name`, row.name) ?? "",
      organisation: words(`attendance.${at}.organisation`, row.organisation),
      municipality: row.municipality,
      represents: words(`attendance.${at}.represents`, row.represents),
      guest: row.guest,
      excused: row.excused,
      title: words(`attendance.${at}.title`, row.title),
      substituteFor: words(`attendance.${at}.substituteFor`, row.substituteFor),
    })),
    persons: attended.persons,
    municipalities: attended.municipalities,
    approximatePersons: attended.approximate,
    questions: asked.questions.map(
      ({ text: question, at }, index) => take(`questions.${index}`, { value: question, at }) ?? "",
    ),
    items: read.items.map((item, at): MinutesItem => ({
      group: words(`items.${at}.group`, item.group),
      topic: words(`items.${at}.topic`, item.topic),
      text: words(`items.${at}.text`, item.at) ?? "",
      kind: item.kind,
      decidedBy: take(`items.${at}.decidedBy`, item.decided.by),
      decidedOn: take(`items.${at}.decidedOn`, item.decided.on),
      owner: take(`items.${at}.owner`, item.commission.owner),
      deliverables: item.commission.deliverables.map(
        (each, part) => take(`items.${at}.deliverables.${part}`, each) ?? "",
      ),
      due: take(`items.${at}.due`, item.commission.due),
    })),
    attachments: attachments.map((found, at) => take(`attachments.${at}`, found) ?? ""),
    noteTakers: noteTakers.map((found, at) => take(`noteTakers.${at}`, found) ?? ""),
    next: next.map(({ date, start, end, at: place }, at) => ({
      date: take(`next.${at}.date`, { value: date, at: place }) ?? date,
      start,
      end,
    })),
    warnings: [...doubts.map((doubt) => warningOf(doubt, text, say)), ...textWarnings(text, original, say)],
  };
  return { minutes, text: original, readFrom: Object.fromEntries(places) };
}

/** A group of the attendance that is a body with matters of its own, not "Övriga" or "Gäster". */
function isBodyGroup(text: MinutesText, group: Span): boolean {
  return !restGroup.test(wordsAt(text, group));
}

function nextSentence({ plain }: MinutesText, [start, end]: Span): Span[] {
  const words = plain.slice(start, Math.min(end, start + 4_000));
  if (!tellsNext.test(words) || !hasDay(words)) return [];
  return sentencesIn(plain, [start, start + words.length]).flatMap((span): Span[] => {
    const match = tellsNext.exec(plain.slice(...span));
    return match ? [[span[0] + match.index, span[1]]] : [];
  });
}

/** A body that was there and has no item of its own, while another has (R216), or that has a heading and nothing below. */
function emptyGroups(
  text: MinutesText,
  blocks: readonly AttendanceBlock[],
  headings: readonly { readonly at: Span; readonly name: string }[],
  items: readonly { readonly group: Span | undefined }[],
): Doubt<MinutesWarningCode>[] {
  const withItems = new Set(items.flatMap(({ group }) => (group ? [alike(wordsAt(text, group))] : [])));
  const empty = new Map<string, { at: Span; name: string }>();
  for (const { at, name } of headings) if (!withItems.has(alike(name))) empty.set(alike(name), { at, name });
  if (withItems.size > 0 || headings.length > 0) {
    for (const { group, kind } of blocks) {
      if (!group || kind !== "attendance" || !isBodyGroup(text, group)) continue;
      const name = wordsAt(text, group);
      if (!withItems.has(alike(name)) && !empty.has(alike(name))) empty.set(alike(name), { at: group, name });
    }
  }
  return [...empty.values()].map(({ at, name }) => ({ code: "no_items_for_group" as const, at, values: { name } }));
}

/** "Nätverket IFO", "IFO-nätverket" and "IFO" are one body. */
function alike(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/(?<!\p{L})(?:nätverk(?:et)?|network|the|tid för)(?!\p{L})|s?-?nätverket$/giu, " ")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
}

/** An invitation, or no text at all, read as minutes. */
function otherKind({ plain, lines }: MinutesText, rows: number): Doubt<MinutesWarningCode>[] {
  const invites = new Set(
    plain
      .slice(0, 20_000)
      .matchAll(
        /(?<!\p{L})(?:inbjudan|sista anmälningsdag|anmäl dig|anmälan (?:görs|sker|senast)|välkommen (?:till|att)|antal platser|max(?:imalt)? \d+ deltagare|kostnadsfri\p{L}*|målgrupp|först till kvarn|register by|you are invited|invitation)(?!\p{L})/giu,
      )
      .map((match) => match[0].toLowerCase().slice(0, 8)),
  );
  if (rows === 0 && invites.size >= 2) return [{ code: "not_minutes", at: null, values: { kind: "invitation" } }];
  const letters = plain.slice(0, 20_000).match(/[\p{L}\s\d.,:;!?()/-]/gu)?.length ?? 0;
  return lines.length > 0 && letters < Math.min(plain.length, 20_000) * 0.7
    ? [{ code: "not_minutes", at: null, values: { kind: "noText" } }]
    : [];
}

function warningOf(doubt: Doubt<MinutesWarningCode>, text: MinutesText, say: Say): MinutesWarning {
  const quoted = doubt.at ? wordsAt(text, doubt.at) : "";
  const short = quoted.length > 80 ? `${quoted.slice(0, 79)}…` : quoted;
  const message = say(`minutes_reading.warning.${doubt.code}`, { kind: "", name: "", words: short, ...doubt.values });
  const at = doubt.at && text.text.origin(doubt.at);
  return { code: doubt.code, message, at: at ? [at[0], at[1]] : null };
}

function textWarnings({ identityNumbers, unreadFrom }: MinutesText, original: string, say: Say): MinutesWarning[] {
  return [
    ...identityNumbers.map(([start, end]): MinutesWarning => ({
      code: "personal_number",
      message: say("minutes_reading.warning.personal_number", {}),
      at: [start, end],
    })),
    ...(unreadFrom === undefined
      ? []
      : [
          {
            code: "unread_text" as const,
            message: say("minutes_reading.warning.unread_text", { kind: "tooLong", words: "" }),
            at: [unreadFrom, original.length] as [number, number],
          },
        ]),
  ];
}
