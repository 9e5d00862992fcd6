import { expect, test } from "vitest";
import { loadStartingPoints, startingPoints } from "#features/knowledge/filling/own/commands.ts";
import { loadNationalTerms } from "#features/knowledge/item/terms/commands.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18");

test("the starting points are published without an organisation, once, and worded anew when their edition rises (R108)", async () => {
  await loadNationalTerms(db);
  await Promise.all([loadStartingPoints(db, now), loadStartingPoints(db, now)]);
  await loadStartingPoints(db, now);
  const { edition, points } = await startingPoints();
  const rows = () =>
    ownerDb
      .selectFrom("knowledge_version as v")
      .innerJoin("starting_point as p", "p.item_id", "v.item_id")
      .innerJoin("knowledge_item as i", "i.id", "v.item_id")
      .select(["p.name", "v.state", "v.version_no as no", "v.says", "i.organisation_id as organisation"])
      .execute();
  const first = await rows();
  expect(first).toHaveLength(points.length);
  expect(first.every(({ state, organisation: of }) => state === "published" && of === null)).toBe(true);
  const reworded = points.map((point, at) => (at === 0 ? { ...point, says: "Sagt på ett annat sätt." } : point));
  await loadStartingPoints(db, now, { edition: edition + 1, points: reworded });
  const second = await rows();
  expect(second).toHaveLength(points.length + 1);
  expect(
    second
      .filter(({ name }) => name === points[0]!.name)
      .map(({ state, no }) => `${no} ${state}`)
      .toSorted(),
  ).toEqual(["1 replaced", "2 published"]);
  // Every word they are sorted by is one of the national ones.
  const slugs = new Set((await ownerDb.selectFrom("knowledge_term").select("slug").execute()).map(({ slug }) => slug));
  expect(points.flatMap(({ terms }) => terms).filter((slug) => !slugs.has(slug))).toEqual([]);
});
