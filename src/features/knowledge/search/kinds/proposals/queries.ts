import { sql, type SqlBool } from "kysely";
import { isProposalPublished } from "#features/circles/proposal/published/queries.ts";
import { facetsOf, idsOf, madeOf, written } from "#features/knowledge/search/found.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/**
 * Proposals of circles that anybody may read. What the three sources say is not looked through: a piece of one would be
 * shown without the others. (R065)
 */
export const proposals: Sort = {
  sorts: ["proposal"],
  changedBy: {
    proposal: (ids) => sql<SqlBool>`p.id = any(${[...ids]}::uuid[])`,
    round: (ids) => sql<SqlBool>`p.round_id = any(${[...ids]}::uuid[])`,
  },
  all: async (db) => (await db.selectFrom("proposal").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: async (db, where) => {
    const rows = await db
      .selectFrom("proposal as p")
      .innerJoin("round as r", "r.id", "p.round_id")
      .where(isProposalPublished)
      .where(where)
      .select(["p.id", "p.title", "p.problem", "p.content", "p.parties", "p.asks", "p.owner"])
      .select(["r.id as roundId", "r.title as round"])
      .select(sql<number>`extract(year from p.published_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, problem, content, parties, asks, owner, roundId, round, year }) => ({
      id: `proposal:${id}`,
      fields: { title, summary: problem, words: written(round, owner), body: written(content, asks, parties) },
      facets: facetsOf("proposal", { year: [year] }),
      readers: "everybody",
      madeOf: [...madeOf("proposal", [id]), ...madeOf("round", [roundId])],
    }));
  },
  shown: async (db, _actor, _today, documentIds) => {
    const rows = await db
      .selectFrom("proposal as p")
      .innerJoin("round as r", "r.id", "p.round_id")
      .where(isProposalPublished)
      .where(sql<SqlBool>`p.id = any(${idsOf("proposal", documentIds)}::uuid[])`)
      .select(["p.id", "p.title", "p.state", "r.slug", "r.title as whose"])
      .select(sql<number>`extract(year from p.published_at at time zone 'Europe/Stockholm')::int`.as("year"))
      .execute();
    return rows.map(({ id, title, state, slug, whose, year }) => ({
      id: `proposal:${id}`,
      kind: "proposal",
      title,
      whose,
      year,
      href: `/cirklar/${slug}/forslag/${id}`,
      standing: state === "dropped" ? "retired" : null,
      day: null,
    }));
  },
};
