import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Tx } from "#platform/database/database.ts";

/** Columns that refer to one thing, by table. */
export type References = Readonly<Record<string, readonly string[]>>;

/** Some rows of a table. The table is called `t` in the condition. */
export type SomeRows = { readonly table: string; readonly where: RawBuilder<SqlBool> };

/** What was left as it is, how many rows, and why: it was changed since, or somebody had a reason. */
export type LeftBehind = { readonly table: string; readonly why: string; readonly rows: number };

/** What becomes of rows during one change, kept so that the change can be taken back. */
export type Memory = {
  /** Lets everything that refers to one thing refer to another. */
  readonly move: (columns: References, from: string, to: string) => Promise<void>;
  /** Carries out a change and remembers what it made of some rows, row by row; those it leaves alone cost nothing. */
  readonly during: (rows: readonly SomeRows[], work: () => Promise<unknown>) => Promise<void>;
};

type PrimaryKeys = ReadonlyMap<string, readonly string[]>;

/** Begins to remember, for one occasion, how rows are before they are changed. Part of the change itself. */
export async function openMemory(tx: Tx, occasion: string): Promise<Memory> {
  const keys = await primaryKeys(tx);
  return {
    move: async (columns, from, to) => {
      for (const [table, names] of Object.entries(columns))
        for (const column of names)
          await moveColumn(tx, occasion, { table, column, key: keysOf(keys, table) }, from, to);
    },
    during: async (rows, work) => {
      const begun = await positionNow(tx);
      for (const { table, where } of rows) await remember(tx, occasion, { table, key: keysOf(keys, table) }, where);
      await work();
      for (const table of new Set(rows.map((row) => row.table)))
        await keepDifferences(tx, occasion, { table, key: keysOf(keys, table) }, begun);
    },
  };
}

/**
 * Puts back what still stands as the change left it: each row that holds what it was given then, each row that was taken
 * away and has not come again. What somebody has changed since stays as it is and is told, and so is what was told to
 * stay. Afterwards nothing is remembered.
 */
export async function putBack(tx: Tx, occasion: string): Promise<readonly LeftBehind[]> {
  const keys = await primaryKeys(tx);
  await sql`set constraints all deferred`.execute(tx);
  const { rows: alike } = await sql<Alike>`
    select table_name as "table", columns, gone, array_agg(position::text) as positions from (
      select table_name, array(select jsonb_object_keys(before) order by 1) as columns, after is null as gone, position
      from remembered_row where occasion = ${occasion} and stays is null) as each
    group by table_name, columns, gone order by max(position) desc`.execute(tx);

  // Two rows may have to change places. What does not fit yet is tried again row by row, while anything else still moves.
  let waiting = alike;
  for (let moves = true; moves && waiting.length > 0;) {
    moves = false;
    const stuck: Alike[] = [];
    for (const rows of waiting) {
      const at = { table: rows.table, key: keysOf(keys, rows.table) };
      const put = await fits(tx, () => (rows.gone ? bringBack(tx, at, rows) : restore(tx, at, rows)));
      if (!put) stuck.push(...rows.positions.map((position) => ({ ...rows, positions: [position] })));
      moves ||= put || rows.positions.length > 1;
    }
    waiting = stuck;
  }
  const { rows: left } = await sql<LeftBehind>`
    with left_behind as (delete from remembered_row where occasion = ${occasion} returning table_name, stays)
    select table_name as "table", coalesce(stays, 'changed') as why, count(*)::int as rows
    from left_behind group by 1, 2 order by 1, 2`.execute(tx);
  return left;
}

/** Says of what is remembered of some things that it is to stay as it is, and why. */
export async function letStay(tx: Tx, occasion: string, ids: readonly string[], why: string): Promise<void> {
  await sql`
    update remembered_row set stays = ${why}
    where occasion = ${occasion}
      and exists (select from jsonb_each_text(key) as part where part.value = any (${[...ids]}::text[]))`.execute(tx);
}

/** What is remembered of the rows of one table, by their ids, as JSON writes it. */
export async function remembered(tx: Tx, occasion: string, table: string) {
  const { rows } = await sql<{ id: string; before: Record<string, unknown>; after: Record<string, unknown> | null }>`
    select key ->> 'id' as id, before, after from remembered_row
    where occasion = ${occasion} and table_name = ${table} order by position`.execute(tx);
  return rows;
}

/** Forgets how things were on some occasions, and rows that have a last day of their own when it has passed. */
export async function forget(tx: Tx, occasions: readonly string[], today: Temporal.PlainDate): Promise<void> {
  await sql`
    delete from remembered_row
    where occasion = any (${[...occasions]}::uuid[])
      or (after is null and (before ->> 'delete_after')::date < ${today})`.execute(tx);
}

/** Rows of one table in which the same columns were changed. */
type Alike = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly gone: boolean;
  readonly positions: readonly string[];
};

