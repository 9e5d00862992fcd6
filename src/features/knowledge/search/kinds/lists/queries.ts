import { sql, type SqlBool } from "kysely";
import { isListSeen } from "#features/knowledge/reading/seen/queries.ts";
import { facetsOf, idsOf, madeOf, written } from "#features/knowledge/search/found.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/** Lists to read, for everybody once they are published; before that for those who write them. */
export const lists: Sort = {
  sorts: ["readingList"],
  changedBy: { readingList: (ids) => sql<SqlBool>`l.id = any(${[...ids]}::uuid[])` },
  all: async (db) => (await db.selectFrom("reading_list").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => {
    const rows = await db
      .selectFrom("reading_list as l")
      .where(where)
      .select(["l.id", "l.title", "l.purpose", "l.published_at as publishedAt"])
      .select(
        sql<string | null>`(select string_agg(r.note, E'\n' order by r.position) from reading_list_item r
          where r.list_id = l.id)`.as("notes"),
      )
      .select(sql<number | null>`extract(year from l.published_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, purpose, publishedAt, notes, year }) => ({
      id: `readingList:${id}`,
      fields: { title, summary: written(purpose), body: written(notes) },
      facets: facetsOf("readingList", { year: [year] }),
      readers: publishedAt === null ? "asked" : "everybody",
      madeOf: madeOf("readingList", [id]),
    }));
  },
  asked: (actor) => sql<{ id: string }>`
    select 'readingList:' || l.id as id from reading_list l where l.published_at is null and ${isListSeen(actor)}`,
  shown: async (db, actor, _today, documentIds) => {
    const rows = await db
      .selectFrom("reading_list as l")
      .innerJoin("organisation as o", "o.id", "l.organisation_id")
      .where(sql<SqlBool>`l.id = any(${idsOf("readingList", documentIds)}::uuid[])`)
      .where(isListSeen(actor))
      .select([
        "l.id",
        "l.title",
        "l.slug",
        "l.published_at as publishedAt",
        "l.retired_at as retiredAt",
        "o.name as whose",
      ])
      .select(sql<number | null>`extract(year from l.published_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, slug, publishedAt, retiredAt, whose, year }) => ({
      id: `readingList:${id}`,
      kind: "readingList",
      title,
      whose,
      year,
      href: `/laslista/${slug}`,
      standing: retiredAt !== null ? "retired" : publishedAt === null ? "draft" : null,
      day: null,
    }));
  },
};
