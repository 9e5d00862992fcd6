import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Cluster, here, isAlive, superuser, surroundings } from "#platform/database/cluster.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** Makes an empty cluster: under another name first, so that a start that was cut short leaves no half of one. */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const { folder, user, password } = cluster;
  removeDrafts(folder);
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  const passwordInput = openSync(passwordFile, "r");
  try {
    await initialise(cluster, draft, passwordInput);
    renameSync(draft, folder);
    flush(dirname(folder));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    // Another process made it in the meantime.
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw problem;
  } finally {
    closeSync(passwordInput);
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Text is sorted by code point: stable over every upgrade of the system. Swedish order is a collation of its own. */
const shape = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const entrance = ["--auth=scram-sha-256", `--username=${superuser}`, "--pwfile=/dev/fd/3", "--no-instructions"];

async function initialise(cluster: Cluster, draft: string, passwordInput: number): Promise<void> {
  const program = spawn(cluster.programs.initdb, [`--pgdata=${here(draft)}`, ...entrance, ...shape], {
    ...surroundings(cluster, draft),
    stdio: ["ignore", "ignore", "pipe", passwordInput],
  });
  let said = "";
  program.stderr?.on("data", (text) => (said += String(text)));
  const code = await new Promise((resolve, reject) => {
    program.on("error", reject);
    program.on("close", resolve);
  });
  if (code === 0) return;
  const reason = said.trim().split("\n").at(-1);
  throw new StartProblem(`The database could not be made in ${cluster.folder}: ${reason}.`);
}

/** Drafts of processes that died while they made the cluster. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const pid = Number(/^postgres\.new-(\d+)/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** The new name itself is on disk before anything is written under it. */
function flush(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
