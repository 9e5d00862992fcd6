import type { Span } from "#features/circles/invitation/found.ts";
import { type HeadingKind, headingKind, sentenceKind } from "./item-kinds.ts";
import { bodyWords } from "./person-words.ts";
import { type MinutesText, wordsAt } from "./minutes-text.ts";
import type { BodyLine } from "./sections.ts";
import { withoutCount } from "./section-labels.ts";

/** A bullet or a paragraph of the matters, below its headings. */
export type Unit = {
  readonly group: Span | undefined;
  readonly topic: Span | undefined;
  readonly at: Span;
  readonly lead: HeadingKind | undefined;
  readonly lines: readonly BodyLine[];
  readonly listed: boolean;
};

export type Units = {
  readonly units: readonly Unit[];
  /** Every heading among the matters that names a body, with how many units stand below it. */
  readonly groupHeadings: readonly { readonly at: Span; readonly name: string }[];
};

/** Divides the matters into bullets and paragraphs, each with the headings it stands below (R210). */
export function unitsIn(text: MinutesText, body: readonly BodyLine[], groups: ReadonlySet<string>): Units {
  const { plain } = text;
  const units: (Unit & { lines: BodyLine[] })[] = [];
  const groupHeadings: { at: Span; name: string }[] = [];
  const hard = isHardWrapped(body);
  const low = body.filter(({ words }) => /^\p{Ll}/u.test(words)).length * 2 > body.length;
  let group: Span | undefined;
  let groupRank = 0;
  let topic: Span | undefined;
  let topicRank = 0;
  let topicNumber = Number.NaN;
  let onlyBullets = false;
  let lead: HeadingKind | undefined;
  let led = false;
  let bare: { at: Span; line: BodyLine } | undefined;

  const put = (at: Span, line: BodyLine, extra: Partial<Unit> = {}) =>
    units.push({ group, topic, at, lead, listed: line.bullet || line.number !== undefined, ...extra, lines: [line] });
  const closeBare = () => {
    if (bare) put(bare.at, bare.line, { topic: undefined });
    bare = undefined;
  };

  for (const [at, line] of body.entries()) {
    const after = body[at + 1];
    if (line.breaks && at > 0) {
      closeBare();
      topic = undefined;
      lead = undefined;
      if (groupRank <= 2) group = undefined;
    }
    if (isHeading(plain, line, body[at - 1], after)) {
      closeBare();
      const words = withoutCount(plain, line.body);
      const name = wordsAt(text, words);
      const rank = rankOf(line);
      if (isGroupName(name, groups)) {
        group = words;
        groupRank = rank;
        topic = undefined;
        lead = undefined;
        groupHeadings.push({ at: words, name });
        continue;
      }
      const said = line.words.endsWith(":") ? sentenceKind(name, new Set()) : undefined;
      const kind = headingKind(name) ?? (said?.outcome ? { kind: said.kind, sure: true } : undefined);
      onlyBullets = line.words.endsWith(":") && after?.bullet === true;
      if (group && (joint.test(name) || (groupRank > 2 && rank >= groupRank))) group = undefined;
      // "Beslut" below "§ 4 Budget" says what became of the budget.
      if (!(kind && topic && rank < topicRank)) {
        topic = words;
        topicRank = rank;
        topicNumber = Number(line.number);
        if (line.number !== undefined) bare = { at: line.body, line };
      }
      lead = kind;
      continue;
    }
    // "Det här bestämde vi:" leads its list, and nothing after it.
    if (onlyBullets && !line.bullet && line.gap) {
      topic = undefined;
      lead = undefined;
      onlyBullets = false;
    }
    // "4. Föregående anteckningar godkänns." stands beside "3. Budget", not below it.
    if (Number(line.number) === topicNumber + 1) {
      topic = undefined;
      lead = undefined;
      topicNumber += 1;
    }
    // "Styrgruppen beslutar" above "att …": what stands below is decided, each line by itself.
    if (
      leads.test(line.words) &&
      after &&
      !after.breaks &&
      !after.gap &&
      (after.bullet || /^att\s/iu.test(after.words))
    ) {
      lead = { kind: "decision", sure: true };
      bare = undefined;
      led = true;
      continue;
    }
    const isClause = led && (line.bullet || /^att\s/iu.test(line.words));
    if (led && !isClause) {
      led = false;
      lead = undefined;
    }
    const previous = units.at(-1);
    const before = body[at - 1];
    if (
      !isClause &&
      bare === undefined &&
      previous &&
      before &&
      !line.breaks &&
      previous.lines.at(-1) === before &&
      continues(before, line, { hard, low }, previous)
    ) {
      units[units.length - 1] = { ...previous, at: [previous.at[0], line.at[1]], lines: [...previous.lines, line] };
      continue;
    }
    bare = undefined;
    const labelled = groupLabel(text, line, groups);
    if (labelled) put([labelled.rest, line.body[1]], line, { group: labelled.group });
    else put(line.body, line);
  }
  closeBare();
  return { units, groupHeadings };
}

