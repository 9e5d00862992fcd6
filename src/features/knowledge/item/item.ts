import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** Something that is known, of one of five kinds of equal rank. */
export const ItemId = idOf("knowledge_item");
export type ItemId = Id<"knowledge_item">;

/** What an item says, as it was at one time. */
export const VersionId = idOf("knowledge_version");
export type VersionId = Id<"knowledge_version">;

/** A word that knowledge is sorted by. */
export const TermId = idOf("knowledge_term");
export type TermId = Id<"knowledge_term">;

/** That somebody is asked to review a version. */
export const ReviewId = idOf("knowledge_review");
export type ReviewId = Id<"knowledge_review">;

/** The five kinds, none before another: they are told side by side. (R065, R108, R132, R133) */
export const itemKinds = ["research", "guideline", "professional", "serviceUsers", "localFollowUp"] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;

export const termKinds = ["area", "targetGroup", "theme", "outcome"] as const;
export const TermKind = z.enum(termKinds);
export type TermKind = z.infer<typeof TermKind>;

/** Whether it was of use to whoever read it. */
export const usefulnesses = ["yes", "partly", "no"] as const;
export const Usefulness = z.enum(usefulnesses);
export type Usefulness = z.infer<typeof Usefulness>;
