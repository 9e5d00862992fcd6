import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { type CopyToStreamQuery, to as copyTo } from "pg-copy-streams";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { auditHead } from "#platform/audit/queries.ts";
import { writtenHead } from "#platform/audit/seal.ts";
import { StreamSums, sumOf } from "#platform/backup/backup-reading.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { encrypted } from "#platform/backup/encryption.ts";
import {
  formatNo,
  type Manifest,
  manifestName,
  type Opening,
  openingName,
  partNames,
  partOf,
} from "#platform/backup/manifest.ts";
import { overConnection, recordDeed } from "#platform/backup/owner-connection.ts";
import { jobsToKeep, sequencesIn, tablesIn, type TableContent } from "#platform/backup/table-contents.ts";
import { type Entry, packed } from "#platform/backup/tar.ts";
import { whileMigrating } from "#platform/database/migrations.ts";
import type { Files } from "#platform/files/files.ts";

export type BackupWish = {
  readonly by: Actor;
  /** Where the backup is put. It must not be there yet. */
  readonly file: string;
  readonly key: BackupKey;
  readonly files: Files;
  /** Secrets of the installation that its data cannot be read without, by their names. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly version: string;
  readonly now: Temporal.Instant;
};

export type MadeBackup = { bytes: number; sha256: string; tables: number; rows: number; attachments: number };

// Large tables come in pieces, so that memory stays as it is however large they grow.
const pieceSize = 1_048_576;

/**
 * Writes everything the installation knows at one moment to one encrypted file, while it runs. The file appears under
 * its name when it is whole, lies safely on the disk and stands in the audit trail; until then there is none.
 */
export async function backUp(owner: pg.Client, wish: BackupWish): Promise<MadeBackup> {
  refuseExisting(wish.file);
  const draft = `${wish.file}.${process.pid}.draft`;
  try {
    const made = await written(owner, draft, wish);
    await recordDeed(owner, {
      by: wish.by,
      what: "platform.backed_up",
      about: made.sha256,
      after: { bytes: made.bytes, rows: made.rows, attachments: made.attachments, version: wish.version },
    });
    await appear(draft, wish.file);
    return made;
  } finally {
    await rm(draft, { force: true });
  }
}

async function written(owner: pg.Client, draft: string, wish: BackupWish): Promise<MadeBackup> {
  const sums = createHash("sha256");
  let bytes = 0;
  async function* weighed(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      sums.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const counts = { tables: 0, rows: 0, attachments: 0 };
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await consistently(owner, async (tables) => {
        const plain = packed(entriesOf(owner, tables, wish, counts), wish.now);
        await pipeline(
          plain,
          createGzip(),
          (chunks) => encrypted(chunks, wish.key),
          (chunks) => handle.writeFile(weighed(chunks)),
        );
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (problem) {
    throw asRefusal(problem, wish.file);
  }
  return { ...counts, bytes, sha256: sums.digest("hex") };
}

/** Sees every table as it was at one moment, whatever is written meanwhile, and keeps their shapes as they are. */
async function consistently(owner: pg.Client, work: (tables: TableContent[]) => Promise<void>): Promise<void> {
  await owner.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '30s';
    set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set timezone = 'UTC'; set client_encoding = 'UTF8';`);
  const tables = await whileMigrating(owner, async () => {
    const { rows } = await owner.query<{ made: boolean }>("select to_regclass('schema_migration') is not null as made");
    if (!rows[0]?.made) throw new Refusal("conflict", "backup.nothing");
    // A table whose rows somebody may see only in part would be backed up in part: refused instead.
    await owner.query("begin isolation level repeatable read read only; set local row_security = off");
    const found = await tablesIn(owner);
    const names = found.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
    await owner.query(`lock table ${names} in access share mode`);
    return found;
  });
  await work(tables);
  // Not after a failure: the connection may be in the middle of a table, and ends with the command.
  await owner.query("rollback");
}

async function* entriesOf(
  owner: pg.Client,
  tables: readonly TableContent[],
  { files, secrets, version, now }: BackupWish,
  counts: { tables: number; rows: number; attachments: number },
): AsyncGenerator<Entry> {
  const sums = new StreamSums();
  const copies = new Map<string, { columns: readonly string[]; copy: CopyToStreamQuery }>();
  yield json(openingName, await openingOf(owner, version, now));

  for await (const entry of parts()) {
    sums.add(entry.name, entry.bytes);
    yield entry;
  }
  async function* parts(): AsyncGenerator<Entry> {
    for (const table of tables) yield* rowsOf(`database/${table.name}`, table);
    const jobs = await jobsToKeep(owner);
    if (jobs) yield* rowsOf("jobs/job", jobs);
    for (const key of await files.keys()) {
      const bytes = await files.read(key);
      if (!bytes) continue; // Forgotten while we were at it.
      if (sumOf(bytes) !== key) throw new Refusal("conflict", "backup.broken_attachment", { key });
      counts.attachments += 1;
      yield { name: `attachments/${key}`, bytes };
    }
    for (const [name, value] of secrets) yield { name: `secrets/${name}`, bytes: Buffer.from(value) };
  }
  async function* rowsOf(name: string, { columns, rows }: TableContent): AsyncGenerator<Entry> {
    const copy = owner.query(copyTo(`copy (${rows}) to stdout`));
    copies.set(name, { columns, copy });
    let no = 0;
    for await (const bytes of inPieces(copy)) {
      no += 1;
      yield { name: `${name}/${String(no).padStart(6, "0")}`, bytes };
    }
  }

  const head = await auditHead(overConnection(owner));
  // Now that the connection has answered something else, each copy knows how many rows it gave.
  const streams = sums.streams().map((stream) => {
    const given = copies.get(stream.name);
    return { ...stream, ...(given && { columns: [...given.columns], rows: given.copy.rowCount }) };
  });
  counts.tables = tables.length;
  for (const { name, rows = 0 } of streams) if (partOf(name) === "database") counts.rows += rows;
  const manifest: Manifest = {
    parts: partNames
      .map((name) => ({
        name,
        key: "file" as const,
        streams: streams.filter((stream) => partOf(stream.name) === name),
      }))
      .filter((part) => part.streams.length > 0),
    // Read last: a number that is given out meanwhile is skipped, never given twice.
    sequences: await sequencesIn(owner),
    ...(head && { auditHead: writtenHead(head.head) }),
  };
  yield json(manifestName, manifest);
}

async function openingOf(owner: pg.Client, version: string, now: Temporal.Instant): Promise<Opening> {
  const { rows } = await owner.query<{ name: string; checksum: string; ranAt: string }>(
    `select name, checksum, ran_at::text as "ranAt" from schema_migration order by name collate "C"`,
  );
  return { product: "sammanvagt", format: formatNo, version, createdAt: now.toString(), migrations: rows };
}

/** Pieces of one size, at least one, if only an empty one. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  yield Buffer.concat(held);
}

function json(name: string, content: object): Entry {
  return { name, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}

/** Under its name at once and whole. */
async function appear(draft: string, file: string): Promise<void> {
  refuseExisting(file);
  await rename(draft, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** An older backup is never written over. */
function refuseExisting(file: string): void {
  if (existsSync(file)) throw new Refusal("conflict", "backup.exists", { file });
}

function asRefusal(problem: unknown, file: string): unknown {
  const { code } = problem as { code?: string };
  if (code === "ENOENT" || code === "ENOTDIR") return new Refusal("invalid", "backup.no_folder", { file });
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new Refusal("invalid", "backup.not_writable", { file });
  if (code === "ENOSPC") return new Refusal("conflict", "backup.disk_full", { file });
  return problem;
}
