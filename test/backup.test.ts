import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Config } from "../src/config.ts";
import { verifyAudit } from "../src/platform/audit/verify.ts";
import { sealAudit } from "../src/platform/audit/sealer.ts";
import { verifyBackup } from "../src/platform/backup/restore.ts";
import type { Migration } from "../src/platform/database/migrations.ts";
import { migrations, openDatabase } from "../src/platform/database/open.ts";
import { openSignIn } from "../src/installation-sign-in.ts";
import { openFiles } from "../src/platform/files/files.ts";
import {
  asOwner,
  asOwnerOf,
  attachment,
  backedUp,
  type Content,
  contentOf,
  countIn,
  demoLogIn,
  embedded,
  filled,
  hosted,
  key,
  lastRecord,
  newFolder,
  opened,
  outside,
  restored,
  rowsIn,
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

    await opened(config, async (installation) => {
      const {
        db,
        opened: { migrated },
      } = installation;
      expect(migrated).toEqual([]);
      expect(await verifyAudit(db)).toMatchObject({ ok: true });
      expect((await openSignIn(installation).api.signInEmail({ body: demoLogIn })).user.email).toBe(demoLogIn.email);
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
    await vi.waitFor(() => countIn(config, "zebra").then((rows) => expect(rows).toBeGreaterThan(50)), {
      timeout: 30_000,
    });
    const { file } = await backedUp(config);
    stopped = true;
    await writing;

    const rows = await rowsIn(file);
    expect(rows.get("database/aardvark")).toBeGreaterThan(50);
    expect(rows.get("database/zebra")).toBe(rows.get("database/aardvark"));
    // The table itself went on growing: without one moment the numbers would differ.
    expect(await countIn(config, "zebra")).toBeGreaterThan(rows.get("database/zebra") ?? 0);
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
    const due = async () => [await countIn(config, "mailed_link"), await countIn(config, "mail")];
    await restored(config, file, { eraseDue: async () => undefined });
    expect(await due()).toEqual([1, 1]);
    await restored(config, file, { replace: true });
    expect(await due()).toEqual([0, 0]);
  });

  test("nobody comes in before that is done", async () => {
    const config = await outside();
    let isOpen = false;
    let opening: Promise<void> | undefined;
    const eraseDue = async () => {
      opening = openDatabase(config, "command").then(async (database) => {
        isOpen = true;
        await database.close();
      });
      await pause(300);
      expect(isOpen).toBe(false);
    };
    await restored(config, backup, { eraseDue });
    await opening;
    expect(isOpen).toBe(true);
  });

  test("that could not erase what was due says so, for it will be done again", async () => {
    const config = await outside();
    const eraseDue = () => Promise.reject(new Error("no room"));
    await expect(restored(config, backup, { eraseDue })).rejects.toMatchObject({
      code: "backup.not_erased",
      details: { problem: "no room" },
    });
    expect(await contentOf(config, last)).toEqual(before);
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
