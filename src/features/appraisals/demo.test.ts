import { expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { differenceOf } from "#features/appraisals/adoption/difference/queries.ts";
import { adoptionJobs } from "#features/appraisals/adoption/jobs.ts";
import { answeredChecklist } from "#features/appraisals/answers/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { loadAppraisalsDemo } from "#features/appraisals/demo.ts";
import { introductionInside } from "#features/appraisals/introduction/queries.ts";
import { perspectivesOf } from "#features/appraisals/perspective/queries.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { loadOwnChecklist } from "#features/workshops/checklist/own/commands.ts";
import { dateIn } from "#kernel/clock.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../test/database.ts";
import { noon } from "../../../test/given-rounds.ts";
import { runJobs } from "../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-01");

await loadReferenceData(db);
await loadOwnChecklist(db, now);
const ground = await loadOrganisationDemo(db, now);
const { tried, open, takenOver } = await loadAppraisalsDemo(db, ground, now);
const today = dateIn(now());

test("the demo tries one method and weighs another, each with its three sources", async () => {
  const { appraisal } = await appraisalInside(db, ground.planner, tried.slug, today);
  expect(appraisal.state).toBe("decided");
  expect((await appraisalInside(db, ground.planner, open.slug, today)).appraisal).toMatchObject({
    state: "weighing",
    isInUse: true,
  });
  const { introduction, followed } = await introductionInside(db, ground.planner, tried.slug, today);
  expect(introduction?.phase).toBe("initialUse");
  expect(introduction?.steps.some(({ kind }) => kind === "takenAway")).toBe(true);
  expect(followed.map(({ checks }) => checks.length)).toEqual([3, 3, 3, 3]);
  const sources = await db
    .selectFrom("appraisal_source")
    .where("appraisal_id", "in", [tried.id, open.id, takenOver.id])
    .select("source")
    .execute();
  expect(sources).toHaveLength(9);
});

test("what the demo decided rests on answers somebody owns, one of them not known, and on views from staff and service users", async () => {
  const inside = await appraisalInside(db, ground.planner, tried.slug, today);
  const { questions, tally } = await answeredChecklist(db, inside);
  expect(tally).toEqual({ answered: 7, unknown: 1, notRelevant: 0, waiting: 0, all: 8 });
  for (const { answer } of questions.filter(({ isAsked }) => isAsked)) {
    expect(answer?.owner).not.toBeNull();
    expect(answer?.standing === "unknown" ? answer.knownBy : answer?.source).not.toBeNull();
  }
  const perspectives = await perspectivesOf(db, inside);
  expect(perspectives.map(({ audience, said }) => [audience, said])).toEqual([
    ["staff", 3],
    ["serviceUsers", 2],
  ]);
});

test("what the demo took over differs from where it was taken in one source and two answers, and nobody is told", async () => {
  const inside = await appraisalInside(db, ground.planner, takenOver.slug, today);
  const difference = await differenceOf(db, ground.planner, inside, today);
  expect(difference?.sources.map(({ isSame }) => isSame)).toEqual([true, true, false]);
  expect(difference?.questions.filter(({ ours }) => ours !== null)).toHaveLength(2);
  await runJobs(db, adoptionJobs, { now, translate: translators(catalogues) });
  expect(await ownerDb.selectFrom("mail").select("id").execute()).toEqual([]);
});
