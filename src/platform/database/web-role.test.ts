import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";

const { db, ownerDb, address, ownerAddress } = await testDatabase();

const owned = sql<{ count: number }>`
  select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)
    and relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))`;

test("the web's role owns nothing", async () => {
  expect((await owned.execute(db)).rows).toEqual([{ count: 0 }]);
  expect((await owned.execute(ownerDb)).rows[0]?.count).toBeGreaterThan(20);
});

test("the web logs in as another role than the owner, who has no special rights", async () => {
  const { rows } = await sql`
    select current_user as name, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user`.execute(
    db,
  );
  expect(rows).toEqual([
    { name: address.user, rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false },
  ]);
  expect(address.user).not.toBe(ownerAddress.user);
});

test.each([
  "create table mine (id integer)",
  "create schema mine",
  "create function mine() returns integer language sql as 'select 1'",
  "drop table person",
  "alter table person add column extra text",
  "truncate person",
  "create index on person (id)",
  "alter table person disable trigger all",
  "select value from platform_secret",
  "delete from schema_migration",
  "drop table pgboss.job",
  "create role other",
  "set role sammanvagt",
])("the web's role may not: %s", async (statement) => {
  await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ code: "42501" });
});

test("the owner may, so it is the role that stops the web", async () => {
  await sql`create table owners (id integer)`.execute(ownerDb);
  await sql`create index on owners (id)`.execute(ownerDb);
  await expect(sql`insert into owners values (1)`.execute(db)).resolves.toBeDefined();
  await sql`drop table owners`.execute(ownerDb);
});

test("nobody comes in without the password", async () => {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ ...address, password: "guessed" });
  await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
});
