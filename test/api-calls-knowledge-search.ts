import type { SavedSearchId } from "../src/features/knowledge/search/saved/saved-search.ts";
import { newId, type PersonId } from "../src/kernel/ids.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { noon } from "./given-rounds.ts";

/** A search that the caller keeps. */
async function kept({ ownerDb, actor }: ApiStage): Promise<SavedSearchId> {
  const id = newId<"saved_search">();
  const said = { words: "familjehem", created_at: noon("2027-03-18")() };
  await ownerDb
    .insertInto("saved_search")
    .values({ id, person_id: actor.personId as PersonId, ...said })
    .execute();
  return id;
}

/** One call that succeeds for every operation about searching. */
export const knowledgeSearchCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  search: async () => ({ query: { q: "familjehem", kind: "research,guideline", year: "2027", page: "1" } }),
  completeSearch: async () => ({ query: { q: "famil" } }),
  listSavedSearches: async (stage) => {
    await kept(stage);
    return {};
  },
  saveSearch: async () => ({ body: { words: "familjehem", facets: { kind: ["research"] } } }),
  mailSavedSearch: async (stage) => ({ params: { id: await kept(stage) }, body: { isMailed: true } }),
  forgetSavedSearch: async (stage) => ({ params: { id: await kept(stage) } }),
  readKnowledgeDigest: async () => ({}),
  chooseKnowledgeDigest: async () => ({ body: { of: "everything", terms: [] } }),
};
