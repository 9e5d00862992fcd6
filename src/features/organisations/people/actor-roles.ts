import { type Actor, type Grant, grants, type Reach, type Via } from "#kernel/actor.ts";
import type { Id, OrganisationId, PersonId } from "#kernel/ids.ts";
import { roleRules, type Role } from "#features/organisations/people/roles.ts";

/** A role somebody holds now. `below` is the organisation it is held in and all below that. */
export type HeldRole = {
  readonly role: Role;
  readonly roundId: Id<"round"> | null;
  readonly organisationId: OrganisationId | null;
  readonly below: readonly OrganisationId[];
};

/**
 * What a person may do and where, from the roles they hold: the sum of what each role gives in its place.
 * A role without a place holds everywhere.
 */
export function actorOfRoles(person: { id: PersonId; name: string }, held: readonly HeldRole[], via: Via): Actor {
  const reach = new Map<Grant, { everywhere: boolean; organisations: Set<string>; things: Set<string> }>();
  for (const { role, roundId, organisationId, below } of held) {
    const place = roundId !== null ? "round" : organisationId !== null ? "organisation" : "everywhere";
    for (const grant of roleRules[role][place] ?? []) {
      const sum = reach.get(grant) ?? { everywhere: false, organisations: new Set(), things: new Set() };
      reach.set(grant, sum);
      if (place === "everywhere") sum.everywhere = true;
      if (place === "organisation") for (const each of below) sum.organisations.add(each);
      if (roundId !== null) sum.things.add(roundId);
    }
  }
  return { personId: person.id, name: person.name, via, reach };
}

/** Somebody who comes with an API token: they may do what the token says, of what they may do themselves. */
export function withinScopes(actor: Actor, scopes: readonly Grant[]): Actor {
  return { ...actor, via: "token", reach: new Map([...actor.reach].filter(([grant]) => scopes.includes(grant))) };
}

const everyReach: Reach = { everywhere: true, organisations: new Set(), things: new Set() };

/** Whoever owns the machine and acts on the command line as nobody in particular: sets up the first accounts. */
export const machineOwner: Actor = {
  personId: undefined,
  name: "",
  via: "operator",
  reach: new Map(grants.map((grant) => [grant, everyReach])),
};
