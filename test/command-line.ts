import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, inject } from "vitest";
import { runCommand } from "../src/command-line/run.ts";
import { packageRoot } from "../src/platform/package-root.ts";
import { testDatabase, urlOf } from "./database.ts";

export type Outcome = { code: number | null; out: string; err: string };
type Wish = { input?: string; env?: NodeJS.ProcessEnv };

let folders = 0;

/** The command line on a database of its own: each command runs in this process, with nothing of it but what it is handed. */
export async function commandLine() {
  const database = await testDatabase();
  const folder = join(inject("databaseFolder"), "..", `test-${process.pid}-command-line-${(folders += 1)}`);
  mkdirSync(folder, { recursive: true });
  // A command loads what it needs when it is called: done here, before the time of any test is taken.
  beforeAll(async () => void (await import("../src/main.ts")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outside = { DATA_DIR: folder, DATABASE_URL: urlOf(database.ownerAddress) };

  async function run(words: readonly string[], { input = "", env = {} }: Wish = {}): Promise<Outcome> {
    const outcome: Outcome = { code: null, out: "", err: "" };
    const code = await runCommand(words, {
      env: { ...outside, ...env },
      input: Readable.from([Buffer.from(input)]),
      print: (line) => void (outcome.out += `${line}\n`),
      warn: (line) => void (outcome.err += `${line}\n`),
      untilStopped: async () => undefined,
    });
    return { ...outcome, code };
  }
  return { ...database, folder, outside, run };
}

/** The command line as people run it: each command a process of its own, from the build. */
export function commandProcess(outside: NodeJS.ProcessEnv) {
  beforeAll(() => void execFileSync(process.execPath, [join(packageRoot, "scripts/build.ts"), "--if-stale"]), 120_000);

  const start = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [join(packageRoot, "dist/server/cli.js"), ...words], {
      env: { ...process.env, BASE_URL: "", NODE_ENV: "production", ...outside, ...env },
    });

  async function run(words: readonly string[], { input = "", env = {} }: Wish = {}): Promise<Outcome> {
    const child = start(words, env);
    child.stdin.end(input);
    const outcome: Outcome = { code: null, out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (outcome.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (outcome.err += chunk.toString()));
    return new Promise((resolve) => child.on("close", (code) => resolve({ ...outcome, code })));
  }
  return { start, run };
}

/** What a command printed for a machine. */
export const jsonOf = <T = unknown>({ out }: Outcome): T => JSON.parse(out) as T;
