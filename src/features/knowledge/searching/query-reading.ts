import type { Name, Synonyms } from "#features/knowledge/searching/synonyms.ts";
import { formsIn } from "#features/knowledge/searching/tokens.ts";
import type { Analysis, WordAnalysis } from "#features/knowledge/searching/word-analysis.ts";

/**
 * A word of a query. One that asks (vad, hur, vilken) says nothing of what is asked for; one that only binds others (och, i, för) tells how
 * closely the words around it belong together, and nothing is found by it.
 */
export type AskedWord = WordAnalysis & {
  form: string;
  role: "asks" | "binds" | "means";
  /** The number of the quotation it stands in. */
  quotation: number | undefined;
  /** Other names for this word, or for the phrase that ends in it. */
  names: Name[];
};

/** So many words of a query are looked for; nobody who asks writes more, and who pastes a page is answered by its beginning. */
const mostWords = 48;
/** So much of a query is read at all. */
const mostLetters = 2_000;

const asking = new Set("vad hur vilken vilket vilka vem vems var när varför vart".split(" "));
const binding = new Set(
  (
    "och i att det som en på är av för med till den om de han hon man jag du vi ni dem oss dig mig sig sin sitt sina min mitt mina din ditt dina vår vårt våra " +
    "er ert era ett har hade ha kan kunde ska skall skulle vill ville får fick bör måste blir blev bli var vara varit inte eller men så då där här nu också " +
    "från vid under över mot efter mellan genom utan hos inom utom ut upp in ner ned än när hur vad denna detta dessa sådan sådant sådana någon något några " +
    "ingen inget inga alla allt varje samma andra annan annat mycket många mer mest gör göra gjort finns fanns kommer komma gå går ge ger gäller hans hennes dess deras " +
    "a the of and to in is are for what how"
  ).split(" "),
);

/** A query as its words, in order. Signs mean nothing but quotation marks, and those only in pairs. */
export function readQuery(query: string, analysis: Analysis, synonyms: Synonyms): AskedWord[] {
  const words = query
    .slice(0, mostLetters)
    .split(/["”“„«»]/)
    .flatMap((piece, at, pieces) => {
      const isQuoted = at % 2 === 1 && at < pieces.length - 1;
      return formsIn(piece).map((form) => ({ form, quotation: isQuoted ? at : undefined }));
    })
    .slice(0, mostWords)
    .map(({ form, quotation }): AskedWord => ({
      form,
      quotation,
      role: roleOf(form),
      names: [],
      ...analysis.analyse(form),
    }));
  for (const { last, names } of synonyms.insteadOf(words)) words[last]?.names.push(...names);
  return withMeaning(words);
}

/** Where nothing but small words are asked for, they are what is asked for. */
function withMeaning(words: AskedWord[]): AskedWord[] {
  if (words.some(({ role }) => role === "means")) return words;
  const onlyAsks = words.every(({ role }) => role === "asks");
  return words.map((word) => ({ ...word, role: onlyAsks || word.role === "binds" ? "means" : word.role }));
}

function roleOf(form: string): AskedWord["role"] {
  if (asking.has(form)) return "asks";
  return binding.has(form) ? "binds" : "means";
}
