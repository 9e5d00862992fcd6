import { sql, type SqlBool } from "kysely";
import { facetsOf, idsOf, madeOf, written } from "#features/knowledge/search/found.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/** The words of the field, for everybody. */
export const glossary: Sort = {
  sorts: ["glossaryTerm"],
  changedBy: { glossaryTerm: (ids) => sql<SqlBool>`g.id = any(${[...ids]}::uuid[])` },
  all: async (db) => (await db.selectFrom("glossary_term").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => {
    const rows = await db
      .selectFrom("glossary_term as g")
      .where(where)
      .select(["g.id", "g.term", "g.english", "g.also_called as alsoCalled"])
      .select(
        sql<string | null>`(select string_agg(d.text, E'\n' order by d.position) from glossary_definition d
          where d.term_id = g.id)`.as("definitions"),
      )
      .execute();
    return rows.map(({ id, term, english, alsoCalled, definitions }) => ({
      id: `glossaryTerm:${id}`,
      fields: { title: term, words: written(...alsoCalled, english), body: written(definitions) },
      facets: facetsOf("glossaryTerm"),
      readers: "everybody",
      madeOf: madeOf("glossaryTerm", [id]),
    }));
  },
  shown: async (db, _actor, _today, documentIds) => {
    const rows = await db
      .selectFrom("glossary_term as g")
      .where(sql<SqlBool>`g.id = any(${idsOf("glossaryTerm", documentIds)}::uuid[])`)
      .select(["g.id", "g.term", "g.slug"])
      .execute();
    return rows.map(({ id, term, slug }) => ({
      id: `glossaryTerm:${id}`,
      kind: "glossaryTerm",
      title: term,
      href: `/ordlista/${slug}`,
      standing: null,
      whose: null,
      year: null,
      day: null,
    }));
  },
};
