import { describe, expect, test } from "vitest";
import type { Actor, Grant } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import {
  type ItemStanding,
  mayBeginItem,
  mayChangeKind,
  mayPublish,
  mayRetire,
  mayReview,
  mayWriteItem,
  publishesAlone,
} from "#features/knowledge/item/item-policy.ts";

const [unit, elsewhere] = [newId<"organisation">(), newId<"organisation">()];
const [eva, nils] = [newId<"person">(), newId<"person">()];
const who = (personId: typeof eva | undefined, grants: readonly Grant[], organisation: string = unit): Actor => {
  const reach = { everywhere: false, organisations: new Set([organisation]), things: new Set<string>() };
  return { personId, name: "", via: "session", reach: new Map(grants.map((grant) => [grant, reach])) };
};
const publisher = who(nils, ["knowledge:write", "knowledge:publish"]);
const writer = who(nils, ["knowledge:write"]);
const colleague = who(eva, []);
const outsider = who(nils, ["knowledge:write", "knowledge:publish"], elsewhere);
const text: ItemStanding = {
  kind: "research",
  organisationId: unit,
  isRetired: false,
  isPublished: true,
  working: { state: "inReview", askedIds: [] },
  writtenBy: eva,
  hasRoleThere: true,
};
const may = (actor: Actor, over: Partial<ItemStanding> = {}) => {
  const item = { ...text, ...over };
  const can = { write: mayWriteItem, review: mayReview, publish: mayPublish, retire: mayRetire };
  return Object.entries(can)
    .filter(([, mayDo]) => mayDo(actor, item))
    .map(([deed]) => deed);
};

describe("what one may do with a text", () => {
  test.each([
    { why: "those who publish there", actor: publisher, over: {}, can: ["write", "publish", "retire"] },
    { why: "those who write there", actor: writer, over: {}, can: ["write"] },
    { why: "those who publish elsewhere", actor: outsider, over: {}, can: [] },
    { why: "a colleague who wrote it and has no such grant", actor: colleague, over: {}, can: [] },
    { why: "whoever wrote the experience", actor: colleague, over: { kind: "professional" }, can: ["write"] },
    {
      why: "whoever wrote the experience and works there no more",
      actor: colleague,
      over: { kind: "professional", hasRoleThere: false },
      can: [],
    },
    {
      why: "whoever is asked to review",
      actor: colleague,
      over: { working: { state: "inReview", askedIds: [eva] } },
      can: ["review"],
    },
    {
      why: "whoever was asked, when it is a draft again",
      actor: colleague,
      over: { working: { state: "draft", askedIds: [eva] } },
      can: [],
    },
    { why: "those who publish there, of a retired text", actor: publisher, over: { isRetired: true }, can: ["retire"] },
    {
      why: "those who publish there, of a draft",
      actor: publisher,
      over: { working: null, isPublished: false },
      can: ["write"],
    },
    {
      why: "those who publish there, of what came with the installation",
      actor: publisher,
      over: { organisationId: null },
      can: [],
    },
    {
      why: "nobody",
      actor: who(undefined, []),
      over: { writtenBy: null, working: { state: "inReview", askedIds: [null] } },
      can: [],
    },
  ] as const)("$why: $can", ({ actor, over, can }) => {
    expect(may(actor, over as Partial<ItemStanding>)).toEqual(can);
  });

  test("an experience is begun by anybody with a role there, other kinds by those who write there (R133)", () => {
    const here = { organisationId: unit, hasRoleThere: true };
    expect(mayBeginItem(colleague, "professional", here)).toBe(true);
    expect(mayBeginItem(colleague, "research", here)).toBe(false);
    expect(mayBeginItem(colleague, "professional", { ...here, hasRoleThere: false })).toBe(false);
    expect(mayBeginItem(writer, "research", { ...here, hasRoleThere: false })).toBe(true);
  });

  test.each([
    { why: "those who write there, of a draft", actor: writer, over: {}, may: true },
    {
      why: "those who write there, of an experience nobody else has tried",
      actor: writer,
      over: { stage: "individual" },
      may: true,
    },
    { why: "those who write there, of what is published", actor: writer, over: { isPublished: true }, may: false },
    {
      why: "those who write there, of an experience that has been weighed",
      actor: writer,
      over: { stage: "shared" },
      may: false,
    },
    { why: "whoever only may tell of experience", actor: colleague, over: {}, may: false },
  ])("$why: research may be made of it: $may", ({ actor, over, may: expected }) => {
    const draft = { organisationId: unit, hasRoleThere: true, isPublished: false, stage: null };
    expect(mayChangeKind(actor, "research", { ...draft, ...over })).toBe(expected);
  });

  test("one publishes alone what one wrote and no colleague approved", () => {
    expect(publishesAlone(colleague, eva, 0)).toBe(true);
    expect(publishesAlone(colleague, eva, 1)).toBe(false);
    expect(publishesAlone(colleague, nils, 0)).toBe(false);
    expect(publishesAlone(who(undefined, []), null, 0)).toBe(false);
  });
});
