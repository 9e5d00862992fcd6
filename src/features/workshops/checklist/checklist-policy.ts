import { type Actor, reaches } from "#kernel/actor.ts";

/**
 * Writing, publishing and copying checklists of an organisation: whoever holds workshops for it, and whoever weighs methods
 * there, since a unit adapts a checklist to itself. What came with the installation is nobody's to change; it is copied.
 */
export function mayKeepChecklists(actor: Actor, organisationId: string | null): boolean {
  return (
    organisationId !== null &&
    (reaches(actor, "workshops:lead", { organisationId }) || reaches(actor, "appraisals:write", { organisationId }))
  );
}

/** Whether somebody keeps the checklists of any organisation. */
export function keepsAnyChecklists(actor: Actor): boolean {
  return actor.reach.has("workshops:lead") || actor.reach.has("appraisals:write");
}
