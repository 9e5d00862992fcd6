import { sql, type SqlBool } from "kysely";
import { isAppraisalSeen, isAtWorkWith } from "#features/appraisals/appraisal/queries.ts";
import { facetsOf, idsOf, madeOf, written } from "#features/knowledge/search/found.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/**
 * Methods that are weighed: decided, for anybody who is signed in, before that for those who work with it. What the three
 * sources say is not looked through: a piece of one would be shown without the others. (R065)
 */
export const appraisals: Sort = {
  sorts: ["appraisal"],
  changedBy: {
    appraisal: (ids) => sql<SqlBool>`a.id = any(${[...ids]}::uuid[])`,
    method: (ids) => sql<SqlBool>`a.method_id = any(${[...ids]}::uuid[])`,
  },
  all: async (db) => (await db.selectFrom("appraisal").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => {
    const rows = await db
      .selectFrom("appraisal as a")
      .innerJoin("method as m", "m.id", "a.method_id")
      .where(where)
      .select(["a.id", "a.title", "a.question", "a.state", "m.id as methodId", "m.name", "m.also_called as alsoCalled"])
      .select(sql<number>`extract(year from a.created_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, question, state, methodId, name, alsoCalled, year }) => ({
      id: `appraisal:${id}`,
      fields: { title, summary: question ?? "", words: written(name, ...alsoCalled) },
      facets: facetsOf("appraisal", { year: [year] }),
      readers: state === "decided" ? "signedIn" : "asked",
      madeOf: [...madeOf("appraisal", [id]), ...madeOf("method", [methodId])],
    }));
  },
  asked: (actor) => sql<{ id: string }>`
    select 'appraisal:' || a.id as id from appraisal a where a.state <> 'decided' and ${isAtWorkWith(actor)}`,
  shown: async (db, actor, _today, documentIds) => {
    const rows = await db
      .selectFrom("appraisal as a")
      .innerJoin("organisation as o", "o.id", "a.organisation_id")
      .where(sql<SqlBool>`a.id = any(${idsOf("appraisal", documentIds)}::uuid[])`)
      .where(isAppraisalSeen(actor))
      .select(["a.id", "a.title", "a.slug", "a.state", "o.name as whose"])
      .select(sql<number>`extract(year from a.created_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, slug, state, whose, year }) => ({
      id: `appraisal:${id}`,
      kind: "appraisal",
      title,
      whose,
      year,
      href: `/metodbedomning/${slug}`,
      standing: state === "decided" ? null : state === "withdrawn" ? "retired" : "weighing",
      day: null,
    }));
  },
};
