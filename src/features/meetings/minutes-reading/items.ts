import { type Doubt, type Found, type Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { type CommissionDetails, commissionDetails, dueIn } from "./commission-details.ts";
import { daysIn } from "./days.ts";
import { type DecidedElsewhere, decidedElsewhere } from "./decided-elsewhere.ts";
import { headingKind, clausesOf, labelLength, type SentenceKind, sentenceKind } from "./item-kinds.ts";
import { type Unit } from "./item-units.ts";
import type { ItemKind } from "#features/meetings/minutes/minutes.ts";
import { type MinutesWarningCode } from "./minutes.ts";
import { isMatter } from "./matter-sentences.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";
import { isFullName, isOneName } from "./person-words.ts";
import { hasDay } from "./sections.ts";
import { cellsLike } from "./table-cells.ts";
import { type TaskColumns, taskColumns } from "./task-table.ts";

/** An item, and where each of its parts stands. */
export type ReadItem = {
  readonly group: Span | undefined;
  readonly topic: Span | undefined;
  readonly at: Span;
  readonly kind: ItemKind;
  readonly decided: DecidedElsewhere;
  readonly commission: CommissionDetails;
};

/** What the meeting is called, by its title and its groups, and the first names of those who were there. */
export type KnownNames = { readonly ownNames: readonly string[]; readonly firstNames: ReadonlySet<string> };

const nothingDecided: DecidedElsewhere = { by: undefined, on: undefined };
const nothingGiven: CommissionDetails = { owner: undefined, deliverables: [], due: undefined };
/** More items than this are no minutes of one meeting. */
export const mostItems = 10_000;

/** The matters as items, each with a proposed kind (R218). One bullet or paragraph is one item, unless it has several outcomes. */
export function itemsIn(
  text: MinutesText,
  units: readonly Unit[],
  known: KnownNames,
): { items: ReadItem[]; doubts: Doubt<MinutesWarningCode>[] } {
  const items: ReadItem[] = [];
  const doubts: Doubt<MinutesWarningCode>[] = [];
  const put = (item: ReadItem) => {
    items.push(item);
    if (item.kind === "commission" && !item.commission.due) doubts.push({ code: "no_due_date", at: item.at });
  };
  let table: TaskTable | undefined;
  let heads: readonly string[] = [];
  for (const unit of units.slice(0, mostItems)) {
    const [line] = unit.lines;
    if (line && line.cells.length > 1) {
      const head = taskTable(text, line.at);
      if (head) {
        table = head;
        continue;
      }
      const row = table ? rowItems(text, unit, line.at, { table, known }) : [];
      if (row.length > 0) {
        for (const item of row) put(item);
        continue;
      }
    } else table = undefined;
    const cells = line && line.cells.length > 1 ? cellUnits(text, unit, line.cells, heads) : undefined;
    if (cells?.heads) heads = cells.heads;
    for (const item of (cells?.units ?? [unit]).flatMap((each) => itemsOf(text, each, known))) put(item);
  }
  return { items: items.slice(0, mostItems), doubts };
}

type TaskTable = {
  readonly columns: TaskColumns;
  readonly names: readonly string[];
  readonly cellsOf: (row: Span) => Span[];
};

function taskTable({ plain }: MinutesText, head: Span): TaskTable | undefined {
  const cellsOf = cellsLike(plain, head);
  const names = cellsOf(head).map((cell) => plain.slice(...cell).trim());
  const columns = taskColumns(names);
  return columns && { columns, names, cellsOf };
}

/**
 * A row of "Vad | Vem | När" is one commission, or what its status says. In a table of points each text is an item, and
 * who has it and by when belong to the last one.
 */
function rowItems(
  text: MinutesText,
  unit: Unit,
  row: Span,
  { table: { columns, names, cellsOf }, known }: { table: TaskTable; known: KnownNames },
): ReadItem[] {
  const cells = cellsOf(row);
  const cell = (at: number): Found<string> | undefined => {
    const span = cells[at];
    const value = span && wordsAt(text, span);
    return span && value !== undefined && /[\p{L}\d]/u.test(value) ? { value, at: span } : undefined;
  };
  const [when, owner] = [cell(columns.due), cell(columns.owner)];
  const due = when && (dueIn(text, when.at) ?? dayAlone(text, when));
  const topic = cell(columns.topic)?.at;
  const said = columns.texts.flatMap((at) => {
    const found = cell(at);
    return found ? [{ ...found, lead: headingKind(names[at] ?? "") }] : [];
  });
  return said.flatMap(({ value, at, lead }, index): ReadItem[] => {
    const isTask = index === said.length - 1 && (columns.topic < 0 || owner !== undefined || when !== undefined);
    if (!isTask) return itemsOf(text, { ...unit, topic, at, lead }, known);
    const own = sentenceKind(value, known.firstNames).kind;
    const kind = own === "parked" || own === "referred" || (topic && own === "continued") ? own : "commission";
    return [
      {
        group: unit.group,
        topic,
        at,
        kind,
        decided: nothingDecided,
        commission:
          kind === "commission"
            ? { owner, deliverables: commissionDetails(text, at, known.firstNames).deliverables, due }
            : nothingGiven,
      },
    ];
  });
}

function dayAlone(text: MinutesText, when: Found<string>): Found<string> | undefined {
  const day = daysIn(text.plain, when.at).days.find(({ exists }) => exists);
  if (day) return { value: day.written, at: day.at };
  if (/^(?:-|löpande|tbd|\?)$/iu.test(when.value)) return undefined;
  return hasDay(when.value) ? undefined : when;
}

const topicHead = /^(?:punkt(?:er)?|ärende(?:n)?|fråga|frågor|rubrik|ämne|område|nr|topic|item|subject|matter)$/iu;

/** A row of a table whose first column is the topic: each other cell says something of it, as its own head tells. */
function cellUnits(
  { plain }: MinutesText,
  unit: Unit,
  cells: readonly Span[],
  heads: readonly string[],
): { units: Unit[]; heads?: readonly string[] } | undefined {
  const [first, ...others] = cells;
  if (!first || others.length === 0) return undefined;
  const words = cells.map((cell) => plain.slice(...cell).trim());
  if (topicHead.test(words[0] ?? "")) return { units: [], heads: words };
  if (first[1] - first[0] > 60 || /[.!?]$/u.test(words[0] ?? "")) return undefined;
  return {
    units: others.map((at, index) => ({
      ...unit,
      topic: first,
      at,
      lead: headingKind(heads[index + 1] ?? "") ?? unit.lead,
    })),
  };
}

type Said = { readonly at: Span; readonly kind: SentenceKind };

function itemsOf(text: MinutesText, unit: Unit, { ownNames, firstNames }: KnownNames): ReadItem[] {
  const { at, lead } = labelled(text, unit);
  const said = sentencesIn(text.plain, at)
    .flatMap((span) => clauses(text, span, firstNames))
    .filter((span) => isMatter(text.plain.slice(...span), firstNames, unit.listed && lead !== undefined))
    .map((span): Said => ({ at: span, kind: withLead(text.plain.slice(...span), lead, firstNames) }));
  const runs: Said[][] = [];
  let settled = false;
  for (const sentence of said) {
    const run = runs.at(-1);
    if (!run || (settled && sentence.kind.outcome && !goesWith(text, sentence))) {
      runs.push([sentence]);
      settled = sentence.kind.outcome;
    } else {
      run.push(sentence);
      settled ||= sentence.kind.outcome;
    }
  }
  return runs.map((run) => {
    const outcome = run.find(({ kind }) => kind.outcome);
    const kind =
      outcome?.kind.kind ??
      (run.some(({ kind: { kind: each } }) => each === "discussion")
        ? "discussion"
        : (run[0]?.kind.kind ?? "information"));
    const span = trimmed(text.plain, [run[0]?.at[0] ?? at[0], run.at(-1)?.at[1] ?? at[1]], /[\s•*·_|;-]/u);
    const narrow = outcome?.at ?? span;
    const withTail: Span = [narrow[0] + labelLength(text.plain.slice(...narrow)), span[1]];
    return {
      group: unit.group,
      topic: unit.topic,
      at: span,
      kind,
      decided: kind === "decision" ? decidedElsewhere(text, [withTail[0], narrow[1]], ownNames) : nothingDecided,
      commission: kind === "commission" ? withOwnerBefore(text, narrow[0], withTail, firstNames) : nothingGiven,
    };
  });
}

/** "Peter: kolla kostnaden" and "Alla: läsa utkastet": who has it stands before a colon. */
function withOwnerBefore(
  text: MinutesText,
  start: number,
  span: Span,
  firstNames: ReadonlySet<string>,
): CommissionDetails {
  const details = commissionDetails(text, span, firstNames);
  const at = trimmed(text.plain, [start, Math.max(start, span[0])]);
  const value = wordsAt(text, at);
  const names = value.split(/,\s|\s(?:och|samt|&)\s/u);
  const isOwner = names.every(
    (name) =>
      /^(?:alla|samtliga)$/iu.test(name) ||
      ((isOneName(name) || isFullName(name)) && firstNames.has((name.split(" ")[0] ?? "").toLocaleLowerCase("sv"))),
  );
  return details.owner || value === "" || !isOwner ? details : { ...details, owner: { value, at } };
}

function clauses({ plain }: MinutesText, [start, end]: Span, firstNames: ReadonlySet<string>): Span[] {
  const cuts = clausesOf(plain.slice(start, end), firstNames).map((at) => start + at);
  return [start, ...cuts].map((from, at): Span => [from, cuts[at] ?? end]);
}

/** What else is said on the lines of the next meeting: "Carina bokar lokal." */
export function unitsBesideNext(text: MinutesText, stretches: readonly Span[], { firstNames }: KnownNames): Unit[] {
  return stretches.flatMap((stretch) =>
    sentencesIn(text.plain, stretch)
      .flatMap((span) => clauses(text, span, firstNames))
      .filter((span) => {
        const words = text.plain.slice(...span);
        return !hasDay(words) && sentenceKind(words, firstNames).outcome;
      })
      .map((at): Unit => ({ group: undefined, topic: undefined, at, lead: undefined, lines: [], listed: false })),
  );
}

/** "Ansvarig: Anna" and "Klart senast 3 maj" belong to what was said before. */
function goesWith({ plain }: MinutesText, { at }: Said): boolean {
  return /^(?:ansvarig|ansvar|klart|senast|deadline|återrapport|(?:detta|det|den) (?:görs|ska|sker|får|tas|blir)|beslutet|uppdraget)/iu.test(
    plain.slice(...at),
  );
}

/** "Beslut: …" and "Information: …" say the kind of what follows; the label itself is no part of the item. */
function labelled(text: MinutesText, unit: Unit): { at: Span; lead: Unit["lead"] } {
  const match = /^(?<label>[\p{L} -]{2,40}?)\s*:\s+(?=\S)/u.exec(
    text.plain.slice(unit.at[0], Math.min(unit.at[1], unit.at[0] + 60)),
  );
  const kind = match?.groups?.["label"] === undefined ? undefined : headingKind(match.groups["label"]);
  if (match && kind) return { at: [unit.at[0] + match[0].length, unit.at[1]], lead: kind };
  const short = /^(?:\((?<sign>[IDB])\)|\[(?<box>[IDB])\])\s+/u.exec(text.plain.slice(unit.at[0], unit.at[0] + 6));
  const sign = short?.groups?.["sign"] ?? short?.groups?.["box"];
  if (short && sign !== undefined)
    return {
      at: [unit.at[0] + short[0].length, unit.at[1]],
      lead: { kind: ({ I: "information", D: "discussion", B: "decision" } as const)[sign as "I"], sure: true },
    };
  return { at: unit.at, lead: unit.lead };
}

function withLead(sentence: string, lead: Unit["lead"], firstNames: ReadonlySet<string>): SentenceKind {
  const own = sentenceKind(sentence, firstNames);
  if (!lead) return own;
  if (lead.sure) {
    const stronger =
      own.outcome &&
      own.kind !== "decision" &&
      !(own.kind === "continued" && lead.kind === "commission") &&
      !(
        lead.kind === "decision" &&
        own.kind === "commission" &&
        !/uppdra|på sig|åtar sig|ansvarar för/iu.test(sentence)
      );
    if (stronger) return own;
    return { kind: lead.kind, outcome: true, said: true };
  }
  if (own.outcome) return own;
  return lead.kind === "discussion" || !own.said ? { kind: lead.kind, outcome: false, said: true } : own;
}
