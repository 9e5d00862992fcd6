import { expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import type { Scope } from "#features/organisations/people/scope.ts";
import { mayTurnOffSecondFactor } from "#features/sign-in/second-factor-policy.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";

const [own, other] = [newId<"organisation">(), newId<"organisation">()];
const person = newId<"person">();
const inside: Scope = { kind: "organisation", organisationId: own };
const outside: Scope = { kind: "organisation", organisationId: other };
const round: Scope = { kind: "round", roundId: newId<"round">(), organisationId: own };
const reach = { everywhere: false, organisations: new Set<string>([own]), things: new Set<string>() };
const local: Actor = { ...nobody, personId: newId<"person">(), reach: new Map([["instance:administer", reach]]) };
const leader: Actor = { ...local, reach: new Map([["people:manage", reach]]) };

test.each([
  { who: "whoever runs the machine, for anybody", actor: machineOwner, scopes: [], may: true },
  { who: "an organisation's administrator, for its own", actor: local, scopes: [inside, round], may: true },
  { who: "the same, for somebody who has a role elsewhere too", actor: local, scopes: [inside, outside], may: false },
  { who: "the same, for an administrator of all", actor: local, scopes: [{ kind: "everywhere" as const }], may: false },
  { who: "the same, for somebody without roles", actor: local, scopes: [], may: false },
  { who: "somebody who manages people and administers nothing", actor: leader, scopes: [inside], may: false },
])("$who: $may", ({ actor, scopes, may }) => {
  expect(mayTurnOffSecondFactor(actor, person, scopes)).toBe(may);
});

test("nobody takes away their own in this way", () => {
  expect(mayTurnOffSecondFactor({ ...machineOwner, personId: person }, person, [])).toBe(false);
});
