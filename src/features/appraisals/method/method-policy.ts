import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";

/** Keeping what the register says true: those who weigh methods for the organisation that keeps it. */
export function mayKeepMethods(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "appraisals:write", { organisationId });
}

/** Saying that an organisation uses a method: those who weigh methods there, and those who keep the method. */
export function maySayUse(actor: Actor, keptBy: OrganisationId, usedBy: OrganisationId): boolean {
  return mayKeepMethods(actor, keptBy) || mayKeepMethods(actor, usedBy);
}
