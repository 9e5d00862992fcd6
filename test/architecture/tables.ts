import { featureOf, isTest, nodesOf, type Rule, type SourceFile, stemOf } from "./source-file.ts";

export type Migration = { path: string; text: string };

/** Who owns each table: `2026-11-22-circles.sql` makes the tables of src/features/circles, and nobody else writes them. */
export function ownersOf(migrations: readonly Migration[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of migrations) {
    const [, owner] = /\/\d{4}-\d\d-\d\d-(sign-in|[a-z]+)[a-z0-9-]*\.sql$/.exec(path) ?? [];
    if (owner === undefined) throw new Error(`${path} is not named YYYY-MM-DD-owner-words.sql`);
    for (const [, table] of text.matchAll(/^\s*create table (?:if not exists )?"?([a-z_0-9]+)"?/gim)) {
      if (table !== undefined) owners.set(table, owner);
    }
  }
  return owners;
}

/** A table is written by the feature whose migration made it; what must follow elsewhere goes through a job. */
export function tableOwnership(owners: ReadonlyMap<string, string>): Rule {
  return (files) =>
    files
      .filter((file) => file.path.startsWith("src/") && !isTest(file.path))
      .flatMap((file) => {
        const writer = featureOf(file.path) ?? (file.path.startsWith("src/platform/") ? "platform" : "nobody");
        return writesIn(file).flatMap((table) => {
          const owner = owners.get(table);
          if (owner === undefined || owner === writer) return [];
          return [{ path: file.path, says: `writes ${table}, which belongs to ${owner}` }];
        });
      });
}

/** Everything that changes a feature's rows stands in its commands, its jobs or its demo. */
export function writesInCommands(owners: ReadonlyMap<string, string>): Rule {
  return (files) =>
    files
      .filter((file) => featureOf(file.path) !== undefined && !isTest(file.path))
      .filter((file) => !["commands", "jobs", "demo"].includes(stemOf(file.path)))
      .flatMap((file) =>
        writesIn(file)
          .filter((table) => owners.has(table))
          .map((table) => ({
            path: file.path,
            says: `writes ${table}: changes stand in commands.ts, jobs.ts or demo.ts`,
          })),
      );
}

/** A change is one transaction, opened by `change()`, which retries it and sees that it was recorded. */
export const oneWayToChange: Rule = (files) =>
  files
    .filter((file) => featureOf(file.path) !== undefined && !isTest(file.path))
    .flatMap((file) =>
      [...nodesOf(file.program)]
        .filter((node) => node.type === "CallExpression")
        .filter((node) => /^(transaction|startTransaction)$/.test(memberOf(node["callee"])))
        .map(() => ({ path: file.path, says: "opens a transaction of its own: use change()" })),
    );

const builders = /^(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/;
const statements =
  /(?<!\bfor\s|\bfor no key\s|\bdo\s)\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+(?:only\s+)?"?([a-z_0-9]+)"?/gi;

function writesIn({ program }: SourceFile): string[] {
  const tables: string[] = [];
  for (const node of nodesOf(program)) {
    if (node.type === "CallExpression" && builders.test(memberOf(node["callee"]))) {
      const [table] = node["arguments"] as { type: string; value?: unknown }[];
      if (typeof table?.value === "string") tables.push(table.value.replace(/ as .*/, ""));
    }
    if (node.type === "TemplateLiteral") {
      const quasis = node["quasis"] as { value: { raw: string } }[];
      const text = quasis.map((quasi) => quasi.value.raw).join(" ? ");
      tables.push(...[...text.matchAll(statements)].flatMap(([, table]) => table ?? []));
    }
  }
  return tables;
}

function memberOf(callee: unknown): string {
  const { type, property } = callee as { type: string; property?: { name?: string } };
  return type === "MemberExpression" ? (property?.name ?? "") : "";
}
