import { describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import type { Source } from "#features/appraisals/appraisal/appraisal.ts";
import {
  addReference,
  removeConsultation,
  removeReference,
  saySource,
  weighSources,
  writeConsultation,
} from "#features/appraisals/sources/commands.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import {
  ConsultationWish,
  ReferenceWish,
  SourceWish,
  WeighingWish,
} from "#features/appraisals/sources/source-words.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenSources } from "../../../../test/given-sources.ts";
import { given } from "../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { person, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);

const asked = { who: "Brukarrådet", how: "Gruppsamtal", participation: "dialogue" };

async function weighed() {
  const { id, slug, author } = await appraisals.written();
  const bo = await person({ name: "Bo Ek" });
  const say = (source: Source, wish: object, who: Actor = author) =>
    saySource(db, who, now, slug, source, SourceWish.parse({ version: 1, ...wish }));
  const ask = (wish: object, existing?: Parameters<typeof writeConsultation>[5]) =>
    writeConsultation(db, author, now, slug, ConsultationWish.parse(wish), existing);
  const weigh = (wish: object) => weighSources(db, author, now, slug, WeighingWish.parse({ version: 1, ...wish }));
  return { id, slug, bo, author, say, ask, weigh };
}

test("there are three sources of an appraisal, also where nobody has written of any (R014, R065)", async () => {
  const { id } = await weighed();
  await ownerDb.deleteFrom("appraisal_source").where("appraisal_id", "=", id).execute();
  expect(await sourcesOf(db, id)).toMatchObject([
    { source: "research", standing: "notSought" },
    { source: "profession", standing: "notSought" },
    { source: "serviceUsers", standing: "notSought" },
  ]);
});

test("the database keeps no voice of a source that was not found, and none found without what it says", async () => {
  const { id } = await weighed();
  await expect(sources.notFound(id, "research")).resolves.toBeUndefined();
  const says = (over: object) =>
    ownerDb.updateTable("appraisal_source").set(over).where("appraisal_id", "=", id).execute();
  await expect(says({ speaks: "for" })).rejects.toMatchObject({ code: "23514" });
  await expect(says({ standing: "found" })).rejects.toMatchObject({ code: "23514" });
});

describe("saying how it is with a source", () => {
  test("found, with what it says and whether that speaks for the method here", async () => {
    const { id, say } = await weighed();
    await say("research", { standing: "found", summary: "Färre placeringar", speaks: "for" });
    const [research, profession] = await sourcesOf(db, id);
    expect(research).toMatchObject({ standing: "found", summary: "Färre placeringar", speaks: "for", version: 2 });
    expect(profession).toMatchObject({ standing: "notSought", version: 1 });
  });

  test.each([
    { why: "found says what it says", wish: { standing: "found" }, path: "summary" },
    { why: "not found says where", wish: { standing: "soughtNoneFound", soughtOn: "2027-03-01" }, path: "soughtWhere" },
    { why: "not found says when", wish: { standing: "soughtNoneFound", soughtWhere: "SBU" }, path: "soughtOn" },
    { why: "not sought says neither", wish: { standing: "notSought", soughtWhere: "SBU" }, path: "standing" },
    {
      why: "nothing found speaks neither for nor against",
      wish: { standing: "soughtNoneFound", soughtWhere: "SBU", soughtOn: "2027-03-01", speaks: "for" },
      path: "speaks",
    },
    { why: "no personal numbers", wish: { standing: "found", summary: "Om 191212121212" }, path: "summary" },
  ])("$why (R065)", ({ wish, path }) => {
    const result = SourceWish.safeParse({ version: 1, ...wish });
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });

  test("is refused from a version that was not the last, of a day that has not been, and by others than authors", async () => {
    const { id, say, bo, slug } = await weighed();
    const none = { standing: "soughtNoneFound", soughtWhere: "SBU", soughtOn: "2027-03-01" };
    await say("research", none);
    await expect(say("research", none)).rejects.toMatchObject({ code: "source.changed_meanwhile" });
    const ahead = say("profession", { ...none, soughtOn: "2027-03-19" });
    await expect(ahead).rejects.toMatchObject({ problems: [{ path: "soughtOn" }] });
    await expect(say("profession", none, await actor(bo))).rejects.toMatchObject({ kind: "not_found" });
    await ownerDb
      .updateTable("appraisal")
      .set({ state: "proposed", decider_id: bo, proposed_at: now() })
      .where("slug", "=", slug)
      .execute();
    await expect(say("profession", none)).rejects.toMatchObject({ kind: "conflict" });
    await expect(say("profession", none, await actor(bo))).rejects.toMatchObject({ kind: "forbidden" });
    expect((await sourcesOf(db, id)).map(({ standing }) => standing)).toEqual([
      "soughtNoneFound",
      "notSought",
      "notSought",
    ]);
  });

  test("nothing that something stands under is said not to be there", async () => {
    const { id, say } = await weighed();
    await sources.found(id, "research");
    const outcome = await sources.outcome(id);
    await expect(say("research", { standing: "notSought" })).rejects.toMatchObject({
      problems: [{ path: "standing", code: "source.holds_something" }],
    });
    await ownerDb.deleteFrom("appraisal_outcome").where("id", "=", outcome).execute();
    await say("research", { standing: "notSought" });
  });
});