const leads = /(?<!\p{L})(?:beslutar|beslutade|beslutades|beslut|föreslår)(?: följande)?\s*:?$/iu;

/** Headings that end a body's own part. */
const joint =
  /^(?:gemensam\p{L}*|båda nätverken|för båda|övrigt|övriga frågor|avslutning|joint|common|any other business|aob)/iu;

function rankOf(line: BodyLine): number {
  if (line.hashes > 0) return 10 - line.hashes;
  return line.number === undefined ? (/^[^\p{Ll}]{4,}$/u.test(line.words) ? 2 : 1) : 4;
}

/** A heading names a body when the attendance has a group of that name, or when it is a body's name by its words. */
function isGroupName(name: string, groups: ReadonlySet<string>): boolean {
  const low = name.toLowerCase();
  if (groups.has(low)) return true;
  if (name.split(" ").length > 6 || everyBody.test(name) || /[.!?]$/u.test(name)) return false;
  const core = coreOf(low);
  if ([...groups].some((group) => coreOf(group) === core && core.length >= 3)) return true;
  return ownBody.test(name) && bodyWords.test(name);
}

const everyBody = /(?<!\p{L})(?:respektive|varje|alla|båda|each|both)(?!\p{L})/iu;
const ownBody =
  /^(?:nätverk(?:et)?\s+\S.{1,40}|(?:\p{L}|-|\/| och )+-?nätverket|(?:network|nätverk)(?:et)?:? \S.{1,40}|\S.{1,30} (?:nätverk|network)|\p{L}*(?:rådet|styrgruppen))$/iu;

/** "Nätverket Funktionsstöd", "Funktionsstödsnätverket" and "Tid för Funktionsstöd" are all Funktionsstöd. */
function coreOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(
      /(?<!\p{L})(?:nätverk(?:et)?|network|tid för|eget?|egen|specifikt|för|från|gruppen|punkter|frågor|information|-)(?!\p{L})/giu,
      " ",
    )
    .replace(/s?-?nätverk(?:et)?$/u, "")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
}

function groupLabel(
  text: MinutesText,
  line: BodyLine,
  groups: ReadonlySet<string>,
): { group: Span; rest: number } | undefined {
  const match = /^(?<name>[^:\n]{2,50}):\s+(?=\S)/u.exec(text.plain.slice(line.body[0], line.body[0] + 60));
  const name = match?.groups?.["name"];
  if (!match || name === undefined || !isGroupName(name.trim(), groups)) return undefined;
  return { group: [line.body[0], line.body[0] + name.length], rest: line.body[0] + match[0].length };
}

