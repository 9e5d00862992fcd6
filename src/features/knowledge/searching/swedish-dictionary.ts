import dictionary from "dictionary-sv";
import { compoundWords, type CompoundWords } from "#features/knowledge/searching/compounds.ts";
import { readDictionary } from "#features/knowledge/searching/spelling-dictionary.ts";
import { type Analysis, swedishAnalysis } from "#features/knowledge/searching/word-analysis.ts";

let read: CompoundWords | undefined;

/** How our texts are taken apart, by a dictionary of 150,000 words that nobody changes: read when it is first asked for, once a process. */
export function ourAnalysis(): Analysis {
  const text = new TextDecoder();
  read ??= compoundWords(readDictionary(text.decode(dictionary.aff), text.decode(dictionary.dic)));
  return swedishAnalysis(read);
}
