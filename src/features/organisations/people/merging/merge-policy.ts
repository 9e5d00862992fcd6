import type { Actor } from "#kernel/actor.ts";
import { managesPeopleIn, mayGrantRole } from "#features/organisations/people/person-policy.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { everywhere, type Scope } from "#features/organisations/people/scope.ts";

/** Where an entry is known: the roles over time, and the rounds somebody has applied to. */
export type Places = {
  readonly roles: readonly {
    readonly role: Role;
    readonly scope: Scope;
    readonly tense: "past" | "present" | "future";
  }[];
  readonly rounds: readonly Scope[];
};

/** Whether somebody looks after an entry somewhere: where it has or has had a role, or where it has applied. */
export function maySeePlaces(actor: Actor, { roles, rounds }: Places): boolean {
  if (managesPeopleIn(actor, everywhere)) return true;
  return [...roles.map(({ scope }) => scope), ...rounds].some((scope) => managesPeopleIn(actor, scope));
}

/**
 * Whether somebody may say that two entries are one person: they manage people in every place where either has a role or
 * has applied, and could have given each of the roles that hold. Otherwise one could take over, by way of an entry of
 * one's own, what somebody else is trusted with. An entry known nowhere is for those who manage people everywhere.
 */
export function mayMerge(actor: Actor, ...entries: readonly Places[]): boolean {
  return entries.every(
    ({ roles, rounds }) =>
      (roles.length + rounds.length > 0 || managesPeopleIn(actor, everywhere)) &&
      rounds.every((scope) => managesPeopleIn(actor, scope)) &&
      roles.every(({ role, scope, tense }) =>
        tense === "past" ? managesPeopleIn(actor, scope) : mayGrantRole(actor, role, scope),
      ),
  );
}
