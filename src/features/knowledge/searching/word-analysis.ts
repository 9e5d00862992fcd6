import { stemmer } from "@orama/stemmers/swedish";
import { compoundParts, type CompoundWords, type Part } from "#features/knowledge/searching/compounds.ts";

/** What a word is compared by: its stem, and the stems of the words it is put together of, at every level. */
export type WordAnalysis = { stem: string; parts: string[] };

export type Analysis = {
  stemOf(form: string): string;
  analyse(form: string): WordAnalysis;
  /** The parts of a compound where they stand in it, none for a word that is no compound. */
  partsOf(form: string): Part[];
  /** Whether it is a Swedish word, as far as the dictionary goes. */
  knows(form: string): boolean;
};

/** Swedish words taken apart: Snowball's stems, and compounds split by a dictionary. */
export function swedishAnalysis(words: CompoundWords): Analysis {
  const partsOf = (form: string) => compoundParts(form, words);
  // Parts are words of the dictionary and of our own list: these may be kept, and what somebody has written is not.
  const within = new Map<string, readonly string[]>();
  function stemsWithin(word: string): readonly string[] {
    const known = within.get(word);
    if (known) return known;
    const stems = [stemmer(word), ...partsOf(word).flatMap((part) => stemsWithin(part.word))];
    if (words.dictionary.flagsOf(word) !== undefined) within.set(word, stems);
    return stems;
  }
  return {
    stemOf: stemmer,
    partsOf,
    knows: (form) => words.dictionary.knows(form) || partsOf(form).length > 0,
    analyse(form) {
      const stem = stemmer(form);
      // A part may be a compound itself: barnavård in barnavårdsutredning.
      const parts = new Set(partsOf(form).flatMap((part) => stemsWithin(part.word)));
      parts.delete(stem);
      return { stem, parts: [...parts] };
    },
  };
}
