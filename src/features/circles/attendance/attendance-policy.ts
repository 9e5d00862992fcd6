import type { Part } from "#features/circles/room/room-policy.ts";

/** Those who lead a circle note who was there, show the code of the room, and see everybody's presence. */
export function mayKeepAttendance(part: Part): boolean {
  return part === "leads";
}
