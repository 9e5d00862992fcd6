import { stemmer } from "@orama/stemmers/swedish";
import { compoundParts, type Part } from "#features/knowledge/searching/compounds.ts";
import type { SpellingDictionary } from "#features/knowledge/searching/spelling-dictionary.ts";

/** What a word is compared by: its stem, and the stems of the words it is put together of, at every level. */
export type WordAnalysis = { stem: string; parts: string[] };

export type Analysis = {
  stemOf(form: string): string;
  analyse(form: string): WordAnalysis;
  /** The parts of a compound where they stand in it, none for a word that is no compound. */
  partsOf(form: string): Part[];
};

/** Swedish words taken apart: Snowball's stems, and compounds split by a dictionary. */
export function swedishAnalysis(dictionary: SpellingDictionary): Analysis {
  const partsOf = (form: string) => compoundParts(form, dictionary);
  return {
    stemOf: stemmer,
    partsOf,
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
