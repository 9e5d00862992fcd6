import { describe, expect, test } from "vitest";
import { judgeExperience, judgeOutcome, removeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import { ExperienceWish, OutcomeWish } from "#features/appraisals/sources/source-words.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { givenSources, gradeTyped } from "../../../../../test/given-sources.ts";
import { given } from "../../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { person } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);

const grade = { ...gradeTyped, approach: "grade", reason: "Små grupper" };
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

async function weighed() {
  const { id, slug, author } = await appraisals.written();
  const judge = (wish: object, existing?: Parameters<typeof judgeOutcome>[5]) =>
    judgeOutcome(db, author, now, slug, OutcomeWish.parse(wish), existing);
  return { id, slug, author, judge };
}

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
    const { id, judge } = await weighed();
    const bo = await person({ name: "Bo Ek" });
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
