import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "#kernel/refusal.ts";
import { type BackupKey, newKeyFile, readKey } from "#platform/backup/backup-key.ts";

/** Where a key is looked for: a named file first, then what the environment says, then the one the installation made. */
export type KeyPlaces = {
  readonly keyFile: string | undefined;
  readonly backupKey: string | undefined;
  readonly dataDir: string;
};

/** A person has to come up with it, and a program may try a great many. */
const shortestPassphrase = 16;

/** The key that backups are locked with; `made` names the file when the installation has just made one for itself. */
export async function lockingKey(places: KeyPlaces): Promise<{ key: BackupKey; made?: string }> {
  const written = keyText(places);
  if (written !== undefined) return { key: mustLock(keyIn(written)) };
  const made = ownKeyFile(places.dataDir);
  mkdirSync(places.dataDir, { recursive: true });
  await makeKeyFile(made);
  return { key: keyIn(readFileSync(made, "utf8")), made };
}

/** The key that opens a backup. */
export function openingKey(places: KeyPlaces): BackupKey {
  const written = keyText(places);
  if (written === undefined) throw new Refusal("invalid", "backup.no_key");
  const key = keyIn(written);
  if (key.kind === "public") throw new Refusal("invalid", "backup.only_locks");
  return key;
}

/** Makes a new key, readable by its owner only, and gives its public half. It never takes the place of another. */
export async function makeKeyFile(file: string): Promise<string> {
  const { content, publicKey } = await newKeyFile();
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o600, flush: true });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new Refusal("conflict", "backup.exists", { file });
    throw new Refusal("invalid", code === "ENOENT" ? "backup.no_folder" : "backup.not_writable", { file });
  }
  return publicKey;
}

function ownKeyFile(dataDir: string): string {
  return join(dataDir, "backup-key");
}

function keyText({ keyFile, backupKey, dataDir }: KeyPlaces): string | undefined {
  if (keyFile !== undefined) {
    try {
      return readFileSync(keyFile, "utf8");
    } catch {
      throw new Refusal("invalid", "backup.no_key_file", { file: keyFile });
    }
  }
  if (backupKey !== undefined) return backupKey;
  const own = ownKeyFile(dataDir);
  return existsSync(own) ? readFileSync(own, "utf8") : undefined;
}

function keyIn(written: string): BackupKey {
  const key = readKey(written);
  if (!key) throw new Refusal("invalid", "backup.bad_key");
  return key;
}

function mustLock(key: BackupKey): BackupKey {
  if (key.kind === "passphrase" && key.text.length < shortestPassphrase)
    throw new Refusal("invalid", "backup.short_key");
  return key;
}
