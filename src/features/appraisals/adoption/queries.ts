import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import { type AppraisalInside, isAppraisalSeen } from "#features/appraisals/appraisal/queries.ts";

/** The appraisal that another was taken from: whose it is, and where it stands if one may see it now. */
export type Origin = { readonly organisation: string; readonly title: string; readonly slug: string | null };

/**
 * Where an appraisal was taken from. Whose it was is always said; the way there is given as long as it stands decided, or
 * one works with it.
 */
export async function originOf(db: Reader, actor: Actor, { appraisal }: AppraisalInside): Promise<Origin | undefined> {
  if (appraisal.takenFrom === null) return undefined;
  return db
    .selectFrom("appraisal as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("a.id", "=", appraisal.takenFrom)
    .select(["o.name as organisation", "a.title"])
    .select(sql<string | null>`case when ${isAppraisalSeen(actor)} then a.slug end`.as("slug"))
    .executeTakeFirst();
}

/** An appraisal that was taken from another, with what was decided there. */
export type TakenOver = {
  readonly slug: string;
  readonly organisation: string;
  readonly decision: Decision | null;
};

/** Who has taken over an appraisal, of those that one may see. */
export async function takenOverBy(db: Reader, actor: Actor, { appraisal }: AppraisalInside): Promise<TakenOver[]> {
  return db
    .selectFrom("appraisal as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("a.taken_from", "=", appraisal.id)
    .where("a.state", "<>", "withdrawn")
    .where(isAppraisalSeen(actor))
    .orderBy("o.name")
    .orderBy("a.id")
    .limit(50)
    .select(["a.slug", "o.name as organisation"])
    .select(
      sql<Decision | null>`(select d.decision from appraisal_decision d
        where d.appraisal_id = a.id and a.state = 'decided' order by d.decision_no desc limit 1)`.as("decision"),
    )
    .execute();
}

/** In SQL: the entry that somebody stands under now, where two have turned out to be one person. */
const asOneNow = (personId: PersonId) =>
  sql<PersonId>`(select coalesce(q.merged_into, q.id) from person q where q.id = ${personId}::uuid)`;

/** What one of those who made the original is told. */
export async function makerToTell(db: Reader, id: AppraisalId, personId: PersonId) {
  return db
    .selectFrom("appraisal as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .innerJoin("appraisal as f", "f.id", "a.taken_from")
    .innerJoin("person as p", (join) => join.on("p.id", "=", asOneNow(personId)))
    .where("a.id", "=", id)
    .where("p.email", "is not", null)
    .select(["a.id", "f.slug", "f.title", "o.name as organisation"])
    .select(["p.id as personId", "p.email", "p.name", "p.language"])
    .executeTakeFirst();
}

export type MakerToTell = NonNullable<Awaited<ReturnType<typeof makerToTell>>>;
