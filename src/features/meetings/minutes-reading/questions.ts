import type { Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";
import type { BodyLine } from "./sections.ts";

export type RawQuestion = { readonly text: string; readonly at: Span };
export type ReadQuestions = { readonly questions: readonly RawQuestion[]; readonly used: ReadonlySet<BodyLine> };

type Written = { readonly lines: BodyLine[]; at: Span; readonly bullet: boolean; asks: boolean };

/** Fewer than this in a row are questions in the notes, not an answer of the groups. */
const fewest = 3;
const longestQuestion = 400;

/**
 * The questions a group put together, as they were written: lists in which most lines ask something (R182). Nothing is
 * merged, also not what is nearly the same (R183), and two questions on one line stay one. A question that leads a list,
 * or stands alone among the notes, is none of them.
 */
export function questionsIn(text: MinutesText, body: readonly BodyLine[]): ReadQuestions {
  const used = new Set<BodyLine>();
  const questions: RawQuestion[] = [];
  const written = writtenLines(text, body);
  let accepted = -10;
  for (let at = 0; at < written.length;) {
    const first = written[at];
    if (!first || !mayAsk(text, first)) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < written.length && written[end]?.bullet === first.bullet && mayAsk(text, written[end])) end += 1;
    const run = written.slice(at, end);
    const asking = run.filter(({ asks }) => asks).length;
    const headed =
      /fråg|question/iu.test(written[at - 1]?.lines[0]?.words ?? "") &&
      !/övriga fråg/iu.test(written[at - 1]?.lines[0]?.words ?? "");
    const enough = asking >= (accepted === at - 2 || headed ? 1 : fewest);
    if (enough && asking * 10 >= run.length * 6) {
      const from = run.findIndex(({ asks }) => asks);
      const until = run.findLastIndex(({ asks }) => asks);
      for (const { at: place, lines } of run.slice(from, until + 1)) {
        questions.push({ text: wordsAt(text, place), at: place });
        for (const line of lines) used.add(line);
      }
      const above = headed ? written[at - 1]?.lines[0] : undefined;
      if (above && above.words.length <= 60 && !/[.?!]$/u.test(above.words)) used.add(above);
      accepted = end - 1;
    }
    at = Math.max(end, at + 1);
  }
  for (const { lines, at } of written) {
    const [line] = lines;
    if (!line || used.has(line)) continue;
    const inProse = proseQuestions(text, at);
    if (inProse.length === 0) continue;
    questions.push(...inProse);
    for (const each of lines) used.add(each);
  }
  return { questions: questions.toSorted((a, b) => a.at[0] - b.at[0]), used };
}

/** "Grupperna föreslog: Vad kostar det? Vem ansvarar? Hur följs det upp?" */
function proseQuestions(text: MinutesText, at: Span): RawQuestion[] {
  const words = text.plain.slice(...at);
  if ((words.match(/\?/gu)?.length ?? 0) < fewest || words.length > 8_000) return [];
  const colon = /^[^.?!:]{3,160}:\s+(?=\p{Lu})/u.exec(words)?.[0].length ?? 0;
  const sentences = sentencesIn(text.plain, [at[0] + colon, at[1]]);
  const asking = sentences.filter((span) =>
    text.plain
      .slice(...span)
      .trimEnd()
      .endsWith("?"),
  );
  return asking.length >= fewest && asking.length === sentences.length
    ? asking.map((span) => ({ text: wordsAt(text, span), at: span }))
    : [];
}

/** Lines put together again where a question was wrapped. */
function writtenLines({ plain }: MinutesText, body: readonly BodyLine[]): Written[] {
  const written: Written[] = [];
  for (const line of body) {
    const last = written.at(-1);
    const goesOn =
      last &&
      !line.gap &&
      !line.breaks &&
      !line.bullet &&
      line.number === undefined &&
      /^[\p{Ll}(]/u.test(line.words) &&
      !/[.?!:]$/u.test(plain.slice(...last.at)) &&
      line.cells.length === 1;
    if (goesOn) {
      last.lines.push(line);
      last.at = [last.at[0], line.at[1]];
    } else
      written.push({ lines: [line], at: line.body, bullet: line.bullet || line.number !== undefined, asks: false });
  }
  for (const each of written) {
    each.at = trimmed(plain, each.at, /\s/u);
    each.asks = /\?["')\]]*(?:\s*\([^()]{1,30}\))?$/u.test(plain.slice(...each.at));
  }
  return written;
}

function mayAsk({ plain }: MinutesText, written: Written | undefined): boolean {
  if (!written) return false;
  const words = plain.slice(...written.at);
  return words.length <= longestQuestion && (written.asks || (written.bullet && !/[.:]$/u.test(words)));
}
