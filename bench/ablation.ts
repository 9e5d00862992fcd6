import { tell } from "./figures.ts";
import { judgedSet } from "./judged-set.ts";
import type { Text } from "./peers.ts";
import { type Asked, qualityOf } from "./quality.ts";
import { ourWeights, type Weights } from "../src/features/knowledge/searching/ranking.ts";
import { openSearchIndex } from "../src/features/knowledge/searching/search-index.ts";
import { ourAnalysis } from "../src/features/knowledge/searching/swedish-dictionary.ts";
import type { Analysis } from "../src/features/knowledge/searching/word-analysis.ts";

const folds = 5;

/** One choice of weights, and what it gives for each question. */
type Tried = { alike: number; closeness: number; parts: number; b: number; gains: readonly number[] };

/**
 * What each means of the search is worth: the weights are chosen on four fifths of the questions and tried on the last, five times, with one
 * means after the other left out. Takes what `relevance` takes.
 */
export async function ablation(options: readonly string[]) {
  const { texts, asked } = judgedSet(options);
  const analysis = ourAnalysis();
  const all = tried(texts, asked, analysis, [0, 0.2, 0.3, 0.4], [0, 0.3, 0.5], [0, 0.2, 0.4]);
  const few = (over: Partial<Weights>, by: Analysis) => tried(texts, asked, by, [0.3, 0.4], [0.3, 0.5], [0.2], over);
  const rows = {
    everything: all,
    without_stems: few({}, unstemmed(analysis)),
    without_splits: all.filter(({ parts }) => parts === 0),
    without_pieces: all.filter(({ alike }) => alike === 0),
    without_closeness: all.filter(({ closeness }) => closeness === 0),
    without_synonyms: few({ synonym: 0 }, analysis),
    bare_words: tried(texts, asked, unstemmed(analysis), [0], [0], [0], { synonym: 0, meant: 0 }),
    stems_alone: all.filter(({ alike, closeness, parts }) => alike + closeness + parts === 0),
    stems_and_splits: all.filter(({ alike, closeness }) => alike + closeness === 0),
    stems_and_pieces: all.filter(({ closeness, parts }) => closeness + parts === 0),
    stems_and_closeness: all.filter(({ alike, parts }) => alike + parts === 0),
  };
  return Promise.resolve(
    Object.fromEntries(
      Object.entries(rows).map(([name, choices]) => {
        const { ndcg, chosen } = crossValidated(choices, asked.length);
        tell(`${name.padEnd(20)} ${ndcg.toFixed(4)}  ${chosen.join(" | ")}`);
        return [name, Number(ndcg.toFixed(4))];
      }),
    ),
  );
}

function tried(
  texts: readonly Text[],
  asked: readonly Asked[],
  analysis: Analysis,
  alikes: readonly number[],
  closenesses: readonly number[],
  shares: readonly number[],
  over: Partial<Weights> = {},
): Tried[] {
  // The index weighs by whatever stands here when it is asked.
  const weights: Weights = { ...ourWeights, ...over };
  const index = openSearchIndex(weights, analysis);
  for (const { doc_id: id, title, text } of texts) index.put({ id, fields: { title, body: text } });
  return alikes.flatMap((alike) =>
    closenesses.flatMap((closeness) =>
      shares.flatMap((parts) =>
        [0.75, 0.9].map((b) => {
          const bm25 = { k1: ourWeights.words.k1, b };
          Object.assign(weights, {
            alike,
            closeness,
            compoundOfWord: parts,
            partOfWord: parts,
            words: bm25,
            pieces: bm25,
          });
          return {
            alike,
            closeness,
            parts,
            b,
            gains: gainsOf(asked, (query) => index.rank(query, { mayRead: () => true, limit: 10 })),
          };
        }),
      ),
    ),
  );
}

function gainsOf(asked: readonly Asked[], rank: (query: string) => { id: string }[]): number[] {
  return asked.map((one) => qualityOf([one], [rank(one.query).map(({ id }) => id)]).ndcg);
}

/** Each fifth of the questions is answered with the weights that were best for the other four. */
function crossValidated(choices: readonly Tried[], questions: number): { ndcg: number; chosen: string[] } {
  const numbers = Array.from({ length: questions }, (_, at) => at);
  let sum = 0;
  const chosen: string[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const [held, others] = [numbers.filter((at) => at % folds === fold), numbers.filter((at) => at % folds !== fold)];
    const total = ({ gains }: Tried, among: readonly number[]) =>
      among.reduce((part, at) => part + (gains[at] ?? 0), 0);
    const [best] = choices.toSorted((one, other) => total(other, others) - total(one, others));
    if (!best) continue;
    sum += total(best, held);
    chosen.push(`alike ${best.alike} closeness ${best.closeness} parts ${best.parts} b ${best.b}`);
  }
  return { ndcg: sum / questions, chosen };
}

/** The same without stems: a word is found in the form it was asked for. */
function unstemmed(analysis: Analysis): Analysis {
  return {
    ...analysis,
    stemOf: (form) => form,
    analyse: (form) => ({ stem: form, parts: analysis.partsOf(form).map(({ word }) => word) }),
  };
}
