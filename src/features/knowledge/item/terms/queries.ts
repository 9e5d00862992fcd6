import { sql, type SqlBool } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { TermId, TermKind } from "#features/knowledge/item/item.ts";
import { type Choice, pathOf } from "#features/organisations/queries.ts";

/** A word that knowledge is sorted by: national, or an organisation's own name for a national one. */
export type Term = {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  readonly means: TermId | null;
  readonly meansName: string | null;
};

/** All words in use, national ones in their order and then local names. */
export function allTerms(db: Reader): Promise<Term[]> {
  return termRows(db).execute();
}

/** The national words, and what some organisations and those above them call them: what somebody there chooses among. */
export function termsFor(db: Reader, organisations: readonly OrganisationId[]): Promise<Term[]> {
  return termRows(db)
    .where(
      sql<SqlBool>`(te.organisation_id is null or te.organisation_id in (
        with recursive up(id, parent_id) as (
          select o.id, o.parent_id from organisation o where o.id = any(${[...organisations]}::uuid[])
          union
          select o.id, o.parent_id from up join organisation o on o.id = up.parent_id)
        select id from up))`,
    )
    .execute();
}

/** How many published items that stand are about each national word, in itself or by a local name for it. */
export async function termCounts(db: Reader): Promise<ReadonlyMap<TermId, number>> {
  const { rows } = await sql<{ id: TermId; count: number }>`
    select coalesce(te.means, te.id) as id, count(distinct i.id)::int as count
    from knowledge_item i
      join knowledge_version v on v.item_id = i.id and v.state = 'published'
      join knowledge_about ka on ka.version_id = v.id
      join knowledge_term te on te.id = ka.term_id
    where i.retired_at is null
    group by 1`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** How many published items that stand there are of each kind. */
export async function kindCounts(db: Reader) {
  return db
    .selectFrom("knowledge_item as i")
    .innerJoin("knowledge_version as v", (join) => join.onRef("v.item_id", "=", "i.id").on("v.state", "=", "published"))
    .where("i.retired_at", "is", null)
    .groupBy("i.kind")
    .select(["i.kind", sql<number>`count(*)::int`.as("count")])
    .execute();
}

/** The methods that are called as somebody wrote, each by any of its names; null where none is. */
export async function methodsCalled(db: Reader, names: readonly string[]) {
  return Promise.all(
    names.map((name) =>
      db
        .selectFrom("method as m")
        .where("m.withdrawn_at", "is", null)
        .where(
          sql<SqlBool>`(lower(m.name) = lower(${name}) or exists (
            select from unnest(m.also_called) as n where lower(n) = lower(${name})))`,
        )
        .orderBy("m.id")
        .select("m.id")
        .executeTakeFirst(),
    ),
  );
}

/** The names of the methods in the register, to be helped by when one is written. */
export async function methodNames(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom("method")
    .where("withdrawn_at", "is", null)
    .orderBy("name")
    .limit(300)
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}

function termRows(db: Reader) {
  return db
    .selectFrom("knowledge_term as te")
    .leftJoin("organisation as o", "o.id", "te.organisation_id")
    .leftJoin("knowledge_term as na", "na.id", "te.means")
    .where("te.retired_at", "is", null)
    .orderBy("te.kind")
    .orderBy(sql`te.organisation_id is not null`)
    .orderBy("te.position")
    .orderBy("te.name")
    .select(["te.id", "te.kind", "te.slug", "te.name", "te.organisation_id as organisationId"])
    .select(["o.short_name as organisation", "te.means", "na.name as meansName"]);
}

/** Some organisations, for a field where one is chosen. None that has ended. */
export async function organisationChoices(db: Reader, ids: readonly OrganisationId[]): Promise<Choice[]> {
  return db
    .selectFrom("organisation as o")
    .where("o.valid_to", "is", null)
    .where(sql<SqlBool>`o.id = any(${[...ids]}::uuid[])`)
    .orderBy("o.name")
    .select(["o.id", pathOf(sql.ref("o.id")).as("path")])
    .execute();
}
