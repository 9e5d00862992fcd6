import { createHash, type Hash, hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { decrypted, firstLine } from "#platform/backup/encryption.ts";
import {
  formatNo,
  Manifest,
  manifestName,
  Opening,
  openingName,
  partNames,
  partOf,
  type Stream,
  streamOf,
} from "#platform/backup/manifest.ts";
import { type Entry, unpacked } from "#platform/backup/tar.ts";

/** A backup that was read from its first byte to its last and found whole. */
export type CheckedBackup = {
  readonly opening: Opening;
  readonly manifest: Manifest;
  /** Secrets of the installation that its data cannot be read without, by their names. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly bytes: number;
  /** Of the file as it lies there. */
  readonly sha256: string;
};

/**
 * Reads a whole backup and writes nothing: that the key opens it, that not a byte was changed or is missing, that all
 * it says is in it is in it, and that this release can read it.
 */
export async function checkedBackup(file: FileHandle, key: BackupKey, version: string): Promise<CheckedBackup> {
  const sums = new StreamSums();
  const whole = createHash("sha256");
  const secrets = new Map<string, string>();
  let opening: Opening | undefined;
  let manifest: Manifest | undefined;
  let bytes = 0;
  const seen = (chunk: Uint8Array) => {
    whole.update(chunk);
    bytes += chunk.length;
  };

  for await (const { name, bytes: content } of entriesIn(file, key, seen)) {
    if (!opening) {
      opening = openingIn(name, content);
      refuseNewer(opening, version);
    } else if (manifest) throw notOurs();
    else if (name === manifestName) manifest = parsed(Manifest, content);
    else {
      sums.add(name, content);
      if (streamOf(name) === "secrets") secrets.set(name.slice("secrets/".length), Buffer.from(content).toString());
    }
  }
  if (!opening || !manifest) throw notOurs();
  mustBeWhole(manifest, sums.streams());
  return { opening, manifest, secrets, bytes, sha256: whole.digest("hex") };
}

/** A backup's entries in their order, each as it was written. */
export async function* entriesIn(
  file: FileHandle,
  key: BackupKey,
  seen: (chunk: Uint8Array) => void = () => undefined,
): AsyncGenerator<Entry> {
  async function* chunks() {
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false, highWaterMark: 262_144 })) {
      seen(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
  await mustBeEncrypted(file);
  const plain = createGunzip();
  pipeline(decrypted(chunks(), key), plain).catch(() => undefined); // What went wrong comes out at the other end.
  try {
    yield* unpacked(plain);
  } catch (problem) {
    throw told(problem as NodeJS.ErrnoException);
  }
}

async function mustBeEncrypted(file: FileHandle): Promise<void> {
  const { buffer } = await file.read(Buffer.alloc(firstLine.length), { position: 0 });
  if (buffer.toString() !== firstLine) throw new Refusal("invalid", "backup.not_a_backup");
}

/** Counts and sums what goes into a backup or comes out of it, stream by stream. */
export class StreamSums {
  readonly #sums = new Map<string, { entries: number; bytes: number; hash: Hash }>();

  add(entryName: string, content: Uint8Array): void {
    const name = streamOf(entryName);
    const sum = this.#sums.get(name) ?? { entries: 0, bytes: 0, hash: createHash("sha256") };
    this.#sums.set(name, sum);
    sum.entries += 1;
    sum.bytes += content.length;
    sum.hash.update(content);
    // Sealed with the rest, but a file that was broken on disk is not to be kept under the name of a whole one.
    if (name === "attachments" && sumOf(content) !== entryName.slice(name.length + 1)) throw notOurs();
  }

  streams(): Stream[] {
    return [...this.#sums].map(([name, { entries, bytes, hash }]) => {
      return { name, entries, bytes, sha256: hash.copy().digest("hex") };
    });
  }
}

export function sumOf(content: Uint8Array): string {
  return hash("sha256", content);
}

function openingIn(name: string, content: Uint8Array): Opening {
  if (name !== openingName) throw notOurs();
  return parsed(Opening, content);
}

/** A later release may keep things this one knows nothing of. */
function refuseNewer({ format, version }: Opening, ours: string): void {
  const isLater = version.localeCompare(ours, "en", { numeric: true }) > 0;
  if (format > formatNo || isLater) throw new Refusal("conflict", "backup.newer", { version, ours });
}

function mustBeWhole({ parts }: Manifest, found: readonly Stream[]): void {
  const promised = parts.flatMap(({ streams }) => streams);
  const isKnown = parts.every(({ name, key }) => (partNames as readonly string[]).includes(name) && key === "file");
  const isAsPromised = promised.every((stream) =>
    found.some(({ name, entries, bytes, sha256 }) => {
      return name === stream.name && entries === stream.entries && bytes === stream.bytes && sha256 === stream.sha256;
    }),
  );
  const isAtHome = parts.every(({ name, streams }) => streams.every((stream) => partOf(stream.name) === name));
  if (!isKnown || !isAsPromised || !isAtHome || found.length !== promised.length) throw notOurs();
}

function parsed<T>(schema: z.ZodType<T>, content: Uint8Array): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(content).toString("utf8")));
  } catch {
    throw notOurs();
  }
}

function notOurs(): Refusal {
  return new Refusal("invalid", "backup.not_ours");
}

/** Content that was as it was sealed, and is no such archive, was never a backup of ours. */
function told(problem: NodeJS.ErrnoException): Error {
  return problem.code === undefined || problem.code.startsWith("Z_") ? notOurs() : problem;
}
