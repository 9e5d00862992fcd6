import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { restoreItem, retireItem } from "#features/knowledge/item/standing/commands.ts";
import { Retirement } from "#features/knowledge/item/standing/standing-words.ts";
import { publishItem, sendForReview } from "#features/knowledge/item/review/commands.ts";
import { ForReview, Publishing } from "#features/knowledge/item/review/review-words.ts";
import { changeItem } from "#features/knowledge/item/commands.ts";
import { ItemChange } from "#features/knowledge/item/item-words.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { tie } from "#features/knowledge/lineage/commands.ts";
import { NewTie } from "#features/knowledge/lineage/lineage-words.ts";
import { sayStands } from "#features/knowledge/lineage/debt/commands.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
import { lineageJobs } from "#features/knowledge/lineage/jobs.ts";
import { toLookOver } from "#features/knowledge/lineage/todo/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const knowledge = givenKnowledge(ownerDb);
const appraisals = givenAppraisals(ownerDb);
let unit: OrganisationId, petraId: PersonId;
let maja: Actor, petra: Actor, stranger: Actor;

beforeAll(async () => {
  unit = await organisation();
  maja = await someone("developmentLeader", { organisation: unit });
  petraId = await person({ name: "Petra Nord" });
  await role(petraId, "participant", { organisation: unit });
  petra = await actor(petraId);
  stranger = await someone("developmentLeader", { organisation: await organisation() });
});

/** An item with an appraisal of Petra's and a reading list resting on it. */
async function rested() {
  const item = await knowledge.item(unit, {}, { title: "Barns röst" });
  const weighed = await appraisals.appraisal(unit, {}, { authors: [petraId] });
  await tie(db, petra, now, item.slug, NewTie.parse({ side: "over", kind: "appraisal", id: weighed.id }));
  const listId = newId<"reading_list">();
  const [slug, created_at] = [`lista-${listId}`, now()];
  await ownerDb
    .insertInto("reading_list")
    .values({ id: listId, slug, organisation_id: unit, title: "Läs först", published_at: created_at, created_at })
    .execute();
  const inList = { id: newId<"reading_list_item">(), list_id: listId, item_id: item.id, position: 0 };
  await ownerDb.insertInto("reading_list_item").values(inList).execute();
  return { item, weighed };
}

const retired = (slug: string) => retireItem(db, maja, now, slug, Retirement.parse({ reason: "Ny lag" }));
const owed = async (by: Actor, slug: string) =>
  (await debtsOf(db, by)).filter(({ itemSlug }) => itemSlug === slug).map(({ kind, why }) => [kind, why]);
const mailed = async (itemId: string) => {
  await runJobs(db, lineageJobs, { translate: translators(catalogues) });
  const rows = await ownerDb
    .selectFrom("mail")
    .where("about", "=", itemId)
    .orderBy("to_address")
    .select(["to_address", "subject", "body_text as text"])
    .execute();
  return rows;
};

async function publishedAnew(slug: string) {
  const read = async () => {
    const { working, version } = await itemInside(db, maja, slug, someDay);
    const { versionNo, rowVersion } = working ?? version;
    return { versionNo, rowVersion };
  };
  const wish = ItemChange.parse({ ...(await read()), title: "Barns röst", says: "Något annat." });
  await changeItem(db, maja, now, slug, wish);
  await sendForReview(db, maja, now, slug, ForReview.parse({ ...(await read()), reviewers: [] }));
  await publishItem(db, maja, now, slug, Publishing.parse({ ...(await read()), reviewDue: "2028-03-18" }));
}

describe("freshness debt (R087)", () => {
  test("what rests on a retired item is on the list of whoever keeps it, and of nobody else", async () => {
    const { item } = await rested();
    expect(await owed(maja, item.slug)).toEqual([]);
    await retired(item.slug);
    expect(await owed(petra, item.slug)).toEqual([["appraisal", "retired"]]);
    expect((await owed(maja, item.slug)).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ["appraisal", "retired"],
      ["readingList", "retired"],
    ]);
    expect(await owed(stranger, item.slug)).toEqual([]);
    expect(await toLookOver(db, petra, now())).toEqual([{ what: "resting", count: 1 }]);
  });

  test("those who keep what rests on it are told once, by mail that names none of it", async () => {
    const { item, weighed } = await rested();
    await retired(item.slug);
    const mails = await mailed(item.id);
    expect(mails.map(({ subject }) => subject)).toEqual(["Gäller inte längre: Barns röst"]);
    expect(mails[0]?.text).not.toContain(weighed.slug);
    expect(await mailed(item.id)).toHaveLength(1);
  });

  test("a new version is told of too, and what nobody changed is not", async () => {
    const { item } = await rested();
    const { item: untouched } = await rested();
    await publishedAnew(item.slug);
    expect(await owed(petra, item.slug)).toEqual([["appraisal", "changed"]]);
    expect((await mailed(item.id)).map(({ subject }) => subject)).toEqual(["Har ändrats: Barns röst"]);
    expect(await owed(petra, untouched.slug)).toEqual([]);
    expect(await mailed(untouched.id)).toEqual([]);
  });

  test("seen and stands takes it off the list, until it changes again", async () => {
    const { item } = await rested();
    await publishedAnew(item.slug);
    const debt = (await debtsOf(db, petra)).find(({ itemSlug }) => itemSlug === item.slug);
    const say = (by: Actor, versionNo: number, why: "changed" | "retired" = "changed") =>
      sayStands(db, by, debt?.restId ?? "", { versionNo, why });
    await expect(say(stranger, 2)).rejects.toMatchObject({ code: "debt.nothing_to_see" });
    await expect(say(petra, 1)).rejects.toMatchObject({ code: "debt.changed_meanwhile" });
    await say(petra, 2);
    await expect(say(petra, 2)).rejects.toMatchObject({ code: "debt.nothing_to_see" });
    expect(await owed(petra, item.slug)).toEqual([]);
    await retired(item.slug);
    expect(await owed(petra, item.slug)).toEqual([["appraisal", "retired"]]);
    await say(petra, 2, "retired");
    expect(await owed(petra, item.slug)).toEqual([]);
    await restoreItem(db, maja, now, item.slug);
    await retired(item.slug);
    expect(await owed(petra, item.slug)).toEqual([["appraisal", "retired"]]);
  });

  test("a list says for itself that it stands; one that was looked over meanwhile sends no mail", async () => {
    const { item } = await rested();
    await retired(item.slug);
    for (const { restId, versionNo, why, itemSlug } of await debtsOf(db, maja))
      if (itemSlug === item.slug) await sayStands(db, maja, restId, { versionNo, why });
    expect(await owed(maja, item.slug)).toEqual([]);
    expect(await mailed(item.id)).toEqual([]);
  });

  test("an item past its day is on the list of those who publish for its organisation, from the day after", async () => {
    const item = await knowledge.item(unit, { review_due: someDay });
    const due = async (by: Actor, day: Temporal.PlainDate) =>
      (await itemsDue(db, by, day)).some(({ slug }) => slug === item.slug);
    expect(await due(maja, someDay)).toBe(false);
    expect(await due(maja, someDay.add({ days: 1 }))).toBe(true);
    expect(await due(petra, someDay.add({ days: 1 }))).toBe(false);
    expect(await due(stranger, someDay.add({ days: 1 }))).toBe(false);
  });
});
