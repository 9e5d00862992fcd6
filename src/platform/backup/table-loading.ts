import { once } from "node:events";
import pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { columnList, jobColumns } from "#platform/backup/table-contents.ts";
import type { Manifest, Stream } from "#platform/backup/manifest.ts";

/** Puts rows into a table piece by piece, as they come out of the backup. */
export type TableLoading = {
  readonly add: (bytes: Uint8Array) => Promise<void>;
  /** Ends with an error unless exactly the rows that were promised are there. */
  readonly finish: () => Promise<void>;
  /** Lets go of the connection, so that the transaction can be rolled back. */
  readonly giveUp: () => Promise<void>;
};

export function loadTable(owner: pg.Client, table: string, { columns = [], rows = 0 }: Stream): TableLoading {
  const copy = owner.query(copyFrom(`copy ${table} (${columnList(columns)}) from stdin`));
  let isOver = false;
  const failed = once(copy, "error").then(([problem]) => {
    isOver = true;
    throw problem as Error;
  });
  failed.catch(() => undefined);
  return {
    add: (bytes) => Promise.race([failed, written(copy, bytes)]),
    finish: async () => {
      copy.end();
      await Promise.race([failed, once(copy, "finish")]);
      isOver = true;
      if (copy.rowCount !== rows) throw new Error(`${table} got ${copy.rowCount} rows instead of ${rows}`);
    },
    giveUp: async () => {
      if (isOver) return;
      const closed = new Promise((resolve) => copy.once("close", resolve));
      copy.destroy();
      await closed;
    },
  };
}

function written(copy: CopyStreamQuery, bytes: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  copy.write(bytes, (problem) => (problem ? reject(problem) : resolve()));
  return promise;
}

/**
 * Does something while no table minds another: in which order rows come, and that one names a row of another table
 * that comes later. In the end everything is minded again, and all that was put in is checked.
 */
export async function withoutForeignKeys<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows: keys } = await owner.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  const { rows: minding } = await owner.query<{ table: string }>(`
    select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`);

  for (const { table, name } of keys) await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { table } of minding) await owner.query(`alter table ${table} disable trigger user`);
  const outcome = await work();
  await owner.query("set constraints all immediate");
  for (const { table } of minding) await owner.query(`alter table ${table} enable trigger user`);
  for (const { table, name, definition } of keys) {
    await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  return outcome;
}

/** Empties every table, also of the rows that migrations put there. */
export async function emptyTables(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> 'schema_migration'`);
  await owner.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
}

export async function setSequences(owner: pg.Client, { sequences }: Manifest): Promise<void> {
  for (const { name, last, isCalled } of sequences) {
    await owner.query("select setval($1::regclass, $2, $3)", [`public.${pg.escapeIdentifier(name)}`, last, isCalled]);
  }
}

const waitingJobs = "restored_job";

/** Where the backup's jobs stand until all are read: the queue's own table may have got other columns since. */
export async function makeRoomForJobs(owner: pg.Client, { columns = [] }: Stream): Promise<string> {
  const texts = columns.map((column) => `${pg.escapeIdentifier(column)} text`);
  await owner.query(`create temp table ${waitingJobs} (${texts.join(", ")}) on commit drop`);
  return waitingJobs;
}

/** Leaves the backup's jobs in the queue in the place of those that are there. */
export async function replaceJobs(owner: pg.Client, { columns = [] }: Stream): Promise<void> {
  const known = (await jobColumns(owner)).filter(({ name }) => columns.includes(name));
  const names = columnList(known.map(({ name }) => name));
  const values = known.map(({ name, type }) => `${pg.escapeIdentifier(name)}::${type}`).join(", ");
  await owner.query(`
    delete from pgboss.job;
    select pgboss.create_queue(name, '{"policy":"standard"}'::jsonb) from (select distinct name from ${waitingJobs}) as queue;
    insert into pgboss.job (${names}) select ${values} from ${waitingJobs} on conflict do nothing;`);
}
