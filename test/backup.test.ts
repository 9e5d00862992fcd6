import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Config } from "../src/config.ts";
import { Refusal } from "../src/kernel/refusal.ts";
import { verifyAudit } from "../src/platform/audit/verify.ts";
import { sealAudit } from "../src/platform/audit/sealer.ts";
import { checkedBackup } from "../src/platform/backup/backup-reading.ts";
import { verifyBackup } from "../src/platform/backup/restore.ts";
import type { Migration } from "../src/platform/database/migrations.ts";
import { migrations } from "../src/platform/database/open.ts";
import { openFiles } from "../src/platform/files/files.ts";
import {
  asOwner,
  attachment,
  backedUp,
  type Content,
  contentOf,
  demoLogIn,
  embedded,
  filled,
  hosted,
  key,
  lastRecord,
  newFolder,
  opened,
  otherKey,
  outside,
  restored,
  version,
} from "./backup-ground.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let source: Config;
let backup: string;
let before: Content;
let last: number;

beforeAll(async () => {
  source = await embedded();
  await filled(source);
  await opened(source, ({ db }) => sealAudit(db));
  last = await lastRecord(source);
  before = await contentOf(source);
  backup = (await backedUp(source)).file;
});

describe("a backup of the installation that brings its own database", () => {
  test.each([
    { on: "another of its kind", target: embedded },
    { on: "an outside database, whose owner has no special rights", target: outside },
    { on: "an outside database, whose owner may not even make roles", target: hosted },
  ])("gives the same content on $on: every row, job and attachment", async ({ target }) => {
    const config = await target();
    const { audit } = await restored(config, backup);

    expect(audit).toMatchObject({ ok: true });
    expect(audit.sealed).toBeGreaterThan(last);
    expect(await contentOf(config, last)).toEqual(before);
    expect(readFileSync(join(config.dataDir, "session-secret"), "utf8")).toBe(
      readFileSync(join(source.dataDir, "session-secret"), "utf8"),
    );

    await opened(config, async ({ db, authentication, opened: { migrated } }) => {
      expect(migrated).toEqual([]);
      expect(await verifyAudit(db)).toMatchObject({ ok: true });
      expect((await authentication.api.signInEmail({ body: demoLogIn })).user.email).toBe(demoLogIn.email);
      const deed = db.selectFrom("audit_record").select(["via", "about"]).where("what", "=", "platform.restored");
      expect(await deed.execute()).toHaveLength(1);
      expect((await deed.executeTakeFirst())?.via).toBe("operator");
      // New numbers go on where the old ones ended.
      expect((await db.selectFrom("audit_record").select("id").execute()).length).toBeGreaterThan(last);
    });
  });

  test("can be made again from what was restored", async () => {
    const config = await outside();
    await restored(config, backup);
    const home = await outside();
    await restored(home, (await backedUp(config)).file);
    expect(await contentOf(home, last)).toEqual(before);
  });

  test("holds no session that opens an account", async () => {
    const config = await outside();
    await restored(config, backup);
    const tokens = (where: Config) =>
      asOwner(where, async (owner) => (await owner.query<{ token: string }>("select token from sign_in_session")).rows);
    const [known, given] = [await tokens(source), await tokens(config)];
    expect(given).toHaveLength(known.length);
    expect(given).not.toEqual(known);
  });

  test("is made while others write, and shows one moment", async () => {
    const config = await outside();
    await restored(config, backup);
    await asOwnerOf(
      config,
      "create table if not exists zebra (id integer)",
      "create table if not exists aardvark (id integer)",
    );
    let stopped = false;
    const writing = asOwner(config, async (owner) => {
      for (let no = 1; !stopped; no += 1)
        await owner.query(`begin; insert into aardvark values (${no}); insert into zebra values (${no}); commit`);
    });
    await vi.waitFor(() => count(config, "zebra").then((rows) => expect(rows).toBeGreaterThan(50)));
    const { file } = await backedUp(config);
    stopped = true;
    await writing;

    const rows = await rowsIn(file);
    expect(rows.get("database/aardvark")).toBeGreaterThan(50);
    expect(rows.get("database/zebra")).toBe(rows.get("database/aardvark"));
    // The table itself went on growing: without one moment the numbers would differ.
    expect(await count(config, "zebra")).toBeGreaterThan(rows.get("database/zebra") ?? 0);
  });

  test("stands in the audit trail with its sum, and is not written over", async () => {
    const made = await backedUp(source);
    const trail = await asOwner(source, async (owner) => {
      const { rows } = await owner.query(
        "select about from audit_record where what = 'platform.backed_up' order by id desc",
      );
      return rows as { about: string }[];
    });
    expect(trail[0]).toEqual({ about: made.sha256 });
    await expect(backedUp(source, { file: made.file })).rejects.toMatchObject({ code: "backup.exists" });
    expect((await verifyBackup(made.file, { key, version, migrations: migrations() })).sha256).toBe(made.sha256);
  });

  test("that cannot be finished leaves no file", async () => {
    const file = join(newFolder(), "kopia.age");
    const files = { ...openFiles(source.dataDir), read: () => Promise.resolve(Buffer.from("something else")) };
    await expect(backedUp(source, { file, files })).rejects.toMatchObject({ code: "backup.broken_attachment" });
    expect(existsSync(file)).toBe(false);
    await expect(backedUp(source, { file: join(file, "under", "nothing") })).rejects.toMatchObject({
      code: "backup.no_folder",
    });
    await expect(backedUp(await outside())).rejects.toMatchObject({ code: "backup.nothing" });
  });
});

