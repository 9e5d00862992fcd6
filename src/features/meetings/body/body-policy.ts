import { type Actor, reaches } from "#kernel/actor.ts";
import type { SeatKind } from "#features/meetings/body/body.ts";

/**
 * How somebody stands to a body today: the kinds of the seats they sit in, as ordinary or as substitute, and whether they
 * look after bodies in the organisation that keeps it. The two are apart: who keeps a body plans its meetings, and reads
 * no working minutes without a seat.
 */
export type Standing = { readonly seats: readonly SeatKind[]; readonly keeps: boolean };

/** Whether somebody looks after the bodies that an organisation keeps. */
export function mayKeepBodies(actor: Actor, organisationId: string): boolean {
  return reaches(actor, "bodies:manage", { organisationId });
}

/** Whether somebody sits in a body. */
export function sitsIn({ seats }: Standing): boolean {
  return seats.length > 0;
}

/** Whether somebody leads a body from within: its chair or its secretary. */
export function leads({ seats }: Standing): boolean {
  return seats.includes("chair") || seats.includes("secretary");
}

/** Charter, members, seats and meetings: whoever keeps the body, and its chair and secretary. */
export function mayRunBody(standing: Standing): boolean {
  return standing.keeps || leads(standing);
}

/** Working minutes, and what is said in a body: exactly those who sit in it. */
export function mayReadWorkingMinutes(standing: Standing): boolean {
  return sitsIn(standing);
}

/**
 * Noting whether a service-user representative agrees to be named: they themselves, or whoever runs the body on their
 * word.
 */
export function mayNoteNaming(standing: Standing, isOwn: boolean): boolean {
  return isOwn || mayRunBody(standing);
}
