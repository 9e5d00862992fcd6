import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import pg from "pg";
import type { Config } from "#config.ts";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type AuditVerdict, verifyAudit } from "#platform/audit/verify.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { type CheckedBackup, checkedBackup } from "#platform/backup/backup-reading.ts";
import type { BackupKey } from "#platform/backup/backup-key.ts";
import { overConnection } from "#platform/backup/owner-connection.ts";
import { migrationsOf, replaceContent } from "#platform/backup/restoring.ts";
import { type Database, databaseOn, type Reader, temporalPool } from "#platform/database/database.ts";
import { prepareJobTables } from "#platform/database/job-tables.ts";
import { type Migration, whileMigrating } from "#platform/database/migrations.ts";
import { asDatabaseOwner, withOwner } from "#platform/database/open.ts";
import { TemporalClient } from "#platform/database/temporal-client.ts";
import { prepareWebRole, webAddress, webRoleOf } from "#platform/database/web-role.ts";
import type { Files } from "#platform/files/files.ts";

export type Restore = {
  readonly by: Actor;
  readonly file: string;
  readonly key: BackupKey;
  readonly files: Files;
  readonly version: string;
  /** The migrations of this release. */
  readonly migrations: readonly Migration[];
  /** How long to wait for whoever uses a table, as PostgreSQL writes it. */
  readonly patience?: string;
  readonly where: Pick<Config, "dataDir" | "databaseUrl" | "databaseWebUrl">;
  /** Whether what is there may be replaced. */
  readonly replace: boolean;
  /** Whether a migrated database holds nothing yet that somebody would miss. */
  readonly isEmpty: (db: Reader) => Promise<boolean>;
  /** Stops the restore before anything is written, if the backup's secrets cannot be used here. */
  readonly refuseSecrets: (secrets: ReadonlyMap<string, string>) => void;
  readonly keepSecrets: (secrets: ReadonlyMap<string, string>) => void;
  /** What was due to be erased since the backup was made, and is erased before anybody can come in. */
  readonly eraseDue: (db: Database) => Promise<void>;
};

/** Reads a whole backup and says what is in it; the database is not even opened. */
export async function verifyBackup(
  file: string,
  { key, version, migrations }: Pick<Restore, "key" | "version" | "migrations">,
): Promise<CheckedBackup> {
  return withFile(file, async (handle) => {
    const checked = await checkedBackup(handle, key, version);
    migrationsOf(checked.opening, migrations);
    return checked;
  });
}

/**
 * Puts a backup in the place of what is there. First the whole backup is read and found good, then everything is
 * replaced in one transaction, and then what was due to be erased since is erased. No server may start meanwhile.
 */
export async function restore(wish: Restore): Promise<{ checked: CheckedBackup; audit: AuditVerdict }> {
  return withFile(wish.file, async (file) => {
    const checked = await checkedBackup(file, wish.key, wish.version);
    migrationsOf(checked.opening, wish.migrations);
    wish.refuseSecrets(checked.secrets);
    return asDatabaseOwner(wish.where, (address) => {
      const onOwner = (owner: pg.Client) => whileMigrating(owner, () => restored(owner, address, file, checked, wish));
      return withOwner(address, onOwner, TemporalClient);
    });
  });
}

async function restored(
  owner: pg.Client,
  address: pg.ClientConfig,
  file: FileHandle,
  checked: CheckedBackup,
  wish: Restore,
) {
  await owner.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = ${pg.escapeLiteral(wish.patience ?? "10s")};
    set timezone = 'UTC'; set intervalstyle = 'iso_8601'; set client_encoding = 'UTF8'`);
  await refuseRunning(owner);
  await refuseFilled(owner, wish);
  const webUrl = wish.where.databaseWebUrl;
  const webRole = await webRoleOf(owner, webUrl);
  await prepareWebRole(owner, webRole, webUrl);
  await withOwner(address, (plain) => prepareJobTables(plain, webRole));
  try {
    await replaceContent(owner, { ...wish, file, checked, webRole });
  } catch (problem) {
    // Somebody holds a table: a backup under way, or a program of somebody else's.
    if ((problem as { code?: string }).code === "55P03") throw new Refusal("conflict", "backup.busy");
    throw problem;
  }
  wish.keepSecrets(checked.secrets);
  await owner.query("analyze");
  await erased(await webAddress(owner, address, webRole, webUrl), wish);
  const db = overConnection(owner);
  await sealAudit(db);
  return { checked, audit: await verifyAudit(db) };
}

/** As the web's role, which does the same every night. */
async function erased(address: pg.ClientConfig, { eraseDue }: Restore): Promise<void> {
  const db = databaseOn(temporalPool(address, { as: "restore", max: 4 }));
  try {
    await eraseDue(db);
  } catch (problem) {
    throw new Refusal("conflict", "backup.not_erased", { problem: (problem as Error).message });
  } finally {
    await db.destroy();
  }
}

/** A server that runs would go on with what it remembers. The lock on migrations keeps others from starting. */
async function refuseRunning(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    select distinct application_name as name from pg_stat_activity
    where datname = current_database() and application_name ~ '^sammanvagt (server|command|listen)' order by 1`);
  const processes = new Set(rows.map(({ name }) => name.split(" ").at(-1)));
  if (processes.size > 0)
    throw new Refusal("conflict", "backup.running", { processes: [...processes].join(", "), count: processes.size });
}

async function refuseFilled(owner: pg.Client, { files, replace, isEmpty }: Restore): Promise<void> {
  const { rows } = await owner.query<{ tables: number; isOurs: boolean }>(`
    select count(*)::int as tables, to_regclass('public.schema_migration') is not null as "isOurs"
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  const { tables = 0, isOurs = false } = rows[0] ?? {};
  if (tables > 0 && !isOurs) throw new Refusal("conflict", "backup.others_database");
  if (replace) return;
  const isFilled = isOurs && !(await isEmpty(overConnection(owner)));
  if (isFilled || (await files.keys()).length > 0) throw new Refusal("conflict", "backup.not_empty");
}

async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, constants.O_RDONLY).catch((problem: NodeJS.ErrnoException) => {
    const code = problem.code === "ENOENT" ? "backup.no_file" : "backup.unreadable";
    throw new Refusal("invalid", code, { file });
  });
  try {
    if (!(await handle.stat()).isFile()) throw new Refusal("invalid", "backup.unreadable", { file });
    return await work(handle);
  } finally {
    await handle.close();
  }
}
