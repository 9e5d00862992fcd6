import type { Reader } from "#platform/database/database.ts";
import { answeredChecklist } from "#features/appraisals/answers/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import type { AllSources } from "#features/appraisals/sources/sources.ts";

/** A question nobody knows the answer to yet: a risk that is open. */
export type OpenRisk = {
  readonly question: string;
  readonly text: string | null;
  readonly knownBy: Temporal.PlainDate | null;
};

/** What an appraisal comes to, on one page for a board: the question, all three sources, the open risks, the decision. */
export type Summary = {
  readonly inside: AppraisalInside;
  readonly sources: AllSources;
  readonly risks: readonly OpenRisk[];
  /** How many of the questions that are asked nobody has answered at all. */
  readonly waiting: number;
  /** The last of them, when a pilot has been decided on anew; nothing while it is weighed. */
  readonly decision: DecisionFacts | undefined;
};

export type DecisionFacts = NonNullable<Awaited<ReturnType<typeof lastDecision>>>;

/** One page about an appraisal that somebody may see. The sources are always all three. (R014, R065) */
export async function summaryOf(db: Reader, inside: AppraisalInside): Promise<Summary> {
  const [sources, { questions, tally }, decision] = await Promise.all([
    sourcesOf(db, inside.appraisal.id),
    answeredChecklist(db, inside),
    lastDecision(db, inside),
  ]);
  const risks = questions.flatMap(({ text: question, answer }) =>
    answer?.standing === "unknown" ? [{ question, text: answer.text, knownBy: answer.knownBy }] : [],
  );
  return { inside, sources, risks, waiting: tally.waiting, decision };
}

async function lastDecision(db: Reader, { appraisal }: AppraisalInside) {
  return db
    .selectFrom("appraisal_decision as d")
    .leftJoin("person as p", "p.id", "d.decided_by")
    .where("d.appraisal_id", "=", appraisal.id)
    .orderBy("d.decision_no", "desc")
    .limit(1)
    .select(["d.decision", "d.reason", "d.dissent", "p.name as decidedBy", "d.decided_on as decidedOn"])
    .select(["d.is_sole_author as isSoleAuthor", "d.expected_effect as expectedEffect", "d.expected_by as expectedBy"])
    .select(["d.measured_how as measuredHow", "d.stop_when as stopWhen", "d.pilot_what as pilotWhat"])
    .select(["d.pilot_whom as pilotWhom", "d.pilot_until as pilotUntil", "d.decide_again_on as decideAgainOn"])
    .select(["d.outcome", "d.outcome_met as outcomeMet"])
    .executeTakeFirst();
}
