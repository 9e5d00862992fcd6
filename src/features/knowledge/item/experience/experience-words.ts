import { z } from "zod";
import { Count, Day, Maybe, MaybeDay, MaybeWords, Words } from "#kernel/answers.ts";
import { criteria, type Criterion } from "#features/appraisals/sources/sources.ts";
import { experienceStages } from "#features/knowledge/item/experience-lifecycle.ts";
import { BodyId } from "#features/meetings/body/body.ts";

export const longestEvidence = 1_000;
const version = Count(1, 1_000_000);

/**
 * Takes an experience one step further, or back. Proven is said by a body, with the day when it looks at it again: never by
 * one person and never for ever. (concepts 2.3)
 */
export const ExperienceStep = z
  .strictObject({
    stage: z.enum(experienceStages),
    reason: Words(2_000),
    saidOn: Day,
    bodyId: Maybe(BodyId),
    reviewOn: MaybeDay,
    version,
  })
  .superRefine(({ stage, bodyId, reviewOn, saidOn }, context) => {
    const say = (
      path: string,
      code: "item_experience.say_body" | "item_experience.say_review" | "item_experience.review_before",
    ) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (stage === "proven" && bodyId === null) say("bodyId", "item_experience.say_body");
    if (stage === "proven" && reviewOn === null) say("reviewOn", "item_experience.say_review");
    if (reviewOn && Temporal.PlainDate.compare(reviewOn, saidOn) <= 0) say("reviewOn", "item_experience.review_before");
  });
export type ExperienceStep = z.output<typeof ExperienceStep>;

/** One criterion: how far it holds, and what shows it. Above none, something shows it. */
const Judged = z
  .strictObject({ score: Maybe(Count(0, 3)), evidence: MaybeWords(longestEvidence) })
  .superRefine(({ score, evidence }, context) => {
    if (score !== null && score > 0 && evidence === null)
      context.addIssue({ code: "custom", path: ["evidence"], params: { code: "item_experience.say_evidence" } });
  });

const everyCriterion = Object.fromEntries(criteria.map((criterion) => [criterion, Judged.optional()])) as Record<
  Criterion,
  z.ZodOptional<typeof Judged>
>;

/** How far an experience meets each criterion, as people see it. No sum and no verdict. */
export const ExperienceProfile = z.strictObject({ ...everyCriterion, version });
export type ExperienceProfile = z.output<typeof ExperienceProfile>;
