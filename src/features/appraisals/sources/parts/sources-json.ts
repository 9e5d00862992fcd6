import { z } from "zod";
import { SourceStanding } from "#features/appraisals/appraisal/appraisal.ts";
import { levels, starts } from "#features/appraisals/sources/grade.ts";
import {
  type AllSources,
  approaches,
  ConsultationId,
  Criterion,
  OutcomeId,
  Participation,
  ReferenceId,
  Voice,
} from "#features/appraisals/sources/sources.ts";
import { agreementOf, gapsOf, strengthOf } from "#features/appraisals/sources/strength.ts";

const Text = z.string().nullable();
const Step = z.int().nullable();

const shared = {
  standing: SourceStanding.describe("Sought and found, sought and not found, or not sought yet"),
  summary: Text,
  soughtWhere: Text,
  soughtOn: Text,
  speaks: Voice.nullable().describe("Whether it speaks for the method here; null: nobody has said"),
  strength: z
    .object({ least: z.int(), most: z.int(), of: z.int() })
    .describe("How far it has come on its own scale, which is no other source's"),
  gaps: z.array(z.string()).describe("What is missing in it"),
  references: z.array(z.object({ id: ReferenceId, title: z.string(), year: z.int().nullable(), link: Text })),
  version: z.int(),
};

const OutcomeJson = z.object({
  id: OutcomeId,
  outcome: z.string(),
  result: Text,
  approach: z.enum(approaches),
  start: z.enum(starts).nullable(),
  steps: z.record(z.string(), Step).describe("The steps of GRADE, or the concerns of CERQual"),
  level: z.enum(levels).describe("A person's judgement"),
  reason: z.string(),
  judgedBy: z.string(),
  judgedOn: z.string(),
});

/** The three sources as the API tells them: always all of them, with an empty one said to be empty. */
export const SourcesJson = z.object({
  research: z.object({ ...shared, outcomes: z.array(OutcomeJson) }),
  profession: z.object({
    ...shared,
    criteria: z.array(z.object({ criterion: Criterion, score: z.int().nullable(), evidence: Text })),
  }),
  serviceUsers: z.object({
    ...shared,
    consultations: z.array(
      z.object({
        id: ConsultationId,
        who: z.string(),
        how: z.string(),
        howMany: z.int().nullable(),
        askedOn: Text,
        said: Text,
        missing: Text,
        participation: Participation,
      }),
    ),
  }),
  agreement: z.enum(["unsaid", "agree", "partly", "disagree"]).describe("Whether they say the same"),
});

/** The three sources of an appraisal for a machine. */
export function sourcesJson(sources: AllSources): z.output<typeof SourcesJson> {
  const [research, profession, serviceUsers] = sources;
  return {
    research: {
      ...sharedOf(research),
      outcomes: research.outcomes.map(({ id, outcome, result, basis, judged }) => {
        const { approach, ...rest } = basis;
        const { start = null, ...steps } = "start" in rest ? rest : { ...rest, start: null };
        return {
          id,
          outcome,
          result,
          approach,
          start,
          steps,
          level: judged.level,
          reason: judged.reason,
          judgedBy: judged.by,
          judgedOn: judged.on.toString(),
        };
      }),
    },
    profession: { ...sharedOf(profession), criteria: profession.profile.map((each) => ({ ...each })) },
    serviceUsers: {
      ...sharedOf(serviceUsers),
      consultations: serviceUsers.consultations.map(({ askedOn, ...each }) => ({
        ...each,
        askedOn: askedOn?.toString() ?? null,
      })),
    },
    agreement: agreementOf(sources),
  };
}

function sharedOf(source: AllSources[number]) {
  const { standing, summary, soughtWhere, soughtOn, speaks, references, version } = source;
  return {
    standing,
    summary,
    soughtWhere,
    soughtOn: soughtOn?.toString() ?? null,
    speaks,
    strength: strengthOf(source),
    gaps: gapsOf(source).map(({ what }) => what),
    references: references.map((each) => ({ ...each })),
    version,
  };
}
