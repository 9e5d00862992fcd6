import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A network, a council, a steering group or the network of heads: people who meet for their organisations. */
export const BodyId = idOf("body");
export type BodyId = Id<"body">;

export const bodyKinds = ["network", "council", "steeringGroup", "headsNetwork"] as const;
export const BodyKind = z.enum(bodyKinds);
export type BodyKind = z.infer<typeof BodyKind>;

/** A seat is held by its function ("somebody from public health") and may be empty. (R059) */
export const BodySeatId = idOf("body_seat");
export type BodySeatId = Id<"body_seat">;

/** What a seat is for. Chair and secretary lead; an adjoined member takes part and is not counted for quorum. */
export const seatKinds = ["chair", "secretary", "member", "userRepresentative", "adjoined"] as const;
export const SeatKind = z.enum(seatKinds);
export type SeatKind = z.infer<typeof SeatKind>;
