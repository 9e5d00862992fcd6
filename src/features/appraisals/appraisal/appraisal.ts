import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A method weighed before it is introduced somewhere, or one in use weighed again. (R180, R181) */
export const AppraisalId = idOf("appraisal");
export type AppraisalId = Id<"appraisal">;

/** Being weighed, handed to whoever decides, decided, or taken back. */
export const appraisalStates = ["weighing", "proposed", "decided", "withdrawn"] as const;
export const AppraisalState = z.enum(appraisalStates);
export type AppraisalState = z.infer<typeof AppraisalState>;

/** The three sources of knowledge, always all of them and none above another. (R014, R065) */
export const sources = ["research", "profession", "serviceUsers"] as const;
export const Source = z.enum(sources);
export type Source = z.infer<typeof Source>;

/** Not sought yet is not the same as sought and not found. (R065) */
export const standings = ["notSought", "found", "soughtNoneFound"] as const;
export const SourceStanding = z.enum(standings);
export type SourceStanding = z.infer<typeof SourceStanding>;

/** What was decided: try on a small scale, introduce everywhere, not introduce, or wait. (R205) */
export const decisions = ["pilot", "broad", "no", "wait"] as const;
export const Decision = z.enum(decisions);
export type Decision = z.infer<typeof Decision>;
