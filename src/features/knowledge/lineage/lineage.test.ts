import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { tie, untie } from "#features/knowledge/lineage/commands.ts";
import { NewTie } from "#features/knowledge/lineage/lineage-words.ts";
import type { Side, TieId, TiedKind } from "#features/knowledge/lineage/lineage.ts";
import { drawnLineage, shortened } from "#features/knowledge/lineage/picture.ts";
import { itemsUnderAppraisal, lineageOf } from "#features/knowledge/lineage/queries.ts";
import { thingChoices } from "#features/knowledge/lineage/things/queries.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { type GivenItem, givenKnowledge } from "../../../../test/given-knowledge.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const knowledge = givenKnowledge(ownerDb);
const appraisals = givenAppraisals(ownerDb);
let unit: OrganisationId, other: OrganisationId;
let maja: Actor, petra: Actor, stranger: Actor, elsa: Actor;
let item: GivenItem, weighed: { id: AppraisalId; slug: string };

beforeAll(async () => {
  unit = await organisation();
  other = await organisation();
  maja = await someone("developmentLeader", { organisation: unit });
  petra = await someone("unitManager", { organisation: unit });
  stranger = await someone("developmentLeader", { organisation: other });
  elsa = await someone("participant", { organisation: other });
  item = await knowledge.item(unit, {}, { title: "Barns röst i utredning" });
  weighed = await appraisals.appraisal(
    unit,
    { title: "Nätverksmöten i vår enhet" },
    { authors: [petra.personId ?? ""] as never },
  );
});

const tied = (side: Side, kind: TiedKind, id: string, by = maja, slug = item.slug, note?: string) =>
  tie(db, by, now, slug, NewTie.parse({ side, kind, id, note }));
const lines = async (by: Actor, of = item) => lineageOf(db, by, { id: of.id, organisationId: unit });
const titles = async (by: Actor, of = item) => (await lines(by, of)).map(({ side, title }) => [side, title]);

describe("what builds on an item", () => {
  test("an appraisal being weighed is seen by those who weigh it and by nobody else (R103)", async () => {
    await tied("over", "appraisal", weighed.id, petra, item.slug, "Effekten för familjen");
    expect(await lines(petra)).toMatchObject([
      {
        side: "over",
        kind: "appraisal",
        title: "Nätverksmöten i vår enhet",
        note: "Effekten för familjen",
        canUntie: true,
      },
    ]);
    for (const by of [nobody, stranger, elsa]) expect(await lines(by)).toEqual([]);
    expect(await thingChoices(db, stranger, { typed: "Nätverksmöten i vår" })).toEqual([]);
    expect(await thingChoices(db, petra, { typed: "nätverksmöten i vår" })).toHaveLength(1);
    expect(await itemsUnderAppraisal(db, weighed.id)).toMatchObject([
      { slug: item.slug, isRetired: false, isChanged: false },
    ]);
  });

  test("between two items there is one way to say it, whichever end says it", async () => {
    const [study, practice] = [
      await knowledge.item(unit, {}, { title: "En studie" }),
      await knowledge.item(unit, {}, { title: "Vår erfarenhet" }),
    ];
    await tied("under", "item", study.id, maja, practice.slug);
    expect(await titles(nobody, practice)).toEqual([["under", "En studie"]]);
    expect(await titles(nobody, study)).toEqual([["over", "Vår erfarenhet"]]);
    await expect(tied("over", "item", practice.id, maja, study.slug)).rejects.toMatchObject({
      code: "lineage.is_tied",
    });
    await expect(tied("over", "item", study.id, maja, study.slug)).rejects.toMatchObject({ code: "lineage.itself" });
  });

  test("a method and a circle stand under or over; a draft of others is no choice and cannot be tied", async () => {
    const method = await appraisals.method(unit, { name: "Familjerådslag" });
    const { id } = await tied("under", "method", method);
    expect(await titles(maja)).toContainEqual(["under", "Familjerådslag"]);
    expect(await titles(nobody)).not.toContainEqual(["under", "Familjerådslag"]);
    const draft = await knowledge.item(other, {}, { title: "Utkast hos andra", state: "draft" });
    expect(await thingChoices(db, maja, { typed: "Utkast hos andra" })).toEqual([]);
    await expect(tied("over", "item", draft.id)).rejects.toMatchObject({ code: "lineage.no_such_thing" });
    await expect(tied("over", "round", newId<"round">())).rejects.toMatchObject({ kind: "not_found" });
    await untie(db, maja, now, id);
    expect(await titles(maja)).not.toContainEqual(["under", "Familjerådslag"]);
    await expect(untie(db, maja, now, id)).rejects.toMatchObject({ code: "lineage.no_such_tie" });
  });

  test("those who neither write for either nor keep the thing tie nothing and untie nothing", async () => {
    const open = await knowledge.item(unit, {}, { title: "Öppen text" });
    await expect(tied("over", "item", open.id, elsa)).rejects.toMatchObject({ code: "lineage.not_yours" });
    await expect(tied("over", "item", open.id, stranger)).rejects.toMatchObject({ code: "lineage.not_yours" });
    const { id } = await tied("over", "item", open.id);
    await expect(untie(db, stranger, now, id)).rejects.toMatchObject({ code: "lineage.not_yours" });
    await expect(untie(db, stranger, now, newId<"knowledge_lineage">() as TieId)).rejects.toMatchObject({
      kind: "not_found",
    });
    const [mine] = await itemsUnderAppraisal(db, weighed.id);
    await expect(untie(db, stranger, now, mine?.tieId as TieId)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("a note with a personal number is refused", () => {
    const wish = { side: "over", kind: "item", id: newId<"knowledge_item">() };
    expect(NewTie.safeParse({ ...wish, note: "Om 191212121212" }).success).toBe(false);
    expect(NewTie.safeParse({ ...wish, note: "" }).success).toBe(true);
  });
});

describe("the picture", () => {
  const line = (side: Side, title: string, isRetired = false) => ({ side, title, isRetired });

  test("holds what it builds on above it and what builds on it below, each with its line", () => {
    const { nodes, item: box, ways, headings } = drawnLineage([line("over", "Över"), line("under", "Under")]);
    expect(nodes.map(({ text, y }) => [text, y < box.y])).toEqual([
      ["Under", true],
      ["Över", false],
    ]);
    expect(ways).toHaveLength(2);
    expect(headings.map(({ side }) => side)).toEqual(["under", "over"]);
    // No line goes across a heading: they all go straight up or down to the left of it.
    const left = Math.max(...ways.map((way) => Number(/ (\d+) \d+(?:\.\d+)?V/u.exec(way)?.[1])));
    expect(headings.every(({ x }) => x > left)).toBe(true);
  });

  test("draws a few of many and says how many more there are", () => {
    const many = Array.from({ length: 40 }, (_, index) => line("over", `Sak ${index}`));
    const { nodes, height } = drawnLineage(many);
    expect(nodes.map(({ more }) => more)).toEqual([0, 0, 0, 0, 0, 35]);
    expect(height).toBeLessThan(300);
    expect(drawnLineage([]).nodes).toEqual([]);
  });

  test("cuts a long title between words", () => {
    expect(shortened("Kort")).toBe("Kort");
    expect(shortened("En mycket lång rubrik om barns delaktighet i utredningar")).toBe(
      "En mycket lång rubrik om barns …",
    );
    expect(shortened("x".repeat(60))).toHaveLength(41);
  });
});
