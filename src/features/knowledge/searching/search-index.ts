import { keepDocuments } from "#features/knowledge/searching/kept-documents.ts";
import { readQuery } from "#features/knowledge/searching/query-reading.ts";
import { ourWeights, rank, type Weights } from "#features/knowledge/searching/ranking.ts";
import type { SearchIndex } from "#features/knowledge/searching/search-answer.ts";
import { ourSynonyms } from "#features/knowledge/searching/synonyms.ts";
import { swedishDictionary } from "#features/knowledge/searching/swedish-dictionary.ts";
import { openVocabulary } from "#features/knowledge/searching/vocabulary.ts";
import { swedishAnalysis } from "#features/knowledge/searching/word-analysis.ts";
import { readableOf } from "#features/knowledge/searching/weighing.ts";

const mostAtOnce = 200;

/** An empty index of Swedish texts. The weights are ours; a measurement may try others. */
export function openSearchIndex(weights: Weights = ourWeights): SearchIndex {
  const analysis = swedishAnalysis(swedishDictionary());
  const synonyms = ourSynonyms(analysis);
  const vocabulary = openVocabulary(analysis);
  const documents = keepDocuments(vocabulary);
  return {
    put: documents.put,
    remove: documents.remove,
    has: (id) => documents.byId(id) !== undefined,
    get size() {
      return documents.size;
    },
    search(query, { mayRead, limit = 20, offset = 0 }) {
      const asked = readQuery(query, analysis, synonyms);
      const readable = readableOf(documents, mayRead);
      const ranked = rank(asked, { vocabulary, readable, bySlot: documents.at, weights });
      return {
        total: ranked.length,
        hits: ranked
          .slice(offset, offset + Math.min(limit, mostAtOnce))
          .map(({ kept, score }) => ({ id: kept.document.id, score, why: [], marks: {}, snippet: undefined })),
        facets: {},
        asked: asked.length > 0,
      };
    },
    complete: () => [],
    suggest: () => undefined,
  };
}
