import type pg from "pg";

export type Column = {
  table: string;
  name: string;
  base: string;
  nullable: boolean;
  default: boolean;
  always: boolean;
  key: boolean;
  refersTo: { table: string; column: string } | null;
  checks: string[];
  labels: string[] | null;
};

/** Every column of every table the web may read; what only the owner may read is not in the types either. */
export async function schemaColumns(owner: pg.Client): Promise<Column[]> {
  return (await owner.query<Column>(columnsOf)).rows;
}

// A column of a domain has the type the domain stands on, and may hold what both its own check and the domain's allow.
const columnsOf = `
  select c.relname as table, a.attname as name,
    format_type(case when t.typtype = 'd' then t.typbasetype else a.atttypid end, null) as base,
    not (a.attnotnull or t.typnotnull) as nullable,
    (a.atthasdef or t.typdefault is not null) and a.attgenerated = '' or a.attidentity = 'd' as default,
    a.attgenerated <> '' or a.attidentity = 'a' as always,
    coalesce((select k.conkey = array[a.attnum] from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), false) as key,
    (select json_build_object('table', fc.relname, 'column', fa.attname)
       from pg_constraint f
       join pg_class fc on fc.oid = f.confrelid
       join pg_attribute fa on fa.attrelid = f.confrelid and fa.attnum = f.confkey[array_position(f.conkey, a.attnum)]
      where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)
      order by cardinality(f.conkey), f.conname limit 1) as "refersTo",
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.contype = 'c' and (k.conrelid = c.oid and k.conkey = array[a.attnum] or k.contypid = t.oid)) as checks,
    (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
    and has_table_privilege((select value from platform_secret where name = 'web_role'), c.oid, 'select')
  order by c.relname collate "C", a.attnum`;
