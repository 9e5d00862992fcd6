import type { Match, Matches } from "#features/knowledge/searching/matches.ts";
import type { Reason, Span } from "#features/knowledge/searching/search-answer.ts";

/** The plainest reason first. */
const kinds: readonly Reason["kind"][] = ["word", "part", "synonym", "likeness"];
const mostReasons = 6;

/** Why a document was found, in words: each once, the plainest first. */
export function reasonsOf(matches: Matches): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { kind, asked, found } of [...matches.values()].flat()) {
    const key = [kind, asked, found.toLowerCase()].join("\n");
    if (!reasons.has(key)) reasons.set(key, { kind, asked, found });
  }
  return [...reasons.values()].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)).slice(0, mostReasons);
}

/** What to mark of a field: spans in order, none over another. */
export function marksOf(matches: readonly Match[]): Span[] {
  const marks: Span[] = [];
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = marks.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
