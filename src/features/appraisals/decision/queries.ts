import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import type { DecisionId, Met } from "#features/appraisals/decision/decision.ts";

export type DecisionFacts = {
  readonly id: DecisionId;
  readonly decisionNo: number;
  readonly decision: Decision;
  readonly reason: string;
  readonly dissent: string | null;
  readonly saidBack: string | null;
  readonly decidedBy: string | null;
  readonly decidedById: PersonId | null;
  readonly decidedOn: Temporal.PlainDate;
  /** Whoever decided is the only one who wrote. */
  readonly isSoleAuthor: boolean;
  readonly expectedEffect: string | null;
  readonly expectedBy: Temporal.PlainDate | null;
  readonly measuredHow: string | null;
  readonly stopWhen: string | null;
  readonly pilotWhat: string | null;
  readonly pilotWhom: string | null;
  readonly pilotUntil: Temporal.PlainDate | null;
  readonly decideAgainOn: Temporal.PlainDate | null;
  readonly outcome: string | null;
  readonly met: Met | null;
  readonly outcomeOn: Temporal.PlainDate | null;
  readonly outcomeBy: string | null;
};

/** What was decided about an appraisal, the newest first. What was decided before stands as it was. */
export function decisionsOf(db: Reader, id: AppraisalId): Promise<DecisionFacts[]> {
  return db
    .selectFrom("appraisal_decision as d")
    .leftJoin("person as p", "p.id", "d.decided_by")
    .leftJoin("person as o", "o.id", "d.outcome_by")
    .where("d.appraisal_id", "=", id)
    .orderBy("d.decision_no", "desc")
    .select(["d.id", "d.decision_no as decisionNo", "d.decision", "d.reason", "d.dissent", "d.said_back as saidBack"])
    .select(["p.name as decidedBy", "d.decided_by as decidedById", "d.decided_on as decidedOn"])
    .select(["d.is_sole_author as isSoleAuthor", "d.expected_effect as expectedEffect", "d.expected_by as expectedBy"])
    .select(["d.measured_how as measuredHow", "d.stop_when as stopWhen", "d.pilot_what as pilotWhat"])
    .select(["d.pilot_whom as pilotWhom", "d.pilot_until as pilotUntil", "d.decide_again_on as decideAgainOn"])
    .select(["d.outcome", "d.outcome_met as met", "d.outcome_on as outcomeOn", "o.name as outcomeBy"])
    .execute();
}

/** What could be chosen, held against what matters. */
export type OptionsWeighed = {
  readonly criteria: readonly string[];
  readonly options: readonly { readonly text: string; readonly weighing: readonly (string | null)[] }[];
};

/** The options of an appraisal with what is said of each criterion, in order. */
export async function optionsOf(db: Reader, id: AppraisalId): Promise<OptionsWeighed> {
  const [options, criteria] = await Promise.all([
    db
      .selectFrom("decision_option")
      .where("appraisal_id", "=", id)
      .orderBy("position")
      .select(["id", "text"])
      .execute(),
    db
      .selectFrom("decision_criterion")
      .where("appraisal_id", "=", id)
      .orderBy("position")
      .select(["id", "text"])
      .execute(),
  ]);
  const { rows } = await sql<{ optionId: string; criterionId: string; text: string }>`
    select w.option_id as "optionId", w.criterion_id as "criterionId", w.text
    from decision_weighing w join decision_option o on o.id = w.option_id
    where o.appraisal_id = ${id}`.execute(db);
  return {
    criteria: criteria.map(({ text }) => text),
    options: options.map((option) => ({
      text: option.text,
      weighing: criteria.map(
        (criterion) =>
          rows.find(({ optionId, criterionId }) => optionId === option.id && criterionId === criterion.id)?.text ??
          null,
      ),
    })),
  };
}
