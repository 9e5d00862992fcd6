// Writes src/platform/database/schema.ts from a database that was migrated a moment ago and is thrown away after.
// `npm run db:types -- --check` writes nothing and fails if the file says something else than the migrations do.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, type FormatConfig } from "oxfmt";
import type pg from "pg";
import { stopEmbeddedServer } from "#platform/database/embedded-server.ts";
import { withOwner } from "#platform/database/open.ts";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";
import { cloned, serverWithTemplate } from "../test/template.ts";

type Column = {
  table: string;
  name: string;
  type: string;
  base: string;
  nullable: boolean;
  default: boolean;
  always: boolean;
  key: boolean;
  refersTo: { table: string; column: string } | null;
  checks: string[];
  labels: string[] | null;
};

// The tables the web may read, so that a query on an owner's table does not compile. A column's type is that of its
// domain's base, and what its own check and its domain's check allow.
const columnsOf = `
  select c.relname as table, a.attname as name,
    format_type(a.atttypid, null) as type,
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

// Whatever is not named here arrives as the text PostgreSQL prints.
const parsed: Record<string, string | undefined> = {
  boolean: "boolean",
  smallint: "number",
  integer: "number",
  bigint: "number",
  numeric: "number",
  real: "number",
  "double precision": "number",
  date: "Temporal.PlainDate",
  "time without time zone": "Temporal.PlainTime",
  "timestamp with time zone": "Temporal.Instant",
  interval: "Temporal.Duration",
  bytea: "Buffer",
};

// A moment without its zone, or a zone without its day, is a mistake in the migration.
const refused = ["timestamp without time zone", "time with time zone", "money", "point", "circle"];

const file = join(packageRoot, "src/platform/database/schema.ts");

try {
  const columns = await readColumns();
  const written = await formatted(schemaText(columns));
  if (!process.argv.includes("--check")) writeFileSync(file, written);
  else if (readFileSync(file, "utf8") !== written) {
    throw new StartProblem("src/platform/database/schema.ts does not agree with the migrations: run npm run db:types.");
  }
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}

async function readColumns(): Promise<Column[]> {
  const folder = join(packageRoot, ".tmp", `types-${process.pid}`);
  try {
    const server = await serverWithTemplate(folder);
    const address = await cloned(server, "types");
    const columns = await withOwner(address, async (owner: pg.Client) => (await owner.query<Column>(columnsOf)).rows);
    await server.leave();
    return columns;
  } finally {
    await stopEmbeddedServer(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function formatted(text: string): Promise<string> {
  const { code, errors } = await format(file, text, formatOptions());
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return code;
}

/** The project's own, so that the file is as `npm run format` would leave it. */
function formatOptions(): FormatConfig {
  const text = readFileSync(join(packageRoot, ".oxfmtrc.json"), "utf8");
  const { $schema: _, ignorePatterns: __, ...options } = JSON.parse(text) as FormatConfig & Unread;
  return options;
}

type Unread = { $schema: string; ignorePatterns: string[] };

function schemaText(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const shapes = [...tables].map(
    ([table, own]) =>
      `export type ${typeName(table)} = {\n${own.map((column) => `  ${column.name}: ${columnType(column, columns)};`).join("\n")}\n};`,
  );
  const schema = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)};`);
  return [
    "// Written by `npm run db:types` from the migrated database; never by hand.",
    'import type { ColumnType, Generated, GeneratedAlways } from "kysely";',
    'import type { Id } from "#kernel/ids.ts";',
    'import type { JsonText, JsonValue } from "#platform/database/json.ts";',
    ...shapes,
    `/** Every table the web may read. */\nexport type Schema = {\n${schema.join("\n")}\n};`,
  ]
    .join("\n\n")
    .replace(/^import .*$/gm, (line) => importOfUsed(line, shapes.join("\n")))
    .replace(/\n\n(?=import)/g, "\n");
}

function importOfUsed(line: string, body: string): string {
  return line
    .replace(
      /\{ (.*) \}/,
      (_, names: string) =>
        `{ ${names
          .split(", ")
          .filter((name) => new RegExp(`\\b${name}<|\\b${name}\\b`).test(body))
          .join(", ")} }`,
    )
    .replace(/^import type \{ {2}\}.*$/, "");
}

function typeName(table: string): string {
  return `${table
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}Table`;
}

function columnType(column: Column, columns: readonly Column[]): string {
  const isList = column.base.endsWith("[]");
  const base = isList ? column.base.slice(0, -2) : column.base;
  const orNull = column.nullable ? " | null" : "";
  if (base === "jsonb" || base === "json") {
    const written = `JsonText${orNull}`;
    return `ColumnType<JsonValue${orNull}, ${written}${column.default ? " | undefined" : ""}, ${written}>`;
  }
  if (refused.includes(base))
    throw new StartProblem(`${column.table}.${column.name} is a ${base}, which we do not use.`);
  const single = allowed(column) ?? identity(column, columns) ?? parsed[base] ?? "string";
  const type = `${isList ? `(${single})[]` : single}${orNull}`;
  if (column.always) return `GeneratedAlways<${type}>`;
  return column.default ? `Generated<${type}>` : type;
}

/** The words a check or an enumeration allows, as `check (state in ('draft', 'open'))` does. */
function allowed({ name, checks, labels }: Column): string | undefined {
  if (labels) return union(labels);
  for (const check of checks) {
    const words =
      /^CHECK \(+(?:\((\w+) IS NULL\) OR \()?\(?(?:"?(\w+)"?|VALUE)\)?(?:::text)? (?:= ANY|<@) \(*ARRAY\[(.*?)\](?:\)?::text\[\])?\)*$/.exec(
        check,
      );
    if (words && (words[2] === undefined || words[2] === name)) return union(textsIn(words[3] ?? ""));
    const only = /^CHECK \(\(\(?"?(\w+)"?\)? = ('(?:[^']|'')*')::text\)\)$/.exec(check);
    if (only && only[1] === name) return union(textsIn(only[2] ?? ""));
  }
  return undefined;
}

function textsIn(list: string): string[] {
  return [
    ...list.matchAll(/'((?:[^']|'')*)'::/g),
    ...(list.includes("::") ? [] : list.matchAll(/'((?:[^']|'')*)'/g)),
  ].map(([, text = ""]) => text.replaceAll("''", "'"));
}

function union(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.map((word) => JSON.stringify(word)).join(" | ") : undefined;
}

/**
 * Whose id a uuid is: followed through foreign keys to the table that gives it out. The platform's tables are made
 * before the features' and cannot refer to them; there the name tells, person_id a person.
 */
function identity(column: Column, columns: readonly Column[]): string | undefined {
  const seen = new Set<Column>();
  for (let at: Column | undefined = column; at && !seen.has(at);) {
    seen.add(at);
    const { refersTo }: Column = at;
    if (!refersTo) {
      if (!at.base.startsWith("uuid")) return undefined;
      return at.key ? `Id<"${at.table}">` : named(at.name, columns);
    }
    at = columns.find(({ table, name }) => table === refersTo.table && name === refersTo.column);
  }
  return undefined;
}

function named(name: string, columns: readonly Column[]): string | undefined {
  const table = name.replace(/_id$/, "");
  return columns.some((column) => column.table === table && column.key && column.base === "uuid")
    ? `Id<"${table}">`
    : undefined;
}
