import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { type FileKey, openFiles } from "#platform/files/files.ts";
import { forgetUnused, keyColumns } from "#platform/files/unused-files.ts";
import { packageRoot } from "#platform/package-root.ts";
import { testDatabase } from "../../../test/database.ts";
import { givenRounds, noon } from "../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const folder = mkdtempSync(join(tmpdir(), "unused-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = openFiles(folder);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const now = Temporal.Now.instant();
const dayAfterTomorrow = now.add({ hours: 48 });

async function refersTo(key: FileKey) {
  const { id } = await given.published(organiser);
  const file = { file_key: key, file_name: "a.txt", file_type: "txt" as const, file_size: 1 };
  const shown = { title: "A", shown: "before" as const, to_read: false, added_at: noon("2027-09-01")() };
  await ownerDb
    .insertInto("session_material")
    .values({ id: crypto.randomUUID() as never, session_id: await given.session(id), ...file, ...shown })
    .execute();
}

test("a file that something refers to is never thrown away, and one that nothing does is after a day", async () => {
  const [used, unused] = [await files.keep(bytesOf("used")), await files.keep(bytesOf("unused"))];
  await refersTo(used);
  expect(await forgetUnused(db, files, now)).toBe(0);
  expect(await forgetUnused(db, files, dayAfterTomorrow)).toBe(1);
  expect(await files.keys()).toEqual([used]);
  expect(await files.read(unused)).toBeUndefined();
});

test("the same bytes kept again are kept from then, so that nothing goes from under those about to refer to it", async () => {
  const key = await files.keep(bytesOf("again"));
  const path = join(folder, "files", key.slice(0, 2), key);
  utimesSync(path, 0, 0);
  const moment = Temporal.Now.instant().subtract({ minutes: 1 });
  expect(await files.keep(bytesOf("again"))).toBe(key);
  expect(await files.forgetUnlessKeptSince(key, moment)).toBe(false);
  expect(await files.read(key)).toEqual(bytesOf("again"));
  // Had nobody kept it again, it would have gone.
  utimesSync(path, 0, 0);
  expect(await files.forgetUnlessKeptSince(key, moment)).toBe(true);
  expect(await files.forgetUnlessKeptSince(key, moment)).toBe(false);
  expect(readdirSync(join(folder, "files", "drafts"))).toEqual([]);
});

test("while it is kept and thrown away at the same time, whoever keeps a file has it", async () => {
  const moment = Temporal.Now.instant().subtract({ minutes: 1 });
  for (let round = 0; round < 40; round += 1) {
    const key = await files.keep(bytesOf("raced"));
    utimesSync(join(folder, "files", key.slice(0, 2), key), 0, 0);
    await Promise.all([files.forgetUnlessKeptSince(key, moment), files.keep(bytesOf("raced"))]);
    expect(await files.read(key)).toBeDefined();
  }
});

test("every column that may hold the key of a file says so by its type", async () => {
  const known = (await keyColumns(db)).map(({ table, column }) => `${table}.${column}`);
  expect(known).toEqual(expect.arrayContaining(["organisation_look.mark_key", "session_material.file_key"]));
  const { rows } = await sql<{ column: string }>`
    select c.relname || '.' || a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'varchar'::regtype)
      and (a.attname like '%file\\_key' or a.attname like '%mark\\_key' or exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
          and pg_get_constraintdef(k.oid) like '%[0-9a-f]{64}%'))`.execute(ownerDb);
  // The checksum of a file that stands in the database itself, so that the same one is not taken in twice.
  expect(rows.map(({ column }) => column)).toEqual(["organisation_import.hash"]);
});

test("whoever keeps files writes a table that holds their keys", async () => {
  const tables = new Set((await keyColumns(db)).map(({ table }) => table));
  const sources = readdirSync(join(packageRoot, "src/features"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path) && !path.includes(".test."))
    .map((path) => ({ path, text: readFileSync(join(packageRoot, "src/features", path), "utf8") }));
  const keeping = sources.filter(({ text }) => /\bfiles\.keep\(/u.test(text));
  expect(keeping.length).toBeGreaterThan(1);
  for (const { path, text } of keeping) {
    const written = [...text.matchAll(/\b(?:insertInto|updateTable)\("(\w+)"\)/gu)].map(([, table = ""]) => table);
    expect({ path, holdsKeys: written.some((table) => tables.has(table)) }).toEqual({ path, holdsKeys: true });
  }
});
