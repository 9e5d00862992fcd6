import { monthPattern } from "#features/circles/invitation/calendar-words.ts";
import type { Span } from "#features/circles/invitation/found.ts";
import { type LineAround, peopleOfLine } from "./attendance-line.ts";
import { cellsOfRow, headColumns } from "./attendance-table.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import type { MinutesLine, MinutesText } from "./minutes-text.ts";
import { isFullName, isLooseName, isNames, isOneName, titleLength } from "./person-words.ts";
import { type Label, type SectionKind, labelOf, labelWithGroup, withoutCount } from "./section-labels.ts";

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
          open(label.kind, group ?? groupOfLabel(plain, label), rest ? [rest] : []);
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

    switch (mode) {
      case "attendance":
      case "excused":
      case "guests": {
        const block = attendance.at(-1);
        if (!block) break;
        const after = lines[at + 1];
        if (goesOnRow(plain, line, block)) {
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
        else if (isGroupHeading(plain, line) && people(after) && !/^§/u.test(line.number ?? ""))
          open(block.rows.length === 0 || mode === "attendance" ? mode : "attendance", withoutCount(plain, line.body));
        else if (staysInList(line, block)) block.rows.push(line.body);
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
        if ((left === 1 || !line.gap) && line.words.length <= 160 && !/^§/u.test(line.number ?? "")) {
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

/** A short line without a full stop, which may name a group. */
function isGroupHeading(plain: string, line: MinutesLine): boolean {
  const [start, end] = withoutCount(plain, line.body);
  const words = plain.slice(start, end);
  return (
    words.length >= 2 &&
    words.length <= 70 &&
    line.cells.length === 1 &&
    /^[\p{Lu}\d]/u.test(words) &&
    !/[.!?;]$|,|:\s/u.test(words) &&
    !/\d{3}|@/u.test(words)
  );
}

/** A list that runs over several lines: "…, Timrå kommun, Lova" and "Wiberg, Härnösand" below. */
function goesOnRow(plain: string, line: MinutesLine, block: AttendanceBlock): boolean {
  const row = block.rows.at(-1);
  if (!row || line.gap || line.bullet || line.number !== undefined || line.hashes > 0) return false;
  const words = plain.slice(...row);
  const last = words.slice(words.lastIndexOf("\n") + 1);
  if (/[,&]$|\s(?:och|samt|and)$/u.test(last)) return true;
  return (
    last.length >= 50 &&
    (last.match(/,/gu)?.length ?? 0) >= 3 &&
    !/[.)]$/u.test(last) &&
    (line.words.match(/,/gu)?.length ?? 0) >= 1
  );
}

/** A line that cannot be read but stands inside the list: "samt ytterligare två", "cirka 30 deltagare". */
function staysInList(line: MinutesLine, block: AttendanceBlock): boolean {
  if (line.gap && block.rows.length > 0) return false;
  if (line.words.length > 160 || line.hashes > 0 || /^§/u.test(line.number ?? "")) return false;
  if (!line.gap && block.rows.length > 0 && line.words.length <= 80 && !/[.!?]$/u.test(line.words)) return true;
  return (
    line.bullet ||
    line.number !== undefined ||
    block.rows.length === 0 ||
    /^[\p{Ll}(]/u.test(line.words) ||
    /^(?:cirka|ca|c:a|samt|ytterligare|totalt)\s/iu.test(line.words)
  );
}

/** A list begins where two lines follow each other that both name a person and a known organisation. */
function startsList(
  text: MinutesText,
  line: MinutesLine,
  after: MinutesLine | undefined,
  lookup: OrganisationLookup,
  people: (line: MinutesLine | undefined) => boolean,
): boolean {
  const columns = headColumns(line.cells.map((cell) => text.plain.slice(...cell)));
  if (columns) return people(after);
  return isListed(line, lookup) && isListed(after, lookup) && people(line) && people(after);
}

function isListed(line: MinutesLine | undefined, lookup: OrganisationLookup): boolean {
  if (!line || line.words.length > 120) return false;
  const parts = line.words.split(/[,;(\t|]|\s-\s|:\s/u).map((part) => part.replace(/\).*$/u, "").trim());
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.some((part) => isFullName(part) || (isLooseName(part) && !lookup.isName(part))) &&
    parts.some((part) => lookup.isName(part)) &&
    parts.every((part) => part.split(" ").length <= 5)
  );
}

/** The first part of the line is a person, an organisation or a title: no sentence that happens to hold a name. */
function startsWithPeople(plain: string, line: MinutesLine, lookup: OrganisationLookup): boolean {
  const first =
    plain
      .slice(...line.body)
      .split(/[,;(:\t|]|\s-\s|\s{3,}|\s+(?:och|samt|and|&)\s+/u)[0]
      ?.trim() ?? "";
  return (
    isFullName(first) ||
    lookup.recognise(first).known ||
    (isOneName(first) && (!line.gap || line.bullet)) ||
    titleLength(first) === first.length ||
    (isLooseName(first) &&
      line.words.split(/[,;(\t|]/u).some((part) => lookup.isName(part.replace(/\).*$/u, "").trim()))) ||
    (first.length <= 60 && /^[\p{Lu}]/u.test(first) && (line.bullet || !line.gap) && !/[.!?]\s/u.test(line.words)) ||
    [2, 3].some(
      (count) =>
        isFullName(first.split(" ").slice(0, count).join(" ")) &&
        lookup.recognise(first.split(" ").slice(count).join(" ")).known,
    )
  );
}

const day = new RegExp(
  String.raw`\d{1,2}(?::e|:a)?\.?\s*${monthPattern}(?!\p{L})|\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d`,
  "iu",
);

export function hasDay(words: string): boolean {
  return day.test(words.slice(0, 2_000));
}

const headOfDays = /^(?:datum|dag|date|möte)\s*[\t|]/iu;
const practical =
  /(?<!\p{L})(?:plats|lokal|teams|zoom|digital\p{L}*|fysisk\p{L}*|kl\.?|värd|venue|online|heldag|halvdag)(?!\p{L})/iu;
