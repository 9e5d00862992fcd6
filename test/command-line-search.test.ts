import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "./command-line.ts";

const { run, folder } = await commandLine();
const nowhere = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nowhere", DATA_DIR: join(folder, "never") };

function written(name: string, ...lines: unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
}

describe("search run", () => {
  const docs = written("texts.jsonl", { doc_id: "a", title: "", text: "Om barnavårdsutredningar." }, "", {
    doc_id: "b",
    title: "Ekonomiskt bistånd",
    text: "Att söka.",
  });
  const asked = (file: string) => run(["search", "run", "--docs", docs, "--queries", file], { env: nowhere });

  test("prints question and text, best first, and needs no database", async () => {
    const queries = written(
      "questions.jsonl",
      { query_id: "1", query: "Vad är en utredning?" },
      { query_id: "2", query: "bistånd" },
    );
    expect(await asked(queries)).toEqual({ code: 0, err: "", out: "1\ta\n2\tb\n" });
  });

  test("prints at most ten a question, and none for one that asks nothing", async () => {
    const many = written("many.jsonl", ...Array.from({ length: 12 }, (_, at) => ({ doc_id: `d${at}`, text: "vård" })));
    const queries = written("few.jsonl", { query_id: "1", query: "vård" }, { query_id: "2", query: "?!" });
    const { out } = await run(["search", "run", "--docs", many, "--queries", queries], { env: nowhere });
    expect(out.trim().split("\n")).toHaveLength(10);
    expect(out).not.toContain("2\t");
  });

  test.each([
    { what: "no JSON", line: "{" },
    { what: "something else than a question", line: { query: "vård" } },
  ])("says which line is $what", async ({ line }) => {
    const outcome = await asked(written("wrong.jsonl", { query_id: "1", query: "vård" }, line));
    expect(outcome).toMatchObject({ code: 1, out: "" });
    expect(outcome.err).toMatch(/wrong\.jsonl, line 2/);
    expect(outcome.err.trim().split("\n")).toHaveLength(1);
  });

  test("is used wrongly without both files", async () => {
    expect(await run(["search", "run", "--docs", docs], { env: nowhere })).toMatchObject({ code: 2, out: "" });
  });
});

test("search split prints the parts of each word, and a word that is no compound twice", async () => {
  const outcome = await run(["search", "split", "Socialtjänst", "skyddsbedömning", "ansvar"], { env: nowhere });
  expect(outcome).toEqual({
    code: 0,
    err: "",
    out: "Socialtjänst\tsocial+tjänst\nskyddsbedömning\tskydd+bedömning\nansvar\tansvar\n",
  });
});
