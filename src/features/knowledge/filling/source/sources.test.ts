import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { NewHarvestSource } from "#features/knowledge/filling/filling-words.ts";
import { addSource, changeSource, harvestNow, restSource } from "#features/knowledge/filling/source/commands.ts";
import { sourceInside, sourcesListed } from "#features/knowledge/filling/source/queries.ts";
import { fillingToDo } from "#features/knowledge/filling/todo/queries.ts";
import { newId } from "#kernel/ids.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const other = await organisation({ name: "FoU Väst" });
const eva = await someone("developmentLeader", { organisation: unit });
const nils = await someone("unitManager", { organisation: unit });
const vera = await someone("developmentLeader", { organisation: other });

describe("an archive", () => {
  const wish = (over: object = {}) =>
    NewHarvestSource.parse({
      organisationId: unit,
      name: "DiVA",
      address: `https://diva.example.se/${newId()}`,
      every: "week",
      ...over,
    });

  test("is kept by those who publish, and asked at once in a job", async () => {
    const words = wish();
    await expect(addSource(db, nils, now, words)).rejects.toMatchObject({ code: "filling.may_not_keep_sources" });
    await expect(addSource(db, vera, now, words)).rejects.toMatchObject({ code: "filling.may_not_keep_sources" });
    const id = await addSource(db, eva, now, words);
    const { rows } =
      await sql`select 1 from pgboss.job where name = 'knowledge.harvest' and singleton_key = ${id}`.execute(ownerDb);
    expect(rows).toHaveLength(1);
    await expect(addSource(db, eva, now, words)).rejects.toMatchObject({ code: "filling.is_harvested" });
    expect((await sourceInside(db, nils, id)).can.keep).toBe(false);
    await expect(restSource(db, nils, id, true)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(sourceInside(db, vera, id)).rejects.toMatchObject({ kind: "not_found" });
    expect((await sourcesListed(db, vera)).map((each) => each.id)).not.toContain(id);
  });

  test("with another address begins anew, and whoever read an older version is told", async () => {
    const words = wish();
    const id = await addSource(db, eva, now, words);
    await ownerDb
      .updateTable("harvest_source")
      .set({ harvested_until: "2027-03-01", began_at: now(), resumption: "x" })
      .where("id", "=", id)
      .execute();
    const { organisationId: _, ...archive } = words;
    await changeSource(db, eva, id, { ...archive, name: "DiVA i länet", version: 1 });
    const row = () => ownerDb.selectFrom("harvest_source").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ name: "DiVA i länet", resumption: "x", harvested_until: "2027-03-01" });
    await changeSource(db, eva, id, { ...archive, setSpec: "fou", version: 2 });
    expect(await row()).toMatchObject({ set_spec: "fou", resumption: null, harvested_until: null, began_at: null });
    await expect(changeSource(db, eva, id, { ...archive, version: 2 })).rejects.toMatchObject({
      code: "filling.changed_meanwhile",
    });
  });

  test("that rests or has asked us to wait is not asked now", async () => {
    const id = await addSource(db, eva, now, wish());
    await restSource(db, eva, id, true);
    await restSource(db, eva, id, true);
    await expect(harvestNow(db, eva, now, id)).rejects.toMatchObject({ code: "filling.is_resting" });
    await restSource(db, eva, id, false);
    await harvestNow(db, eva, now, id);
    await ownerDb
      .updateTable("harvest_source")
      .set({ rests_until: now().add({ hours: 1 }), failures: 3, last_problem: "slow" })
      .where("id", "=", id)
      .execute();
    await expect(harvestNow(db, eva, now, id)).rejects.toMatchObject({ code: "filling.waits_to_be_asked" });
    expect(await fillingToDo(db, eva)).toContainEqual({ kind: "failing", id, name: "DiVA" });
    expect(await fillingToDo(db, nils)).toEqual([]);
  });

  test.each(["file:///etc/passwd", "javascript:alert(1)", "hej", "", `https://e.se/${"x".repeat(3_000)}`])(
    "is not at %s",
    (address) => {
      expect(NewHarvestSource.safeParse({ organisationId: unit, name: "x", address, every: "day" }).success).toBe(
        false,
      );
    },
  );
});
