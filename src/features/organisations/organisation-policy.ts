import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";

/** Whether somebody looks after an organisation: its names, its mail domains, and how it stands to others. */
export function mayManageOrganisation(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "organisations:manage", { organisationId });
}

/**
 * Whether somebody may add an organisation. Below one that they look after, or at the top if they look after all:
 * names at the top are the whole country's, so that one leader's "FoU Väst" is not taken from another.
 */
export function mayAddOrganisation(actor: Actor, parentId: OrganisationId | undefined): boolean {
  if (parentId !== undefined) return mayManageOrganisation(actor, parentId);
  return actor.reach.get("organisations:manage")?.everywhere === true;
}

/**
 * Whether somebody may say how two organisations stand to each other, or that it has ended. Looking after one end is
 * enough, because a relation gives nobody a right over the other.
 */
export function mayRelate(actor: Actor, fromId: OrganisationId, toId: OrganisationId): boolean {
  return mayManageOrganisation(actor, fromId) || mayManageOrganisation(actor, toId);
}

/** Whether somebody may send a file of organisations at all. What each row may do is asked row by row. */
export function mayImport(actor: Actor): boolean {
  return actor.reach.has("organisations:manage");
}
