import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrationStatus, migrations, openDatabase, versionProblem, withOwner } from "#platform/database/open.ts";
import { emptyDatabase, urlOf } from "../../../test/database.ts";

/** A data folder that nothing may be put into. */
function untouchedFolder(): string {
  const folder = join(inject("databaseFolder"), "..", `test-${process.pid}-open`);
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const outside = (databaseUrl: string, databaseWebUrl?: string) => ({
  dataDir: untouchedFolder(),
  databaseUrl,
  databaseWebUrl,
});

test("an outside database is migrated by its owner and used by a role that owns nothing, and no server is started", async () => {
  const where = outside(urlOf(await emptyDatabase()));
  const database = await openDatabase(where, "server");
  onTestFinished(database.close);

  expect(database.migrated).toEqual(migrations().map(({ name }) => name));
  expect(existsSync(join(where.dataDir, "postgres"))).toBe(false);
  await expect(sql`drop table person`.execute(database.db)).rejects.toMatchObject({ code: "42501" });
  const { rows } =
    await sql`select current_setting('timezone') as zone, current_setting('statement_timeout') as patience`.execute(
      database.db,
    );
  expect(rows).toEqual([{ zone: "UTC", patience: "30s" }]);
});

test("several processes open the same outside database at once, as the same role", async () => {
  const where = outside(urlOf(await emptyDatabase()));
  const opened = await Promise.all([
    openDatabase(where, "server"),
    openDatabase(where, "server"),
    openDatabase(where, "command"),
  ]);
  onTestFinished(async () => void (await Promise.all(opened.map(({ close }) => close()))));
  expect(new Set(opened.map(({ address }) => address.password)).size).toBe(1);
});

test("a copy of a database on another server gets its role back with the password it knows", async () => {
  const address = await emptyDatabase();
  const first = await openDatabase(outside(urlOf(address)), "command");
  await first.close();
  await withOwner(address, (owner) =>
    owner.query(`alter role ${pg.escapeIdentifier(String(first.address.user))} password 'another'`),
  );

  const second = await openDatabase(outside(urlOf(address)), "command");
  onTestFinished(second.close);
  expect(second.address).toEqual(first.address);
  await expect(sql`select 1 as one`.execute(second.db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

/** An owner without the right to make roles, as many hosted databases give, and a role made by the host for the web. */
async function hosted() {
  const address = await emptyDatabase();
  const suffix = String(address.database);
  const roles = { owner: `owner_${suffix}`, web: `role_${suffix}` };
  await withOwner(address, async (superuser) => {
    for (const role of Object.values(roles)) await superuser.query(`create role ${role} login password 'known'`);
    await superuser.query(`alter database ${suffix} owner to ${roles.owner}`);
  });
  const as = (user: string) => urlOf({ ...address, user, password: "known" });
  return { ownerUrl: as(roles.owner), webUrl: as(roles.web) };
}

test("an owner who may not make roles is told what to set", async () => {
  const { ownerUrl } = await hosted();
  await expect(openDatabase(outside(ownerUrl), "server")).rejects.toThrow(
    "The role in DATABASE_URL may not create roles, and the web needs a role that owns nothing: give it CREATEROLE, or set DATABASE_WEB_URL.",
  );
});

test("DATABASE_WEB_URL names the web's role where the owner may not make one", async () => {
  const { ownerUrl, webUrl } = await hosted();
  const database = await openDatabase(outside(ownerUrl, webUrl), "server");
  onTestFinished(database.close);
  await expect(sql`select count(*) as people from person`.execute(database.db)).resolves.toMatchObject({
    rows: [{ people: 0 }],
  });
  await expect(sql`drop table person`.execute(database.db)).rejects.toMatchObject({ code: "42501" });
});

test("DATABASE_WEB_URL may not name the owner", async () => {
  const { ownerUrl } = await hosted();
  await expect(openDatabase(outside(ownerUrl, ownerUrl), "server")).rejects.toThrow(
    "owns the database: name a role that owns nothing",
  );
});

test("a database that cannot be reached is told in one sentence without its password", async () => {
  const opening = openDatabase(outside("postgresql://owner:hunter2@127.0.0.1:1/sammanvagt"), "server");
  await expect(opening).rejects.toThrow("The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1.");
});

test.each([
  {
    number: 140_012,
    name: "14.12",
    told: "The database in DATABASE_URL is PostgreSQL 14.12; version 15 or later is needed.",
  },
  { number: 150_000, name: "15.0", told: undefined },
  { number: 180_004, name: "18.4", told: undefined },
])("PostgreSQL $name: $told", ({ number, name, told }) => {
  expect(versionProblem({ number, name })).toBe(told);
});

test("the status of the migrations is told without running any", async () => {
  const where = outside(urlOf(await emptyDatabase()));
  const waiting = migrations().map(({ name }) => ({ name, ranAt: undefined, problem: undefined }));
  expect(await migrationStatus(where)).toEqual(waiting);
  expect(await migrationStatus(where)).toEqual(waiting);
});
