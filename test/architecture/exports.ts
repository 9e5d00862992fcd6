import { isTest, nodesOf, type Rule } from "./source-file.ts";

/** Tools that read a configuration file want its default export. */
const isConfiguration = (path: string) => /^[^/]+\.config\.ts$/.test(path);

/** A thing has one name and one home: no default exports, and no file that only passes on what others made. */
export const plainExports: Rule = (files) =>
  files.flatMap(({ path, program }) =>
    [...nodesOf(program)].flatMap((node) => {
      if (node.type === "ExportDefaultDeclaration" && !isConfiguration(path))
        return [{ path, says: "has a default export" }];
      const passesOn =
        node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node["source"]);
      return passesOn ? [{ path, says: "passes on another file's exports (a barrel)" }] : [];
    }),
  );

/** What runs in production stands among the dependencies that are installed in production. */
export function productionPackages(dependencies: readonly string[]): Rule {
  return (files) =>
    files
      .filter((file) => file.path.startsWith("src/") && !isTest(file.path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, typeOnly }) => target === undefined && !typeOnly)
          .filter(({ specifier }) => !specifier.startsWith("node:") && !dependencies.includes(packageOf(specifier)))
          .map(({ specifier }) => ({ path, says: `${specifier} is not among the dependencies` })),
      );
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
