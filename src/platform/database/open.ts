import { join } from "node:path";
import pg from "pg";
import type { Config } from "#config.ts";
import { type Database, databaseOn, plainPool, temporalPool } from "#platform/database/database.ts";
import { enterEmbeddedServer } from "#platform/database/embedded-server.ts";
import { prepareJobTables } from "#platform/database/job-tables.ts";
import {
  migrate,
  type MigrationState,
  migrationsIn,
  migrationStates,
  whileMigrating,
} from "#platform/database/migrations.ts";
import { prepareWebRole, webAddress, webRoleOf } from "#platform/database/web-role.ts";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";

type Where = Pick<Config, "dataDir" | "databaseUrl" | "databaseWebUrl">;
type As = "server" | "command";

export type OpenDatabase = {
  readonly db: Database;
  /** The pool under `db`. */
  readonly pool: pg.Pool;
  /** For parts that expect node-postgres as it comes; connects when first used. */
  readonly plainPool: pg.Pool;
  /** The web role's address, for a connection of one's own such as `listen` keeps. */
  readonly address: pg.ClientConfig;
  /** The owner's address: for backup, restore and migrations only. */
  readonly ownerAddress: pg.ClientConfig;
  /** The migrations that ran now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
};

export const migrations = () => migrationsIn(join(packageRoot, "migrations"));

/**
 * Opens the installation's database: the embedded one, or the outside one in DATABASE_URL. Whoever opens it brings it
 * up to date first, and then works as the web's role, which owns nothing.
 */
export async function openDatabase(where: Where, as: As): Promise<OpenDatabase> {
  const owned = await ownerOf(where, as);
  try {
    const { address, migrated } = await withOwner(owned.address, (owner) =>
      broughtUpToDate(owner, owned.address, where.databaseWebUrl),
    );
    const pool = temporalPool(address, { as, max: as === "server" ? 12 : 4 });
    const plain = plainPool(address, { as: `${as} jobs`, max: as === "server" ? 8 : 2 });
    const db = databaseOn(pool);
    return {
      db,
      pool,
      plainPool: plain,
      address,
      ownerAddress: owned.address,
      migrated,
      close: async () => {
        await Promise.all([db.destroy(), plain.end()]);
        await owned.leave();
      },
    };
  } catch (problem) {
    await owned.leave();
    throw problem;
  }
}

/** Migrates and gives the web role's address; shared by the start and by the tests' template. */
export async function broughtUpToDate(owner: pg.Client, ownerAddress: pg.ClientConfig, webUrl: string | undefined) {
  return whileMigrating(owner, async () => {
    const role = await webRoleOf(owner, webUrl);
    await prepareWebRole(owner, role, webUrl);
    const migrated = await migrate(owner, migrations(), role);
    await prepareJobTables(owner, role);
    return { address: await webAddress(owner, ownerAddress, role, webUrl), migrated };
  });
}

/** What `migrate --status` tells; changes nothing. */
export async function migrationStatus(where: Where): Promise<MigrationState[]> {
  return asDatabaseOwner(where, (address) => withOwner(address, (owner) => migrationStates(owner, migrations())));
}

/** Does something with the owner's address of the installation's database, which is left as it is, also when it is old. */
export async function asDatabaseOwner<T>(where: Where, work: (address: pg.ClientConfig) => Promise<T>): Promise<T> {
  const owned = await ownerOf(where, "command");
  try {
    return await work(owned.address);
  } finally {
    await owned.leave();
  }
}

type Owned = { address: pg.ClientConfig; leave(): Promise<void> };

async function ownerOf(where: Where, as: As): Promise<Owned> {
  if (where.databaseUrl) return { address: { connectionString: where.databaseUrl }, leave: async () => undefined };

  const server = await enterEmbeddedServer(where.dataDir, { as });
  await withOwner(server.address("postgres"), makeDatabase);
  return { address: server.address("sammanvagt"), leave: () => server.leave() };
}

async function makeDatabase(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query("select 1 from pg_database where datname = 'sammanvagt'");
  if (rows.length > 0) return;
  await owner.query("create database sammanvagt template template0").catch((problem: { code?: string }) => {
    // Another process made it in the meantime.
    if (problem.code !== "42P04" && problem.code !== "23505") throw problem;
  });
}

/** Works on one connection as the owner; `Client` says in which words moments and dates are told. */
export async function withOwner<T>(
  address: pg.ClientConfig,
  work: (owner: pg.Client) => Promise<T>,
  Client: new (config: pg.ClientConfig) => pg.Client = pg.Client,
): Promise<T> {
  const owner = new Client({ ...address, application_name: `sammanvagt owner ${process.pid}` });
  owner.on("error", () => undefined);
  try {
    await owner.connect();
  } catch (cause) {
    throw new StartProblem(`The database cannot be reached: ${(cause as Error).message}.`, { cause });
  }
  try {
    await refuseOld(owner);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function refuseOld(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const problem = rows[0] && versionProblem(rows[0]);
  if (problem) throw new StartProblem(problem);
}

export function versionProblem({ number, name }: { number: number; name: string }): string | undefined {
  return number < 150_000
    ? `The database in DATABASE_URL is PostgreSQL ${name}; version 15 or later is needed.`
    : undefined;
}
