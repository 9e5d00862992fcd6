import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, runningIn } from "#platform/database/cluster.ts";
import { isOpenTo } from "#platform/database/server-user.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** Where the running server's socket is, which is the whole of its address: it listens to no port. */
export function socketFolder(cluster: Cluster): string {
  const folder = runningIn(cluster.folder)?.socketFolder;
  if (folder === undefined) return newSocketFolder(cluster);
  return folder === "." ? cluster.folder : folder;
}

/** Where a server that is started now puts its socket: beside its files, or in a shorter place. */
export function newSocketFolder(cluster: Cluster): string {
  return fits(cluster.folder) ? cluster.folder : shortFolder(cluster);
}

/** A socket's path may have 103 bytes on some systems, 107 on others. */
function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= 103;
}

function shortFolder({ folder, user }: Cluster): string {
  const name = `sammanvagt-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  const place = [tmpdir(), "/tmp"]
    .map((parent) => ({ parent, path: join(parent, name) }))
    .find(({ parent, path }) => fits(path) && isOpenTo(user, parent));
  if (!place) {
    throw new StartProblem(
      `The path of DATA_DIR is too long for a database socket (${folder}), and no folder for temporary files is short enough: move DATA_DIR.`,
    );
  }
  const { path } = place;
  mkdirSync(path, { mode: 0o700, recursive: true });
  if (user && lstatSync(path).uid === 0) chownSync(path, user.uid, user.gid);
  const { uid, mode } = lstatSync(path);
  // The folder for temporary files is shared: what somebody else put under our name is not ours.
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0) {
    throw new StartProblem(
      `The folder ${path} belongs to somebody else: remove it, or move DATA_DIR to a shorter path.`,
    );
  }
  chmodSync(path, 0o700);
  return path;
}
