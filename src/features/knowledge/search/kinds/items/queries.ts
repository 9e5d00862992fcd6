import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { freshnessOf } from "#features/knowledge/item/freshness.ts";
import type { ItemKind, TermKind } from "#features/knowledge/item/item.ts";
import { isAtWorkWithItem, itemVisible } from "#features/knowledge/item/queries.ts";
import { facetsOf, idsOf, type KnownDocument, madeOf, written } from "#features/knowledge/search/found.ts";
import type { ShownThing, Sort } from "#features/knowledge/search/kinds/queries.ts";

type Row = {
  readonly id: string;
  readonly itemId: string;
  readonly isOut: boolean;
  readonly kind: ItemKind;
  readonly title: string;
  readonly says: string | null;
  readonly holdsFor: string | null;
  readonly use: string | null;
  readonly body: string | null;
  readonly people: string | null;
  readonly source: string | null;
  readonly attribution: string | null;
  readonly year: number | null;
  readonly terms: readonly {
    readonly id: string;
    readonly kind: TermKind;
    readonly name: string;
    readonly slug: string;
    readonly means: { readonly id: string; readonly name: string } | null;
  }[];
  readonly methods: readonly { readonly id: string; readonly names: readonly string[] }[];
};

/** What is known: as it is published, for everybody, and as it is written and reviewed, for those who do that. */
export const items: Sort = {
  sorts: ["item", "itemDraft"],
  changedBy: {
    item: (ids) => sql<SqlBool>`v.item_id = any(${[...ids]}::uuid[])`,
    itemVersion: (ids) => sql<SqlBool>`v.id = any(${[...ids]}::uuid[])`,
    knowledgeTerm: (ids) => sql<SqlBool>`v.id in (
      select a.version_id from knowledge_about a join knowledge_term te on te.id = a.term_id
      where te.id = any(${[...ids]}::uuid[]) or te.means = any(${[...ids]}::uuid[]))`,
    method: (ids) =>
      sql<SqlBool>`v.id in (select m.version_id from knowledge_method m where m.method_id = any(${[...ids]}::uuid[]))`,
  },
  all: async (db) => (await db.selectFrom("knowledge_item").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => (await rowsOf(db, where)).map(documentOf),
  asked: (actor) => sql<{ id: string }>`
    select 'itemDraft:' || i.id as id from knowledge_item i where ${isAtWorkWithItem(actor)}
      and exists (select from knowledge_version w where w.item_id = i.id and w.state in ('draft', 'inReview'))`,
  shown: shownItems,
};

async function rowsOf(db: Reader, where: RawBuilder<SqlBool>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select v.id, v.item_id as "itemId", v.state = 'published' as "isOut", i.kind, v.title, v.says, v.body,
      v.holds_for as "holdsFor", v.use_of_it as "use", v.source, v.attribution, v.year,
      array_to_string(v.authors, ', ') as people,
      (select coalesce(jsonb_agg(jsonb_build_object('id', te.id, 'kind', te.kind, 'name', te.name,
          'slug', coalesce(na.slug, te.slug),
          'means', case when na.id is not null then jsonb_build_object('id', na.id, 'name', na.name) end)), '[]')
        from knowledge_about a join knowledge_term te on te.id = a.term_id left join knowledge_term na on na.id = te.means
        where a.version_id = v.id) as terms,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'names', array_prepend(m.name::text, m.also_called))), '[]')
        from knowledge_method km join method m on m.id = km.method_id where km.version_id = v.id) as methods
    from knowledge_version v join knowledge_item i on i.id = v.item_id
    where v.state <> 'replaced' and ${where}`.execute(db);
  return rows;
}

function documentOf(row: Row): KnownDocument {
  const { id, itemId, isOut, kind, title, year, terms, methods } = row;
  const slugs = (which: TermKind) => terms.flatMap((term) => (term.kind === which ? [term.slug] : []));
  const names = terms.flatMap((term) => [term.name, ...(term.means ? [term.means.name] : [])]);
  return {
    id: `${isOut ? "item" : "itemDraft"}:${itemId}`,
    fields: {
      title,
      summary: written(row.says, row.holdsFor, row.use),
      words: written(...names, ...methods.flatMap((method) => method.names), row.people, row.source, row.attribution),
      body: row.body ?? "",
    },
    facets: facetsOf(kind, { area: slugs("area"), targetGroup: slugs("targetGroup"), year: [year] }),
    readers: isOut ? "everybody" : "asked",
    madeOf: [
      ...madeOf("item", [itemId]),
      ...madeOf("itemVersion", [id]),
      ...madeOf(
        "knowledgeTerm",
        terms.flatMap((term) => [term.id, ...(term.means ? [term.means.id] : [])]),
      ),
      ...madeOf(
        "method",
        methods.map((method) => method.id),
      ),
    ],
  };
}

async function shownItems(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  documentIds: readonly string[],
): Promise<ShownThing[]> {
  const [out, drafts] = [idsOf("item", documentIds), idsOf("itemDraft", documentIds)];
  const { rows } = await sql<{
    id: string;
    isOut: boolean;
    kind: ItemKind;
    title: string;
    slug: string;
    whose: string | null;
    year: number | null;
    reviewDue: Temporal.PlainDate | null;
    retiredAt: Temporal.Instant | null;
  }>`
    select i.id, v.state = 'published' as "isOut", i.kind, v.title, i.slug, coalesce(v.source, o.name) as whose, v.year,
      i.review_due as "reviewDue", i.retired_at as "retiredAt"
    from knowledge_item i join knowledge_version v on v.item_id = i.id left join organisation o on o.id = i.organisation_id
    where ${itemVisible(actor)} and case when v.state = 'published' then i.id = any(${out}::uuid[])
      else v.state in ('draft', 'inReview') and i.id = any(${drafts}::uuid[]) and ${isAtWorkWithItem(actor)} end`.execute(
    db,
  );
  return rows.map(({ id, isOut, kind, title, slug, whose, year, ...dated }) => {
    const freshness = freshnessOf(dated, today);
    const told = freshness === "retired" || freshness === "due" ? freshness : null;
    return {
      id: `${isOut ? "item" : "itemDraft"}:${id}`,
      kind,
      title,
      whose,
      year,
      href: `/kunskap/${slug}`,
      standing: isOut ? told : "draft",
      day: null,
    };
  });
}
