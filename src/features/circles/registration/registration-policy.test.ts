import { expect, test } from "vitest";
import { type Actor, type Grant, linkHolder, nobody, type Reach } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { mayActFor, mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";

const round = { id: newId<"round">(), organisationId: newId<"organisation">() };
const applicant: PersonId = newId<"person">();
const registration = { personId: applicant };

function someone(grant?: Grant, over: Partial<Reach> = {}): Actor {
  const reach: Reach = { everywhere: false, organisations: new Set(), things: new Set(), ...over };
  return { personId: newId<"person">(), name: "Kim", via: "session", reach: new Map(grant ? [[grant, reach]] : []) };
}
const ownOrganisation = { organisations: new Set([round.organisationId]) };
const otherOrganisation = { organisations: new Set([newId<"organisation">()]) };

test.each([
  {
    who: "a development leader of the organisation",
    actor: someone("circles:manage", ownOrganisation),
    decide: true,
    see: true,
    act: true,
  },
  {
    who: "the leader of this circle",
    actor: someone("circles:manage", { things: new Set([round.id]) }),
    decide: true,
    see: true,
    act: true,
  },
  {
    who: "somebody who may read the roster",
    actor: someone("circles:read", ownOrganisation),
    decide: false,
    see: true,
    act: false,
  },
  {
    who: "a development leader elsewhere",
    actor: someone("circles:manage", otherOrganisation),
    decide: false,
    see: false,
    act: false,
  },
  { who: "the applicant", actor: { ...someone(), personId: applicant }, decide: false, see: false, act: true },
  { who: "another participant", actor: someone(), decide: false, see: false, act: false },
  { who: "whoever holds a link", actor: linkHolder, decide: false, see: false, act: false },
  { who: "nobody", actor: nobody, decide: false, see: false, act: false },
])("$who: decides $decide, sees $see, acts $act", ({ actor, decide, see, act }) => {
  expect(mayDecide(actor, round)).toBe(decide);
  expect(maySeeRoster(actor, round)).toBe(see);
  expect(mayActFor(actor, registration, round)).toBe(act);
});

test("an unconfirmed registration belongs to nobody, and nobody is not its owner", () => {
  expect(mayActFor(nobody, { personId: null }, round)).toBe(false);
});
