import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { mayKeepGlossary } from "#features/knowledge/glossary/glossary-policy.ts";
import type { GlossaryTermId, NewTerm, TermChange } from "#features/knowledge/glossary/glossary.ts";
import { glossaryTerm } from "#features/knowledge/glossary/queries.ts";

/** Writes a word in the glossary, with what it means and who says so. */
export function addTerm(
  db: Database,
  actor: Actor,
  now: Clock,
  wish: NewTerm,
): Promise<{ readonly id: GlossaryTermId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    mustKeep(actor);
    await lockTerms(tx);
    await mustBeNew(tx, wish.term);
    const { id, slug } = await insertTerm(tx, now(), wish);
    await record(tx, { by: actor, what: "knowledge.term_added", about: id, after: { term: wish.term } });
    return { id, slug };
  });
}

/** Changes a word and what it means, from the version that was read. Its address stays: others lead to it. */
export function changeTerm(db: Database, actor: Actor, slug: string, { version, ...wish }: TermChange): Promise<void> {
  return change(db, actor, async (tx) => {
    mustKeep(actor);
    await lockTerms(tx);
    const before = await glossaryTerm(tx, slug);
    if (!before) throw new Refusal("not_found", "glossary.no_such_term");
    if (before.version !== version) throw new Refusal("conflict", "glossary.changed_meanwhile");
    if (wish.term !== before.term) await mustBeNew(tx, wish.term, before.id);
    await tx
      .updateTable("glossary_term")
      .set({ term: wish.term, english: wish.english, also_called: [...wish.alsoCalled], version: version + 1 })
      .where("id", "=", before.id)
      .execute();
    await tx.deleteFrom("glossary_definition").where("term_id", "=", before.id).execute();
    await insertDefinitions(tx, before.id, wish.definitions);
    const told = (definitions: readonly { text: string; source: string }[], term: string) => {
      return { term, definitions: definitions.map(({ text, source }) => ({ text, source })) };
    };
    const words = { before: told(before.definitions, before.term), after: told(wish.definitions, wish.term) };
    await record(tx, { by: actor, what: "knowledge.term_changed", about: before.id, ...words });
  });
}

/** Puts a word in the table, at an address that no other has. The caller holds the lock of the words. */
export async function insertTerm(
  tx: Tx,
  at: Temporal.Instant,
  { term, english, alsoCalled, definitions }: NewTerm,
): Promise<{ readonly id: GlossaryTermId; readonly slug: string }> {
  const wanted = slugOf(term) || "ord";
  const near = await tx.selectFrom("glossary_term").where("slug", "like", `${wanted}%`).select("slug").execute();
  const slug = freeSlug(wanted, new Set(["ny", ...near.map((each) => each.slug)]));
  const id = newId<"glossary_term">();
  await tx
    .insertInto("glossary_term")
    .values({ id, slug, term, english, also_called: [...alsoCalled], created_at: at })
    .execute();
  await insertDefinitions(tx, id, definitions);
  return { id, slug };
}

/** Of two that write at once, one does it after the other: a word stands once. */
export async function lockTerms(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.glossary'))`.execute(tx);
}

async function insertDefinitions(tx: Tx, term_id: GlossaryTermId, definitions: NewTerm["definitions"]): Promise<void> {
  await tx
    .insertInto("glossary_definition")
    .values(
      definitions.map((definition, position) => ({
        ...definition,
        id: newId<"glossary_definition">(),
        term_id,
        position,
      })),
    )
    .execute();
}

function mustKeep(actor: Actor): void {
  if (!mayKeepGlossary(actor)) throw new Refusal("forbidden", "glossary.not_yours");
}

async function mustBeNew(tx: Tx, term: string, but?: GlossaryTermId): Promise<void> {
  const same = await tx.selectFrom("glossary_term").where("term", "=", term).select("id").executeTakeFirst();
  if (same && same.id !== but)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "term", code: "glossary.is_there" }]);
}
