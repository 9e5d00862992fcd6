import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { StartProblem } from "#platform/start-problem.ts";

/** The account PostgreSQL runs as; undefined = our own. Only root needs another: PostgreSQL refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** Whose account runs the cluster: whoever owns it already, else `postgres`, which is made on machines without one. */
export function serverUser(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return account("postgres") ?? makeAccount("postgres");
}

function account(name: string): ServerUser {
  try {
    return { uid: idOf("-u", name), gid: idOf("-g", name) };
  } catch {
    return undefined;
  }
}

function idOf(flag: "-u" | "-g", name: string): number {
  return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function makeAccount(name: string): ServerUser {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name], {
      stdio: "ignore",
    });
  } catch (cause) {
    throw new StartProblem(
      `PostgreSQL does not run as root, and the user "${name}" could not be made for it: start as an ordinary user, or make that user.`,
      { cause },
    );
  }
  return account(name);
}

/** Whether the account may walk down to a path: root's home, for one, is closed to it. */
export function isOpenTo(user: ServerUser, path: string): boolean {
  if (!user) return true;
  const { mode, uid, gid } = statSync(path);
  const granted = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  if ((granted & 0o1) === 0) return false;
  const parent = dirname(path);
  return parent === path || isOpenTo(user, parent);
}
