import type { Reader } from "#platform/database/database.ts";
import { answeredChecklist } from "#features/appraisals/answers/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { type DecisionFacts, decisionsOf } from "#features/appraisals/decision/queries.ts";
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

/** One page about an appraisal that somebody may see. The sources are always all three. (R014, R065) */
export async function summaryOf(db: Reader, inside: AppraisalInside): Promise<Summary> {
  const [sources, { questions, tally }, [decision]] = await Promise.all([
    sourcesOf(db, inside.appraisal.id),
    answeredChecklist(db, inside),
    decisionsOf(db, inside.appraisal.id),
  ]);
  const risks = questions.flatMap(({ text: question, answer }) =>
    answer?.standing === "unknown" ? [{ question, text: answer.text, knownBy: answer.knownBy }] : [],
  );
  return { inside, sources, risks, waiting: tally.waiting, decision };
}
