import dictionary from "dictionary-sv";
import { readDictionary, type SpellingDictionary } from "#features/knowledge/searching/spelling-dictionary.ts";
import { type Analysis, swedishAnalysis } from "#features/knowledge/searching/word-analysis.ts";

let read: SpellingDictionary | undefined;

/** The Swedish dictionary, read when it is first asked for: 150,000 words that nobody changes, one copy a process. */
export function swedishDictionary(): SpellingDictionary {
  const text = new TextDecoder();
  read ??= readDictionary(text.decode(dictionary.aff), text.decode(dictionary.dic));
  return read;
}

export const ourAnalysis = (): Analysis => swedishAnalysis(swedishDictionary());
