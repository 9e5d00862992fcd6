import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { TakeOver } from "#features/appraisals/adoption/adoption-words.ts";
import { takeOverAppraisal } from "#features/appraisals/adoption/commands.ts";
import { differenceOf } from "#features/appraisals/adoption/difference/queries.ts";
import { adoptionJobs } from "#features/appraisals/adoption/jobs.ts";
import { originOf, takenOverBy } from "#features/appraisals/adoption/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenSources } from "../../../../test/given-sources.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);
const translate = translators(catalogues);
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const heby = await organisation({ name: "Heby kommun" });
const eva = await person({ name: "Eva Lund", email: "eva@example.se" });
const nils = await person({ name: "Nils Berg", email: "nils@example.se" });
await role(nils, "unitManager", { organisation: unit });
const maker = await actor(eva);
const taker = await someone("unitManager", { organisation: heby }, { name: "Siv Ek" });
const reader = await someone("participant", { organisation: heby });

async function decided(whose = unit) {
  const made = await appraisals.appraisal(
    whose,
    { state: "decided", decider_id: nils, title: "Familjeråd" },
    { authors: [eva], isSought: true },
  );
  await sources.found(made.id, "research", { summary: "Två studier", speaks: "for" });
  await sources.outcome(made.id, {});
  await sources.found(made.id, "profession", { summary: "Fyra kommuner", speaks: "mixed" });
  await sources.criterion(made.id, "shared", 2, "Fyra kommuner sedan 2022");
  await sources.consultation(made.id, { said: "Bra" });
  return made;
}
const wish = (over: object = {}) => TakeOver.parse({ organisationId: heby, ...over });
const inside = (slug: string) => appraisalInside(db, taker, slug, someDay);

describe("an appraisal that is taken over", () => {
  test("is weighed anew with all three sources, and each that is found says where it is from (R065, R135)", async () => {
    const made = await decided();
    const { id, slug } = await takeOverAppraisal(db, taker, now, made.slug, wish());
    const { appraisal, authors, decider } = await inside(slug);
    expect(appraisal).toMatchObject({
      state: "weighing",
      title: "Familjeråd",
      takenFrom: made.id,
      organisationId: heby,
    });
    expect([authors.map(({ name }) => name), decider]).toEqual([["Siv Ek"], null]);
    const [theirs, ours] = [await sourcesOf(db, made.id), await sourcesOf(db, id)];
    expect(ours.map(({ standing, summary, speaks }) => [standing, summary, speaks])).toEqual(
      theirs.map(({ standing, summary, speaks }) => [standing, summary, speaks]),
    );
    expect(ours[0].outcomes.map(({ judged }) => judged)).toEqual(theirs[0].outcomes.map(({ judged }) => judged));
    expect(ours[1].profile).toEqual(theirs[1].profile);
    expect(ours[2].consultations).toMatchObject([{ said: "Bra" }]);
    for (const source of ours) {
      const whence = source.references.filter(({ title }) => title === "Familjeråd, Familjeenheten");
      expect(whence, source.source).toHaveLength(source.standing === "found" ? 1 : 0);
    }
  });

  test("is told to those who made it, once each", async () => {
    const made = await decided();
    const { id } = await takeOverAppraisal(db, taker, now, made.slug, wish());
    await runJobs(db, adoptionJobs, { now, translate });
    const mails = await ownerDb
      .selectFrom("mail")
      .where("about", "=", id)
      .orderBy("to_address")
      .select(["to_address as to", "subject"])
      .execute();
    expect(mails).toEqual([
      { to: "eva@example.se", subject: "Heby kommun har tagit över Familjeråd" },
      { to: "nils@example.se", subject: "Heby kommun har tagit över Familjeråd" },
    ]);
  });

  test("must be decided, another's, and taken to where one weighs methods", async () => {
    const weighing = await appraisals.appraisal(heby, { decider_id: taker.personId }, { authors: [taker.personId] });
    const made = await decided();
    const own = await decided(heby);
    const attempts = [
      [taker, weighing.slug, { kind: "conflict", code: "adoption.not_decided" }],
      [taker, own.slug, { problems: [{ path: "organisationId", code: "adoption.is_yours" }] }],
      [reader, made.slug, { kind: "forbidden" }],
      [taker, "no-such", { kind: "not_found" }],
    ] as const;
    const before = await ownerDb.selectFrom("appraisal").select("id").execute();
    for (const [who, slug, refusal] of attempts)
      await expect(takeOverAppraisal(db, who, now, slug, wish())).rejects.toMatchObject(refusal);
    const stranger = { ...wish(), organisationId: await organisation({ name: "Knivsta kommun" }) };
    await expect(takeOverAppraisal(db, taker, now, made.slug, stranger)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await ownerDb.selectFrom("appraisal").select("id").execute()).toHaveLength(before.length);
  });

  test("is seen by those who may see it, on the one it was taken from", async () => {
    const made = await decided();
    await takeOverAppraisal(db, taker, now, made.slug, wish());
    const original = await inside(made.slug);
    expect(await takenOverBy(db, taker, original)).toMatchObject([{ organisation: "Heby kommun", decision: null }]);
    expect(await takenOverBy(db, maker, original)).toEqual([]);
  });
});

describe("what differs", () => {
  const difference = async (slug: string) => differenceOf(db, taker, await inside(slug), someDay);

  test("is nothing at first, and then what either has changed since, always of all three sources (R065)", async () => {
    const made = await decided();
    const { id, slug } = await takeOverAppraisal(db, taker, now, made.slug, wish());
    expect((await difference(slug))?.sources.map(({ source, isSame }) => [source, isSame])).toEqual([
      ["research", true],
      ["profession", true],
      ["serviceUsers", true],
    ]);
    await ownerDb
      .updateTable("appraisal_experience")
      .set({ score: 3 })
      .where("appraisal_id", "=", id)
      .where("criterion", "=", "shared")
      .execute();
    await sources.consultation(made.id, { who: "Tonåringar" });
    const now3 = (await difference(slug))?.sources ?? [];
    expect(now3.map(({ isSame }) => isSame)).toEqual([true, false, false]);
    expect(now3[1]?.things).toEqual([{ thing: { kind: "criterion", name: "shared" }, theirs: "2", ours: "3" }]);
    expect(now3[2]?.things).toMatchObject([{ thing: { name: "Tonåringar" }, ours: null }]);
  });

  test("is not shown while the original is weighed again, and whose it was is still said", async () => {
    const made = await decided();
    const { slug } = await takeOverAppraisal(db, taker, now, made.slug, wish());
    await ownerDb.updateTable("appraisal").set({ state: "weighing" }).where("id", "=", made.id).execute();
    expect(await difference(slug)).toBeUndefined();
    expect(await originOf(db, taker, await inside(slug))).toEqual({
      organisation: "Familjeenheten",
      title: "Familjeråd",
      slug: null,
    });
  });
});
