import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nodesOf, type SourceNode, sourceFile } from "../test/architecture/source-file.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Requirement = { number: string; product: string };
type Proof = { file: string; test: string };

/** The rows of docs/requirements.md. */
function requirements(): Requirement[] {
  const rows = read("docs/requirements.md").matchAll(/^\| (R\d{3}) \| (.+) \| (.+) \|$/gm);
  return [...rows].map(([, number = "", , product = ""]) => ({ number, product: product.replaceAll("*", "") }));
}

/** `R009, R024-R026` → R009, R024, R025, R026. */
function numbersIn(name: string): string[] {
  return [...name.matchAll(/R(\d{3})(?:[-–]R?(\d{3}))?/g)].flatMap(([, first = "", last = first]) => {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, at) => `R${String(Number(first) + at).padStart(3, "0")}`);
  });
}

/** Which tests name which requirement: a test by its own name, by a row of its table, or by the group it stands in. */
function proofs(): Map<string, Proof[]> {
  const found = new Map<string, Proof[]>();
  for (const file of globSync(["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"], { cwd: root }).toSorted()) {
    for (const test of [...nodesOf(sourceFile(file, read(file)).program)].flatMap(namesOfTests)) {
      for (const number of new Set(numbersIn(test))) found.set(number, [...(found.get(number) ?? []), { file, test }]);
    }
  }
  return found;
}

/** The name in `test("…")` or `describe("…")`, and every text in the table of `test.each([…])("…")`. */
function namesOfTests({ type, callee, arguments: given }: SourceNode): string[] {
  if (type !== "CallExpression" || !/^(test|it|describe)$/.test(rootOf(callee))) return [];
  const [name] = given as SourceNode[];
  const table = (callee as SourceNode)["arguments"];
  return [name, ...(table ? nodesOf(table) : [])].map(textOf).filter((text) => text !== "");
}

function textOf(node: SourceNode | undefined): string {
  if (node?.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node?.type !== "TemplateLiteral") return "";
  return (node["quasis"] as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join("…");
}

/** The first name of `test.each(rows)`. */
function rootOf(node: unknown): string {
  const { type, name, object, callee } = node as Record<string, unknown>;
  if (type === "Identifier") return String(name);
  if (type === "MemberExpression") return rootOf(object);
  return type === "CallExpression" ? rootOf(callee) : "";
}

const words = process.argv.slice(2);
const asked = words.flatMap(numbersIn);
const proved = proofs();
const rows = requirements()
  .map((requirement) => ({ ...requirement, proofs: proved.get(requirement.number) ?? [] }))
  .filter(({ number }) => asked.length === 0 || asked.includes(number))
  .filter(({ proofs: by }) => !words.includes("--open") || by.length === 0);

const known = new Set(requirements().map(({ number }) => number));
const strangers = [...proved.keys()].filter((number) => !known.has(number));
const total = { requirements: known.size, proved: [...proved.keys()].filter((number) => known.has(number)).length };

if (words.includes("--json")) {
  console.log(JSON.stringify({ ...total, unknown: strangers, rows }));
} else if (!words.includes("--quiet")) {
  for (const { number, product, proofs: by } of rows) {
    console.log(`${number} ${by.length > 0 ? "✓" : "·"} ${shortened(product)}`);
    for (const { file, test } of by) console.log(`         ${file}: ${test}`);
  }
  console.log(
    `\n${total.proved} of ${total.requirements} requirements are proved by a test that names them; ${total.requirements - total.proved} by none.`,
  );
}
if (strangers.length > 0) {
  console.error(`Tests name requirements that do not exist: ${strangers.join(", ")}`);
  process.exitCode = 1;
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