/** Whether some rows can be what they were; if another row stands in their way, nothing happens. */
async function fits(tx: Tx, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint putting_back`.execute(tx);
  try {
    await work();
  } catch (problem) {
    await sql`rollback to savepoint putting_back`.execute(tx);
    if (!constraints.has((problem as { code?: string }).code ?? "")) throw problem;
    return false;
  }
  await sql`release savepoint putting_back`.execute(tx);
  return true;
}

/** Unique, foreign key, check. */
const constraints: ReadonlySet<string> = new Set(["23505", "23503", "23514"]);

type Table = { readonly table: string; readonly key: readonly string[] };

async function moveColumn(tx: Tx, occasion: string, at: Table & { column: string }, from: string, to: string) {
  const column = sql.ref(at.column);
  await sql`
    with moved as (
      update ${sql.table(at.table)} as t set ${column} = ${to} where t.${column} = ${from} returning ${keyIn(at)} as key)
    insert into remembered_row (occasion, table_name, key, before, after)
    select ${occasion}, ${at.table}, key, jsonb_build_object(${at.column}::text, ${from}::text),
      jsonb_build_object(${at.column}::text, ${to}::text)
    from moved`.execute(tx);
}

async function remember(tx: Tx, occasion: string, at: Table, where: RawBuilder<SqlBool>): Promise<void> {
  await sql`
    insert into remembered_row (occasion, table_name, key, before)
    select ${occasion}, ${at.table}, ${keyIn(at)}, to_jsonb(t) from ${sql.table(at.table)} as t where ${where}`.execute(
    tx,
  );
}

/** Of each row only the columns that have changed are kept; of a row that has not, nothing; of one that is gone, all. */
async function keepDifferences(tx: Tx, occasion: string, at: Table, begun: string): Promise<void> {
  await sql`
    with now as (
      select m.position, m.before, to_jsonb(t) as row
      from remembered_row m
      cross join lateral jsonb_populate_record(null::${sql.table(at.table)}, m.key) as k
      join ${sql.table(at.table)} as t on ${sameKey(at)}
      where m.occasion = ${occasion} and m.table_name = ${at.table} and m.position > ${begun}::bigint),
    differs as (
      select n.position, jsonb_object_agg(b.key, b.value) as before, jsonb_object_agg(b.key, n.row -> b.key) as after
      from now n cross join lateral jsonb_each(n.before) as b
      where n.row -> b.key is distinct from b.value group by n.position),
    kept as (
      update remembered_row m set before = d.before, after = d.after from differs d where m.position = d.position)
    delete from remembered_row m using now n
    where m.position = n.position and n.position not in (select position from differs)`.execute(tx);
}

async function restore(tx: Tx, at: Table, { columns, positions }: Alike): Promise<void> {
  const listed = (row: string) => sql.join(columns.map((column) => sql`${sql.ref(row)}.${sql.ref(column)}`));
  const asRow = sql`null::${sql.table(at.table)}`;
  await sql`
    with put as (
      update ${sql.table(at.table)} as t
      set (${sql.join(columns.map((column) => sql.ref(column)))}) = row(${listed("b")})
      from remembered_row m
        cross join lateral jsonb_populate_record(${asRow}, m.key) as k
        cross join lateral jsonb_populate_record(${asRow}, m.before) as b
        cross join lateral jsonb_populate_record(${asRow}, m.after) as a
      where m.position = any (${[...positions]}::bigint[]) and ${sameKey(at)}
        and row(${listed("t")}) is not distinct from row(${listed("a")})
      returning m.position)
    delete from remembered_row where position in (select position from put)`.execute(tx);
}

async function bringBack(tx: Tx, at: Table, { positions }: Alike): Promise<void> {
  const mine = sql`m.position = any (${[...positions]}::bigint[])`;
  await sql`
    with back as (
      insert into ${sql.table(at.table)} as t
      select b.* from remembered_row m
        cross join lateral jsonb_populate_record(null::${sql.table(at.table)}, m.before) as b
      where ${mine} on conflict do nothing returning ${keyIn(at)} as key)
    delete from remembered_row m using back where ${mine} and m.key = back.key`.execute(tx);
}

const keyIn = ({ key }: Table) =>
  sql`jsonb_build_object(${sql.join(key.map((k) => sql`${sql.lit(k)}, t.${sql.ref(k)}`))})`;

const sameKey = ({ key }: Table) =>
  sql.join(
    key.map((k) => sql`t.${sql.ref(k)} = k.${sql.ref(k)}`),
    sql` and `,
  );

function keysOf(keys: PrimaryKeys, table: string): readonly string[] {
  const key = keys.get(table);
  if (!key) throw new Error(`The table ${table} has no primary key to remember its rows by`);
  return key;
}

async function primaryKeys(tx: Tx): Promise<PrimaryKeys> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as "table", array_agg(a.attname::text order by a.attname) as columns
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indisprimary and c.relnamespace = 'public'::regnamespace
    group by c.relname`.execute(tx);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

async function positionNow(tx: Tx): Promise<string> {
  const { rows } = await sql<{ position: string }>`
    select coalesce(max(position), 0)::text as position from remembered_row`.execute(tx);
  return rows[0]?.position ?? "0";
}
