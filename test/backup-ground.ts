import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type Config, configFrom } from "../src/config.ts";
import { eraseWhatIsDue } from "../src/due-deletions.ts";
import { machineOwner } from "../src/features/organisations/people/actor-roles.ts";
import { isEmpty, loadDemo } from "../src/first-content.ts";
import { refuseOtherSecrets, restoreSecrets, secretsToKeep } from "../src/installation-secret.ts";
import { type Installation, openInstallation } from "../src/installation.ts";
import { openSignIn } from "../src/installation-sign-in.ts";
import { systemClock } from "../src/kernel/clock.ts";
import { type BackupWish, backUp, type MadeBackup } from "../src/platform/backup/back-up.ts";
import { type BackupKey, newKeyFile, readKey } from "../src/platform/backup/backup-key.ts";
import { type Restore, restore, verifyBackup } from "../src/platform/backup/restore.ts";
import { change } from "../src/platform/database/change.ts";
import { asDatabaseOwner, migrations, withOwner } from "../src/platform/database/open.ts";
import { TemporalClient } from "../src/platform/database/temporal-client.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { post } from "../src/platform/mail/mail.ts";
import { record } from "../src/platform/audit/record.ts";
import { emptyDatabase, urlOf } from "./database.ts";

const made = await newKeyFile();
const keyOf = (written: string) => readKey(written) as BackupKey;
export const key = keyOf(made.content);
export const otherKey = keyOf((await newKeyFile()).content);
export const version = "0.1.0";

const root = join(inject("databaseFolder"), "..", `test-${process.pid}-backup`);
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
let folders = 0;

/** A folder of one's own, gone when the test file is done. */
export function newFolder(): string {
  const folder = join(root, String((folders += 1)));
  mkdirSync(folder, { recursive: true });
  return folder;
}

const settings = (environment: NodeJS.ProcessEnv) => configFrom({ LOG_LEVEL: "silent", DEMO: "0", ...environment });

/** On the server that the installation brings along. */
export async function embedded(): Promise<Config> {
  return settings({ DATA_DIR: join(newFolder(), "data") });
}

/** On another server, with an owner who has no special rights but may make the web's role. */
export async function outside(): Promise<Config> {
  const { databaseUrl } = await onAnotherServer("createrole");
  return settings({ DATA_DIR: join(newFolder(), "data"), DATABASE_URL: databaseUrl });
}

/** On another server, where whoever runs it made both roles. */
export async function hosted(): Promise<Config> {
  const { databaseUrl, webUrl } = await onAnotherServer("nocreaterole");
  return settings({ DATA_DIR: join(newFolder(), "data"), DATABASE_URL: databaseUrl, DATABASE_WEB_URL: webUrl });
}

async function onAnotherServer(right: "createrole" | "nocreaterole") {
  const address = await emptyDatabase();
  const name = String(address.database);
  await withOwner(address, async (superuser) => {
    await superuser.query(`create role owner_${name} login nosuperuser ${right} password 'known'`);
    await superuser.query(`create role role_${name} login password 'known'`);
    await superuser.query(`alter database ${name} owner to owner_${name}`);
  });
  const as = (user: string) => urlOf({ ...address, user, password: "known" });
  return { databaseUrl: as(`owner_${name}`), webUrl: as(`role_${name}`) };
}

