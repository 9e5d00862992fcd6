import { isTest, nodesOf, type Rule, type SourceNode } from "./source-file.ts";

/**
 * A drawing that is kept stands outside every function, where there is no request to draw from: what it shows is what
 * it is given, and that is what it is found by.
 */
export const keptDrawingsOutside: Rule = (files) =>
  files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, program }) => {
      const outside = new Set(program.body.flatMap((statement) => valuesOf(statement as unknown as SourceNode)));
      return [...nodesOf(program)]
        .filter((node) => isKeptDrawing(node) && !outside.has(node))
        .map(() => ({ path, says: "keeps a drawing inside a function: let drawnOnce stand outside of it" }));
    });

/** What the names of a statement stand for. */
function valuesOf(statement: SourceNode): unknown[] {
  const declared = (statement["declaration"] ?? statement) as SourceNode;
  if (declared.type !== "VariableDeclaration") return [];
  return (declared["declarations"] as SourceNode[]).map((each) => each["init"]);
}

function isKeptDrawing({ type, callee }: SourceNode): boolean {
  return type === "CallExpression" && (callee as { name?: string }).name === "drawnOnce";
}
