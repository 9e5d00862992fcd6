import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { StartProblem } from "#platform/start-problem.ts";

export type Migration = { name: string; text: string; checksum: string };
export type MigrationState = {
  name: string;
  ranAt: Date | undefined;
  problem: "changed" | "missing" | "too late" | undefined;
};

// One process migrates at a time; the others wait and then find nothing to do.
const migrating = "7303014003";

/** The migrations of a folder in the order they run: that of their names. */
export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    });
}

/** Holds the migration lock while something is done to the shape of the database. */
export async function whileMigrating<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query(`select pg_advisory_lock(${migrating})`);
  try {
    return await work();
  } finally {
    await owner.query(`select pg_advisory_unlock(${migrating})`);
  }
}

/**
 * Runs the migrations that have not run yet, each in a transaction of its own, and gives their names. What has run is
 * history: a migration that was changed or removed afterwards, or that would have to run before one that already has,
 * stops everything with its name. `:"web"` in a migration stands for the web's role.
 */
export async function migrate(owner: pg.Client, migrations: readonly Migration[], webRole: string): Promise<string[]> {
  await makeHistory(owner, webRole);
  const states = await migrationStates(owner, migrations);
  const wrong = states.find(({ problem }) => problem);
  if (wrong) throw new StartProblem(told(wrong));

  const waiting = migrations.filter(({ name }) => states.some((state) => state.name === name && !state.ranAt));
  for (const migration of waiting) await run(owner, migration, webRole);
  return waiting.map(({ name }) => name);
}

/** Where the database remembers which migrations have run. */
export async function makeHistory(owner: pg.Client, webRole: string): Promise<void> {
  await owner.query(
    `create table if not exists schema_migration (name text primary key, checksum text not null, ran_at timestamptz not null default now());
     revoke all on schema_migration from ${pg.escapeIdentifier(webRole)};`,
  );
}

async function run(owner: pg.Client, migration: Migration, webRole: string): Promise<void> {
  try {
    await owner.query("begin");
    await applyMigration(owner, migration, webRole);
    await owner.query("commit");
  } catch (cause) {
    await owner.query("rollback").catch(() => undefined);
    throw new StartProblem(
      `The migration ${migration.name} failed and nothing of it was kept: ${(cause as Error).message}.`,
      { cause },
    );
  }
}

/** Does what a migration says, in the transaction under way, and remembers it. */
export async function applyMigration(
  owner: pg.Client,
  { name, text, checksum }: Migration,
  webRole: string,
): Promise<void> {
  await owner.query(text.replaceAll(':"web"', pg.escapeIdentifier(webRole)));
  await owner.query("insert into schema_migration (name, checksum) values ($1, $2)", [name, checksum]);
}

/** Every migration, those that have run and those that wait, with what is wrong about it. */
export async function migrationStates(owner: pg.Client, migrations: readonly Migration[]): Promise<MigrationState[]> {
  const ran = await recorded(owner);
  const last = ran.at(-1)?.name ?? "";
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const waiting = migrations.filter(({ name }) => !ran.some((row) => row.name === name));
  const states: MigrationState[] = [
    ...ran.map(({ name, checksum, ranAt }) => {
      const now = known.get(name);
      const problem = !now ? ("missing" as const) : now.checksum === checksum ? undefined : ("changed" as const);
      return { name, ranAt, problem };
    }),
    ...waiting.map(({ name }) => ({
      name,
      ranAt: undefined,
      problem: name < last ? ("too late" as const) : undefined,
    })),
  ];
  return states.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

type Ran = { name: string; checksum: string; ranAt: Date };

async function recorded(owner: pg.Client): Promise<Ran[]> {
  const { rows } = await owner.query<{ made: boolean }>("select to_regclass('schema_migration') is not null as made");
  if (!rows[0]?.made) return [];
  const ran = await owner.query<Ran>(
    'select name, checksum, ran_at as "ranAt" from schema_migration order by name collate "C"',
  );
  return ran.rows;
}

/** What is wrong with a migration, in the words that stop the start. */
export function told({ name, problem }: MigrationState): string {
  switch (problem) {
    case "changed":
      return `The migration ${name} was changed after it had run on this database: put its old text back, and write the change as a new migration.`;
    case "missing":
      return `The migration ${name} has run on this database but is not among this release's migrations: start the release that has it, or a later one.`;
    case "too late":
      return `The migration ${name} has not run, but a later one has: give it a name that sorts last.`;
    default:
      return "";
  }
}
