import fc from "fast-check";
import { expect, test } from "vitest";
import { grants, reaches } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import {
  explainAccess,
  type ExplainedRole,
  rolesWithoutRights,
} from "#features/organisations/people/access/access-explanation.ts";
import { actorOfRoles } from "#features/organisations/people/actor-roles.ts";
import { roles } from "#features/organisations/people/roles.ts";
import { everywhere, type Scope } from "#features/organisations/people/scope.ts";

const [here, below, elsewhere] = [newId<"organisation">(), newId<"organisation">(), newId<"organisation">()] as const;
const round = newId<"round">();
const inHere: Scope = { kind: "organisation", organisationId: here };
const inRound: Scope = { kind: "round", roundId: round, organisationId: elsewhere };

const held = (role: ExplainedRole["role"], scope: Scope): ExplainedRole => ({
  role,
  scope,
  place: "FoU Länet",
  validFrom: Temporal.PlainDate.from("2027-01-01"),
  validTo: null,
  below: scope.kind === "organisation" ? [here, below] : [],
});

test("each right is told with the role that gives it, in the order of the rights", () => {
  const reasons = explainAccess([held("developmentLeader", inHere), held("circleLeader", inRound)]);
  expect(reasons.map(({ grant, by }) => `${grant} ${by.role}`)).toEqual([
    "circles:manage developmentLeader",
    "circles:manage circleLeader",
    "circles:read developmentLeader",
    "circles:read circleLeader",
    "bodies:manage developmentLeader",
    "workshops:lead developmentLeader",
    "appraisals:write developmentLeader",
    "appraisals:decide developmentLeader",
    "knowledge:write developmentLeader",
    "knowledge:publish developmentLeader",
    "organisations:manage developmentLeader",
    "people:manage developmentLeader",
    "retention:decide developmentLeader",
  ]);
});

test("asked about a thing, only the roles that reach it answer", () => {
  const all = [held("developmentLeader", inHere), held("circleLeader", inRound)];
  const why = (organisationId: typeof here, roundId?: string) =>
    explainAccess(all, { grant: "circles:manage", thing: { organisationId, roundId } }).map(({ by }) => by.role);
  expect(why(below)).toEqual(["developmentLeader"]);
  expect(why(elsewhere, round)).toEqual(["circleLeader"]);
  expect(why(elsewhere)).toEqual([]);
});

test("a role that gives no right is told as such", () => {
  expect(
    rolesWithoutRights([held("guest", inHere), held("administrator", everywhere)]).map(({ role }) => role),
  ).toEqual(["guest"]);
});

test("the explanation agrees with what the person may do, whatever roles they hold", () => {
  const role = fc.record({ role: fc.constantFrom(...roles), scope: fc.constantFrom(everywhere, inHere, inRound) });
  const thing = fc.constantFrom(
    { organisationId: below },
    { organisationId: elsewhere },
    { organisationId: elsewhere, roundId: round },
  );
  fc.assert(
    fc.property(fc.array(role, { maxLength: 6 }), fc.constantFrom(...grants), thing, (drawn, grant, asked) => {
      const all = drawn.map((each) => held(each.role, each.scope));
      const actor = actorOfRoles(
        { id: newId<"person">(), name: "" },
        all.map((each) => ({
          role: each.role,
          organisationId: each.scope.kind === "organisation" ? each.scope.organisationId : null,
          roundId: each.scope.kind === "round" ? each.scope.roundId : null,
          below: each.below,
        })),
        "session",
      );
      const may = reaches(actor, grant, {
        organisationId: asked.organisationId,
        id: "roundId" in asked ? asked.roundId : null,
      });
      expect(explainAccess(all, { grant, thing: asked }).length > 0).toBe(may);
    }),
  );
});
