import { type Actor, reaches } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { canBeHeld, grantsOf, roles, type Role } from "#features/organisations/people/roles.ts";
import type { Scope } from "#features/organisations/people/scope.ts";

/** Whether somebody manages people in a place: may invite to it, and see who has a role there. */
export function managesPeopleIn(actor: Actor, scope: Scope): boolean {
  if (scope.kind === "everywhere") return actor.reach.get("people:manage")?.everywhere === true;
  return reaches(actor, "people:manage", {
    organisationId: scope.organisationId,
    id: scope.kind === "round" ? scope.roundId : null,
  });
}

/**
 * Whether somebody may give a role in a place. Nobody gives more than they hold: whatever the role is trusted with
 * there, the giver must be trusted with there as well, or a development leader could make themselves administrator by
 * way of a colleague. A role of no grants needs only the management of people.
 */
export function mayGrantRole(actor: Actor, role: Role, scope: Scope): boolean {
  return canBeHeld(role, scope) && managesPeopleIn(actor, scope) && holdsAllOf(actor, role, scope);
}

/** The roles somebody may give in one of several places, for a field where one is chosen. */
export function rolesToGive(actor: Actor, scopes: readonly Scope[]): Role[] {
  return roles.filter((role) => scopes.some((scope) => mayGrantRole(actor, role, scope)));
}

/**
 * Whether somebody may end a role. Those who could have given it may, and everyone may lay down a role of their own.
 * That the last administrator stays is another rule: see `leavesAnAdministrator`.
 */
export function mayEndRole(actor: Actor, assignment: { personId: PersonId; role: Role; scope: Scope }): boolean {
  const isOwn = actor.personId !== undefined && actor.personId === assignment.personId && actor.via !== "token";
  return isOwn || mayGrantRole(actor, assignment.role, assignment.scope);
}

/**
 * Whether somebody may see another person's page: it is their own, or they manage people where the other has or has
 * had a role. Somebody without any role is seen only by those who manage people everywhere.
 */
export function maySeePerson(actor: Actor, personId: PersonId, scopes: readonly Scope[]): boolean {
  if (actor.personId !== undefined && actor.personId === personId) return true;
  return managesPeopleIn(actor, { kind: "everywhere" }) || scopes.some((scope) => managesPeopleIn(actor, scope));
}

/** Where somebody is administrator, and until when: null is until further notice. */
export type Administratorship = { readonly assignmentId: string; readonly validTo: Temporal.PlainDate | null };

/**
 * Whether the installation still has an administrator when one role ends. The ones who stay must be so until
 * further notice: an administrator with a last day is no help once it has passed.
 */
export function leavesAnAdministrator(all: readonly Administratorship[], ending: string): boolean {
  return all.some(({ assignmentId, validTo }) => assignmentId !== ending && validTo === null);
}

function holdsAllOf(actor: Actor, role: Role, scope: Scope): boolean {
  return grantsOf(role, scope).every((grant) => {
    if (scope.kind === "everywhere") return actor.reach.get(grant)?.everywhere === true;
    return reaches(actor, grant, {
      organisationId: scope.organisationId,
      id: scope.kind === "round" ? scope.roundId : null,
    });
  });
}
