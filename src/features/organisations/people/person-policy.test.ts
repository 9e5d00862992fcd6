import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { actorOfRoles, machineOwner } from "#features/organisations/people/actor-roles.ts";
import {
  leavesAnAdministrator,
  mayEndRole,
  mayGrantRole,
  maySeePerson,
} from "#features/organisations/people/person-policy.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { everywhere, type Scope } from "#features/organisations/people/scope.ts";

const [here, elsewhere] = [newId<"organisation">(), newId<"organisation">()] as const;
const roundId = newId<"round">();
const inHere: Scope = { kind: "organisation", organisationId: here };
const inElsewhere: Scope = { kind: "organisation", organisationId: elsewhere };
const aRoundHere: Scope = { kind: "round", roundId, organisationId: here };
const aRoundElsewhere: Scope = { kind: "round", roundId, organisationId: elsewhere };

const someone = (role: Role, scope: Scope): Actor =>
  actorOfRoles(
    { id: newId<"person">(), name: "" },
    [
      {
        role,
        organisationId: scope.kind === "organisation" ? scope.organisationId : null,
        roundId: scope.kind === "round" ? scope.roundId : null,
        below: scope.kind === "organisation" ? [scope.organisationId] : [],
      },
    ],
    "session",
  );
const leader = someone("developmentLeader", inHere);
const administrator = someone("administrator", everywhere);
const localAdministrator = someone("administrator", inHere);

test.each<{ who: string; actor: Actor; role: Role; scope: Scope; may: boolean }>([
  { who: "a leader, a colleague beside them", actor: leader, role: "developmentLeader", scope: inHere, may: true },
  { who: "a leader, a guest", actor: leader, role: "guest", scope: inHere, may: true },
  {
    who: "a leader, the leader of a round of theirs",
    actor: leader,
    role: "circleLeader",
    scope: aRoundHere,
    may: true,
  },
  {
    who: "a leader, the leader of another's round",
    actor: leader,
    role: "circleLeader",
    scope: aRoundElsewhere,
    may: false,
  },
  { who: "a leader, a guest somewhere else", actor: leader, role: "guest", scope: inElsewhere, may: false },
  { who: "a leader, an administrator above them", actor: leader, role: "administrator", scope: inHere, may: false },
  {
    who: "a leader, a registrar, who reads the audit trail",
    actor: leader,
    role: "registrar",
    scope: inHere,
    may: false,
  },
  {
    who: "an administrator of one organisation, another there",
    actor: localAdministrator,
    role: "administrator",
    scope: inHere,
    may: true,
  },
  {
    who: "an administrator of one organisation, one of everything",
    actor: localAdministrator,
    role: "administrator",
    scope: everywhere,
    may: false,
  },
  {
    who: "an administrator, one of everything",
    actor: administrator,
    role: "administrator",
    scope: everywhere,
    may: true,
  },
  {
    who: "an administrator, a unit manager of everything",
    actor: administrator,
    role: "unitManager",
    scope: everywhere,
    may: false,
  },
  {
    who: "a circle leader, a participant of their round",
    actor: someone("circleLeader", aRoundHere),
    role: "participant",
    scope: aRoundHere,
    may: false,
  },
  {
    who: "a national coordinator, a guest",
    actor: someone("nationalCoordinator", everywhere),
    role: "guest",
    scope: inHere,
    may: false,
  },
  {
    who: "the owner of the machine, the first administrator",
    actor: machineOwner,
    role: "administrator",
    scope: everywhere,
    may: true,
  },
])("may grant: $who: $may", ({ actor, role, scope, may }) => {
  expect(mayGrantRole(actor, role, scope)).toBe(may);
});

test.each([
  { who: "whoever may give the role", actor: leader, over: {}, may: true },
  {
    who: "oneself, even from a role one could not give",
    actor: leader,
    over: { personId: leader.personId!, role: "registrar" as const },
    may: true,
  },
  {
    who: "oneself with a mere token",
    actor: { ...leader, via: "token" as const },
    over: { personId: leader.personId!, role: "registrar" as const },
    may: false,
  },
  { who: "a leader, an administrator", actor: leader, over: { role: "administrator" as const }, may: false },
  { who: "a leader, a role elsewhere", actor: leader, over: { scope: inElsewhere }, may: false },
])("may end a role: $who: $may", ({ actor, over, may }) => {
  expect(mayEndRole(actor, { personId: newId<"person">(), role: "guest", scope: inHere, ...over })).toBe(may);
});

test("a person is seen by themselves, by those who manage people where they have a role, and by no one else", () => {
  const personId = newId<"person">();
  expect(maySeePerson(leader, personId, [inElsewhere, inHere])).toBe(true);
  expect(maySeePerson(leader, personId, [inElsewhere])).toBe(false);
  expect(maySeePerson(leader, personId, [])).toBe(false);
  expect(maySeePerson(leader, leader.personId!, [])).toBe(true);
  expect(maySeePerson(administrator, personId, [])).toBe(true);
});

test("the last administrator stays, and one who is on the way out does not count", () => {
  const day = Temporal.PlainDate.from("2027-06-30");
  const [one, other] = [
    { assignmentId: "one", validTo: null },
    { assignmentId: "other", validTo: null },
  ];
  expect(leavesAnAdministrator([one, other], "one")).toBe(true);
  expect(leavesAnAdministrator([one], "one")).toBe(false);
  expect(leavesAnAdministrator([one, { ...other, validTo: day }], "one")).toBe(false);
});
