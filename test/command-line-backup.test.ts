import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { startServer } from "../bench/server-process.ts";
import { commandLine, jsonOf } from "./command-line.ts";

const { run } = await commandLine();

// An installation as it comes: its own database in a folder, nothing set.
const folder = join(inject("databaseFolder"), "..", `test-${process.pid}-keeping`);
const data = join(folder, "data");
const file = join(folder, "kopia.age");
const keyFile = join(folder, "nyckel");
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const alone = { DATA_DIR: data, DATABASE_URL: "", BACKUP_KEY: "" };
const command = (words: string[], env: NodeJS.ProcessEnv = {}) => run(words, { env: { ...alone, ...env } });

type Told = { rows: number; sha256: string };

test("an installation is backed up, lost, restored and in use again", { timeout: 180_000 }, async () => {
  await command(["demo", "load"]);
  const made = await command(["backup", file, "--json"]);
  expect(made.code).toBe(0);
  const told = jsonOf<Told & { key: string }>(made);
  expect(told.rows).toBeGreaterThan(500);
  // The key the installation made for itself is told of, and kept by the owner alone.
  expect(made.err).toContain(told.key);
  expect(statSync(told.key).mode & 0o077).toBe(0);
  expect(statSync(file).mode & 0o077).toBe(0);
  writeFileSync(keyFile, readFileSync(told.key));

  renameSync(data, `${data}-lost`);
  const locked = await command(["restore", file]);
  expect(locked).toMatchObject({ code: 1, out: "" });
  expect(locked.err).toContain("--key-file");
  expect(existsSync(data)).toBe(false);

  const back = await command(["restore", file, "--key-file", keyFile]);
  expect(back).toMatchObject({ code: 0, err: "" });
  expect(back.out).toContain("chain of the audit trail is whole");
  expect(await command(["audit", "verify"])).toMatchObject({ code: 0 });
});

test(
  "what was restored runs, and a server that runs is backed up but not restored over",
  { timeout: 60_000 },
  async () => {
    const server = await startServer(data, { DATABASE_URL: "" });
    try {
      const password = new URLSearchParams({ email: "maja.ek@example.se", password: "cirkel-i-demo" });
      const headers = { origin: server.url, "content-type": "application/x-www-form-urlencoded" };
      const signedIn = await fetch(`${server.url}/logga-in/losenord`, {
        method: "POST",
        headers,
        body: password.toString(),
        redirect: "manual",
      });
      expect(signedIn.status).toBe(303);
      expect(signedIn.headers.get("set-cookie")).toContain("sammanvagt");

      const running = await command(["restore", file, "--key-file", keyFile, "--replace"]);
      expect(running).toMatchObject({ code: 1, out: "" });
      expect(running.err).toContain(String(server.pid));
      expect(await command(["backup", join(folder, "under-drift.age"), "--key-file", keyFile])).toMatchObject({
        code: 0,
      });
    } finally {
      await server.stop();
    }
  },
);

test("a server that knows the public key alone makes backups it cannot read", async () => {
  const secretHalf = join(folder, "hemlig-nyckel");
  const { publicKey } = jsonOf<{ publicKey: string }>(await command(["backup-key", secretHalf, "--json"]));
  const locked = join(folder, "last.age");
  expect(await command(["backup", locked], { BACKUP_KEY: publicKey })).toMatchObject({ code: 0, err: "" });
  const shut = await command(["restore", locked, "--verify-only"], { BACKUP_KEY: publicKey });
  expect(shut).toMatchObject({ code: 1, out: "" });
  expect(shut.err).toContain("can only lock");
  const good = await command(["restore", locked, "--verify-only", "--key-file", secretHalf, "--json"]);
  expect(good).toMatchObject({ code: 0, err: "" });
  expect(jsonOf<Told>(good).rows).toBeGreaterThan(500);
});

const sentences: { why: string; words: string[]; env?: NodeJS.ProcessEnv; code: number; says: string }[] = [
  { why: "a backup in the place of another", words: ["backup", file], code: 1, says: "exists already" },
  { why: "a folder that is not there", words: ["backup", join(folder, "a", "b")], code: 1, says: "Make it first" },
  { why: "a short passphrase", words: ["backup", join(folder, "b")], env: { BACKUP_KEY: "kort" }, code: 1, says: "16" },
  {
    why: "a key file that is not there",
    words: ["backup", join(folder, "b"), "--key-file", join(folder, "c")],
    code: 1,
    says: "cannot be read",
  },
  {
    why: "another key",
    words: ["restore", file, "--replace"],
    env: { BACKUP_KEY: "en helt annan lösenfras" },
    code: 1,
    says: "does not open",
  },
  {
    why: "a mistyped key",
    words: ["restore", file],
    env: { BACKUP_KEY: "age1zvkyg2lqzraa2lnjv" },
    code: 1,
    says: "mistyped",
  },
  { why: "a file that is none", words: ["restore", join(folder, "borta.age")], code: 1, says: "does not exist" },
  {
    why: "a backup of something else",
    words: ["restore", join(data, "postgres-password")],
    code: 1,
    says: "not a backup",
  },
  { why: "no file at all", words: ["restore"], code: 2, says: "file" },
  { why: "a key in the place of another", words: ["backup-key", file], code: 1, says: "exists already" },
];

test.each(sentences)("refuses $why in one line", async ({ words, env, code, says }) => {
  const outcome = await command(words, env);
  expect(outcome).toMatchObject({ code, out: "" });
  expect(outcome.err).toContain(says);
  expect(code === 2 || outcome.err.trim().split("\n").length === 1).toBe(true);
});
