import { type Beginnings, beginningsOf } from "#features/knowledge/searching/beginnings.ts";
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
const shortestLinked = 4;
const shortestCompound = 6;
/** Longer than any word anybody has written in earnest; what is longer is not looked into. */
const longestCompound = 60;
const mostParts = 5;

/** What may begin and what may end a compound. */
export type CompoundWords = { beginnings: Beginnings; dictionary: SpellingDictionary };

/** The dictionary's words for compounds, put right by our own. */
export function compoundWords(dictionary: SpellingDictionary): CompoundWords {
  const forms = new Map<string, string>();
  // A noun may be linked with an s though the dictionary does not say so.
  for (const noun of dictionary.lastWords) if (noun.length >= shortestLinked) forms.set(`${noun}s`, noun);
  for (const [form, word] of dictionary.beginnings) forms.set(form, word);
  for (const [form, word] of Object.entries(ownBeginnings)) forms.set(form, word);
  for (const [form, word] of forms) {
    if (form.length < shortestPart || neverFirst.has(form) || neverFirst.has(word)) forms.delete(form);
  }
  return { beginnings: beginningsOf(forms), dictionary };
}

/**
 * The parts of a Swedish compound, fewest first: barnavårdsutredning is barnavård and utredning, before it is barn, vård and utredning.
 * A word that is no compound has none.
 */
export function compoundParts(word: string, words: CompoundWords): Part[] {
  if (word.length < shortestCompound || word.length > longestCompound || !/^\p{Ll}+$/u.test(word)) return [];
  const parts = fewestParts(word, words);
  return parts.length > 0 && isLexicalised(word, words.dictionary) ? [] : withLinkedParts(parts, word, words);
}

/**
 * A last part that is a compound with a link in it is told part by part (kompetens, utveckling, plan): the link says as much of where the word
 * is to be cut as the one before it does. Without a link it is one word (bistånd, handläggare).
 */
function withLinkedParts(parts: Part[], word: string, words: CompoundWords): Part[] {
  const last = parts.at(-1);
  if (!last || parts.length !== 2) return parts;
  const within = fewestParts(word.slice(last.start), words);
  const isLinked = within.slice(0, -1).some(({ start, end, word: first }) => first.length < end - start);
  if (!isLinked || isLexicalised(word.slice(last.start), words.dictionary)) return parts;
  return [
    ...parts.slice(0, -1),
    ...within.map((part) => ({ ...part, start: part.start + last.start, end: part.end + last.start })),
  ];
}

function isLexicalised(word: string, dictionary: SpellingDictionary): boolean {
  return lexicalised.has(word) || dictionary.entryOf(word, (entry) => lexicalised.has(entry)) !== undefined;
}

function fewestParts(word: string, words: CompoundWords): Part[] {
  // best[at]: the fewest parts that the first `at` letters are made of, each able to begin a compound.
  const best: (Part[] | undefined)[] = [[]];
  let found: Part[] = [];
  for (let start = 0; start <= word.length - shortestPart; start++) {
    const before = best[start];
    if (!before || before.length >= mostParts) continue;
    if (before.length > 0 && (found.length === 0 || before.length + 1 < found.length)) {
      const last = lastWord(word.slice(start), words.dictionary);
      if (last !== undefined) found = [...before, { start, end: word.length, word: last }];
    }
    words.beginnings.eachAt(word, start, (end, first) => {
      const known = best[end];
      if (end > word.length - shortestPart || (known && known.length <= before.length + 1)) return;
      best[end] = [...before, { start, end, word: first }];
    });
  }
  return found;
}

/** The word a compound ends in, as it stands there; only the neuter of an adjective (skolsocialt) is put right. */
function lastWord(form: string, dictionary: SpellingDictionary): string | undefined {
  if (neverLast.has(form)) return undefined;
  if (ownEndings.has(form)) return form;
  const entry = dictionary.entryOf(
    form,
    (known, flags) =>
      known.length >= shortestPart && (flags.includes("Y") || ownEndings.has(known)) && !neverLast.has(known),
  );
  return form === `${entry}t` ? entry : entry && form;
}
