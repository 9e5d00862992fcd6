import { type Doubt, type Found, type Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { type CommissionDetails, commissionDetails, dueIn } from "./commission-details.ts";
import { daysIn } from "./days.ts";
import { type DecidedElsewhere, decidedElsewhere } from "./decided-elsewhere.ts";
import { tellsOfAttachment } from "./attachments.ts";
import { headingKind, clausesOf, isTask, labelLength, type SentenceKind, sentenceKind } from "./item-kinds.ts";
import { type Unit } from "./item-units.ts";
import type { ItemKind } from "#features/meetings/minutes/minutes.ts";
import { type MinutesWarningCode } from "./minutes.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";
import { tellsNoteTaker } from "./note-takers.ts";
import { isFullName, isOneName } from "./person-words.ts";
import { tellsNext } from "./next-meetings.ts";
import { hasDay } from "./sections.ts";
import { taskColumns } from "./task-table.ts";

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

/** Lines of a letter, and of the frame of minutes, that are no matter. */
const courtesy =
  /^(?:hej\p{L}*|hejsan|god (?:morgon|dag)|tack (?:för|till|alla|så)\p{L}*|varmt tack|stort tack|välkomna?(?! till)|(?:med )?(?:vänlig(?:a)?|bästa|många|varma) hälsning\p{L}*|hälsning\p{L}*|mvh|allt gott|trevlig (?:sommar|helg|jul)|glad påsk|god jul|ha det (?:gott|fint)|väl mött|vi ses|hör av er|här (?:kommer|är|följer) (?:\p{L}+ ){0,3}(?:(?:minnes|mötes)?anteckningar|noteringar)\p{L}*|inga (?:övriga )?(?:frågor|punkter)|dear|hi|hello|best regards|kind regards|regards|thanks|thank you)(?!\p{L})/iu;
const frame =
  /^(?:(?:protokollet )?(?:justeras|justerat|justerare)\s*:?[\s_./\d-]*|ordförande|sekreterare|underskrift\p{L}*|[\s_./-]+|namnförtydligande|sida \d+.*|slut|--+ ?slut ?--+)$/iu;

/** The matters as items, each with a proposed kind (R218). One bullet or paragraph is one item, unless it has several outcomes. */
export function itemsIn(
  text: MinutesText,
  units: readonly Unit[],
  known: KnownNames,
): { items: ReadItem[]; doubts: Doubt<MinutesWarningCode>[] } {
  const items: ReadItem[] = [];
  const doubts: Doubt<MinutesWarningCode>[] = [];
  let columns: ReturnType<typeof taskColumns>;
  let heads: readonly string[] = [];
  for (const unit of units.slice(0, mostItems)) {
    const [line] = unit.lines;
    if (line && line.cells.length > 1) {
      const head = taskColumns(line.cells.map((cell) => text.plain.slice(...cell)));
      if (head) {
        columns = head;
        continue;
      }
      const row = columns && rowItem(text, unit, line.cells, { columns, firstNames: known.firstNames });
      if (row) {
        items.push(row);
        if (row.kind === "commission" && !row.commission.due) doubts.push({ code: "no_due_date", at: row.at });
        continue;
      }
    } else columns = undefined;
    const cells = line && line.cells.length > 1 ? cellUnits(text, unit, line.cells, heads) : undefined;
    if (cells?.heads) heads = cells.heads;
    for (const item of (cells?.units ?? [unit]).flatMap((each) => itemsOf(text, each, known))) {
      items.push(item);
      if (item.kind === "commission" && !item.commission.due) doubts.push({ code: "no_due_date", at: item.at });
    }
  }
  return { items: items.slice(0, mostItems), doubts };
}

/** A row of "Vad | Vem | När" is one commission, or what its status says. */
function rowItem(
  text: MinutesText,
  unit: Unit,
  cells: readonly Span[],
  { columns, firstNames }: { columns: NonNullable<ReturnType<typeof taskColumns>>; firstNames: ReadonlySet<string> },
): ReadItem | undefined {
  const cell = (at: number): Found<string> | undefined => {
    const span = at < 0 ? undefined : cells[at];
    const value = span && wordsAt(text, span);
    return span && value !== undefined && /[\p{L}\d]/u.test(value) ? { value, at: span } : undefined;
  };
  const what = cell(columns.what);
  if (!what) return undefined;
  const when = cell(columns.due);
  const due = when && (dueIn(text, when.at) ?? dayAlone(text, when));
  const said = sentenceKind(what.value, firstNames);
  const kind = said.kind === "parked" || said.kind === "referred" ? said.kind : "commission";
  return {
    group: unit.group,
    topic: undefined,
    at: what.at,
    kind,
    decided: nothingDecided,
    commission:
      kind === "commission"
        ? { owner: cell(columns.owner), deliverables: commissionDetails(text, what.at, firstNames).deliverables, due }
        : nothingGiven,
  };
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
    .filter((span) => isMatter(text.plain.slice(...span), firstNames))
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
      decided: kind === "decision" ? decidedElsewhere(text, narrow, ownNames) : nothingDecided,
      commission: kind === "commission" ? commissionDetails(text, withTail, firstNames) : nothingGiven,
    };
  });
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
  return /^(?:ansvarig|ansvar|klart|senast|deadline|återrapport|detta (?:görs|ska|sker)|beslutet|uppdraget)/iu.test(
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

/** What is left when courtesies, attachments and the day of the next meeting have their own places. */
function isMatter(sentence: string, firstNames: ReadonlySet<string>): boolean {
  const words = sentence.trim();
  if (!/\p{L}{2}/u.test(words)) return false;
  if (courtesy.test(words) && words.length <= 160) return false;
  if (isFullName(words) || isOneName(words) || (tellsNoteTaker(words) && words.length <= 120)) return false;
  if (frame.test(words) || /^\/\s?\p{Lu}/u.test(words)) return false;
  if (tellsOfAttachment(words) && words.length <= 300) return false;
  return !(
    tellsNext.test(words) &&
    hasDay(words) &&
    words.length <= 250 &&
    !isTask(words) &&
    !sentenceKind(words, firstNames).outcome
  );
}
