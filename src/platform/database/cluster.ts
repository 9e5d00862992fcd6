import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, closeSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptSecret } from "#platform/kept-secret.ts";
import { type Programs, postgresPrograms } from "#platform/database/postgres-programs.ts";
import { isOpenTo, type ServerUser, serverUser } from "#platform/database/server-user.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** The embedded database's files: a PostgreSQL cluster in DATA_DIR/postgres, ready to be started. */
export type Cluster = {
  readonly dataDir: string;
  readonly folder: string;
  readonly programs: Programs;
  readonly user: ServerUser;
  readonly password: string;
};

export const superuser = "sammanvagt";

/** Finds the cluster, or makes it on first start; a folder that cannot be used is told in one sentence. */
export async function preparedCluster(dataDir: string): Promise<Cluster> {
  const password = writable(dataDir, () => keptSecret(dataDir, "postgres-password"));
  const folder = join(realpathSync(dataDir), "postgres");
  const user = serverUser(folder);
  const programs = postgresPrograms(user);
  const cluster = { dataDir, folder, programs, user, password };

  const version = madeBy(folder);
  if (version === undefined) await initialise(cluster);
  else if (version !== programs.majorVersion) {
    throw new StartProblem(
      `The data folder ${folder} was made by PostgreSQL ${version}, but this release runs PostgreSQL ${programs.majorVersion}: make a backup with the release that made it, and restore it with this one.`,
    );
  }
  if (!user && statSync(folder).uid !== process.getuid?.()) {
    throw new StartProblem(`The data folder ${folder} belongs to another user: start as that user, or set DATA_DIR to another folder.`);
  }
  return cluster;
}

/** The major version that made the cluster; undefined = there is none yet. */
function madeBy(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === "EACCES") throw notWritable(folder, problem);
    if (code !== "ENOENT") throw problem;
  }
  if (statSync(folder, { throwIfNoEntry: false }) && readdirSync(folder).length > 0) {
    throw new StartProblem(`The folder ${folder} is not empty and holds no PostgreSQL database: set DATA_DIR to another folder, or empty this one.`);
  }
  return undefined;
}

function writable<T>(dataDir: string, work: () => T): T {
  try {
    mkdirSync(dataDir, { recursive: true });
    return work();
  } catch (problem) {
    throw notWritable(dataDir, problem);
  }
}

function notWritable(folder: string, cause: unknown): StartProblem {
  return new StartProblem(
    `The data folder ${folder} cannot be written to (${(cause as NodeJS.ErrnoException).code}): give this user the right to write there, or set DATA_DIR to another folder.`,
    { cause },
  );
}

/** Made under another name and renamed when it is whole, so that a start that was cut short leaves no half cluster. */
async function initialise(cluster: Cluster): Promise<void> {
  const { dataDir, folder, programs, user, password } = cluster;
  removeDrafts(folder);
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  writable(dataDir, () => {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  });
  const passwordInput = openSync(passwordFile, "r");
  try {
    await run(cluster, draft, passwordInput);
    renameSync(draft, folder);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    // Another process made it in the meantime.
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw problem;
  } finally {
    closeSync(passwordInput);
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }

  // Sorting by code point: stable over every upgrade of the system. Swedish order is a collation of its own.
  function run({ programs: { initdb } }: Cluster, cwd: string, input: number): Promise<void> {
    const words = ["--auth=scram-sha-256", `--username=${superuser}`, "--pwfile=/dev/fd/3", "--encoding=UTF8", "--locale=C"];
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"];
    const made = spawn(initdb, [`--pgdata=${here(cwd)}`, ...words, ...locale], {
      ...surroundings(cluster, cwd),
      stdio: ["ignore", "ignore", "pipe", input],
    });
    let said = "";
    made.stderr?.on("data", (text) => (said += text));
    return new Promise((resolve, reject) => {
      made.on("error", reject);
      made.on("close", (code) =>
        code === 0 ? resolve() : reject(new StartProblem(`The database could not be made in ${folder}: ${said.trim().split("\n").at(-1)}`)),
      );
    });
  }
}

/** Drafts of processes that died while they made the cluster. */
function removeDrafts(folder: string): void {
  const parent = join(folder, "..");
  for (const name of readdirSync(parent)) {
    const pid = /^postgres\.new-(\d+)/.exec(name)?.[1];
    if (pid && Number(pid) !== process.pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

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

/** Where the server's socket is, which is the whole of its address: it listens to no port. */
export function socketFolder(cluster: Cluster): string {
  const kept = runningIn(cluster.folder)?.socketFolder;
  if (kept) return kept === "." ? cluster.folder : kept;
  return fits(cluster.folder) ? cluster.folder : shortFolder(cluster);
}

/** A socket's path may have 103 bytes on some systems, 107 on others. */
function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= 103;
}

function shortFolder({ folder, user }: Cluster): string {
  const name = `sammanvagt-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  const place = [tmpdir(), "/tmp"].map((parent) => ({ parent, path: join(parent, name) })).find(({ parent, path }) => fits(path) && isOpenTo(user, parent));
  if (!place) throw new StartProblem(`The path of DATA_DIR is too long for a database socket (${folder}), and no folder for temporary files is short enough: move DATA_DIR.`);
  const { path } = place;
  mkdirSync(path, { mode: 0o700, recursive: true });
  if (user && lstatSync(path).uid === 0) chownSync(path, user.uid, user.gid);
  const { uid, mode } = lstatSync(path);
  // The folder for temporary files is shared: what somebody else put under our name is not ours.
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0) {
    throw new StartProblem(`The folder ${path} belongs to somebody else: remove it, or move DATA_DIR to a shorter path.`);
  }
  chmodSync(path, 0o700);
  return path;
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
