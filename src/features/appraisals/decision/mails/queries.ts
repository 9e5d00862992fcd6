import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Decision } from "#features/appraisals/appraisal/appraisal.ts";
import type { DecisionId, Met } from "#features/appraisals/decision/decision.ts";

/** In SQL: the entry that somebody stands under now, where two have turned out to be one person. */
const asOneNow = (personId: PersonId) =>
  sql<PersonId>`(select coalesce(q.merged_into, q.id) from person q where q.id = ${personId}::uuid)`;

/** What one of the authors is told when it is decided. */
export async function decidedToTell(db: Reader, id: DecisionId, personId: PersonId) {
  return db
    .selectFrom("appraisal_decision as d")
    .innerJoin("appraisal as a", "a.id", "d.appraisal_id")
    .innerJoin("person as p", (join) => join.on("p.id", "=", asOneNow(personId)))
    .where("d.id", "=", id)
    .where("p.email", "is not", null)
    .select(["d.id", "d.decision", "a.slug", "a.title", "p.id as personId", "p.email", "p.name", "p.language"])
    .executeTakeFirst();
}

export type DecidedToTell = NonNullable<Awaited<ReturnType<typeof decidedToTell>>>;

/** A decision that has come back, and one of those it comes back to. */
export type DecisionReminder = {
  readonly id: DecisionId;
  readonly decisionNo: number;
  readonly decision: Decision;
  readonly expectedBy: Temporal.PlainDate | null;
  readonly decideAgainOn: Temporal.PlainDate | null;
  readonly met: Met | null;
  readonly slug: string;
  readonly title: string;
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly isDecider: boolean;
};

/** So many days after its day a decision is still told of, should the installation have stood still on the day. */
const daysAfter = 14;

/**
 * The newest decisions whose day has come, for those who decided and those who wrote. Only what stands decided comes back:
 * what is weighed again is under way already.
 */
export async function decisionsToRemindOf(db: Reader, today: Temporal.PlainDate): Promise<DecisionReminder[]> {
  const { rows } = await sql<DecisionReminder>`
    select d.id, d.decision_no as "decisionNo", d.decision, d.expected_by as "expectedBy",
      d.decide_again_on as "decideAgainOn", d.outcome_met as met, a.slug, a.title,
      p.id as "personId", p.email, p.name, p.language, coalesce(p.id = a.decider_id, false) as "isDecider"
    from appraisal a
      join lateral (select * from appraisal_decision d where d.appraisal_id = a.id order by d.decision_no desc limit 1) d
        on true
      join person p on (p.id = a.decider_id
        or exists (select from appraisal_author au where au.appraisal_id = a.id and au.person_id = p.id))
    where a.state = 'decided' and p.email is not null and p.merged_into is null and p.erased_at is null
      and ((d.expected_by between ${today}::date - ${daysAfter}::int and ${today}::date and d.outcome_met is null)
        or d.decide_again_on between ${today}::date - ${daysAfter}::int and ${today}::date)
    order by d.id, p.id`.execute(db);
  return rows;
}
