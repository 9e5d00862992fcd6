import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build as viteBuild } from "vite";
import { fingerprint, isBuilt } from "../bin/built.js";

const root = join(import.meta.dirname, "..");
// Beside dist and as deep, so that the source maps still point at src when the folder has been moved into place.
const dist = join(root, "dist");
const lock = `${dist}.lock`;

/**
 * Builds the client and the server into dist. Everything is made in a folder of its own and moved into place
 * when it is whole, so a build that fails or is killed leaves the last good one.
 */
async function build(): Promise<void> {
  const making = `${dist}.making-${process.pid}`;
  const replaced = `${dist}.replaced-${process.pid}`;
  const print = fingerprint(root);
  try {
    const both = [one("vite.config.ts", join(making, "client")), one("vite.server.config.ts", join(making, "server"))];
    await Promise.allSettled(both); // neither writes any more, whatever happened
    await Promise.all(both);
    writeFileSync(join(making, "stamp"), print);
    moveAway(dist, replaced);
    renameSync(making, dist);
  } finally {
    for (const folder of [making, replaced]) rmSync(folder, { recursive: true, force: true });
  }
}

async function one(config: string, outDir: string): Promise<void> {
  await viteBuild({ root, configFile: join(root, config), logLevel: "warn", build: { outDir, emptyOutDir: true } });
}

function moveAway(folder: string, to: string): void {
  try {
    renameSync(folder, to);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
}

/** Lets one process build at a time; those who waited find the build made and go on. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  while (!isTaken()) {
    if (isAbandoned()) rmSync(lock, { force: true });
    else await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether this process got the lock. */
function isTaken(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** A lock whose process is gone, or that nobody has had time to sign for ten seconds. */
function isAbandoned(): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    if (holder > 0) return !isRunning(holder);
    return Date.now() - statSync(lock).mtimeMs > 10_000;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

const onlyIfStale = process.argv.includes("--if-stale");
const started = performance.now();
try {
  const did = await alone(async () => {
    if (onlyIfStale && isBuilt(root)) return false;
    await build();
    return true;
  });
  if (did) console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
