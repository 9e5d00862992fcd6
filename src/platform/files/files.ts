import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Disk } from "flydrive";

/** The name under which a file is kept: the SHA-256 of its content, so that the same file is kept once. */
export type FileKey = string & { readonly isFileKey: true };

/** Where attachments and originals lie: outside the database, beside it on disk. */
export type Files = {
  readonly keep: (bytes: Uint8Array) => Promise<FileKey>;
  /** The content, or nothing when it is not there any more. */
  readonly read: (key: FileKey) => Promise<Uint8Array | undefined>;
  /** Every file there is. */
  readonly keys: () => Promise<FileKey[]>;
  /** Removes a file that nothing refers to any more. Removing what is gone changes nothing. */
  readonly forget: (key: FileKey) => Promise<void>;
  /** Removes a file unless somebody has kept the same since a moment, also while it is asked. Tells whether it did. */
  readonly forgetUnlessKeptSince: (key: FileKey, moment: Temporal.Instant) => Promise<boolean>;
};

/** Opens the files under DATA_DIR/files. */
export function openFiles(dataDir: string): Files {
  const location = join(dataDir, "files");
  let opened: Promise<Disk> | undefined;
  const disk = () => (opened ??= diskAt(location));
  return {
    keep: async (bytes) => {
      const key = createHash("sha256").update(bytes).digest("hex") as FileKey;
      const place = placeOf(key);
      const kept = await disk();
      if (await isTouched(join(location, place))) return key;
      // Written aside and then renamed: what stands under a key is always whole.
      const draft = `drafts/${randomUUID()}`;
      await kept.put(draft, bytes);
      await mkdir(dirname(join(location, place)), { recursive: true });
      await rename(join(location, draft), join(location, place)); // The disk's own move copies, and is seen half done.
      return key;
    },
    read: async (key) => {
      const place = placeOf(key);
      const kept = await disk();
      return (await kept.exists(place)) ? kept.getBytes(place) : undefined;
    },
    keys: async () => {
      const { objects } = await (await disk()).listAll("", { recursive: true });
      return [...objects].map(({ name }) => name).filter(isKey);
    },
    forget: async (key) => {
      const place = placeOf(key);
      await (await disk()).delete(place);
    },
    forgetUnlessKeptSince: async (key, moment) => {
      const place = join(location, placeOf(key));
      // Moved aside before it is asked: whoever keeps the same meanwhile finds nothing there, and writes it anew.
      const aside = join(location, "drafts", randomUUID());
      await mkdir(dirname(aside), { recursive: true });
      if (!(await orNothing(rename(place, aside)))) return false;
      const { mtimeMs } = await stat(aside);
      if (mtimeMs >= moment.epochMilliseconds) {
        await rename(aside, place);
        return false;
      }
      await rm(aside);
      return true;
    },
  };
}

/** Whether a file is there; if so it is kept from now, as if it had been written. */
function isTouched(path: string): Promise<boolean> {
  const now = new Date();
  return orNothing(utimes(path, now, now));
}

/** Whether something could be done with a file, which it cannot when the file is not there. */
async function orNothing(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (problem) {
    if ((problem as { code?: unknown }).code === "ENOENT") return false;
    throw problem;
  }
}

/** Loaded with the first file that is kept or asked for. */
async function diskAt(location: string): Promise<Disk> {
  const [{ Disk: DiskIn }, { FSDriver }] = await Promise.all([import("flydrive"), import("flydrive/drivers/fs")]);
  return new DiskIn(new FSDriver({ location, visibility: "private" }));
}

/** A folder for every two signs, so that none grows large. Only a key of ours is a place: no other path can be asked for. */
function placeOf(key: string): string {
  if (!isKey(key)) throw new Error("That is not the key of a file");
  return `${key.slice(0, 2)}/${key}`;
}

export function isKey(name: string): name is FileKey {
  return /^[0-9a-f]{64}$/.test(name);
}
