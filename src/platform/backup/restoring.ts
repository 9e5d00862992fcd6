import type { FileHandle } from "node:fs/promises";
import pg from "pg";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { auditHead } from "#platform/audit/queries.ts";
import { writtenHead } from "#platform/audit/seal.ts";
import { type CheckedBackup, entriesIn } from "#platform/backup/backup-reading.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { clearSchema } from "#platform/backup/cleared-schema.ts";
import { type Opening, partOf, type Stream, streamOf } from "#platform/backup/manifest.ts";
import { overConnection, recordDeed } from "#platform/backup/owner-connection.ts";
import {
  emptyTables,
  loadTable,
  makeRoomForJobs,
  replaceJobs,
  setSequences,
  type TableLoading,
  withoutForeignKeys,
} from "#platform/backup/table-loading.ts";
import { applyMigration, makeHistory, type Migration } from "#platform/database/migrations.ts";
import { secretsOfThisDatabase } from "#platform/database/web-role.ts";
import type { FileKey, Files } from "#platform/files/files.ts";

export type RestoreWish = {
  readonly by: Actor;
  readonly file: FileHandle;
  readonly key: BackupKey;
  readonly checked: CheckedBackup;
  readonly files: Files;
  readonly migrations: readonly Migration[];
  readonly webRole: string;
};

/** The migrations the backup was made after, as this release has them; refused when it does not have them all. */
export function migrationsOf({ migrations, version }: Opening, ours: readonly Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const known = ours.find((migration) => migration.name === name);
    if (!known) throw new Refusal("conflict", "backup.unknown_migration", { name, version });
    if (known.checksum !== checksum) throw new Refusal("conflict", "backup.changed_migration", { name, version });
    return known;
  });
}

/**
 * Makes the database what it was when the backup was made, and then what this release wants it to be: everything in
 * one transaction, so that a restore that is cut short has changed nothing. The backup is read once more, from the
 * same open file.
 */
export async function replaceContent(owner: pg.Client, wish: RestoreWish): Promise<void> {
  const { checked, files, migrations, webRole } = wish;
  const then = migrationsOf(checked.opening, migrations);
  const before = await standing(owner);
  const had = new Set(await files.keys());
  const inBackup = new Set<FileKey>();
  try {
    await owner.query("begin");
    const kept = await ownSecrets(owner);
    await clearSchema(owner);
    await makeHistory(owner, webRole);
    for (const migration of then) await applyMigration(owner, migration, webRole);
    await emptyTables(owner);
    await withoutForeignKeys(owner, () =>
      loaded(owner, wish, async (bytes) => void inBackup.add(await files.keep(bytes))),
    );
    await setSequences(owner, checked.manifest);
    // Transactions have other numbers on another server: the next seal looks through all records, not the latest only.
    await owner.query("update audit_seal set below = '0' where no = (select max(no) from audit_seal)");
    await putBack(owner, kept);
    await rememberWhen(owner, checked.opening);
    for (const migration of migrations.filter((each) => !then.includes(each)))
      await applyMigration(owner, migration, webRole);
    await recordDeed(owner, {
      by: wish.by,
      what: "platform.restored",
      about: checked.sha256,
      before,
      after: {
        backupFrom: checked.opening.createdAt,
        version: checked.opening.version,
        head: checked.manifest.auditHead,
      },
    });
    await owner.query("commit");
  } catch (problem) {
    const isUndone = await owner.query("rollback").then(
      () => true,
      () => false,
    );
    // A connection that broke may have broken after the end: then the rows are there, and need their attachments.
    if (isUndone) await forget(files, inBackup.difference(had));
    throw problem;
  }
  await forget(files, had.difference(inBackup));
}

async function forget(files: Files, keys: ReadonlySet<FileKey>): Promise<void> {
  for (const key of keys) await files.forget(key);
}

type Attachment = (bytes: Uint8Array) => Promise<void>;

/** Reads the backup once more and puts each thing where it belongs. */
async function loaded(owner: pg.Client, { file, key, checked }: RestoreWish, keep: Attachment): Promise<void> {
  const streams = new Map(checked.manifest.parts.flatMap((part) => part.streams).map((each) => [each.name, each]));
  let current: { stream: string; loading: TableLoading } | undefined;
  const finish = async () => {
    await current?.loading.finish();
    current = undefined;
  };
  try {
    for await (const { name, bytes } of entriesIn(file, key)) {
      const stream = streams.get(streamOf(name));
      if (current && current.stream !== stream?.name) await finish();
      if (!stream || partOf(stream.name) === "secrets") continue; // Known since the first reading.
      if (partOf(stream.name) === "attachments") {
        await keep(bytes);
        continue;
      }
      current ??= { stream: stream.name, loading: loadTable(owner, await tableOf(owner, stream), stream) };
      await current.loading.add(bytes);
    }
    await finish();
    const jobs = streams.get(jobStream);
    if (jobs) await replaceJobs(owner, jobs);
  } catch (problem) {
    await current?.loading.giveUp();
    throw problem;
  }
}

const jobStream = "jobs/job";

async function tableOf(owner: pg.Client, stream: Stream): Promise<string> {
  if (stream.name === jobStream) return makeRoomForJobs(owner, stream);
  return `public.${pg.escapeIdentifier(stream.name.slice("database/".length))}`;
}

/** How the audit trail stands that is about to be replaced, so that the new one tells of it. */
async function standing(owner: pg.Client): Promise<{ head: string; records: number } | undefined> {
  const { rows } = await owner.query<{ made: boolean }>("select to_regclass('audit_seal') is not null as made");
  const last = rows[0]?.made ? await auditHead(overConnection(owner)) : undefined;
  return last && { head: writtenHead(last.head), records: last.records };
}

type Secret = { name: string; value: string };

/** What this database and no other needs, such as the password of the role the web logs in as. */
async function ownSecrets(owner: pg.Client): Promise<Secret[]> {
  const { rows } = await owner.query<{ made: boolean }>("select to_regclass('platform_secret') is not null as made");
  if (!rows[0]?.made) return [];
  const kept = await owner.query<Secret>("select name, value from platform_secret where name = any($1)", [
    [...secretsOfThisDatabase],
  ]);
  return kept.rows;
}

async function putBack(owner: pg.Client, secrets: readonly Secret[]): Promise<void> {
  for (const { name, value } of secrets)
    await owner.query("insert into platform_secret (name, value) values ($1, $2)", [name, value]);
}

/** The migrations ran when they first did, not now. */
async function rememberWhen(owner: pg.Client, { migrations }: Opening): Promise<void> {
  for (const { name, ranAt } of migrations)
    await owner.query("update schema_migration set ran_at = $2 where name = $1", [name, ranAt]);
}
