import { sql } from "kysely";
import { expect, test } from "vitest";
import { judgeExperienceItem, stepExperience } from "#features/knowledge/item/experience/commands.ts";
import { ExperienceProfile, ExperienceStep } from "#features/knowledge/item/experience/experience-words.ts";
import { profileOf, stepsOf } from "#features/knowledge/item/experience/queries.ts";
import { experienceStages, experienceSteps } from "#features/knowledge/item/experience-lifecycle.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenKnowledge } from "../../../../../test/given-knowledge.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Norr" });
const maja = await someone("developmentLeader", { organisation: unit });
const karin = await someone("unitManager", { organisation: unit });
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Söder" }) });
const { item } = givenKnowledge(ownerDb);
const body = await givenMeetings(ownerDb).body(unit, { name: "Chefsnätverket" });

const begun = (over: object = {}) => item(unit, { kind: "professional", ...over });
const standing = async (slug: string) => (await itemInside(db, maja, slug, someDay)).item;
const step = async (slug: string, wish: object, by = maja) =>
  stepExperience(
    db,
    by,
    now,
    slug,
    ExperienceStep.parse({
      reason: "Visad på en träff",
      saidOn: "2027-03-01",
      version: (await standing(slug)).version,
      ...wish,
    }),
  );

test("an experience goes one step at a time, with the reason, and no step is skipped (R133)", async () => {
  const { slug, id } = await begun();
  await expect(step(slug, { stage: "documented" })).rejects.toMatchObject({ code: "item_experience.not_so_far" });
  await step(slug, { stage: "shared" }, karin);
  await step(slug, { stage: "documented", saidOn: "2027-03-02" }, karin);
  await expect(step(slug, { stage: "followedUp", saidOn: "2027-03-01" })).rejects.toMatchObject({
    problems: [{ path: "saidOn", code: "item_experience.before_the_last" }],
  });
  await expect(step(slug, { stage: "followedUp", saidOn: "2027-03-19" })).rejects.toMatchObject({
    problems: [{ path: "saidOn", code: "item_experience.day_to_come" }],
  });
  await expect(step(slug, { stage: "shared" }, stranger)).rejects.toMatchObject({ kind: "forbidden" });
  expect((await standing(slug)).stage).toBe("documented");
  expect((await stepsOf(db, id)).map(({ stage }) => stage)).toEqual(["documented", "shared"]);
});

test("proven is said by a named body with a day to look again, by those who publish, and never for ever", async () => {
  const { slug, id } = await begun({ stage: "examined" });
  const proven = { stage: "proven", bodyId: body, reviewOn: "2029-03-01" };
  for (const missing of [{ bodyId: "" }, { reviewOn: "" }, { reviewOn: "2027-02-01" }])
    expect(
      ExperienceStep.safeParse({ ...proven, ...missing, reason: "X", saidOn: "2027-03-01", version: 1 }).success,
    ).toBe(false);
  await expect(step(slug, proven, karin)).rejects.toMatchObject({ code: "item_experience.said_by_publishers" });
  await expect(step(slug, { ...proven, reviewOn: "2027-03-10" })).rejects.toMatchObject({
    problems: [{ path: "reviewOn" }],
  });
  await step(slug, proven);
  const [said] = await stepsOf(db, id);
  expect(said).toMatchObject({ stage: "proven", body: "Chefsnätverket" });
  expect(said?.reviewOn?.toString()).toBe("2029-03-01");
  expect((await standing(slug)).reviewDue?.toString()).toBe("2028-03-18");
  await step(slug, { ...proven, saidOn: "2027-03-18", reviewOn: "2028-01-01" });
  expect((await standing(slug)).reviewDue?.toString()).toBe("2028-01-01");
  await expect(step(slug, { stage: "withdrawn" }, karin)).rejects.toMatchObject({ kind: "forbidden" });
  await step(slug, { stage: "withdrawn", saidOn: "2027-03-18" });
  expect((await standing(slug)).stage).toBe("withdrawn");
});

test("the profile is judged criterion by criterion, each with what shows it, and what nobody said stays unsaid", async () => {
  const { slug, id } = await begun();
  expect(ExperienceProfile.safeParse({ version: 1, shared: { score: "2" } }).success).toBe(false);
  const { version } = await standing(slug);
  const judge = (wish: object) => judgeExperienceItem(db, karin, now, slug, ExperienceProfile.parse(wish));
  await judge({ version, shared: { score: "2", evidence: "Fem enheter" }, ethics: { score: "0" } });
  const said = (await profileOf(db, id)).filter(({ score }) => score !== null);
  expect(said).toEqual([
    { criterion: "shared", score: 2, evidence: "Fem enheter" },
    { criterion: "ethics", score: 0, evidence: null },
  ]);
  await expect(judge({ version })).rejects.toMatchObject({ code: "item.changed_meanwhile" });
  const research = await item(unit);
  await expect(step(research.slug, { stage: "shared" })).rejects.toMatchObject({ code: "item_experience.is_none" });
});

test("the database knows the same stages", async () => {
  const { rows } = await sql<{ says: string }>`
    select pg_get_constraintdef(oid) as says from pg_constraint
    where conrelid = 'experience_step'::regclass and pg_get_constraintdef(oid) like '%individual%'`.execute(ownerDb);
  const known = [...(rows[0]?.says ?? "").matchAll(/'(\w+)'::text/gu)].map(([, stage]) => stage);
  expect(known).toEqual([...experienceStages]);
  expect(Object.keys(experienceSteps)).toEqual([...experienceStages]);
});
