import { sql } from "kysely";
import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { loadAppraisalsDemo } from "#features/appraisals/demo.ts";
import { loadKnowledgeDemo } from "#features/knowledge/demo.ts";
import { itemsListed } from "#features/knowledge/item/listing/queries.ts";
import { itemKinds } from "#features/knowledge/item/item.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { loadNationalTerms } from "#features/knowledge/item/terms/commands.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
import { lineageOf } from "#features/knowledge/lineage/queries.ts";
import { readingLists } from "#features/knowledge/reading/queries.ts";
import { loadMeetingsDemo } from "#features/meetings/demo.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { loadOwnChecklist } from "#features/workshops/checklist/own/commands.ts";
import { testDatabase } from "../../../test/database.ts";
import { givenRounds, noon } from "../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18");
const today = dateIn(now());

await loadReferenceData(db);
await loadOwnChecklist(db, now);
await loadNationalTerms(db);
const ground = await loadOrganisationDemo(db, now);
await givenRounds(ownerDb).published(ground.organisationId, { title: "Tidiga samordnade insatser för barn och unga" });
await loadMeetingsDemo(db, ground, now);
await loadAppraisalsDemo(db, ground, now);
const { slugs } = await loadKnowledgeDemo(db, ground, now);
const { planner } = ground;

test("about forty items of all five kinds are open to anybody, and every one says that it is invented", async () => {
  const { items, count } = await itemsListed(db, nobody, { which: "all", limit: 100 });
  expect(count).toBeGreaterThanOrEqual(36);
  for (const kind of itemKinds) expect(items.filter((item) => item.kind === kind).length, kind).toBeGreaterThan(4);
  expect(items.every(({ source }) => source?.includes("demo"))).toBe(true);
  expect(items.filter(({ stage }) => stage === "proven")).toHaveLength(2);
});

test("some are past their day, and one is retired with an appraisal, a method and a list resting on it", async () => {
  expect((await itemsDue(db, planner, today)).length).toBeGreaterThan(4);
  expect((await debtsOf(db, planner)).map(({ kind, why }) => `${kind} ${why}`).toSorted()).toEqual([
    "appraisal retired",
    "method retired",
    "readingList retired",
  ]);
  const { item } = await itemInside(db, nobody, slugs.get("manual") ?? "", today);
  expect(item.replacedBy?.slug).toBe(slugs.get("newManual"));
  expect((await lineageOf(db, nobody, item)).map(({ kind }) => kind)).toEqual(["readingList"]);
  expect(await readingLists(db, nobody)).toHaveLength(3);
});

test("one is a draft and one is reviewed, which nobody else knows of, and a circle has a list to read", async () => {
  const { rows } = await sql<{ state: string; reviews: number; answers: number }>`
    select v.state, count(r.id)::int as reviews, count(r.verdict)::int as answers
    from knowledge_version v left join knowledge_review r on r.version_id = v.id
    where v.state in ('draft', 'inReview') group by v.id, v.state order by v.state`.execute(ownerDb);
  expect(rows).toEqual([
    { state: "draft", reviews: 0, answers: 0 },
    { state: "inReview", reviews: 2, answers: 1 },
  ]);
  expect((await itemsListed(db, nobody, { which: "all", limit: 100 })).items.map(({ title }) => title)).not.toContain(
    "Tid från anmälan till första samtal",
  );
  const [circle] = await ownerDb.selectFrom("round").where("state", "=", "published").select("id").execute();
  const tied = (await readingLists(db, nobody)).filter(({ roundId }) => roundId !== null);
  expect(tied.map(({ roundId, count }) => ({ roundId, count }))).toEqual([{ roundId: circle?.id, count: 3 }]);
});

test("questions are answered from the three sources, and others wait", async () => {
  const states = await ownerDb.selectFrom("knowledge_question").select("state").execute();
  expect(states.map(({ state }) => state).toSorted()).toEqual(["answered", "answered", "asked", "asked"]);
});
