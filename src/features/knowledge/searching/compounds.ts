import type { SpellingDictionary } from "#features/knowledge/searching/spelling-dictionary.ts";
import {
  lexicalised,
  neverFirst,
  neverLast,
  ownBeginnings,
  ownEndings,
} from "#features/knowledge/searching/field-words.ts";

/** A part of a compound: the letters it takes, and the word it is a form of. */
export type Part = { start: number; end: number; word: string };

const shortestPart = 3;
const shortestCompound = 6;
/** Longer than any word anybody has written in earnest; what is longer is not looked into. */
const longestCompound = 60;
const mostParts = 5;

/**
 * The parts of a Swedish compound, fewest first: barnavårdsutredning is barnavård and utredning, before it is barn, vård and utredning.
 * A word that is no compound has none.
 */
export function compoundParts(word: string, dictionary: SpellingDictionary): Part[] {
  if (word.length < shortestCompound || word.length > longestCompound || !/^\p{Ll}+$/u.test(word)) return [];
  if (isLexicalised(word, dictionary)) return [];
  return fewestParts(word, dictionary);
}

function isLexicalised(word: string, dictionary: SpellingDictionary): boolean {
  return lexicalised.has(word) || dictionary.formsOf(word).some(({ entry }) => lexicalised.has(entry));
}

function fewestParts(word: string, dictionary: SpellingDictionary): Part[] {
  // best[at]: the fewest parts that the first `at` letters are made of, each able to begin a compound.
  const best: (Part[] | undefined)[] = [[]];
  let found: Part[] = [];
  for (let start = 0; start <= word.length - shortestPart; start++) {
    const before = best[start];
    if (!before || before.length >= mostParts) continue;
    if (before.length > 0 && (found.length === 0 || before.length + 1 < found.length)) {
      const last = lastWord(word.slice(start), dictionary);
      if (last !== undefined) found = [...before, { start, end: word.length, word: last }];
    }
    for (let end = start + shortestPart; end <= word.length - shortestPart; end++) {
      const first = firstWord(word.slice(start, end), dictionary);
      if (first === undefined) continue;
      const known = best[end];
      if (!known || known.length > before.length + 1) best[end] = [...before, { start, end, word: first }];
    }
  }
  return found;
}

function firstWord(form: string, dictionary: SpellingDictionary): string | undefined {
  if (neverFirst.has(form)) return undefined;
  const known = ownBeginnings[form] ?? dictionary.beginnings.get(form);
  if (known !== undefined) return neverFirst.has(known) ? undefined : known;
  if (!form.endsWith("s") || form.length < 5) return undefined;
  const noun = form.slice(0, -1);
  return dictionary.flagsOf(noun)?.includes("Y") ? noun : undefined;
}

/** The word a compound ends in, as it stands there; only the neuter of an adjective (skolsocialt) is put right. */
function lastWord(form: string, dictionary: SpellingDictionary): string | undefined {
  if (neverLast.has(form)) return undefined;
  if (ownEndings.has(form)) return form;
  const known = dictionary
    .formsOf(form)
    .find(
      ({ entry, flags }) =>
        entry.length >= shortestPart && !neverLast.has(entry) && (flags.includes("Y") || ownEndings.has(entry)),
    );
  if (!known) return undefined;
  return form === `${known.entry}t` ? known.entry : form;
}
