import pg from "pg";
import { secretsOfThisDatabase } from "#platform/database/web-role.ts";

/** One table as it goes into a backup: which columns, and the question that gives its rows. */
export type TableContent = { readonly name: string; readonly columns: readonly string[]; readonly rows: string };

/** Tables whose rows are left behind, each with its reason. */
const leftBehind: ReadonlyMap<string, string> = new Map([
  ["schema_migration", "told in the opening, and written anew by whoever restores"],
  ["sign_in_verification", "what a sign-in under way needs for a few minutes"],
  ["sign_in_provider_flow", "somebody on their way through a provider, for some minutes"],
]);

/**
 * Columns that get something else in the backup. A session opens an account, so it is left without what opens it: a
 * stolen backup signs nobody in, and after a restore everybody signs in again. That somebody was here stays, because
 * the account of whoever is never here is erased one day.
 */
const instead: ReadonlyMap<string, string> = new Map([
  ["sign_in_session.token", "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')"],
]);

/** Every table of the product with its stored columns. Tables that do not survive a crash need no backup either. */
export async function tablesIn(owner: pg.Client): Promise<TableContent[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence = 'p' and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname collate "C"`);
  return rows
    .filter(({ name }) => !leftBehind.has(name))
    .map(({ name, columns }) => ({
      name,
      columns,
      rows: `select ${told(name, columns)} from ${pg.escapeIdentifier(name)} ${name === "platform_secret" ? notOfThisDatabase : ""}`,
    }));
}

function told(table: string, columns: readonly string[]): string {
  return columns.map((column) => instead.get(`${table}.${column}`) ?? pg.escapeIdentifier(column)).join(", ");
}

const notOfThisDatabase = `where name not in (${secretsOfThisDatabase.map((name) => pg.escapeLiteral(name)).join(", ")})`;

/**
 * The jobs that are still to be done or to be seen by somebody. One that was being done when the backup was made is
 * done again; every job may run twice.
 */
export async function jobsToKeep(owner: pg.Client): Promise<TableContent | undefined> {
  const columns = (await jobColumns(owner)).map(({ name }) => name);
  if (columns.length === 0) return undefined; // The queue is made after the first migrations.
  const kept = columns.map((name) =>
    name === "state" ? "case when state = 'active' then 'retry' else state::text end" : pg.escapeIdentifier(name),
  );
  return {
    name: "job",
    columns,
    rows: `select ${kept.join(", ")} from pgboss.job where state not in ('completed', 'cancelled') and name not like '\\_\\_%'`,
  };
}

export async function jobColumns(owner: pg.Client): Promise<{ name: string; type: string }[]> {
  const { rows } = await owner.query<{ name: string; type: string }>(`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass('pgboss.job') and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  return rows;
}

/** Where the numbers of each sequence have come. */
export async function sequencesIn(owner: pg.Client) {
  const { rows } = await owner.query<{ name: string }>(
    `select relname::text as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const sequences: { name: string; last: string; isCalled: boolean }[] = [];
  for (const { name } of rows) {
    const found = await owner.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from public.${pg.escapeIdentifier(name)}`,
    );
    sequences.push(...found.rows.map((row) => ({ name, ...row })));
  }
  return sequences;
}

export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}
