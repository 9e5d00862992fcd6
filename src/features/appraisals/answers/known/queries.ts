import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { Decision } from "#features/appraisals/appraisal/appraisal.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import type { Met } from "#features/appraisals/decision/decision.ts";
import type { Phase } from "#features/appraisals/method/method.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import type { AllSources } from "#features/appraisals/sources/sources.ts";

/** How another organisation stands to the method: how far it has come, what it decided and what came of that. */
export type UseElsewhere = {
  readonly organisation: string;
  readonly phase: Phase | null;
  readonly from: Temporal.PlainDate | null;
  readonly decision: Decision | null;
  readonly decidedOn: Temporal.PlainDate | null;
  readonly met: Met | null;
};

/** When another organisation expected an effect, from the day it decided, and whether it came. */
export type ExpectedElsewhere = { readonly organisation: string; readonly months: number; readonly met: Met | null };

/** What the platform knows that answers questions of a checklist, wholly or in part. */
export type KnownFacts = {
  readonly method: string;
  readonly cost: string | null;
  readonly licence: string | null;
  readonly training: string | null;
  readonly replaces: string | null;
  readonly uses: readonly UseElsewhere[];
  readonly expected: readonly ExpectedElsewhere[];
  readonly sources: AllSources;
};

/**
 * What is known of the method of an appraisal before anybody has answered: what its register says, where it is used and
 * what those who decided about it expected and got, and what the three sources of this appraisal say. Only what is decided
 * is told of others, as anybody who is signed in may read it. It is a proposal: nothing of it answers a question by itself.
 */
export async function knownFactsOf(db: Reader, { appraisal, method }: AppraisalInside): Promise<KnownFacts> {
  const [register, uses, expected, sources] = await Promise.all([
    db
      .selectFrom("method")
      .where("id", "=", method.id)
      .select(["cost", "licence", "training", "replaces"])
      .executeTakeFirstOrThrow(),
    usesElsewhere(db, { appraisal, method }),
    expectedElsewhere(db, { appraisal, method }),
    sourcesOf(db, appraisal.id),
  ]);
  return { method: method.name, ...register, uses, expected, sources };
}

type Which = Pick<AppraisalInside, "appraisal" | "method">;

async function usesElsewhere(db: Reader, { appraisal, method }: Which): Promise<UseElsewhere[]> {
  const { rows } = await sql<UseElsewhere>`
    with decided as (
      select distinct on (a.organisation_id) a.organisation_id, d.decision, d.decided_on, d.outcome_met
      from appraisal a join appraisal_decision d on d.appraisal_id = a.id
      where a.method_id = ${method.id} and a.state = 'decided'
      order by a.organisation_id, d.decided_on desc, d.recorded_at desc),
    used as (select organisation_id, phase, from_day from method_use where method_id = ${method.id} and to_day is null)
    select o.short_name as organisation, used.phase, used.from_day as "from",
      decided.decision, decided.decided_on as "decidedOn", decided.outcome_met as met
    from used full join decided using (organisation_id) join organisation o on o.id = organisation_id
    where organisation_id <> ${appraisal.organisationId}
    order by o.short_name, o.id
    limit 30`.execute(db);
  return rows;
}

async function expectedElsewhere(db: Reader, { appraisal, method }: Which): Promise<ExpectedElsewhere[]> {
  const { rows } = await sql<ExpectedElsewhere>`
    select o.short_name as organisation, d.outcome_met as met,
      greatest(1, round((d.expected_by - d.decided_on) / 30.44))::int as months
    from appraisal a
      join lateral (select * from appraisal_decision d where d.appraisal_id = a.id order by d.decision_no desc limit 1) d
        on d.expected_by is not null
      join organisation o on o.id = a.organisation_id
    where a.method_id = ${method.id} and a.state = 'decided' and a.id <> ${appraisal.id}
    order by months, o.short_name, o.id
    limit 30`.execute(db);
  return rows;
}
