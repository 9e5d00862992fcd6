import { expect, test } from "vitest";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { loadAppraisalsDemo } from "#features/appraisals/demo.ts";
import { introductionInside } from "#features/appraisals/introduction/queries.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { loadOwnChecklist } from "#features/workshops/checklist/own/commands.ts";
import { dateIn } from "#kernel/clock.ts";
import { testDatabase } from "../../../test/database.ts";
import { noon } from "../../../test/given-rounds.ts";

const { db } = await testDatabase();
const now = noon("2027-03-01");

test("the demo tries one method and weighs another, each with its three sources", async () => {
  await loadReferenceData(db);
  await loadOwnChecklist(db, now);
  const ground = await loadOrganisationDemo(db, now);
  const { tried, open } = await loadAppraisalsDemo(db, ground, now);
  const today = dateIn(now());
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
    .where("appraisal_id", "in", [tried.id, open.id])
    .select("source")
    .execute();
  expect(sources).toHaveLength(6);
});
