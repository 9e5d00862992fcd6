import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isAlive } from "../src/platform/database/cluster.ts";
import { stopEmbeddedServer } from "../src/platform/database/embedded-server.ts";
import { packageRoot } from "../src/platform/package-root.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The data folder of this run's database server; the first test file that needs one starts it. */
    databaseFolder: string;
  }
}

const temporary = join(packageRoot, ".tmp");

/** Gives the run a folder for its database server, and stops and removes whatever stands there afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(temporary, { recursive: true });
  await removeLeftOvers();
  const folder = join(temporary, `test-${process.pid}`);
  project.provide("databaseFolder", folder);
  return () => remove(folder);
}

/** What runs that were killed left behind. */
async function removeLeftOvers(): Promise<void> {
  for (const name of readdirSync(temporary)) {
    const pid = /^(?:test|types)-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await remove(join(temporary, name));
  }
}

async function remove(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await stopEmbeddedServer(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