test("service users who were asked are written down, changed and taken away", async () => {
  const { id, slug, author, ask } = await weighed();
  await expect(ask(asked)).rejects.toMatchObject({ code: "source.say_sought_first" });
  await sources.notFound(id, "serviceUsers");
  const one = await ask({ ...asked, howMany: "6", missing: "Tonåringar" });
  await ask({ ...asked, howMany: "7" }, one);
  expect((await sourcesOf(db, id))[2].consultations).toMatchObject([{ howMany: 7, missing: null }]);
  await expect(ask({ ...asked, askedOn: "2027-03-19" })).rejects.toMatchObject({ problems: [{ path: "askedOn" }] });
  await expect(ask(asked, newId())).rejects.toMatchObject({ kind: "not_found" });
  await removeConsultation(db, author, now, slug, one);
  await expect(removeConsultation(db, author, now, slug, one)).rejects.toMatchObject({ kind: "not_found" });
  expect((await sourcesOf(db, id))[2].consultations).toEqual([]);
});

test("references stand under their own source", async () => {
  const { id, slug, author } = await weighed();
  const wish = ReferenceWish.parse({ title: "En rapport", year: "2024", link: "https://example.se/rapport" });
  const add = (source: Source) => addReference(db, author, now, slug, source, wish);
  await expect(add("research")).rejects.toMatchObject({ code: "source.say_sought_first" });
  await sources.found(id, "research");
  const reference = await add("research");
  const [research, profession] = await sourcesOf(db, id);
  expect([research.references.length, profession.references.length]).toEqual([1, 0]);
  const wrong = removeReference(db, author, now, slug, "profession", reference);
  await expect(wrong).rejects.toMatchObject({ kind: "not_found" });
  await removeReference(db, author, now, slug, "research", reference);
  expect((await sourcesOf(db, id))[0].references).toEqual([]);
});

describe("how the sources are weighed", () => {
  test("one weighs more for a reason that somebody has given", async () => {
    const { id, weigh } = await weighed();
    await sources.found(id, "serviceUsers");
    await weigh({
      disagreement: "De är oeniga om tiden",
      outweighing: "serviceUsers",
      motive: "Det gäller deras vardag",
    });
    const row = await ownerDb.selectFrom("appraisal").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      outweighing: "serviceUsers",
      outweighing_motive: "Det gäller deras vardag",
      version: 2,
    });
  });

  test.each([
    { why: "without one", wish: { outweighing: "research" }, path: "motive" },
    { why: "with one for none", wish: { motive: "Därför" }, path: "outweighing" },
  ])("$why it is refused", ({ wish, path }) => {
    const result = WeighingWish.safeParse({ version: 1, ...wish });
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });

  test("a source where nothing was found weighs no more than another, and what weighs more stays found", async () => {
    const { id, weigh, say } = await weighed();
    const wish = { outweighing: "research", motive: "Därför" };
    await expect(weigh(wish)).rejects.toMatchObject({ problems: [{ code: "source.nothing_to_weigh" }] });
    await sources.found(id, "research");
    await weigh(wish);
    await expect(weigh(wish)).rejects.toMatchObject({ code: "source.changed_meanwhile" });
    await expect(say("research", { standing: "notSought" })).rejects.toMatchObject({
      problems: [{ code: "source.outweighs" }],
    });
  });
});
