import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

type Package = { version?: string; license?: string; dev?: boolean; devOptional?: boolean; optional?: boolean };

/** Licences whose works may be part of something under EUPL-1.2. */
const fitting = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD", // as duck calls its two clauses
  "BSD-0-Clause", // as htmx calls 0BSD
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "LGPL-3.0", // as a part beside ours, such as the words of a dictionary
  "MIT",
  "MIT License", // as xml-escape calls it
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Packages whose licence stands only in a file of theirs. */
const inFile = new Map([["node_modules/png-js", "LICENSE"]]);

const root = join(import.meta.dirname, "..");
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Package>;
};
const production = Object.entries(packages).filter(([path, part]) => path !== "" && !part.dev);

/** What a package says of its licence; of those that say it in a file, its first line. */
function licenceOf(path: string, { license }: Package): string {
  const file = inFile.get(path);
  if (license || file === undefined) return license ?? "none";
  return (
    readFileSync(join(root, path, file), "utf8")
      .trim()
      .split("\n")[0] ?? "none"
  );
}

/** `(MIT OR GPL-3.0)` fits when one of its choices does; `MIT AND OFL-1.1` when both do. */
function fits(licence: string): boolean {
  const plain = licence.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some(fits);
  if (plain.includes(" AND ")) return plain.split(" AND ").every(fits);
  return fitting.has(plain);
}

test("every package of the running product has a licence that fits EUPL-1.2", () => {
  expect(production.length).toBeGreaterThan(50);
  const misfits = production
    .map(([path, part]) => [path, licenceOf(path, part)] as const)
    .filter(([, licence]) => !fits(licence))
    .map(([path, licence]) => `${path}: ${licence}`);
  expect(misfits).toEqual([]);
});

test.each([
  ["GPL-3.0-only", false],
  ["UNLICENSED", false],
  ["none", false],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND SSPL-1.0", false],
])("%s: %s", (licence, expected) => expect(fits(licence)).toBe(expected));
