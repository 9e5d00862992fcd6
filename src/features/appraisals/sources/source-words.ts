import { z } from "zod";
import {
  Count,
  Day,
  Maybe,
  MaybeAddress,
  MaybeCount,
  MaybeDay,
  MaybeLine,
  MaybeWords,
  OneLine,
  Words,
} from "#kernel/answers.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Source, SourceStanding } from "#features/appraisals/appraisal/appraisal.ts";
import { components, contradiction, downs, levels, starts, upNames, ups } from "#features/appraisals/sources/grade.ts";
import { criteria, Participation, Voice } from "#features/appraisals/sources/sources.ts";

const version = z.coerce.number().int().min(0).max(1_000_000);
const said = (code: MessageKey, path: readonly string[], values?: Record<string, string>) => ({
  code: "custom" as const,
  path: [...path],
  params: { code, ...(values ? { values } : {}) },
});

/**
 * What is said of one source: whether it was sought and found, what it says and whether that speaks for the method here.
 * What was sought and not found says where and when; what was not sought says nothing, so that an empty answer is never
 * taken for one that somebody has looked for. (R065)
 */
export const SourceWish = z
  .strictObject({
    standing: SourceStanding,
    summary: MaybeWords(2_000),
    soughtWhere: MaybeWords(1_000),
    soughtOn: MaybeDay,
    speaks: Maybe(Voice),
    version,
  })
  .superRefine(({ standing, summary, soughtWhere, soughtOn, speaks }, context) => {
    if (standing === "found" && summary === null) context.addIssue(said("source.say_what", ["summary"]));
    if (standing === "soughtNoneFound") {
      if (soughtWhere === null) context.addIssue(said("source.say_where", ["soughtWhere"]));
      if (soughtOn === null) context.addIssue(said("source.say_when", ["soughtOn"]));
    }
    if (standing !== "found" && speaks !== null) context.addIssue(said("source.silent", ["speaks"]));
    if (standing === "notSought" && (soughtWhere !== null || soughtOn !== null))
      context.addIssue(said("source.not_sought", ["standing"]));
  });
export type SourceWish = z.output<typeof SourceWish>;

export const ReferenceWish = z.strictObject({
  title: Words(500),
  year: MaybeCount(1800, 2200),
  link: MaybeAddress,
});
export type ReferenceWish = z.output<typeof ReferenceWish>;

const judged = {
  outcome: OneLine(300),
  result: MaybeWords(1_000),
  level: z.enum(levels),
  reason: Words(2_000),
  /** Somebody else than whoever writes it down. */
  judgedByName: MaybeLine(200),
  judgedOn: Day,
};

const steps = Object.fromEntries([
  ...downs.map((down) => [down, Count(0, 2)]),
  ...upNames.map((up) => [up, Count(0, ups[up])]),
]) as Record<(typeof downs)[number] | keyof typeof ups, ReturnType<typeof Count>>;

/** An outcome that was measured, judged by GRADE. A level that its own steps contradict is refused, with what they lead to. */
export const GradeOutcome = z
  .strictObject({ approach: z.literal("grade"), ...judged, start: z.enum(starts), ...steps })
  .superRefine((outcome, context) => {
    const led = contradiction(outcome, outcome.level);
    if (led) context.addIssue(said("source.contradiction", ["level"], { level: led }));
  });

const concerns = Object.fromEntries(components.map((component) => [component, Count(0, 3)])) as Record<
  (typeof components)[number],
  ReturnType<typeof Count>
>;

/** What was found in talks and texts, judged by CERQual. */
export const CerqualOutcome = z.strictObject({ approach: z.literal("cerqual"), ...judged, ...concerns });

export const OutcomeWish = z.discriminatedUnion("approach", [GradeOutcome, CerqualOutcome]);
export type OutcomeWish = z.output<typeof OutcomeWish>;

const shown = z
  .strictObject({ score: MaybeCount(0, 3), evidence: MaybeWords(1_000) })
  .superRefine(({ score, evidence }, context) => {
    if ((score ?? 0) > 0 && evidence === null) context.addIssue(said("source.show_it", ["evidence"]));
    if (score === null && evidence !== null) context.addIssue(said("source.score_it", ["score"]));
  })
  .optional()
  .transform((told) => told ?? { score: null, evidence: null });

/** How proven an experience is, criterion by criterion, each with what shows it. What is left out nobody has said. */
export const ExperienceWish = z.strictObject({
  ...(Object.fromEntries(criteria.map((criterion) => [criterion, shown])) as Record<
    (typeof criteria)[number],
    typeof shown
  >),
  version,
});
export type ExperienceWish = z.output<typeof ExperienceWish>;

/** One time when service users were asked: who, how, how many, who is missing, and how far they took part. */
export const ConsultationWish = z.strictObject({
  who: OneLine(300),
  how: OneLine(500),
  howMany: MaybeCount(0, 1_000_000),
  askedOn: MaybeDay,
  said: MaybeWords(4_000),
  missing: MaybeLine(500),
  participation: Participation,
});
export type ConsultationWish = z.output<typeof ConsultationWish>;

/** What the sources say against each other. One that is to weigh more than another does so for a reason somebody has given. */
export const WeighingWish = z
  .strictObject({
    disagreement: MaybeWords(2_000),
    outweighing: Maybe(Source),
    motive: MaybeWords(2_000),
    version,
  })
  .superRefine(({ outweighing, motive }, context) => {
    if (outweighing !== null && motive === null) context.addIssue(said("source.say_why", ["motive"]));
    if (outweighing === null && motive !== null) context.addIssue(said("source.say_which", ["outweighing"]));
  });
export type WeighingWish = z.output<typeof WeighingWish>;
