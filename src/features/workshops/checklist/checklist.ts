import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** What a unit finds out before it introduces a method, made by those who know what it takes. (R209) */
export const ChecklistId = idOf("checklist");
export type ChecklistId = Id<"checklist">;

/** A version stands as it was published, for ever: an appraisal that began with it is not changed under it. */
export const ChecklistVersionId = idOf("checklist_version");
export type ChecklistVersionId = Id<"checklist_version">;

export const ChecklistQuestionId = idOf("checklist_question");
export type ChecklistQuestionId = Id<"checklist_question">;

/** What the platform knows that answers a question, wholly or in part. */
export const knownFacts = [
  "methodCost",
  "methodTraining",
  "methodUses",
  "methodReplaces",
  "research",
  "timeToEffect",
] as const;
export const KnownFact = z.enum(knownFacts);
export type KnownFact = z.infer<typeof KnownFact>;
