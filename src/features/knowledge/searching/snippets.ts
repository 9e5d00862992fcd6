import type { Match, Matches } from "#features/knowledge/searching/matches.ts";
import { marksOf } from "#features/knowledge/searching/reasons.ts";
import type { SearchDocument, SearchedField, Snippet } from "#features/knowledge/searching/search-answer.ts";

const longest = 240;
/** So many letters before the first mark, to tell what it is about. */
const leadIn = 60;
const shown = ["summary", "body"] as const satisfies readonly SearchedField[];

/** The piece of a document that holds most of what was asked for: of its summary when that holds as much as the body. */
export function snippetOf(document: SearchDocument, matches: Matches): Snippet | undefined {
  let best: { field: (typeof shown)[number]; text: string; start: number; worth: number } | undefined;
  for (const field of shown) {
    const text = document.fields[field];
    if (!text) continue;
    const { start, worth } = bestStart(matches.get(field) ?? []);
    if (!best || worth > best.worth) best = { field, text, start, worth };
  }
  if (!best) return undefined;
  const { field, text } = best;
  const start = wordStart(text, best.start - leadIn);
  const end = wordEnd(text, start + longest);
  const marks = marksOf(matches.get(field) ?? [])
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  return { field, text: text.slice(start, end), marks, cutBefore: start > 0, cutAfter: end < text.length };
}

/** Where the most different things asked for stand close enough to be shown together; the first such place. */
function bestStart(matches: readonly Match[]): { start: number; worth: number } {
  const inOrder = matches.toSorted((a, b) => a.start - b.start);
  let best = { start: 0, worth: 0 };
  inOrder.forEach(({ start }, at) => {
    const together = new Map<string, number>();
    for (let next = at; next < inOrder.length; next++) {
      const match = inOrder[next];
      if (!match || match.end > start + longest - leadIn) break;
      const worth = match.kind === "word" || match.kind === "synonym" ? 1 : 0.5;
      together.set(match.asked, Math.max(worth, together.get(match.asked) ?? 0));
    }
    const worth = [...together.values()].reduce((sum, one) => sum + one, 0);
    if (worth > best.worth) best = { start, worth };
  });
  return best;
}

/** The beginning of the word at a place, or of the sentence when that is near. */
function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const until = text.slice(near, near + leadIn);
  const sentence = /[.!?]\s+(?=\p{Lu})|\n+/u.exec(until);
  if (sentence) return near + sentence.index + sentence[0].length;
  const space = /\s/.exec(until);
  return space ? near + space.index + 1 : near;
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.slice(near - leadIn, near).search(/\s\S*$/);
  return space < 0 ? near : near - leadIn + space;
}
