import { completions, corrected, spreadAmong } from "#features/knowledge/searching/completion.ts";
import { facetCounts, isWithin } from "#features/knowledge/searching/facets.ts";
import { type Kept, keepDocuments } from "#features/knowledge/searching/kept-documents.ts";
import { readQuery } from "#features/knowledge/searching/query-reading.ts";
import { ourWeights, rank, type Weights } from "#features/knowledge/searching/ranking.ts";
import { matcher, type Matches } from "#features/knowledge/searching/matches.ts";
import { marksOf, reasonsOf } from "#features/knowledge/searching/reasons.ts";
import type { Hit, SearchDocument, SearchIndex, SearchWish } from "#features/knowledge/searching/search-answer.ts";
import { snippetOf } from "#features/knowledge/searching/snippets.ts";
import { ourAnalysis } from "#features/knowledge/searching/swedish-dictionary.ts";
import { ourSynonyms } from "#features/knowledge/searching/synonyms.ts";
import { openVocabulary } from "#features/knowledge/searching/vocabulary.ts";
import { readableOf } from "#features/knowledge/searching/weighing.ts";

const usualLimit = 20;
const mostAtOnce = 200;
const usualCompletions = 8;
/** So much of what is written is looked at, when it is completed or put right. */
const mostLetters = 2_000;

/** An empty index of Swedish texts. The weights are ours; a measurement may try others. */
export function openSearchIndex(weights: Weights = ourWeights): SearchIndex {
  const analysis = ourAnalysis();
  const synonyms = ourSynonyms(analysis);
  const vocabulary = openVocabulary(analysis);
  const documents = keepDocuments(vocabulary);

  function ranked(query: string, most: number, { mayRead, facets = {} }: SearchWish) {
    const asked = readQuery(query, analysis, synonyms);
    const readable = readableOf(documents, mayRead);
    const isWanted = (slot: number) => isWithin(keptAt(slot).document, facets);
    return { asked, ...rank(asked, most, isWanted, { vocabulary, readable, bySlot: documents.at, weights }) };
  }

  function keptAt(slot: number): Kept {
    const kept = documents.at(slot);
    if (!kept) throw new Error(`Place ${slot} was found, and nothing is kept there`);
    return kept;
  }

  return {
    put: documents.put,
    remove: documents.remove,
    has: (id) => documents.byId(id) !== undefined,
    get size() {
      return documents.size;
    },
    search(query, wish) {
      const { limit = usualLimit, offset = 0, facets = {} } = wish;
      const { asked, total, found, best } = ranked(query, offset + Math.min(limit, mostAtOnce), wish);
      const matchesIn = matcher(asked, vocabulary, analysis);
      return {
        total,
        hits: best.slice(offset).map(({ slot, score }) => {
          const kept = keptAt(slot);
          return { id: kept.document.id, score, ...shown(kept.document, matchesIn(kept)) };
        }),
        facets: facetCounts(
          found.values().map((slot) => keptAt(slot).document),
          facets,
        ),
        asked: asked.length > 0,
      };
    },
    rank(query, { mayRead, limit }) {
      return ranked(query, limit, { mayRead }).best.map(({ slot, score }) => ({ id: keptAt(slot).document.id, score }));
    },
    complete(query, { mayRead, limit = usualCompletions }) {
      const spread = spreadAmong(readableOf(documents, mayRead).isReadable);
      return completions(query.slice(0, mostLetters), limit, vocabulary, spread);
    },
    suggest(query, { mayRead }) {
      const asked = readQuery(query, analysis, synonyms);
      const spread = spreadAmong(readableOf(documents, mayRead).isReadable);
      return corrected(query.slice(0, mostLetters), asked, vocabulary, spread, analysis);
    },
  };
}

function shown(document: SearchDocument, matches: Matches): Pick<Hit, "why" | "marks" | "snippet"> {
  return {
    why: reasonsOf(matches),
    marks: Object.fromEntries([...matches].map(([field, list]) => [field, marksOf(list)])),
    snippet: snippetOf(document, matches),
  };
}