function isHeading(plain: string, line: BodyLine, before: BodyLine | undefined, after: BodyLine | undefined): boolean {
  const { words, number } = line;
  if (line.hashes > 0) return words.length <= 160;
  if (words.length > 110 || /[.!;,]$/u.test(words) || line.cells.length > 1) return false;
  if (words.endsWith("?") && number === undefined) return false;
  if (!/^["'(]?[\p{Lu}\d]/u.test(words)) return false;
  if (number?.startsWith("§") === true) return true;
  const follows = after !== undefined && !after.breaks;
  if (number !== undefined)
    return (
      follows &&
      sameShape(after, line) === false &&
      (!tells.test(words) || words.endsWith("?") || words.split(/\s+/u).length <= 3) &&
      !(line.bullet && !after.bullet)
    );
  if (headingKind(words) && follows && !line.bullet && words.length <= 40) return true;
  if (line.bullet)
    return words.endsWith(":") && follows && after.bullet && after.indent > line.indent && words.length <= 60;
  if (words.endsWith(":"))
    return words.length <= 80 && (!tells.test(words) || (headingKind(words) !== undefined && follows));
  if (!follows || tells.test(words) || words.split(/\s+/u).length > 9) return false;
  if (/^[^\p{Ll}]{4,}$/u.test(words)) return true;
  const stands = line.gap || before === undefined || line.breaks;
  const opens =
    after.bullet || after.number !== undefined || /[.!?:]$/u.test(after.words) || after.words.length > 70 || after.gap;
  return stands && opens && words.length <= 70;
}

/** A sentence that tells what happened is no heading though it is short. */
const tells =
  /(?<!\p{L})(?:är|var|har|hade|ska|skall|kommer|blir|blev|får|fick|parkera[sdt]\p{L}*|beslut(?:ade|ar|ades|as)|beslöt|godkän(?:ns|des|de|ner)|fortsätter|hänskjuts|återkommer|presenterade[s]?|informera(?:r|de|des)|diskutera(?:r|de|des)|berätta(?:r|de)|rapporterade|redogjorde|redogör|skickar|kontaktar|bjuder|undersöker|tar|will|was|were|is|decided|agreed|presented|discussed)(?!\p{L})/iu;

function sameShape(a: BodyLine, b: BodyLine): boolean {
  return (
    a.number !== undefined &&
    b.number !== undefined &&
    /^\d/u.test(a.number) === /^\d/u.test(b.number) &&
    a.number.split(".").length === b.number.split(".").length &&
    a.number !== b.number
  );
}

/** A line that goes on with the paragraph or bullet above it. */
function continues(
  before: BodyLine,
  line: BodyLine,
  { hard, low }: { hard: boolean; low: boolean },
  unit: Unit,
): boolean {
  if (line.gap || line.bullet || line.number !== undefined || line.hashes > 0 || line.cells.length > 1) return false;
  const [first] = unit.lines;
  const belowBullet = first !== undefined && first.bullet && line.indent > first.indent;
  const open =
    /(?:,|\p{L}-|(?:^|\s)(?:och|samt|eller|den|att|som|för|med|av|i|på|till|från|om|en|ett|kl\.?|the|and|of|to|a))$/iu.test(
      before.words,
    );
  const goesOn = !low && /^[\p{Ll}(\d"]/u.test(line.words) && !/[.!?:]$/u.test(before.words);
  if (/^(?:ansvarig(?:a)?|ansvar|klart(?: senast)?|senast|deadline|vem|när|owner|due)\s*:\s*\S/iu.test(line.words))
    return true;
  return (
    belowBullet ||
    open ||
    goesOn ||
    (hard && before.words.length >= 45 && (!unit.listed || !/[.!?]$/u.test(before.words) || belowBullet))
  );
}

/** The lines were cut at a width: most lines that another follows are long and end in the middle of a sentence. */
function isHardWrapped(body: readonly BodyLine[]): boolean {
  let pairs = 0;
  let cut = 0;
  for (const [at, line] of body.entries()) {
    const after = body[at + 1];
    if (!after || after.gap || after.breaks || after.bullet || after.number !== undefined || line.bullet) continue;
    pairs += 1;
    if (line.words.length >= 50 && line.words.length <= 110 && !/[.!?:;]$/u.test(line.words)) cut += 1;
  }
  return pairs >= 3 && cut * 2 >= pairs;
}
