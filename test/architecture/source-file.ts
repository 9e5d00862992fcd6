import { posix } from "node:path";
import { type ESTree, parseSync } from "vite";

/** One import of a file: `target` is the project's own file it names, if it names one. */
export type Import = { specifier: string; target: string | undefined; names: string[]; typeOnly: boolean };

/** One piece of source, read once and handed to every rule. */
export type SourceFile = { path: string; text: string; program: ESTree.Program; imports: Import[] };

/** What a rule found: where, and in words that say what to do about it. */
export type Violation = { path: string; says: string };

/** A rule of the house: what it finds in all of the source. */
export type Rule = (files: readonly SourceFile[]) => Violation[];

export type SourceNode = { type: string; [key: string]: unknown };

/** Reads one file's text. The path decides the language, and what relative imports mean. */
export function sourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  return { path, text, program, imports: importsOf(path, program) };
}

function importsOf(path: string, program: ESTree.Program): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, names: string[], typeOnly: boolean) =>
    found.push({ specifier, target: targetOf(path, specifier), names, typeOnly });

  for (const node of nodesOf(program)) {
    if (node.type === "ImportDeclaration") {
      const { specifiers, importKind } = node as unknown as ESTree.ImportDeclaration;
      const valued = specifiers.filter((s) => !("importKind" in s && s.importKind === "type"));
      const typeOnly = importKind === "type" || (specifiers.length > 0 && valued.length === 0);
      add(sourceText(node), specifiers.map(importedName), typeOnly);
    }
    if (node.type === "ExportNamedDeclaration" && node["source"])
      add(sourceText(node), [], node["exportKind"] === "type");
    if (node.type === "ExportAllDeclaration") add(sourceText(node), [], node["exportKind"] === "type");
    if (node.type === "ImportExpression" && typeof sourceText(node) === "string") add(sourceText(node), [], false);
  }
  return found;
}

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string {
  if (specifier.type !== "ImportSpecifier") return specifier.type === "ImportDefaultSpecifier" ? "default" : "*";
  return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
}

const sourceText = (node: SourceNode) => (node["source"] as { value: string }).value;

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith(".")) return posix.join(posix.dirname(path), specifier);
  return undefined;
}

/** Every node of a tree, outermost first. */
export function* nodesOf(root: unknown): Generator<SourceNode> {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === null || typeof node !== "object") continue;
    if ("type" in node && typeof node.type === "string") yield node as SourceNode;
    for (const value of Object.values(node)) if (value !== null && typeof value === "object") waiting.push(value);
  }
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith("test/");

/** `src/features/circles/registration/commands.ts` → `circles`. */
export const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];

/** `commands` of `src/features/circles/registration/commands.ts`, with everything before the last dot. */
export const stemOf = (path: string) => posix.basename(path).replace(/(\.test)?\.(tsx?|js)$/, "");
