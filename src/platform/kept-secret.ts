import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A secret the installation makes for itself once and keeps in its data folder, readable by its owner only.
 * Two processes that ask at the same moment get the same secret, and a crash never leaves half of one.
 */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  const kept = read(file);
  if (kept) return kept;

  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    // A hard link appears whole or not at all, and fails if somebody else was first.
    linkSync(draft, file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}

/** Puts a secret that came from elsewhere in the place of the one that is kept, if any. */
export function replaceSecret(dataDir: string, name: string, secret: string): void {
  const file = join(dataDir, name);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, secret, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw problem;
  }
}
