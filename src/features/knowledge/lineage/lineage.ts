import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** That something rests on an item, or that an item comes from something. */
export const TieId = idOf("knowledge_lineage");
export type TieId = Id<"knowledge_lineage">;

/** What an item can be tied to by somebody. */
export const tiedKinds = ["item", "appraisal", "method", "round", "checklist", "proposal"] as const;
export const TiedKind = z.enum(tiedKinds);
export type TiedKind = z.infer<typeof TiedKind>;

/** What can rest on an item: what is tied to it, and the lists it stands in. */
export const thingKinds = [...tiedKinds, "readingList"] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Seen from the item: under it is what it builds on, over it what builds on it. */
export const sides = ["under", "over"] as const;
export const Side = z.enum(sides);
export type Side = z.infer<typeof Side>;

/** The column of a tie that names a thing of a kind. */
export const columnOf = {
  item: "other_item_id",
  appraisal: "appraisal_id",
  method: "method_id",
  round: "round_id",
  checklist: "checklist_id",
  proposal: "proposal_id",
} as const satisfies Readonly<Record<TiedKind, string>>;
