import { sql, type SqlBool } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { territoryOf } from "#features/circles/report/territory/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** A proposal in a list that anybody may read. Names nobody. */
export type ListedProposal = Awaited<ReturnType<typeof publishedProposals>>[number];

/** In SQL: whether anybody may read the proposal `p` of the round `r`. */
export const isProposalPublished = sql<SqlBool>`(p.published_at is not null and r.state <> 'draft')`;

/** Every proposal that anybody may read, of one round or of all, the newest first. */
export async function publishedProposals(db: Reader, roundId?: RoundId) {
  return db
    .selectFrom("proposal as p")
    .innerJoin("round as r", "r.id", "p.round_id")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .where(isProposalPublished)
    .$if(roundId !== undefined, (query) => query.where("p.round_id", "=", roundId as RoundId))
    .orderBy("p.published_at", "desc")
    .orderBy("p.id", "desc")
    .limit(500)
    .select(["p.id", "p.title", "p.problem", "p.kind", "p.owner", "p.state"])
    .select(["r.slug as roundSlug", "r.title as roundTitle", "o.short_name as organiser"])
    .execute();
}

/**
 * The organisations that may own a proposal of a circle, to choose among: where those in it work, its organiser, and the
 * municipalities it is for. Another is written as it is.
 */
export async function mayOwnProposals(
  db: Reader,
  { organisationId }: Pick<RoundFacts, "organisationId">,
  employers: readonly string[],
  today: Temporal.PlainDate,
): Promise<string[]> {
  const [organiser, { municipalities }] = await Promise.all([
    db.selectFrom("organisation").where("id", "=", organisationId).select("name").executeTakeFirst(),
    territoryOf(db, [organisationId], today),
  ]);
  const names = [
    ...employers,
    ...(organiser ? [organiser.name] : []),
    ...municipalities.map(({ fullName }) => fullName),
  ];
  return [...new Set(names)];
}
