import { partsOfLarger, sameMeaning } from "#features/knowledge/searching/field-synonyms.ts";
import { formsIn } from "#features/knowledge/searching/tokens.ts";
import type { Analysis } from "#features/knowledge/searching/word-analysis.ts";

/** One word of a name: the stem it is found by, what its forms begin with, and whether only the form itself will do. */
export type NameWord = { stem: string; begins: string; exactly: boolean };
export type Name = { words: readonly NameWord[]; /** What was asked for, as it was asked. */ insteadOf: string };

/** Whether a word of a text is a form of a word of a name: brukarna is of brukare, bruk is not though the stem is the same. */
export function isFormOf(word: { form: string; stem: string }, name: NameWord): boolean {
  if (name.exactly) return word.form === name.begins || word.form === `${name.begins}s`;
  return word.stem === name.stem && word.form.startsWith(name.begins);
}

export type Synonyms = {
  /** What else to look for when these words are asked for, and at which of them what was asked for ends. */
  insteadOf(asked: readonly { form: string; stem: string }[]): { last: number; names: Name[] }[];
};

export function ourSynonyms(analysis: Analysis): Synonyms {
  const wordsOf = (written: string): NameWord[] =>
    written.split(" ").flatMap((word) =>
      formsIn(word).map((form) => ({
        stem: analysis.stemOf(form),
        begins: word.startsWith("=") ? form : form.replace(/[aeiouyåäö]$/, ""),
        exactly: word.startsWith("="),
      })),
    );
  const rules = [
    ...sameMeaning.flatMap((names) =>
      names.map((asked) => ({ asked, instead: names.filter((name) => name !== asked) })),
    ),
    ...partsOfLarger.map(({ larger, parts }) => ({ asked: larger, instead: parts })),
  ].map(({ asked, instead }) => ({ asked: wordsOf(asked), names: instead.map(wordsOf) }));
  const byFirstStem = Map.groupBy(rules, ({ asked }) => asked[0]?.stem ?? "");
  return {
    insteadOf: (words) =>
      words.flatMap((word, from) =>
        (byFirstStem.get(word.stem) ?? [])
          .filter(({ asked }) => asked.every((name, at) => isFormAt(words, from + at, name)))
          .map(({ asked, names }) => {
            const insteadOf = words
              .slice(from, from + asked.length)
              .map(({ form }) => form)
              .join(" ");
            return { last: from + asked.length - 1, names: names.map((name) => ({ words: name, insteadOf })) };
          }),
      ),
  };
}

function isFormAt(words: readonly { form: string; stem: string }[], at: number, name: NameWord): boolean {
  const word = words[at];
  return word !== undefined && isFormOf(word, name);
}
