import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Decision } from "#features/appraisals/appraisal/appraisal.ts";
import type { Met } from "#features/appraisals/decision/decision.ts";

export type DecisionCameBack = {
  readonly slug: string;
  readonly title: string;
  readonly decisionNo: number;
  readonly decision: Decision;
  readonly expectedBy: Temporal.PlainDate | null;
  readonly decideAgainOn: Temporal.PlainDate | null;
  readonly met: Met | null;
  readonly isDecider: boolean;
};

/**
 * Decisions whose day has come, for those who wrote and whoever decides: how it went is told, and it is decided anew. An
 * author who has told how it went has nothing left to do, and whoever decides has until they decide.
 */
export async function decisionsCameBack(db: Reader, actor: Actor, now: Temporal.Instant): Promise<DecisionCameBack[]> {
  if (!actor.personId) return [];
  const today = dateIn(now);
  const { rows } = await sql<DecisionCameBack>`
    select a.slug, a.title, d.decision_no as "decisionNo", d.decision, d.expected_by as "expectedBy",
      d.decide_again_on as "decideAgainOn", d.outcome_met as met, coalesce(a.decider_id = ${actor.personId}, false) as "isDecider"
    from appraisal a
      join lateral (select * from appraisal_decision d where d.appraisal_id = a.id order by d.decision_no desc limit 1) d
        on true
    where a.state = 'decided'
      and (a.decider_id = ${actor.personId}
        or exists (select from appraisal_author au where au.appraisal_id = a.id and au.person_id = ${actor.personId}))
      and ((d.decision in ('pilot', 'broad') and d.outcome_met is null
          and least(d.expected_by, d.decide_again_on) <= ${today}::date)
        or (d.decide_again_on <= ${today}::date and a.decider_id = ${actor.personId}))
    order by least(d.expected_by, d.decide_again_on), a.id
    limit 10`.execute(db);
  return rows;
}
