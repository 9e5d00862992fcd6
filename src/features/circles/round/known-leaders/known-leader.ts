import { z } from "zod";
import { type Id, idOf, PersonId } from "#kernel/ids.ts";

export const LeaderId = idOf("round_leader");
export type LeaderId = Id<"round_leader">;

/** Who a leader is that was only written by name; nobody said means none of those who look alike. */
export const KnownLeader = z.strictObject({ personId: PersonId.optional() });
export type KnownLeader = z.output<typeof KnownLeader>;
