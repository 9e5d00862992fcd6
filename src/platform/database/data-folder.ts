import { mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "#platform/database/cluster.ts";
import { makeCluster } from "#platform/database/new-cluster.ts";
import { postgresPrograms } from "#platform/database/postgres-programs.ts";
import { serverUser } from "#platform/database/server-user.ts";
import { keptSecret } from "#platform/kept-secret.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** Finds the cluster, or makes it on first start; a folder that cannot be used is told in one sentence. */
export async function preparedCluster(dataDir: string): Promise<Cluster> {
  const password = writable(dataDir, () => keptSecret(dataDir, "postgres-password"));
  const folder = join(realpathSync(dataDir), "postgres");
  const user = serverUser(folder);
  const programs = postgresPrograms(user);
  const cluster = { dataDir, folder, programs, user, password };

  const version = madeBy(folder);
  if (version === undefined) await made(cluster);
  else if (version !== programs.majorVersion) {
    throw new StartProblem(
      `The data folder ${folder} was made by PostgreSQL ${version}, but this release runs PostgreSQL ${programs.majorVersion}: make a backup with the release that made it, and restore it with this one.`,
    );
  }
  if (!user && statSync(folder).uid !== process.getuid?.()) {
    throw new StartProblem(
      `The data folder ${folder} belongs to another user: start as that user, or set DATA_DIR to another folder.`,
    );
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
    throw new StartProblem(
      `The folder ${folder} is not empty and holds no PostgreSQL database: set DATA_DIR to another folder, or empty this one.`,
    );
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

const closed = ["EACCES", "EPERM", "EROFS", "ENOSPC"];

async function made(cluster: Cluster): Promise<void> {
  try {
    await makeCluster(cluster);
  } catch (problem) {
    throw closed.includes((problem as NodeJS.ErrnoException).code ?? "")
      ? notWritable(cluster.dataDir, problem)
      : problem;
  }
}
