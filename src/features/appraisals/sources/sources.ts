import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";
import type { Source, SourceStanding } from "#features/appraisals/appraisal/appraisal.ts";
import type { Grade, Level } from "#features/appraisals/sources/grade.ts";

/** What somebody has read or heard that a source rests on. */
export const ReferenceId = idOf("appraisal_reference");
export type ReferenceId = Id<"appraisal_reference">;

/** One outcome that research says something about, with how sure one can be of it. */
export const OutcomeId = idOf("appraisal_outcome");
export type OutcomeId = Id<"appraisal_outcome">;

/** One time when service users were asked. */
export const ConsultationId = idOf("appraisal_consultation");
export type ConsultationId = Id<"appraisal_consultation">;

/** Whether a source speaks for the method here, both for and against, or against. */
export const voices = ["for", "mixed", "against"] as const;
export const Voice = z.enum(voices);
export type Voice = z.infer<typeof Voice>;

export const approaches = ["grade", "cerqual"] as const;
export type Approach = (typeof approaches)[number];

/** What makes experience proven, criterion by criterion. None of them is a verdict, and no sum of them either. */
export const criteria = [
  "shared",
  "overTime",
  "documented",
  "followedUp",
  "examined",
  "ethics",
  "context",
  "transferable",
] as const;
export const Criterion = z.enum(criteria);
export type Criterion = z.infer<typeof Criterion>;

/** How far service users took part, from being told to deciding together. */
export const participations = ["information", "consultation", "dialogue", "influence", "coDecision"] as const;
export const Participation = z.enum(participations);
export type Participation = z.infer<typeof Participation>;

export type ReferenceFacts = {
  readonly id: ReferenceId;
  readonly title: string;
  readonly year: number | null;
  readonly link: string | null;
};

export type Judged = {
  readonly level: Level;
  readonly reason: string;
  readonly by: string;
  readonly on: Temporal.PlainDate;
};

export type Concerns = Readonly<Record<"methodology" | "coherence" | "adequacy" | "relevance", number>>;

export type OutcomeFacts = {
  readonly id: OutcomeId;
  readonly outcome: string;
  readonly result: string | null;
  /** What lies behind the level: the steps of GRADE, or the concerns of CERQual. */
  readonly basis: ({ readonly approach: "grade" } & Grade) | ({ readonly approach: "cerqual" } & Concerns);
  readonly judged: Judged;
};

/** What shows a criterion. Null: nobody has said. */
export type CriterionFacts = {
  readonly criterion: Criterion;
  readonly score: number | null;
  readonly evidence: string | null;
};

export type ConsultationFacts = {
  readonly id: ConsultationId;
  readonly who: string;
  readonly how: string;
  readonly howMany: number | null;
  readonly askedOn: Temporal.PlainDate | null;
  readonly said: string | null;
  readonly missing: string | null;
  readonly participation: Participation;
};

/** What is the same for all three sources. */
type SourceFacts<Name extends Source> = {
  readonly source: Name;
  readonly standing: SourceStanding;
  readonly summary: string | null;
  readonly soughtWhere: string | null;
  readonly soughtOn: Temporal.PlainDate | null;
  readonly speaks: Voice | null;
  readonly version: number;
  readonly references: readonly ReferenceFacts[];
};

export type Research = SourceFacts<"research"> & { readonly outcomes: readonly OutcomeFacts[] };
export type Profession = SourceFacts<"profession"> & { readonly profile: readonly CriterionFacts[] };
export type ServiceUsers = SourceFacts<"serviceUsers"> & { readonly consultations: readonly ConsultationFacts[] };

/**
 * The three sources of an appraisal. Always all of them: a type that holds one source and not the other two cannot be
 * handed to what shows them. (R014, R065)
 */
export type AllSources = readonly [Research, Profession, ServiceUsers];

export type AnySource = AllSources[number];

/**
 * Whether a source can be said to stand so with what is written under it: outcomes and criteria are of what was found,
 * references and times when somebody was asked of what was at least sought.
 */
export function canStandAs(source: AnySource, standing: SourceStanding): boolean {
  if (standing === "found") return true;
  const judged =
    source.source === "research"
      ? source.outcomes.length
      : source.source === "profession"
        ? source.profile.filter(({ score }) => score !== null).length
        : 0;
  if (standing === "soughtNoneFound") return judged === 0;
  const asked = source.source === "serviceUsers" ? source.consultations.length : 0;
  return judged + asked + source.references.length === 0;
}
