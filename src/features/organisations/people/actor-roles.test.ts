import { expect, test } from "vitest";
import { reaches } from "#kernel/actor.ts";
import { type Id, newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { actorOfRoles, type HeldRole, machineOwner, withinScopes } from "#features/organisations/people/actor-roles.ts";

const person = { id: newId<"person">() as PersonId, name: "Maja Ek" };
const [county, unit, neighbour] = [newId<"organisation">(), newId<"organisation">(), newId<"organisation">()] as const;
const [round, otherRound] = [newId<"round">(), newId<"round">()] as const;

const inOrganisation = (
  role: HeldRole["role"],
  organisationId: OrganisationId,
  below = [organisationId],
): HeldRole => ({
  role,
  roundId: null,
  organisationId,
  below,
});
const inRound = (role: HeldRole["role"], roundId: Id<"round">): HeldRole => ({
  role,
  roundId,
  organisationId: null,
  below: [],
});
const everywhere = (role: HeldRole["role"]): HeldRole => ({ role, roundId: null, organisationId: null, below: [] });

test("a role in an organisation reaches what lies below it, and no neighbour", () => {
  const actor = actorOfRoles(person, [inOrganisation("developmentLeader", county, [county, unit])], "session");
  expect(reaches(actor, "circles:manage", { organisationId: unit })).toBe(true);
  expect(reaches(actor, "circles:manage", { organisationId: neighbour })).toBe(false);
  expect(actor.reach.has("instance:administer")).toBe(false);
});

test("a circle leader reaches the round they lead, and nothing else of its organisation", () => {
  const actor = actorOfRoles(person, [inRound("circleLeader", round)], "session");
  expect(reaches(actor, "circles:manage", { organisationId: county, id: round })).toBe(true);
  expect(reaches(actor, "circles:manage", { organisationId: county, id: otherRound })).toBe(false);
  expect(reaches(actor, "people:manage", { id: round })).toBe(false);
});

test("several roles add up", () => {
  const held = [
    inOrganisation("developmentLeader", county),
    inRound("circleLeader", otherRound),
    inOrganisation("guest", neighbour),
  ];
  const actor = actorOfRoles(person, held, "session");
  expect(reaches(actor, "circles:read", { organisationId: county })).toBe(true);
  expect(reaches(actor, "circles:read", { id: otherRound })).toBe(true);
  expect(reaches(actor, "circles:read", { organisationId: neighbour })).toBe(false);
});

test("an administrator of the installation reaches everything, one of an organisation reaches that", () => {
  expect(
    reaches(actorOfRoles(person, [everywhere("administrator")], "session"), "audit:read", {
      organisationId: neighbour,
    }),
  ).toBe(true);
  const local = actorOfRoles(person, [inOrganisation("administrator", county)], "session");
  expect(reaches(local, "instance:administer", { organisationId: county })).toBe(true);
  expect(reaches(local, "instance:administer", { organisationId: neighbour })).toBe(false);
  expect(local.reach.get("instance:administer")?.everywhere).toBe(false);
});

test("a role held where it cannot be gives nothing", () => {
  expect(
    actorOfRoles(person, [everywhere("developmentLeader"), inRound("administrator", round)], "session").reach.size,
  ).toBe(0);
});

test("a token gives what both it and its owner may, and says that it is a token", () => {
  const owner = actorOfRoles(person, [inOrganisation("developmentLeader", county)], "session");
  const actor = withinScopes(owner, ["circles:read", "instance:administer"]);
  expect([...actor.reach.keys()]).toEqual(["circles:read"]);
  expect(actor.via).toBe("token");
});

test("the owner of the machine may do everything, as nobody in particular", () => {
  expect(reaches(machineOwner, "people:manage", {})).toBe(true);
  expect(machineOwner.personId).toBeUndefined();
});
