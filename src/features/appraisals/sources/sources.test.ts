import { describe, expect, test } from "vitest";
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
import { judgeExperience, judgeOutcome, removeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import {
  ConsultationWish,
  ExperienceWish,
  OutcomeWish,
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
const { organisation, person, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);

const grade = {
  approach: "grade",
  outcome: "Placeringar efter 12 månader",
  result: "färre placeringar",
  start: "high",
  riskOfBias: "1",
  inconsistency: "0",
  indirectness: "0",
  imprecision: "1",
  publicationBias: "0",
  largeEffect: "0",
  doseResponse: "0",
  opposingConfounding: "0",
  level: "low",
  reason: "Små grupper",
  judgedOn: "2027-03-17",
};
const told = {
  approach: "cerqual",
  outcome: "Hur familjer upplever mötena",
  methodology: "1",
  coherence: "0",
  adequacy: "2",
  relevance: "1",
  level: "moderate",
  reason: "Rikt men litet underlag",
  judgedOn: "2027-03-17",
};
const asked = { who: "Brukarrådet", how: "Gruppsamtal", participation: "dialogue" };

async function weighed() {
  const unit = await organisation();
  const [eva, bo] = [await person({ name: "Eva Lund" }), await person({ name: "Bo Ek" })];
  const { id, slug } = await appraisals.appraisal(unit, {}, { authors: [eva] });
  const author = await actor(eva);
  const say = (source: Source, wish: object, who = author) =>
    saySource(db, who, now, slug, source, SourceWish.parse({ version: 1, ...wish }));
  const judge = (wish: object, existing?: Parameters<typeof judgeOutcome>[5]) =>
    judgeOutcome(db, author, now, slug, OutcomeWish.parse(wish), existing);
  const ask = (wish: object, existing?: Parameters<typeof writeConsultation>[5]) =>
    writeConsultation(db, author, now, slug, ConsultationWish.parse(wish), existing);
  const weigh = (wish: object) => weighSources(db, author, now, slug, WeighingWish.parse({ version: 1, ...wish }));
  return { unit, id, slug, eva, bo, author, say, judge, ask, weigh };
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
    const { id, say, judge } = await weighed();
    await sources.found(id, "research");
    const outcome = await judge(grade);
    await expect(say("research", { standing: "notSought" })).rejects.toMatchObject({
      problems: [{ path: "standing", code: "source.holds_something" }],
    });
    await ownerDb.deleteFrom("appraisal_outcome").where("id", "=", outcome).execute();
    await say("research", { standing: "notSought" });
  });
});

describe("an outcome", () => {
  test("is judged by a person with a reason, and its steps lead to the level", async () => {
    const { id, judge, slug, author } = await weighed();
    await sources.found(id, "research");
    const outcomeId = await judge(grade);
    const [{ outcomes }] = await sourcesOf(db, id);
    expect(outcomes).toMatchObject([
      { basis: { approach: "grade", start: "high", riskOfBias: 1 }, judged: { level: "low", by: "Eva Lund" } },
    ]);
    await removeOutcome(db, author, now, slug, outcomeId);
    expect((await sourcesOf(db, id))[0].outcomes).toEqual([]);
  });

  test("whose steps contradict its level is refused, with what they would give", () => {
    const result = OutcomeWish.safeParse({ ...grade, level: "high" });
    expect(result.error?.issues).toMatchObject([
      { path: ["level"], params: { code: "source.contradiction", values: { level: "low" } } },
    ]);
    expect(OutcomeWish.safeParse(grade).success).toBe(true);
  });

  test("that was told and not measured is judged by four concerns, and has no arithmetic", async () => {
    const { id, judge } = await weighed();
    await sources.found(id, "research");
    await judge(told);
    expect((await sourcesOf(db, id))[0].outcomes).toMatchObject([
      { basis: { approach: "cerqual", adequacy: 2 }, judged: { level: "moderate" } },
    ]);
  });

  test("is of research that was found", async () => {
    const { judge } = await weighed();
    await expect(judge(grade)).rejects.toMatchObject({ code: "source.say_first" });
  });

  test("keeps who judged it when somebody else mends it and names them, and else is whoever wrote's", async () => {
    const { id, judge, bo } = await weighed();
    await sources.found(id, "research");
    const outcomeId = await sources.outcome(id, { judged_by: bo, judged_by_name: null });
    await judge({ ...grade, judgedByName: "Bo Ek" }, outcomeId);
    const judgeOf = async () =>
      ownerDb.selectFrom("appraisal_outcome").where("id", "=", outcomeId).selectAll().executeTakeFirstOrThrow();
    expect(await judgeOf()).toMatchObject({ judged_by: bo, judged_by_name: null });
    await judge({ ...grade, judgedByName: "Alva Lind" }, outcomeId);
    expect(await judgeOf()).toMatchObject({ judged_by: null, judged_by_name: "Alva Lind" });
  });

  test("of another appraisal is not changed or taken away here", async () => {
    const [here, there] = [await weighed(), await weighed()];
    await sources.found(here.id, "research");
    const outcomeId = await sources.outcome(there.id);
    await expect(here.judge(grade, outcomeId)).rejects.toMatchObject({ kind: "not_found" });
    const taken = removeOutcome(db, here.author, now, here.slug, outcomeId);
    await expect(taken).rejects.toMatchObject({ kind: "not_found" });
    expect((await sourcesOf(db, there.id))[0].outcomes).toHaveLength(1);
  });
});

describe("what those who work know", () => {
  test("is scored criterion by criterion with what shows it; what is left out nobody has said", async () => {
    const { id, slug, author } = await weighed();
    const wish = ExperienceWish.parse({
      version: 1,
      shared: { score: "3", evidence: "Fyra kommuner" },
      ethics: { score: "0" },
    });
    await expect(judgeExperience(db, author, now, slug, wish)).rejects.toMatchObject({ code: "source.say_first" });
    await sources.found(id, "profession");
    await judgeExperience(db, author, now, slug, wish);
    const [, { profile, version }] = await sourcesOf(db, id);
    expect(profile.filter(({ score }) => score !== null)).toEqual([
      { criterion: "shared", score: 3, evidence: "Fyra kommuner" },
      { criterion: "ethics", score: 0, evidence: null },
    ]);
    expect(profile).toHaveLength(8);
    expect(version).toBe(2);
    await expect(judgeExperience(db, author, now, slug, wish)).rejects.toMatchObject({
      code: "source.changed_meanwhile",
    });
  });

  test.each([
    { why: "a score without what shows it", wish: { shared: { score: "2" } }, path: "shared.evidence" },
    { why: "what shows it without a score", wish: { shared: { evidence: "Fyra" } }, path: "shared.score" },
    { why: "more than there is", wish: { shared: { score: "4", evidence: "Fyra" } }, path: "shared.score" },
  ])("is refused with $why", ({ wish, path }) => {
    const result = ExperienceWish.safeParse({ version: 1, ...wish });
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
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
