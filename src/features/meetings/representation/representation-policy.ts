import type { Actor } from "#kernel/actor.ts";
import { mayKeepBodies } from "#features/meetings/body/body-policy.ts";

/** What the rights to a representation are decided by. */
export type Represented = { readonly keptBy: string; readonly personId: string };

/** Writing down who represents whom, and ending it: whoever looks after the bodies of the one that keeps the register. */
export function mayKeepRegister(actor: Actor, keptBy: string): boolean {
  return mayKeepBodies(actor, keptBy);
}

/** Telling what came of it: whoever represents, and nobody for them. */
export function mayReportBack(actor: Actor, { personId }: Represented): boolean {
  return actor.personId !== undefined && actor.personId === personId;
}

/**
 * Reading what was told: whoever told it, those who have a role in the organisation they represent or below it, and
 * whoever keeps the register.
 */
export function mayReadReports(actor: Actor, represented: Represented, isOfOrganisation: boolean): boolean {
  return isOfOrganisation || mayReportBack(actor, represented) || mayKeepRegister(actor, represented.keptBy);
}
