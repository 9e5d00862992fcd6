import { completions, corrected, type Spread } from "#features/knowledge/searching/completion.ts";
import { type Wished, wishedIn } from "#features/knowledge/searching/facets.ts";
import { keepDocuments } from "#features/knowledge/searching/kept-documents.ts";
import { readQuery } from "#features/knowledge/searching/query-reading.ts";
import { ourWeights, rank, type Weights } from "#features/knowledge/searching/ranking.ts";
import { matcher, type Matches } from "#features/knowledge/searching/matches.ts";
import { marksOf, reasonsOf } from "#features/knowledge/searching/reasons.ts";
import type { Hit, MayRead, SearchDocument, SearchIndex } from "#features/knowledge/searching/search-answer.ts";
import { snippetOf } from "#features/knowledge/searching/snippets.ts";
import { ourAnalysis } from "#features/knowledge/searching/swedish-dictionary.ts";
import { ourSynonyms } from "#features/knowledge/searching/synonyms.ts";
import { openVocabulary } from "#features/knowledge/searching/vocabulary.ts";
import type { Analysis } from "#features/knowledge/searching/word-analysis.ts";
import { openTally, readableOf } from "#features/knowledge/searching/weighing.ts";

const usualLimit = 20;
const mostAtOnce = 200;
const usualCompletions = 8;
/** So much of what is written is looked at, when it is completed or put right. */
const mostLetters = 2_000;

/** An empty index of Swedish texts. The weights and the analysis are ours; a measurement may try others. */
export function openSearchIndex(weights: Weights = ourWeights, analysis: Analysis = ourAnalysis()): SearchIndex {
  const synonyms = ourSynonyms(analysis);
  const vocabulary = openVocabulary(analysis);
  const documents = keepDocuments(vocabulary);
  const tally = openTally(vocabulary.postings);

  function ranked(query: string, most: number, mayRead: MayRead, wished: Wished = []) {
    const asked = readQuery(query, analysis, synonyms);
    const readable = readableOf(documents, mayRead);
    const isWanted = wished.length > 0 ? documents.facets.isWithin(wished) : undefined;
    return { asked, ...rank(asked, most, isWanted, { tally, vocabulary, readable, bySlot: documents.at, weights }) };
  }

  function spreadAmong(mayRead: MayRead): Spread {
    const { isReadable } = readableOf(documents, mayRead);
    return ({ id }) => vocabulary.postings.readableAmong(id, isReadable);
  }

  return {
    put: (document) => allOf(documents.put(document)),
    putInSteps: documents.put,
    remove: (id) => allOf(documents.remove(id)),
    has: (id) => documents.byId(id) !== undefined,
    get size() {
      return documents.size;
    },
    search(query, { mayRead, facets, limit = usualLimit, offset = 0 }) {
      const wished = wishedIn(facets);
      const { asked, total, found, best } = ranked(query, offset + Math.min(limit, mostAtOnce), mayRead, wished);
      const matchesIn = matcher(asked, vocabulary, analysis);
      return {
        total,
        hits: best.slice(offset).map(({ slot, score }) => {
          const kept = documents.at(slot);
          return { id: kept.document.id, score, ...shown(kept.document, matchesIn(kept)) };
        }),
        facets: documents.facets.counts(found, wished),
        asked: asked.length > 0,
      };
    },
    rank(query, { mayRead, limit }) {
      const { best } = ranked(query, limit, mayRead);
      return best.map(({ slot, score }) => ({ id: documents.at(slot).document.id, score }));
    },
    complete(query, { mayRead, limit = usualCompletions }) {
      const spread = spreadAmong(mayRead);
      return completions(query.slice(0, mostLetters), limit, vocabulary, spread);
    },
    suggest(query, { mayRead }) {
      const asked = readQuery(query, analysis, synonyms);
      const spread = spreadAmong(mayRead);
      return corrected(query.slice(0, mostLetters), asked, vocabulary, spread, analysis);
    },
  };
}

function allOf<Outcome>(steps: Generator<undefined, Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function shown(document: SearchDocument, matches: Matches): Pick<Hit, "why" | "marks" | "snippet"> {
  return {
    why: reasonsOf(matches),
    marks: Object.fromEntries([...matches].map(([field, list]) => [field, marksOf(list)])),
    snippet: snippetOf(document, matches),
  };
}
