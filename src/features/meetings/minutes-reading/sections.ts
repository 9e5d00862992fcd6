import { monthPattern } from "#features/circles/invitation/calendar-words.ts";
import type { Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { peopleOfLine } from "./attendance-line.ts";
import type { LineAround } from "./attendance-parts.ts";
import { goesOnRow, isGroupHeading, startsList, startsWithPeople, staysInList } from "./attendance-list.ts";
import { headColumns } from "./attendance-table.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import type { MinutesLine, MinutesText } from "./minutes-text.ts";
import { excusedWords, isNames } from "./person-words.ts";
import { type Label, type SectionKind, labelOf, labelWithGroup, peopleFrom, withoutCount } from "./section-labels.ts";

/** People listed under one heading. */
export type AttendanceBlock = {
  readonly kind: "attendance" | "excused" | "guests";
  readonly group: Span | undefined;
  readonly rows: Span[];
  /** Whether its rows are numbered, so that a number begins no new point. */
  numbered: boolean;
};

/** A line of the matters; `breaks` is true when another section stood between it and the one before. */
export type BodyLine = MinutesLine & { readonly breaks: boolean };

/** Minutes divided by what their parts hold. */
export type Sections = {
  readonly attendance: readonly AttendanceBlock[];
  readonly body: readonly BodyLine[];
  readonly dates: readonly Span[];
  readonly noteTakers: readonly Span[];
  readonly next: readonly Span[];
  readonly attachments: readonly Span[];
  readonly subject: Span | undefined;
};

type Mode = SectionKind | undefined;

/** Divides the lines among the sections they stand in. One pass: each line is looked at once, and beside the next. */
export function sectionsIn(text: MinutesText, lookup: OrganisationLookup): Sections {
  const { plain, lines } = text;
  const around: LineAround = { lookup, groups: new Set(), organisationFollows: false, organisationLeads: false };
  const attendance: AttendanceBlock[] = [];
  const body: BodyLine[] = [];
  const dates: Span[] = [];
  const noteTakers: Span[] = [];
  const next: Span[] = [];
  const attachments: Span[] = [];
  let subject: Span | undefined;
  let mode: Mode;
  let left = 0;
  let breaks = false;

  const people = (line: MinutesLine | undefined) =>
    line !== undefined &&
    line.words.length <= 600 &&
    startsWithPeople(plain, line, lookup) &&
    peopleOfLine(text, line.body, around).length > 0;
  const open = (kind: AttendanceBlock["kind"], group: Span | undefined, rows: Span[] = []) => {
    attendance.push({ kind, group, rows, numbered: false });
    mode = kind;
    breaks = true;
  };
  const keep = (line: MinutesLine) => {
    body.push({ ...line, breaks });
    breaks = false;
    mode = undefined;
  };

  for (const [at, line] of lines.entries()) {
    const isTableHead = headColumns(line.cells.map((cell) => plain.slice(...cell))) !== undefined;
    const label = isTableHead ? undefined : (labelWithGroup(plain, line) ?? labelOf(plain, line));
    if (label && isTaken(label, line, { mode, at, body })) {
      const group = "group" in label ? (label.group as Span) : undefined;
      const rest = label.rest[1] > label.rest[0] ? label.rest : undefined;
      switch (label.kind) {
        case "attendance":
        case "excused":
        case "guests":
          for (const [index, list] of listsIn(plain, line, label).entries())
            open(list.kind, (index === 0 ? group : undefined) ?? groupOfLabel(plain, list), rest ? [list.rest] : []);
          break;
        case "noteTakers":
          if (rest) noteTakers.push(rest);
          left = rest && !/(?:,|och|&)$/u.test(line.words) ? 0 : 4;
          mode = left > 0 ? "noteTakers" : mode === "attendance" ? mode : undefined;
          breaks = true;
          break;
        case "mail":
          if (rest && /^(?:ämne|subject)$/iu.test(plain.slice(...label.label))) subject = rest;
          break;
        case "date":
        case "formal":
          if (rest && label.kind === "date") dates.push(rest);
          if (!rest) mode = label.kind;
          left = 1;
          break;
        default:
          if (rest && label.kind === "next") next.push(rest);
          if (rest && label.kind === "attachments") attachments.push(rest);
          mode = label.kind;
          left = rest ? -1 : 1;
          breaks = true;
      }
      continue;
    }

    const from = body.length <= 4 ? peopleFrom(plain, line) : undefined;
    if (from && peopleOfLine(text, from.rest, around).length > 0) {
      open("attendance", from.group, [from.rest]);
      continue;
    }
    switch (mode) {
      case "attendance":
      case "excused":
      case "guests": {
        const block = attendance.at(-1);
        if (!block) break;
        const after = lines[at + 1];
        if (goesOnRow(plain, line, block.rows)) {
          const row = block.rows.pop() ?? line.body;
          block.rows.push([row[0], line.body[1]]);
          continue;
        }
        if (block.rows.length === 0) block.numbered = line.number !== undefined;
        if (line.number !== undefined && !block.numbered) {
          keep(line);
          continue;
        }
        if (isTableHead || people(line)) block.rows.push(line.body);
        else if (isGroupHeading(plain, line) && people(after) && !isParagraph(line))
          open(block.rows.length === 0 || mode === "attendance" ? mode : "attendance", withoutCount(plain, line.body));
        else if (staysInList(line, block.rows)) block.rows.push(line.body);
        else {
          keep(line);
          continue;
        }
        continue;
      }
      case "noteTakers":
        if (left > 0 && (!line.gap || left === 4) && isNames(line.words)) {
          noteTakers.push(line.body);
          left -= 1;
          continue;
        }
        break;
      case "next":
        if (hasDay(line.words)) {
          next.push(line.body);
          continue;
        }
        if (line.cells.length > 1 && headOfDays.test(line.words)) continue;
        if (line.words.length <= 60 && !line.gap && practical.test(line.words)) continue;
        break;
      case "attachments":
        if (
          (left === 1 || (!line.gap && left === 0) || (left < 0 && !line.gap && line.bullet)) &&
          line.words.length <= 160 &&
          !/^(?:§|\/)/u.test(line.number ?? line.words) &&
          line.hashes === 0
        ) {
          attachments.push(line.body);
          left = Math.min(left, 0);
          continue;
        }
        break;
      case "agenda":
        if ((left === 1 || !line.gap) && line.words.length <= 160 && !isParagraph(line)) {
          left = 0;
          continue;
        }
        break;
      case "date":
      case "formal":
        if (left === 1 && (!line.gap || isNames(line.words))) {
          if (mode === "date") dates.push(line.body);
          mode = undefined;
          continue;
        }
        break;
      default:
        break;
    }

    if (startsList(text, line, lines[at + 1], lookup, people)) {
      const above = body.at(-1);
      const isAbove =
        above !== undefined &&
        above.at[1] <= line.at[0] &&
        lines[at - 1]?.at[0] === above.at[0] &&
        isGroupHeading(plain, above);
      if (isAbove) body.pop();
      open("attendance", isAbove ? withoutCount(plain, above.body) : undefined, [line.body]);
      continue;
    }
    keep(line);
  }
  return { attendance, body, dates, noteTakers, next, attachments, subject };
}

type PeopleLabel = Omit<Label, "kind"> & { readonly kind: AttendanceBlock["kind"] };

/** "På plats var Anna, Ale. På länk: Bo, Lerum. Cia hade förhinder.": each sentence below a label is a list. */
function listsIn(plain: string, line: MinutesLine, label: Label): PeopleLabel[] {
  const lists: PeopleLabel[] = [];
  for (const span of label.inline ? sentencesIn(plain, label.rest) : [label.rest]) {
    const sentence = { ...line, body: span, words: plain.slice(...span) };
    const own = lists.length === 0 ? { ...label, rest: span } : labelOf(plain, sentence);
    const kind = own?.kind === "excused" || (!own && excusedWords.test(sentence.words)) ? "excused" : own?.kind;
    if (kind === "attendance" || kind === "excused" || kind === "guests")
      lists.push({ ...(own ?? { label: span, rest: span, inline: true }), kind });
    else {
      const last = lists.at(-1);
      if (last) lists.push({ ...last, rest: span });
    }
  }
  return lists;
}

/** Whether a label means its section here: "Datum" says when the meeting was only above the matters. */
function isTaken(
  label: Label,
  line: MinutesLine,
  { mode, at, body }: { mode: Mode; at: number; body: readonly BodyLine[] },
): boolean {
  const inHead = body.length <= 4 || at < 12;
  const isPoint = line.number !== undefined;
  switch (label.kind) {
    case "mail":
      return at < 40 && body.length <= 12;
    case "date":
      return inHead && !isPoint && mode !== "next" && !line.bullet && line.cells.length <= 3;
    case "formal":
      if (mode === "attendance" && /ordf|chair/iu.test(line.words)) return false;
      if (isPoint || line.bullet) return false;
      return inHead || label.inline || /^(?:justera|underskrift)/iu.test(line.words);
    case "agenda":
      return !isPoint && !label.inline && inHead;
    default:
      return true;
  }
}

/** "Ersättare" and "Övriga närvarande" are groups of their own; "Närvarande" and "Deltagare" are none. */
function groupOfLabel(plain: string, { label }: Label): Span | undefined {
  return /^(?:övriga|adjung|ersättare|tjänste|tjänstgörande|ledamöter|ordinarie|beslutande|föredragande|also)/iu.test(
    plain.slice(...label),
  )
    ? label
    : undefined;
}

/** "§ 4" begins a matter, wherever it stands. */
const isParagraph = ({ number }: MinutesLine) => number?.startsWith("§") === true;

const day = new RegExp(
  String.raw`\d{1,2}(?::e|:a)?\.?\s*${monthPattern}(?!\p{L})|\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d|(?<![\d-])[23]\d(?:0[1-9]|1[0-2])[0-3]\d(?![\d-])|\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d`,
  "iu",
);

export function hasDay(words: string): boolean {
  return day.test(words.slice(0, 2_000));
}

const headOfDays = /^(?:datum|dag|date|möte)\s*[\t|]/iu;
const practical =
  /(?<!\p{L})(?:plats|lokal|teams|zoom|digital\p{L}*|fysisk\p{L}*|kl\.?|värd|venue|online|heldag|halvdag)(?!\p{L})/iu;
