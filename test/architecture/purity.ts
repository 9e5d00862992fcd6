import { isTest, nodesOf, type Rule, type SourceFile, type SourceNode } from "./source-file.ts";
import { isPureByName } from "./vocabulary.ts";

const impurePackages =
  /^(node:|kysely|pg$|pg-boss|hono|@hono\/|nodemailer|pino|flydrive|better-auth|intl-messageformat)/;
const impureNames = new Set(["systemClock", "newId", "Translate"]);

/**
 * A file without a role in its name holds words and rules only: no database, no clock, no text, nothing to wait for.
 * It may use what is as pure as itself, wherever that stands.
 */
export const purity: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => isPureByName(file.path) && !isTest(file.path))
    .flatMap((file) => [
      ...reasonsIn(file).map((says) => ({ path: file.path, says })),
      ...file.imports.flatMap(({ target, typeOnly }) => {
        if (target === undefined) return [];
        const says = reasonAgainst(target, typeOnly, byPath);
        return says ? [{ path: file.path, says }] : [];
      }),
    ]);
};

/** Why a pure file may not import this one, or nothing. */
function reasonAgainst(target: string, typeOnly: boolean, byPath: ReadonlyMap<string, SourceFile>): string | undefined {
  if (target.startsWith("src/features/"))
    return isPureByName(target) ? undefined : `imports ${target}, which is not pure`;
  if (target.startsWith("src/kernel/")) return undefined;
  if (target.startsWith("src/platform/database/")) return `imports ${target}: words and rules know no database`;
  if (typeOnly) return undefined;
  const file = byPath.get(target);
  const reason = file && [...new Set(reachedFrom(file, byPath))].flatMap(reasonsIn)[0];
  return reason && `imports ${target}, which is not pure: ${reason}`;
}

function reachedFrom(file: SourceFile, byPath: ReadonlyMap<string, SourceFile>): Set<SourceFile> {
  const reached = new Set([file]);
  for (const { imports } of reached) {
    for (const { target, typeOnly } of imports) {
      const next = target !== undefined && !typeOnly && !target.startsWith("src/kernel/") && byPath.get(target);
      if (next) reached.add(next);
    }
  }
  return reached;
}

function reasonsIn({ imports, program }: SourceFile): string[] {
  const reasons = imports.flatMap(({ specifier, names, typeOnly }) => [
    ...(impurePackages.test(specifier) && !typeOnly ? [`imports ${specifier}`] : []),
    ...names.filter((name) => impureNames.has(name)).map((name) => `imports ${name}`),
  ]);
  for (const node of nodesOf(program)) {
    const reason = reasonOf(node);
    if (reason) reasons.push(reason);
  }
  return reasons;
}

function reasonOf(node: SourceNode): string | undefined {
  if (node["async"] === true || node.type === "AwaitExpression") return "waits for something";
  if (
    node.type === "NewExpression" &&
    nameOf(node["callee"]) === "Date" &&
    (node["arguments"] as unknown[]).length === 0
  ) {
    return "reads the clock: new Date()";
  }
  if (node.type === "MemberExpression") {
    const name = nameOf(node);
    if (/^(Date\.now|Temporal\.Now|performance\.now)$/.test(name)) return `reads the clock: ${name}`;
    if (/^(Math\.random|crypto\.(randomUUID|getRandomValues))$/.test(name)) return `throws dice: ${name}`;
    if (/^(process\.env|process\.argv|import\.meta)/.test(name)) return `reads the machine: ${name}`;
  }
  if (node.type === "CallExpression" && nameOf(node["callee"]) === "fetch") return "asks the network";
  return undefined;
}

/** `Temporal.Now` of the node for it; the empty text for anything that is not a plain name. */
function nameOf(node: unknown): string {
  const { type, name, object, property } = node as Record<string, unknown>;
  if (type === "Identifier") return String(name);
  if (type === "MetaProperty") return "import.meta";
  return type === "MemberExpression" ? `${nameOf(object)}.${nameOf(property)}` : "";
}
