import { type Actor, reaches } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { organisationOf, type Scope } from "#features/organisations/people/scope.ts";

/**
 * Whether somebody may take the second factor away from a person: an administrator of every place where the person has
 * a role. An organisation's administrator must not be able to weaken how somebody signs in who is trusted with more
 * than that organisation. One's own is turned off with one's password.
 *
 * @param scopes where the person has a role now or later
 */
export function mayTurnOffSecondFactor(actor: Actor, personId: PersonId, scopes: readonly Scope[]): boolean {
  if (actor.personId === personId) return false;
  if (actor.reach.get("instance:administer")?.everywhere === true) return true;
  return (
    scopes.length > 0 &&
    scopes.every((scope) => reaches(actor, "instance:administer", { organisationId: organisationOf(scope) ?? null }))
  );
}
