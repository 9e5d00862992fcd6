import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, inject, vi } from "vitest";
import { packageRoot } from "../src/platform/package-root.ts";
import { testDatabase, urlOf } from "./database.ts";

export type Outcome = { code: number | null; out: string; err: string };
type Wish = { input?: string; env?: NodeJS.ProcessEnv };

let folders = 0;

/** The command line as people run it, a process of its own from the build, on a database of its own. */
export async function commandLine() {
  // Each command is a process that starts from nothing.
  vi.setConfig({ testTimeout: 90_000 });
  const database = await testDatabase();
  const folder = join(inject("databaseFolder"), "..", `test-${process.pid}-command-line-${(folders += 1)}`);
  mkdirSync(folder, { recursive: true });
  beforeAll(() => void execFileSync(process.execPath, [join(packageRoot, "scripts/build.ts"), "--if-stale"]), 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(words: readonly string[], { input = "", env = {} }: Wish = {}): Promise<Outcome> {
    const outside = { DATA_DIR: folder, DATABASE_URL: urlOf(database.ownerAddress), BASE_URL: "" };
    const child = spawn(process.execPath, [join(packageRoot, "dist/server/cli.js"), ...words], {
      env: { ...process.env, ...outside, NODE_ENV: "production", ...env },
    });
    child.stdin.end(input);
    const outcome: Outcome = { code: null, out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (outcome.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (outcome.err += chunk.toString()));
    return new Promise((resolve) => child.on("close", (code) => resolve({ ...outcome, code })));
  }
  return { ...database, folder, run };
}

/** What a command printed for a machine. */
export const jsonOf = <T = unknown>({ out }: Outcome): T => JSON.parse(out) as T;
