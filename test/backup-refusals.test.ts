import { readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test, vi } from "vitest";
import type { Config } from "../src/config.ts";
import { Refusal } from "../src/kernel/refusal.ts";
import { checkedBackup } from "../src/platform/backup/backup-reading.ts";
import type { Migration } from "../src/platform/database/migrations.ts";
import { migrations } from "../src/platform/database/open.ts";
import { openFiles } from "../src/platform/files/files.ts";
import {
  asOwner,
  asOwnerOf,
  backedUp,
  type Content,
  contentOf,
  countIn,
  filled,
  key,
  newFolder,
  opened,
  otherKey,
  outside,
  restored,
  version,
} from "./backup-ground.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// What is not a good backup is refused, and nothing is changed.
let source: Config;
let backup: string;
let target: Config;
let content: Content;

beforeAll(async () => {
  source = await outside();
  await filled(source);
  backup = (await backedUp(source)).file;
  target = await outside();
  await restored(target, backup);
  content = await contentOf(target);
});

/** Tries to restore over what is there, and gives the code of the refusal. */
async function refusal(file: string, over: Parameters<typeof restored>[2] = {}): Promise<string> {
  const problem = await restored(target, file, { replace: true, ...over }).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(Refusal);
  expect(await contentOf(target)).toEqual(content);
  return (problem as Refusal).code;
}

function changed(change: (bytes: Buffer) => Buffer): string {
  const file = join(newFolder(), "kopia.age");
  writeFileSync(file, change(readFileSync(backup)));
  return file;
}

test("another key", async () => {
  expect(await refusal(backup, { key: otherKey })).toBe("backup.wrong_key");
});

test("a file that is something else", async () => {
  for (const text of ["", "Hej", "age-encryption.org/v2\n", "x".repeat(100_000)])
    expect(await refusal(changed(() => Buffer.from(text))), text.slice(0, 20)).toBe("backup.not_a_backup");
  expect(await refusal(join(newFolder(), "nothing"))).toBe("backup.no_file");
  expect(await refusal(newFolder())).toBe("backup.unreadable");
});

test("a byte that was changed, a byte that was cut off", async () => {
  const at = Math.floor(readFileSync(backup).length / 2);
  const flipped = (bytes: Buffer) => bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1);
  expect(await refusal(changed(flipped))).toBe("backup.damaged");
  expect(await refusal(changed((bytes) => bytes.subarray(0, -1)))).toBe("backup.damaged");
});

test("whichever byte it is, the first reading finds it", async () => {
  const whole = readFileSync(backup);
  const file = join(newFolder(), "kopia.age");
  const check = async (bytes: Buffer) => {
    writeFileSync(file, bytes);
    const handle = await open(file);
    try {
      return await checkedBackup(handle, key, version);
    } finally {
      await handle.close();
    }
  };
  expect(await check(whole)).toMatchObject({ bytes: whole.length });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, by, isCut) => {
        const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!isCut) bytes[at] = (bytes[at] ?? 0) ^ by;
        await expect(check(bytes)).rejects.toBeInstanceOf(Refusal);
      },
    ),
    { numRuns: 150 },
  );
});

test("a later release", async () => {
  const { file } = await backedUp(source, { version: "0.2.0" });
  expect(await refusal(file)).toBe("backup.newer");
  expect(await refusal(backup, { migrations: migrations().slice(0, -1) })).toBe("backup.unknown_migration");
  const [first, ...rest] = migrations() as [Migration, ...Migration[]];
  expect(await refusal(backup, { migrations: [{ ...first, checksum: "another" }, ...rest] })).toBe(
    "backup.changed_migration",
  );
});

test("an installation with content, unless it is to be replaced", async () => {
  expect(await refusal(backup, { replace: false })).toBe("backup.not_empty");
});

test("another secret in the environment", async () => {
  const config = { ...target, sessionSecret: "another secret than the one of the backup" };
  await expect(restored(config, backup, { replace: true })).rejects.toMatchObject({ code: "backup.other_secret" });
});

test("a server that runs", async () => {
  await opened(target, async ({ db }) => {
    await sql`select 1`.execute(db); // A process is known by its connections.
    const problem = await restored(target, backup, { replace: true }).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: "backup.running", details: { processes: String(process.pid), count: 1 } });
  });
  expect(await contentOf(target)).toEqual(content);
});

test("somebody who holds a table", async () => {
  await asOwner(target, async (owner) => {
    await owner.query("begin; lock table person in access share mode");
    expect(await refusal(backup, { patience: "200ms" })).toBe("backup.busy");
    await owner.query("rollback");
  });
});

test("rows that do not belong together, found when they are all there", async () => {
  const broken = await outside();
  await restored(broken, backup);
  await asOwnerOf(
    broken,
    "alter table role_assignment drop constraint role_assignment_person_id_fkey",
    "update role_assignment set person_id = gen_random_uuid()",
  );
  await openFiles(broken.dataDir).keep(Buffer.from("a second attachment"));
  const { file } = await backedUp(broken);
  await expect(restored(target, file, { replace: true })).rejects.toMatchObject({ code: "23503" });
  expect(await contentOf(target)).toEqual(content);
});

test("a database that is somebody else's", async () => {
  const config = await outside();
  await asOwnerOf(config, "create table accounts (id integer)");
  await expect(restored(config, backup, { replace: true })).rejects.toMatchObject({ code: "backup.others_database" });
  expect(await countIn(config, "accounts")).toBe(0);
});
