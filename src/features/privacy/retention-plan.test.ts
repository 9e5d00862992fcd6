import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sv } from "#features/privacy/messages.sv.ts";
import { sayKept } from "#features/privacy/parts/kept.tsx";
import { decidedKinds, isDecided, retention, type RetentionKind, retentionKinds } from "#features/privacy/retention.ts";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "../../catalogues.ts";

const folder = join(import.meta.dirname, "../../../docs/infor-start");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const t = translators(catalogues).sv;

/** A kind as a row of the plan: its name, how long, from when, and what stays. */
function row(kind: RetentionKind): string {
  const { days, leaves } = retention[kind];
  const kept = sayKept(t, retention[kind]);
  const [, span = kept, from = "det slutade gälla"] = /^(\d+ \S+) efter (?:att )?(.*)$/u.exec(kept) ?? [];
  const limit = days === 0 ? "genast" : span;
  return `| ${sv[`privacy.kind.${kind}`]} | ${limit} | ${from} | ${leaves === "counts" ? "antalet" : "inget"} |`;
}

test("the retention plan says of every kind what the jobs do, and of no other (R011)", () => {
  const tables = read("gallringsplan.md").split("| --- | --- | --- | --- |\n").slice(1);
  const rows = tables.map((table) => table.slice(0, table.indexOf("\n\n")).split("\n"));
  const byItself = retentionKinds.filter((kind) => !isDecided(kind));
  expect(rows).toEqual([byItself.map(row), decidedKinds.map(row)]);
});

test("what is to be filled in is marked in one way, and every draft has some", () => {
  const drafts = readdirSync(folder).filter((file) => file !== "README.md");
  expect(drafts.length).toBe(4);
  for (const file of drafts) {
    expect(read(file), file).toContain("**[FYLL I");
    expect(read(file).replaceAll(/\*\*\[FYLL I[^\]]*\]\*\*/gu, ""), file).not.toMatch(/FYLL|XXX|TODO/u);
    expect(read("README.md")).toContain(`](${file})`);
  }
});
