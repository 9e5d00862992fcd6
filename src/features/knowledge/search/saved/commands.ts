import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import type { Eraser } from "#platform/erasures/erasures.ts";
import { savedSearchesDue } from "#features/knowledge/search/saved/queries.ts";
import { type DigestWish, mostSaved, type SavedSearchId } from "#features/knowledge/search/saved/saved-search.ts";
import type { Facets } from "#features/knowledge/search/search-wish.ts";

/** Keeps a search for oneself. The same search is kept once. */
export function saveSearch(
  db: Database,
  actor: Actor,
  now: Clock,
  { words, facets }: { readonly words: string; readonly facets: Facets },
): Promise<SavedSearchId> {
  return change(db, actor, async (tx) => {
    const personId = await lockKeeper(tx, actor);
    const kept = await tx.selectFrom("saved_search").where("person_id", "=", personId).selectAll().execute();
    const written = json(facets);
    const same = await tx
      .selectFrom("saved_search")
      .where("person_id", "=", personId)
      .where("words", "=", words)
      .where(sql<boolean>`facets = ${written}::jsonb`)
      .select("id")
      .executeTakeFirst();
    if (same) {
      markRecorded(tx);
      return same.id;
    }
    if (kept.length >= mostSaved) throw new Refusal("conflict", "saved.too_many", { most: mostSaved });
    const id = newId<"saved_search">();
    await tx
      .insertInto("saved_search")
      .values({ id, person_id: personId, words, facets: written, created_at: now() })
      .execute();
    await record(tx, { by: actor, what: "knowledge.search_saved", about: id });
    return id;
  });
}

/** Says whether one wants to be told by mail of what is new of a search. */
export function mailSavedSearch(db: Database, actor: Actor, id: SavedSearchId, isMailed: boolean): Promise<void> {
  return change(db, actor, async (tx) => {
    await lockSaved(tx, actor, id);
    await tx.updateTable("saved_search").set({ is_mailed: isMailed }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "knowledge.search_mail_chosen", about: id, after: { isMailed } });
  });
}

/** Keeps a search no longer. */
export function forgetSearch(db: Database, actor: Actor, id: SavedSearchId): Promise<void> {
  return change(db, actor, async (tx) => {
    await lockSaved(tx, actor, id);
    await tx.deleteFrom("saved_search").where("id", "=", id).execute();
    await record(tx, { by: actor, what: "knowledge.search_forgotten", about: id });
  });
}

/** Chooses what of the knowledge base one wants to be told of by mail, once a month. */
export function chooseDigest(db: Database, actor: Actor, now: Clock, { of, terms }: DigestWish): Promise<void> {
  return change(db, actor, async (tx) => {
    const personId = await lockKeeper(tx, actor);
    if (of === "nothing") await tx.deleteFrom("knowledge_digest").where("person_id", "=", personId).execute();
    else {
      await tx
        .insertInto("knowledge_digest")
        .values({ person_id: personId, created_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx.deleteFrom("knowledge_digest_term").where("person_id", "=", personId).execute();
      const chosen = of === "terms" ? [...new Set(terms)] : [];
      const known = await tx
        .selectFrom("knowledge_term")
        .where("id", "in", [...chosen, newId<"knowledge_term">()])
        .select("id")
        .execute();
      if (known.length < chosen.length) throw new Refusal("invalid", "item.no_such_term");
      for (const term_id of chosen)
        await tx.insertInto("knowledge_digest_term").values({ person_id: personId, term_id }).execute();
    }
    await record(tx, { by: actor, what: "knowledge.digest_chosen", about: personId, after: { of } });
  });
}

/** Erases searches that have long been kept without being of use, and wishes to be told that nothing has come of. */
export const eraseSavedSearches: Eraser = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${savedSearchesDue(time)}`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`delete from saved_search where id = ${these}`.execute(tx);
  await sql`delete from knowledge_digest where person_id = ${these}`.execute(tx);
  return rows.length;
};

async function lockKeeper(tx: Tx, { personId }: Actor): Promise<PersonId> {
  if (personId === undefined) throw new Refusal("forbidden", "web.signed_out");
  await sql`select 1 from person where id = ${personId} for no key update`.execute(tx);
  return personId;
}

async function lockSaved(tx: Tx, actor: Actor, id: SavedSearchId): Promise<void> {
  const personId = await lockKeeper(tx, actor);
  const row = await tx
    .selectFrom("saved_search")
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .forUpdate()
    .select("id")
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "saved.no_such_search");
}
