import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { decrypted } from "#platform/backup/encryption.ts";
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
import { ClosedFile } from "#platform/backup/sealed-key.ts";
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

  await eachEntry(file, key, seen, async ({ name, bytes: content }) => {
    if (!opening) {
      opening = openingIn(name, content);
      refuseNewer(opening, version);
    } else if (manifest) throw notOurs();
    else if (name === manifestName) manifest = parsed(Manifest, content);
    else {
      sums.add(name, content);
      if (streamOf(name) === "secrets") secrets.set(name.slice("secrets/".length), Buffer.from(content).toString());
    }
  });
  if (!opening || !manifest) throw notOurs();
  mustBeWhole(manifest, sums.streams());
  return { opening, manifest, secrets, bytes, sha256: whole.digest("hex") };
}

/** Goes through a backup's entries in their order, each as it was written. */
export async function eachEntry(
  file: FileHandle,
  key: BackupKey,
  seen: (chunk: Uint8Array) => void,
  visit: (entry: Entry) => Promise<void>,
): Promise<void> {
  async function* chunks() {
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false, highWaterMark: 262_144 })) {
      seen(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
  try {
    await pipeline(decrypted(chunks(), key), createGunzip(), async (plain: AsyncIterable<Uint8Array>) => {
      for await (const entry of unpacked(plain)) {
        if (!entry) throw notOurs();
        await visit(entry);
      }
    });
  } catch (problem) {
    throw told(problem);
  }
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
  return createHash("sha256").update(content).digest("hex");
}

function openingIn(name: string, content: Uint8Array): Opening {
  if (name !== openingName) throw notOurs();
  return parsed(Opening, content);
}

/** A later release may keep things this one knows nothing of. */
function refuseNewer({ format, version }: Opening, ours: string): void {
  if (format > formatNo || isLater(version, ours)) throw new Refusal("conflict", "backup.newer", { version, ours });
}

function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(/[.+-]/).map((part) => Number(part) || 0));
  const at = a?.findIndex((part, index) => part !== (b?.[index] ?? 0)) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
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

const closedWords = {
  not_encrypted: "backup.not_a_backup",
  wrong_key: "backup.wrong_key",
  damaged: "backup.damaged",
} as const;

/** What goes wrong while unpacking content that was as it was sealed: it was never a backup of ours. */
function told(problem: unknown): unknown {
  if (problem instanceof ClosedFile) return new Refusal("invalid", closedWords[problem.why]);
  const code = (problem as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("Z_") ? notOurs() : problem;
}
