import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { comparedSources, type SourceCompared } from "#features/appraisals/adoption/difference.ts";
import { originOf } from "#features/appraisals/adoption/queries.ts";
import { answeredChecklist, type QuestionAnswered } from "#features/appraisals/answers/queries.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { type DecisionFacts, decisionsOf } from "#features/appraisals/decision/queries.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";

/** What was answered to the same question in both. */
export type QuestionCompared = {
  readonly text: string;
  readonly theirs: QuestionAnswered["answer"];
  readonly ours: QuestionAnswered["answer"];
};

/** An appraisal beside the one it was taken from, as that is now. */
export type Difference = {
  readonly original: AppraisalInside;
  readonly sources: readonly SourceCompared[];
  /** Only the questions that somebody has answered in either. */
  readonly questions: readonly QuestionCompared[];
  readonly theirs: DecisionFacts | null;
  readonly ours: DecisionFacts | null;
};

/** Holds an appraisal against the one it was taken from. Nothing where that is not to be seen: it may be weighed again. */
export async function differenceOf(
  db: Reader,
  actor: Actor,
  inside: AppraisalInside,
  today: Temporal.PlainDate,
): Promise<Difference | undefined> {
  const origin = await originOf(db, actor, inside);
  if (!origin || origin.slug === null) return undefined;
  const original = await appraisalInside(db, actor, origin.slug, today);
  const both = [original, inside] as const;
  const [theirSources, ourSources] = await Promise.all(both.map(({ appraisal }) => sourcesOf(db, appraisal.id)));
  const [theirAnswers, ourAnswers] = await Promise.all(both.map((each) => answeredChecklist(db, each)));
  const [theirDecisions, ourDecisions] = await Promise.all(both.map(({ appraisal }) => decisionsOf(db, appraisal.id)));
  if (!theirSources || !ourSources || !theirAnswers || !ourAnswers) return undefined;
  // A question is the same through versions and copies of a checklist.
  const ours = new Map(ourAnswers.questions.map((question) => [question.lineage, question]));
  return {
    original,
    sources: comparedSources(theirSources, ourSources),
    questions: theirAnswers.questions.flatMap(({ lineage, text, answer }) => {
      const own = ours.get(lineage)?.answer ?? null;
      return answer === null && own === null ? [] : [{ text, theirs: answer, ours: own }];
    }),
    theirs: theirDecisions?.[0] ?? null,
    ours: inside.appraisal.state === "decided" ? (ourDecisions?.[0] ?? null) : null,
  };
}
