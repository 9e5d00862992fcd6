import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import {
  addToList,
  changeReadingList,
  createReadingList,
  noteInList,
  publishReadingList,
  setListRetired,
  stepInList,
} from "#features/knowledge/reading/commands.ts";
import { listsOfRound, readingListInside, readingLists } from "#features/knowledge/reading/queries.ts";
import { NewReadingList, ReadingListChange, ToRead } from "#features/knowledge/reading/reading-words.ts";
import { movedStep } from "#features/knowledge/reading/reading.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const { item } = givenKnowledge(ownerDb);
const rounds = givenRounds(ownerDb);
let unit: OrganisationId, maja: Actor, stranger: Actor;

beforeAll(async () => {
  unit = await organisation();
  maja = await someone("developmentLeader", { organisation: unit });
  stranger = await someone("developmentLeader", { organisation: await organisation() });
});

const begun = (over: object = {}, by = maja) =>
  createReadingList(db, by, now, NewReadingList.parse({ organisationId: unit, title: "Läs först", ...over }));
const added = async (slug: string, title: string, note?: string) => {
  const { slug: at } = await item(unit, {}, { title });
  return addToList(db, maja, slug, ToRead.parse({ item: `https://x.example.se/kunskap/${at}?a=1`, note }));
};
const titles = async (slug: string, by: Actor = maja) =>
  (await readingListInside(db, by, slug)).lines.map((line) => line.item.title);

describe("a list to read (R104)", () => {
  test("is for those who write there until it is published, and then for everybody", async () => {
    const { slug } = await begun();
    for (const by of [nobody, stranger]) {
      await expect(readingListInside(db, by, slug)).rejects.toMatchObject({ kind: "not_found" });
      expect((await readingLists(db, by)).some((list) => list.slug === slug)).toBe(false);
    }
    await expect(publishReadingList(db, maja, now, slug)).rejects.toMatchObject({ code: "reading.is_empty" });
    await added(slug, "En");
    await publishReadingList(db, maja, now, slug);
    await expect(publishReadingList(db, maja, now, slug)).rejects.toMatchObject({ code: "reading.is_published" });
    expect(await titles(slug, nobody)).toEqual(["En"]);
    await expect(publishReadingList(db, stranger, now, slug)).rejects.toMatchObject({ code: "reading.not_yours" });
  });

  test("keeps its order by steps, and what is at the end stays there", async () => {
    const { slug } = await begun();
    const [one, two, three] = [await added(slug, "En"), await added(slug, "Två"), await added(slug, "Tre")];
    await stepInList(db, maja, slug, { id: three, step: "up" });
    expect(await titles(slug)).toEqual(["En", "Tre", "Två"]);
    const { version } = (await readingListInside(db, maja, slug)).list;
    await stepInList(db, maja, slug, { id: one, step: "up" });
    expect((await readingListInside(db, maja, slug)).list.version).toBe(version);
    await stepInList(db, maja, slug, { id: one, step: "remove" });
    expect(await titles(slug)).toEqual(["Tre", "Två"]);
    await expect(stepInList(db, maja, slug, { id: one, step: "down" })).rejects.toMatchObject({ kind: "not_found" });
    await noteInList(db, maja, slug, two, "Läs sist");
    expect((await readingListInside(db, maja, slug)).lines.at(-1)?.note).toBe("Läs sist");
    await added(slug, "Fyra");
    expect(await titles(slug)).toEqual(["Tre", "Två", "Fyra"]);
  });

  test("holds an item once, and only what is published", async () => {
    const { slug } = await begun();
    const { slug: at } = await item(unit, {}, { title: "En" });
    const add = (address: string) => addToList(db, maja, slug, ToRead.parse({ item: address }));
    await add(at);
    await expect(add(at)).rejects.toMatchObject({ problems: [{ path: "item", code: "reading.is_there" }] });
    const draft = await item(unit, {}, { state: "draft" });
    for (const address of [draft.slug, "finns-inte", "'; drop table reading_list; --"])
      await expect(add(address)).rejects.toMatchObject({ problems: [{ code: "reading.no_such_item" }] });
    expect(ToRead.safeParse({ item: at, note: "Om 191212121212" }).success).toBe(false);
  });

  test("is a circle's when it says so, and stands on its page while it is current", async () => {
    const roundId = (await rounds.published(unit)).id;
    const { slug } = await begun({ roundId });
    await added(slug, "En");
    expect(await listsOfRound(db, roundId)).toEqual([]);
    await publishReadingList(db, maja, now, slug);
    expect(await listsOfRound(db, roundId)).toEqual([{ slug, title: "Läs först" }]);
    await setListRetired(db, maja, now, slug, true);
    await setListRetired(db, maja, now, slug, true);
    expect(await listsOfRound(db, roundId)).toEqual([]);
    expect(await titles(slug, nobody)).toEqual(["En"]);
    await expect(begun({ roundId, organisationId: unit }, stranger)).rejects.toMatchObject({ kind: "forbidden" });
    const away = (await rounds.draft(await organisation())).id;
    await expect(begun({ roundId: away })).rejects.toMatchObject({ code: "reading.no_such_round" });
  });

  test("is changed from the version that was read", async () => {
    const { slug } = await begun({ title: "Ny" });
    expect(slug).toBe("ny-2");
    const change = ReadingListChange.parse({ title: "Nyare", version: 1 });
    await changeReadingList(db, maja, slug, change);
    await expect(changeReadingList(db, maja, slug, change)).rejects.toMatchObject({
      code: "reading.changed_meanwhile",
    });
    expect((await readingListInside(db, maja, slug)).list).toMatchObject({ title: "Nyare", version: 2 });
  });
});

test("a step moves one row past the next, and nothing at the ends", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id }));
  const ids = (id: string, way: "up" | "down") => movedStep(rows, id, way).map((row) => row.id);
  expect(ids("b", "up")).toEqual(["b", "a", "c"]);
  expect(ids("b", "down")).toEqual(["a", "c", "b"]);
  expect(movedStep(rows, "a", "up")).toBe(rows);
  expect(movedStep(rows, "x", "down")).toBe(rows);
});
