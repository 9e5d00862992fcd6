import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** One thing with a life across meetings and bodies. In Swedish "fråga": "ärende" is a client's. */
export const MatterId = idOf("matter");
export type MatterId = Id<"matter">;

export const matterStates = [
  "raised",
  "continued",
  "commissioned",
  "parked",
  "referred",
  "decided",
  "decidedElsewhere",
  "reviewed",
  "dropped",
] as const;
export const MatterState = z.enum(matterStates);
export type MatterState = z.infer<typeof MatterState>;

/** Something somebody is asked to do, by a body or from outside, with one or several parts to deliver. */
export const CommissionId = idOf("commission");
export type CommissionId = Id<"commission">;

export const commissionStates = [
  "received",
  "assessed",
  "accepted",
  "declined",
  "waiting",
  "inProgress",
  "reported",
  "closed",
] as const;
export const CommissionState = z.enum(commissionStates);
export type CommissionState = z.infer<typeof CommissionState>;

export const DeliverableId = idOf("deliverable");
export type DeliverableId = Id<"deliverable">;