describe("what is not a good backup is refused, and nothing is changed", () => {
  let target: Config;
  let content: Content;
  beforeAll(async () => {
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
    expect(await refusal(changed(() => Buffer.from("Hej")))).toBe("backup.not_a_backup");
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
      return checkedBackup(handle, key, version).finally(() => handle.close());
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
    await opened(target, async () => {
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
    expect(await count(config, "accounts")).toBe(0);
  });
});

describe("after a restore", () => {
  test("what was there before is gone, down to the attachments, and the trail tells of it", async () => {
    const config = await outside();
    await restored(config, backup);
    await openFiles(config.dataDir).keep(Buffer.from("not in the backup"));
    await asOwnerOf(config, "update person set name = 'Någon Annan'");
    await opened(config, ({ db }) => sealAudit(db));

    await restored(config, backup, { replace: true });
    expect(await contentOf(config, last)).toEqual(before);
    const { rows } = await asOwner(config, (owner) =>
      owner.query<{ payload: { before: object; after: object } }>(
        "select payload from audit_record where what = 'platform.restored'",
      ),
    );
    expect(rows[0]?.payload).toMatchObject({
      before: { head: expect.stringMatching(/^\d+:/) as string },
      after: { version },
    });
  });

  test("what was due to be erased since then is erased", async () => {
    const old = await outside();
    await restored(old, backup);
    await asOwnerOf(
      old,
      "update mail set state = 'sent', created_at = '2020-01-01', settled_at = '2020-01-01'",
      "insert into mailed_link (token_hash, purpose, subject, expires_at) values (sha256('x'), 'p', 's', '2020-01-01')",
    );
    const { file } = await backedUp(old);
    expect((await rowsIn(file)).get("database/mail")).toBe(1);

    const config = await outside();
    await restored(config, file);
    expect(await count(config, "mailed_link")).toBe(0);
    expect(await count(config, "mail")).toBe(0);
  });

  test("a backup of an older release is brought up to date", async () => {
    const newer: Migration = {
      name: "2099-01-01-platform-later.sql",
      text: "alter table person add column nickname text; update person set nickname = 'Kalle';",
      checksum: "later",
    };
    const config = await outside();
    await restored(config, backup, { migrations: [...migrations(), newer] });
    await asOwner(config, async (owner) => {
      const { rows } = await owner.query<{ nickname: string }>("select distinct nickname from person");
      expect(rows).toEqual([{ nickname: "Kalle" }]);
      // It counts as having run.
      const { rows: ran } = await owner.query("select 1 from schema_migration where name = $1", [newer.name]);
      expect(ran).toHaveLength(1);
    });
  });

  test("no attachment of a restore that failed is left", async () => {
    const config = await outside();
    await expect(
      restored(config, backup, {
        migrations: [...migrations(), { name: "2099-01-01-platform-broken.sql", text: "select 1 / 0", checksum: "" }],
      }),
    ).rejects.toMatchObject({ code: "22012" });
    expect(await openFiles(config.dataDir).keys()).toEqual([]);
    await restored(config, backup);
    expect(await openFiles(config.dataDir).keys()).toHaveLength(1);
    expect(await openFiles(config.dataDir).keep(attachment)).toBe((await openFiles(config.dataDir).keys())[0]);
  });
});

async function asOwnerOf(config: Config, ...statements: string[]): Promise<void> {
  await asOwner(config, async (owner) => {
    for (const statement of statements) await owner.query(statement);
  });
}

async function count(config: Config, table: string): Promise<number> {
  return asOwner(config, async (owner) => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${pg.escapeIdentifier(table)}`,
    );
    return rows[0]?.count ?? 0;
  });
}

/** How many rows of each table a backup holds, as its manifest says. */
async function rowsIn(file: string): Promise<ReadonlyMap<string, number>> {
  const { manifest } = await verifyBackup(file, { key, version, migrations: migrations() });
  return new Map(manifest.parts.flatMap(({ streams }) => streams.map(({ name, rows }) => [name, rows ?? 0] as const)));
}