export async function opened<T>(config: Config, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(config, "command");
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** An installation in use: circles and people, a mail on its way with its job, a session, an attachment. */
export async function filled(config: Config): Promise<void> {
  await opened(config, async (installation) => {
    const authentication = openSignIn(installation);
    await loadDemo(installation, authentication);
    await authentication.api.signInEmail({ body: demoLogIn });
    await change(installation.db, machineOwner, async (tx) => {
      await post(tx, { to: "noor.haddad@example.se", subject: "På väg", text: "På väg", html: "<p>På väg</p>" });
      await record(tx, { by: machineOwner, what: "test.posted", about: "mail" });
    });
  });
  await openFiles(config.dataDir).keep(attachment);
}

export const demoLogIn = { email: "maja.ek@example.se", password: "cirkel-i-demo" };
export const attachment = Buffer.from("En bilaga om barns delaktighet");

export async function asOwner<T>(config: Config, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return asDatabaseOwner(config, (address) => withOwner(address, work, TemporalClient));
}

/** Makes a backup of it in a folder beside. */
export async function backedUp(config: Config, over: Partial<BackupWish> = {}): Promise<MadeBackup & { file: string }> {
  const wish: BackupWish = {
    by: machineOwner,
    file: join(newFolder(), "kopia.age"),
    key,
    files: openFiles(config.dataDir),
    secrets: secretsToKeep(config),
    version,
    now: systemClock(),
    ...over,
  };
  return { file: wish.file, ...(await asOwner(config, (owner) => backUp(owner, wish))) };
}

/** Puts a backup there, as the command does. */
export function restored(config: Config, file: string, over: Partial<Restore> = {}) {
  return restore({
    by: machineOwner,
    file,
    key,
    files: openFiles(config.dataDir),
    version,
    migrations: migrations(),
    where: config,
    replace: false,
    isEmpty,
    refuseSecrets: (secrets) => refuseOtherSecrets(config, secrets),
    keepSecrets: (secrets) => restoreSecrets(config, secrets),
    eraseDue: async (db) => void (await eraseWhatIsDue(db, systemClock)),
    ...over,
  });
}

export type Content = Readonly<Record<string, string>>;

// Written by the restore itself, or not kept in a backup; the audit trail is compared up to where the backup was made.
const apart = new Set(["schema_migration", "platform_secret", "rate_limit", "sign_in_verification", "erasure"]);

/** A sum over every row of every table, over the jobs that wait, and over the attachments. */
export async function contentOf(config: Config, untilRecord = Number.MAX_SAFE_INTEGER): Promise<Content> {
  const sums: Record<string, string> = {};
  await asOwner(config, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    for (const { name } of rows) if (!apart.has(name)) sums[name] = await sumOf(owner, contentQuery(name, untilRecord));
    const { rows: queue } = await owner.query<{ made: boolean }>(
      "select to_regclass('pgboss.job') is not null as made",
    );
    if (queue[0]?.made)
      sums["job"] = await sumOf(owner, "select id, name, data, singleton_key, start_after from pgboss.job");
  });
  sums["attachments"] = (await openFiles(config.dataDir).keys()).toSorted().join(" ");
  return sums;
}

function contentQuery(table: string, untilRecord: number): string {
  if (table === "audit_record") return `select * from audit_record where id <= ${untilRecord}`;
  if (table === "audit_seal")
    return `select no, records, record_count, previous_hash, hash, at from audit_seal where upper(records) <= ${untilRecord} + 1`;
  if (table === "sign_in_session") return "select id, person_id, expires_at, created_at from sign_in_session";
  return `select * from ${pg.escapeIdentifier(table)}`;
}

async function sumOf(owner: pg.Client, query: string): Promise<string> {
  const { rows } = await owner.query<{ sum: string }>(
    `select count(*) || ' ' || coalesce(md5(string_agg(row::text, ';' order by row::text)), '') as sum from (${query}) as row`,
  );
  return rows[0]?.sum ?? "";
}

export async function lastRecord(config: Config): Promise<number> {
  return asOwner(config, async (owner) => {
    const { rows } = await owner.query<{ last: number }>("select coalesce(max(id), 0)::int as last from audit_record");
    return rows[0]?.last ?? 0;
  });
}

/** Sends statements as the owner, to set a stage that no command sets. */
export async function asOwnerOf(config: Config, ...statements: string[]): Promise<void> {
  await asOwner(config, async (owner) => {
    for (const statement of statements) await owner.query(statement);
  });
}

export async function countIn(config: Config, table: string): Promise<number> {
  return asOwner(config, async (owner) => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${pg.escapeIdentifier(table)}`,
    );
    return rows[0]?.count ?? 0;
  });
}

/** How many rows of each table a backup holds, as its manifest says. */
export async function rowsIn(file: string): Promise<ReadonlyMap<string, number>> {
  const { manifest } = await verifyBackup(file, { key, version, migrations: migrations() });
  return new Map(manifest.parts.flatMap(({ streams }) => streams.map(({ name, rows }) => [name, rows ?? 0] as const)));
}
