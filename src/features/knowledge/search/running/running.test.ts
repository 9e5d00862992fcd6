import { sql } from "kysely";
import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { searched } from "#features/knowledge/search/queries.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenFound } from "../../../../../test/given-found.ts";
import { someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const found = givenFound(ownerDb);
await found.item({ title: "Familjehem för unga", says: "Stöd i hemmet hjälper." });
const titles = async (q: string) =>
  (await searched(db, nobody, someDay, { q, facets: {}, page: 1 })).hits.map(({ title }) => title);

test("what was there is found, and what is changed, retired and taken away is found as it is", async () => {
  await runningSearch(db).isBuilt();
  expect(await titles("familjehem")).toEqual(["Familjehem för unga"]);
  const { id, versionId } = await found.item({ title: "Kontaktperson", says: "Någon att ringa." });
  expect(await titles("kontaktperson")).toEqual(["Kontaktperson"]);
  await ownerDb.updateTable("knowledge_version").set({ title: "Ledsagare" }).where("id", "=", versionId).execute();
  expect([await titles("kontaktperson"), await titles("ledsagare")]).toEqual([[], ["Ledsagare"]]);
  await ownerDb
    .updateTable("knowledge_item")
    .set({ retired_at: Temporal.Now.instant(), retired_reason: "Gäller inte" })
    .where("id", "=", id)
    .execute();
  const { hits } = await searched(db, nobody, someDay, { q: "ledsagare", facets: {}, page: 1 });
  expect(hits).toMatchObject([{ title: "Ledsagare", standing: "retired" }]);
  await ownerDb.deleteFrom("knowledge_version").where("id", "=", versionId).execute();
  expect(await titles("ledsagare")).toEqual([]);
});

test("a change whose transaction is seen late is not passed over", async () => {
  const { versionId } = await found.item({ title: "Sent", says: "Skrivs länge." });
  const late = await ownerDb.startTransaction().execute();
  await late.updateTable("knowledge_version").set({ title: "Aftonskola" }).where("id", "=", versionId).execute();
  // Others come and go meanwhile, with higher numbers, and are taken in.
  await found.item({ title: "Mellan", says: "Emellan." });
  expect(await titles("mellan")).toEqual(["Mellan"]);
  await found.item({ title: "Mellan två", says: "Emellan." });
  expect(await titles("aftonskola")).toEqual([]);
  await late.commit().execute();
  expect(await titles("aftonskola")).toEqual(["Aftonskola"]);
});

test("old notes of changes are of no use, and do no harm", async () => {
  await sql`delete from search_change`.execute(db);
  await found.item({ title: "Efteråt", says: "Det finns." });
  expect(await titles("efteråt")).toEqual(["Efteråt"]);
});
