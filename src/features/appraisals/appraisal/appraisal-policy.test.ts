import { expect, test } from "vitest";
import {
  isSoleAuthor,
  mayAsk,
  mayDecide,
  mayKeep,
  mayTell,
  mayWrite,
} from "#features/appraisals/appraisal/appraisal-policy.ts";
import { appraisalStates } from "#features/appraisals/appraisal/appraisal.ts";
import { type Actor, type Grant, nobody } from "#kernel/actor.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";

const unit = newId<"organisation">() as OrganisationId;
const [writes, decides, passes] = [newId<"person">(), newId<"person">(), newId<"person">()] as [
  PersonId,
  PersonId,
  PersonId,
];
const acting = (personId: PersonId, grants: readonly Grant[] = []): Actor => ({
  ...nobody,
  personId,
  via: "session",
  reach: new Map(
    grants.map((grant) => [grant, { everywhere: false, organisations: new Set([unit]), things: new Set<string>() }]),
  ),
});
const standing = { organisationId: unit, deciderId: decides, authorIds: [writes] };
const both = ["appraisals:write", "appraisals:decide"] as const;

test.each([
  { who: "an author", actor: acting(writes), weighing: "write tell keep", proposed: "tell keep", decided: "tell keep" },
  {
    who: "whoever decides",
    actor: acting(decides, both),
    weighing: "ask tell keep",
    proposed: "ask decide tell keep",
    decided: "decide tell keep",
  },
  {
    who: "whoever was to decide and has no such role now",
    actor: acting(decides),
    weighing: "ask tell",
    proposed: "ask tell",
    decided: "tell",
  },
  {
    who: "another who decides for the organisation",
    actor: acting(passes, both),
    weighing: "ask keep",
    proposed: "ask keep",
    decided: "keep",
  },
  { who: "anybody else", actor: acting(passes), weighing: "", proposed: "", decided: "" },
])("$who may do so much in each state and no more", ({ actor, ...may }) => {
  const done = { write: mayWrite, ask: mayAsk, decide: mayDecide, tell: mayTell, keep: mayKeep };
  for (const state of appraisalStates) {
    const allowed = Object.entries(done).flatMap(([deed, asks]) => (asks(actor, { ...standing, state }) ? [deed] : []));
    const expected =
      state === "withdrawn"
        ? may.decided
            .split(" ")
            .filter((deed) => deed === "keep")
            .join(" ")
        : may[state];
    expect(allowed.join(" "), state).toBe(expected);
  }
});

test("whoever decides what they alone wrote is told apart from all others", () => {
  expect(isSoleAuthor({ authorIds: [decides], deciderId: decides })).toBe(true);
  expect(isSoleAuthor({ authorIds: [decides, writes], deciderId: decides })).toBe(false);
  expect(isSoleAuthor({ authorIds: [writes], deciderId: decides })).toBe(false);
  expect(isSoleAuthor({ authorIds: [], deciderId: null })).toBe(false);
});
