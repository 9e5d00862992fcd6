import type pg from "pg";
import { expect, test } from "vitest";
import {
  type Migration,
  migrate,
  migrationsIn,
  migrationStates,
  whileMigrating,
} from "#platform/database/migrations.ts";
import { broughtUpToDate, migrations, withOwner } from "#platform/database/open.ts";
import { emptyDatabase } from "../../../test/database.ts";

const one = written("2027-01-01-one.sql", "create table one (id integer); insert into one values (1);");
const two = written("2027-01-02-two.sql", 'create table two (id integer); revoke all on two from :"web";');

function written(name: string, text: string): Migration {
  return { name, text, checksum: `checksum of ${text}` };
}

async function onEmpty(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  await withOwner(await emptyDatabase(), async (owner) => {
    await owner.query("create role migrations_test_web").catch(() => undefined);
    await work(owner);
  });
}

const run = (owner: pg.Client, list: Migration[]) => migrate(owner, list, "migrations_test_web");
const tables = async (owner: pg.Client) =>
  (await owner.query("select tablename from pg_tables where schemaname = 'public' order by 1")).rows.map(
    ({ tablename }) => tablename,
  );

test("each migration runs once, in the order of the names", () =>
  onEmpty(async (owner) => {
    expect(await run(owner, [one])).toEqual([one.name]);
    expect(await run(owner, [one, two])).toEqual([two.name]);
    expect(await run(owner, [one, two])).toEqual([]);
    expect(await tables(owner)).toEqual(["one", "schema_migration", "two"]);
  }));

test("the status tells what has run and what waits, and changes nothing", () =>
  onEmpty(async (owner) => {
    expect(await migrationStates(owner, [one])).toEqual([{ name: one.name, ranAt: undefined, problem: undefined }]);
    expect(await tables(owner)).toEqual([]);
    await run(owner, [one]);
    expect(await migrationStates(owner, [one, two])).toEqual([
      { name: one.name, ranAt: expect.any(Date), problem: undefined },
      { name: two.name, ranAt: undefined, problem: undefined },
    ]);
  }));

test("a migration that was changed after it had run stops everything with its name", () =>
  onEmpty(async (owner) => {
    await run(owner, [one]);
    await expect(run(owner, [{ ...one, checksum: "another" }, two])).rejects.toThrow(
      `The migration ${one.name} was changed after`,
    );
    expect(await tables(owner)).toEqual(["one", "schema_migration"]);
  }));

test("a migration that is gone stops everything with its name", () =>
  onEmpty(async (owner) => {
    await run(owner, [one, two]);
    await expect(run(owner, [two])).rejects.toThrow(
      `The migration ${one.name} has run on this database but is not among`,
    );
  }));

test("a migration that would have to run before one that has run stops everything with its name", () =>
  onEmpty(async (owner) => {
    await run(owner, [two]);
    await expect(run(owner, [one, two])).rejects.toThrow(`The migration ${one.name} has not run, but a later one has`);
  }));

test("a migration that fails halfway leaves nothing of itself, and those before it stay", () =>
  onEmpty(async (owner) => {
    const failing = written("2027-01-02-failing.sql", "create table half (id integer); select 1 / 0;");
    await expect(run(owner, [one, failing])).rejects.toThrow(
      `The migration ${failing.name} failed and nothing of it was kept: division by zero.`,
    );
    expect(await tables(owner)).toEqual(["one", "schema_migration"]);
    expect(await run(owner, [one, two])).toEqual([two.name]);
  }));

test("two processes that start at once run each migration once", async () => {
  const address = await emptyDatabase();
  const start = () => withOwner(address, (owner) => broughtUpToDate(owner, address, undefined));
  const outcomes = await Promise.all([start(), start(), start()]);
  expect(outcomes.map(({ migrated }) => migrated.length).toSorted((a, b) => a - b)).toEqual([
    0,
    0,
    migrations().length,
  ]);
  expect(new Set(outcomes.map((outcome) => outcome.address.password)).size).toBe(1);
});

test("without the lock two processes get in each other's way, so it is the lock that keeps them apart", async () => {
  const address = await emptyDatabase();
  const slow = written("2027-01-01-slow.sql", "create table slow (id integer); select pg_sleep(0.2);");
  const atOnce = (lock: (owner: pg.Client, work: () => Promise<string[]>) => Promise<string[]>) =>
    Promise.allSettled([1, 2].map(() => withOwner(address, (owner) => lock(owner, () => run(owner, [slow])))));
  await withOwner(address, (owner) => owner.query("create role migrations_test_web").catch(() => undefined));

  const unlocked = await atOnce((_owner, work) => work());
  expect(unlocked.filter(({ status }) => status === "rejected")).toHaveLength(1);

  await withOwner(address, (owner) => owner.query("drop table slow; drop table schema_migration"));
  const locked = await atOnce(whileMigrating);
  expect(locked.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});

test("the project's own migrations are found, named by date and words, and sorted", () => {
  const names = migrations().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z-]+\.sql$/);
  expect(names).toEqual(names.toSorted());
});

test("a checksum does not depend on how the checkout ends its lines", async () => {
  const { mkdtempSync, writeFileSync } = await import("node:fs");
  const folder = mkdtempSync(`${(await import("node:os")).tmpdir()}/migrations-`);
  writeFileSync(`${folder}/2027-01-01-lines.sql`, "select 1;\r\nselect 2;\r\n");
  const [windows] = migrationsIn(folder);
  writeFileSync(`${folder}/2027-01-01-lines.sql`, "select 1;\nselect 2;\n");
  const [others] = migrationsIn(folder);
  expect(windows).toEqual(others);
});
