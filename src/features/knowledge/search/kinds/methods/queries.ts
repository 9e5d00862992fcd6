import { sql, type SqlBool } from "kysely";
import { facetsOf, idsOf, madeOf, written } from "#features/knowledge/search/found.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/** Methods and ways of working in the register, for anybody who is signed in. */
export const methods: Sort = {
  sorts: ["method"],
  changedBy: { method: (ids) => sql<SqlBool>`m.id = any(${[...ids]}::uuid[])` },
  all: async (db) => (await db.selectFrom("method").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => {
    const rows = await db
      .selectFrom("method as m")
      .where(where)
      .select(["m.id", "m.name", "m.also_called as alsoCalled", "m.target_group as targetGroup", "m.purpose"])
      .select(["m.use_of_it as use", "m.training", "m.why", "m.replaces"])
      .select(
        sql<string | null>`(select string_agg(k.text, E'\n' order by k.position) from core_component k
          where k.method_id = m.id and k.ended_on is null)`.as("components"),
      )
      .execute();
    return rows.map(({ id, name, alsoCalled, targetGroup, purpose, use, training, why, replaces, components }) => ({
      id: `method:${id}`,
      fields: {
        title: name,
        summary: written(purpose, targetGroup),
        words: written(...alsoCalled, replaces),
        body: written(use, components, training, why),
      },
      facets: facetsOf("method"),
      readers: "signedIn",
      madeOf: madeOf("method", [id]),
    }));
  },
  shown: async (db, actor, _today, documentIds) => {
    if (actor.personId === undefined) return [];
    const rows = await db
      .selectFrom("method as m")
      .innerJoin("organisation as o", "o.id", "m.organisation_id")
      .where(sql<SqlBool>`m.id = any(${idsOf("method", documentIds)}::uuid[])`)
      .select(["m.id", "m.name as title", "m.slug", "o.name as whose", "m.withdrawn_at as withdrawnAt"])
      .execute();
    return rows.map(({ id, title, slug, whose, withdrawnAt }) => ({
      id: `method:${id}`,
      kind: "method",
      title,
      whose,
      href: `/metod/${slug}`,
      standing: withdrawnAt === null ? null : "retired",
      year: null,
      day: null,
    }));
  },
};
