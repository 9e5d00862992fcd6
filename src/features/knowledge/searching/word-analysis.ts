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
  return {
    stemOf: stemmer,
    partsOf,
    knows: (form) => words.dictionary.formsOf(form).length > 0 || partsOf(form).length > 0,
    analyse(form) {
      const stem = stemmer(form);
      const parts = new Set<string>();
      const waiting = partsOf(form);
      for (const part of waiting) {
        parts.add(stemmer(part.word));
        // A part that is a compound itself: barnavård in barnavårdsutredning.
        waiting.push(...partsOf(part.word));
      }
      parts.delete(stem);
      return { stem, parts: [...parts] };
    },
  };
}
