import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Programs } from "#platform/database/postgres-programs.ts";
import type { ServerUser } from "#platform/database/server-user.ts";

/** The embedded database's files: a PostgreSQL cluster in DATA_DIR/postgres, ready to be started. */
export type Cluster = {
  readonly dataDir: string;
  readonly folder: string;
  readonly programs: Programs;
  readonly user: ServerUser;
  readonly password: string;
};

export const superuser = "sammanvagt";

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * How a program of PostgreSQL is started for a cluster: as the right account, standing in the cluster's folder, and
 * with nothing of our environment, where a PGPORT or a foreign language would change what it does and says.
 */
export function surroundings({ user }: Pick<Cluster, "user">, cwd: string) {
  return { cwd, ...user, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } };
}

/**
 * The name by which a program that stands in its folder calls it. As root, PostgreSQL's own account may not be let
 * through the folders above, such as root's home; it is let through where it already stands.
 */
export function here(folder: string): string {
  return process.getuid?.() === 0 && process.platform === "linux" ? "/proc/self/cwd" : folder;
}

/** What PostgreSQL wrote about itself when it started; it may be dead since. */
export function runningIn(folder: string): { pid: number; socketFolder: string } | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), socketFolder: lines[4]?.trim() ?? "" };
  } catch {
    return undefined;
  }
}
