import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Actor, clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { columnsIn } from "#platform/csv/columns.ts";
import { readTable } from "#platform/csv/table.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { packageRoot } from "#platform/package-root.ts";
import { mayPublishFor } from "#features/knowledge/item/item-policy.ts";
import type { TermId } from "#features/knowledge/item/item.ts";
import { type LocalName, NationalTerm } from "#features/knowledge/item/terms/term-words.ts";

/**
 * Sees to it that the national words are there. Run at every start: what a release adds is added and what it words anew is
 * worded anew; none is taken away, since items are about them. Two processes may start at once.
 */
export async function loadNationalTerms(db: Database): Promise<void> {
  const wanted = await nationalTerms();
  if (await areThere(db, wanted)) return;
  await change(db, clockwork, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.national_terms'))`.execute(tx);
    for (const [position, { kind, slug, name }] of wanted.entries())
      await tx
        .insertInto("knowledge_term")
        .values({ id: newId<"knowledge_term">(), kind, slug, name, position })
        .onConflict((conflict) => conflict.column("slug").doUpdateSet({ name, position }))
        .execute();
    await record(tx, {
      by: clockwork,
      what: "knowledge.national_terms_loaded",
      about: "knowledge-terms",
      after: { terms: wanted.length },
    });
  });
}

/** Writes what an organisation calls a national word, so that both lead to the same. */
export function addLocalName(db: Database, actor: Actor, wish: LocalName): Promise<{ readonly id: TermId }> {
  return change(db, actor, async (tx) => {
    const { organisationId, means, name } = wish;
    if (!mayPublishFor(actor, organisationId)) throw new Refusal("forbidden", "item_terms.not_your_organisation");
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.term_slugs'))`.execute(tx);
    const national = await tx
      .selectFrom("knowledge_term")
      .where("id", "=", means)
      .where("organisation_id", "is", null)
      .select(["kind", "slug"])
      .executeTakeFirst();
    if (!national) throw new Refusal("not_found", "item_terms.no_such_term");
    const same = await tx
      .selectFrom("knowledge_term")
      .where("organisation_id", "=", organisationId)
      .where("kind", "=", national.kind)
      .where(sql`lower(name)`, "=", name.toLowerCase())
      .select(["id", "means", "retired_at as retiredAt"])
      .executeTakeFirst();
    if (same && !same.retiredAt) throw new Refusal("conflict", "item_terms.there_already");
    if (same) {
      await tx.updateTable("knowledge_term").set({ means, name, retired_at: null }).where("id", "=", same.id).execute();
      await record(tx, {
        by: actor,
        what: "knowledge.local_name_added",
        about: same.id,
        organisationId,
        after: { name },
      });
      return { id: same.id };
    }
    const near = await tx.selectFrom("knowledge_term").select("slug").execute();
    // No national word begins so: one that comes with a later release never meets a local one.
    const slug = freeSlug(`lokal-${slugOf(name) || national.slug}`, new Set(near.map((each) => each.slug)));
    const id = newId<"knowledge_term">();
    await tx
      .insertInto("knowledge_term")
      .values({ id, kind: national.kind, slug, name, organisation_id: organisationId, means })
      .execute();
    await record(tx, { by: actor, what: "knowledge.local_name_added", about: id, organisationId, after: { name } });
    return { id };
  });
}

/** Takes a local name out of use. Items that are about it stay found by what it means. */
export function retireLocalName(db: Database, actor: Actor, now: Clock, id: TermId): Promise<void> {
  return change(db, actor, async (tx) => {
    const term = await tx
      .selectFrom("knowledge_term")
      .where("id", "=", id)
      .where("retired_at", "is", null)
      .where("organisation_id", "is not", null)
      .forUpdate()
      .select(["name", "organisation_id as organisationId"])
      .executeTakeFirst();
    if (!term?.organisationId) throw new Refusal("not_found", "item_terms.no_such_term");
    const { organisationId, name } = term;
    if (!mayPublishFor(actor, organisationId)) throw new Refusal("forbidden", "item_terms.not_your_organisation");
    await tx.updateTable("knowledge_term").set({ retired_at: now() }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "knowledge.local_name_retired", about: id, organisationId, before: { name } });
  });
}

/** The national words as the release words them, in order. */
async function nationalTerms(): Promise<NationalTerm[]> {
  const { header, rows } = readTable(await readFile(join(packageRoot, "reference", "knowledge-terms.csv")));
  const { value } = columnsIn(header, { kind: ["kind"], slug: ["slug"], name: ["name"] }, ["kind", "slug", "name"]);
  return rows.map((row) =>
    NationalTerm.parse({ kind: value(row, "kind"), slug: value(row, "slug"), name: value(row, "name") }),
  );
}

async function areThere(db: Database, wanted: readonly NationalTerm[]): Promise<boolean> {
  const there = await db
    .selectFrom("knowledge_term")
    .where("organisation_id", "is", null)
    .select(["kind", "slug", "name"])
    .execute();
  const known = new Map(there.map((term) => [term.slug, `${term.kind} ${term.name}`]));
  return wanted.every(({ kind, slug, name }) => known.get(slug) === `${kind} ${name}`);
}
