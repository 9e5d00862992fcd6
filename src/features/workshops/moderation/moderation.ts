import { type Id, idOf } from "#kernel/ids.ts";

/** A device that has come into the room. Nobody is named by it. */
export const DeviceId = idOf("workshop_device");
export type DeviceId = Id<"workshop_device">;

export const AnswerId = idOf("workshop_answer");
export type AnswerId = Id<"workshop_answer">;
