import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";
import { dateIn } from "#kernel/clock.ts";
import type { TermId } from "#features/knowledge/item/item.ts";
import { keptFacets, type SavedSearchId } from "#features/knowledge/search/saved/saved-search.ts";
import type { Facets } from "#features/knowledge/search/search-wish.ts";

export type SavedSearch = {
  readonly id: SavedSearchId;
  readonly words: string;
  readonly facets: Facets;
  readonly isMailed: boolean;
  readonly lastToldOn: Temporal.PlainDate | null;
  readonly createdAt: Temporal.Instant;
};

/** The searches somebody keeps, the latest first. Nobody else sees them. */
export async function savedSearches(db: Reader, actor: Actor): Promise<SavedSearch[]> {
  if (actor.personId === undefined) return [];
  const rows = await db
    .selectFrom("saved_search")
    .where("person_id", "=", actor.personId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .select(["id", "words", "facets", "is_mailed as isMailed", "last_told_on as lastToldOn", "created_at as createdAt"])
    .execute();
  return rows.map(({ facets, ...row }) => ({ ...row, facets: keptFacets(facets) }));
}

/**
 * One of the searches somebody keeps.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function savedSearch(db: Reader, actor: Actor, id: string | undefined): Promise<SavedSearch> {
  const saved = (await savedSearches(db, actor)).find((each) => each.id === id);
  if (!saved) throw new Refusal("not_found", "saved.no_such_search");
  return saved;
}

/** What somebody wants to be told of by mail; nothing when they want no mail. No words: everything. */
export async function digestOf(db: Reader, actor: Actor): Promise<{ readonly terms: readonly TermId[] } | undefined> {
  if (actor.personId === undefined) return undefined;
  const digest = await db
    .selectFrom("knowledge_digest")
    .where("person_id", "=", actor.personId)
    .select("created_at")
    .executeTakeFirst();
  if (!digest) return undefined;
  const terms = await db
    .selectFrom("knowledge_digest_term")
    .where("person_id", "=", actor.personId)
    .select("term_id as id")
    .execute();
  return { terms: terms.map(({ id }) => id) };
}

/** Searches that were kept, and last told of, so long ago; and wishes to be told that nothing has come of since then. */
export const savedSearchesDue: DueRows = ({ before }) => sql`
  select s.id from saved_search s
  where s.created_at < ${before} and (s.last_told_on is null or s.last_told_on < ${dateIn(before)}::date)
  union all
  select d.person_id from knowledge_digest d
  where d.created_at < ${before} and (d.last_told_on is null or d.last_told_on < ${dateIn(before)}::date)`;
