import { StartProblem } from "#platform/start-problem.ts";
import type { Column } from "./schema-columns.ts";

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

/** The types of every table, as TypeScript. */
export function schemaText(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const shapes = [...tables].map(([table, own]) => {
    const lines = own.map((column) => `  ${column.name}: ${columnType(column, columns)};`);
    return `export type ${typeName(table)} = {\n${lines.join("\n")}\n};`;
  });
  const schema = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)};`);
  const body = [
    ...shapes,
    `/** Every table the web may read. */\nexport type Schema = {\n${schema.join("\n")}\n};`,
  ].join("\n\n");
  const imports = [
    importOf(["ColumnType", "Generated", "GeneratedAlways"], "kysely", body),
    importOf(["Id"], "#kernel/ids.ts", body),
    importOf(["JsonText", "JsonValue"], "#platform/database/json.ts", body),
  ];
  return `// Written by \`npm run db:types\` from the migrated database; never by hand.\n${imports.join("")}\n${body}\n`;
}

function importOf(names: readonly string[], from: string, body: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  return used.length > 0 ? `import type { ${used.join(", ")} } from "${from}";\n` : "";
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
  const one = allowed(column) ?? identity(column, columns) ?? parsed[base] ?? "string";
  const type = `${isList ? `(${one})[]` : one}${orNull}`;
  if (column.always) return `GeneratedAlways<${type}>`;
  return column.default ? `Generated<${type}>` : type;
}

// How PostgreSQL writes down `check (state in ('draft', 'open'))`, and the same for a list or with "or state is null".
const listed =
  /^CHECK \(+(?:\(\w+ IS NULL\) OR \(*)?\(?[\w"]+\)?(?:::text)? (?:= ANY|<@) \(*ARRAY\[(.*)\]\)?(?:::text\[\])?\)*$/;
const single = /^CHECK \(+[\w"]+\)? = ('(?:[^']|'')*')::text\)+$/;

/** The words a check or an enumeration allows. */
function allowed({ checks, labels }: Column): string | undefined {
  if (labels) return union(labels);
  const lists = checks.map((check) => listed.exec(check)?.[1] ?? single.exec(check)?.[1] ?? "");
  return lists.map((list) => union(textsIn(list))).find(Boolean);
}

function textsIn(list: string): string[] {
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
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
  // Two that refer to each other: the one that is a key gives it out.
  const giver = [...seen].find(({ key }) => key);
  return giver && `Id<"${giver.table}">`;
}

function named(name: string, columns: readonly Column[]): string | undefined {
  const table = name.replace(/_id$/, "");
  return columns.some((column) => column.table === table && column.key && column.base === "uuid")
    ? `Id<"${table}">`
    : undefined;
}
