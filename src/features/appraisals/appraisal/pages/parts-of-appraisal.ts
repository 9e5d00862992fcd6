import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { originOfAppraisal, takingOverOfAppraisal } from "#features/appraisals/adoption/pages/adoption.tsx";
import { answersOfAppraisal } from "#features/appraisals/answers/pages/answers.tsx";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { decisionOfAppraisal } from "#features/appraisals/decision/pages/decision.tsx";
import { introductionOfAppraisal } from "#features/appraisals/introduction/pages/introduction-of-appraisal.tsx";
import { perspectivesOfAppraisal } from "#features/appraisals/perspective/pages/perspectives.tsx";
import { knowledgeUnderAppraisal } from "#features/appraisals/resting/pages/resting.tsx";
import { sourcesOnAppraisal } from "#features/appraisals/sources/pages/sources.tsx";
import { summaryOnAppraisal } from "#features/appraisals/summary/pages/summary.tsx";
import type { Environment } from "#platform/web/environment.ts";

export type PartOfAppraisal = (c: Context<Environment>, inside: AppraisalInside) => Promise<Child>;

/**
 * What stands on the page of an appraisal, in order: each from a noun of its own, which draws only what whoever asks may
 * see. The three sources stand first, across the page; the rest lies under them in two columns.
 */
export const sourcesOfAppraisal: readonly PartOfAppraisal[] = [sourcesOnAppraisal];

/** The broad column: what is to be found out, what people say, how it is brought in. */
export const partsOfAppraisal: readonly PartOfAppraisal[] = [
  originOfAppraisal,
  knowledgeUnderAppraisal,
  answersOfAppraisal,
  perspectivesOfAppraisal,
  introductionOfAppraisal,
  takingOverOfAppraisal,
];

/** The narrow column, on paper: what was decided, and what is expected of it. */
export const besideAppraisal: readonly PartOfAppraisal[] = [decisionOfAppraisal, summaryOnAppraisal];
