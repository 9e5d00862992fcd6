import { formsIn } from "#features/knowledge/searching/tokens.ts";
import type { Analysis } from "#features/knowledge/searching/word-analysis.ts";

/** So much of a missed search is kept. */
const mostWords = 8;
const longest = 200;

/**
 * What may be kept of a search that found nothing: the words that the dictionary knows, as they are or as compounds of
 * words it knows, in the order they were asked. The dictionary holds no names of people, and nothing with a figure in it
 * is a word: so neither a name nor a number can be kept. Nothing when no such word is left. (Rule Ö-8 in docs/rules.md.)
 */
export function missedWords(asked: string, { knows }: Pick<Analysis, "knows">): string | undefined {
  const known = formsIn(asked)
    .filter((form) => /^\p{Ll}{2,40}$/u.test(form))
    .filter((form) => knows(form))
    .slice(0, mostWords);
  return known.length === 0 ? undefined : known.join(" ").slice(0, longest);
}

/** So often, or on so many days, words must have been missed to be shown: what one person sought once is theirs. */
export const shownFrom = { times: 3, days: 2 } as const;
