import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Question, Text } from "./peers.ts";
import type { Asked } from "./quality.ts";

/** Texts, and questions with the texts that answer them: `--docs` and `--queries` are JSON lines, `--qrels` a table. */
export function judgedSet(options: readonly string[]): { texts: Text[]; asked: Asked[] } {
  const { values } = parseArgs({
    args: [...options],
    options: { docs: { type: "string" }, queries: { type: "string" }, qrels: { type: "string" } },
  });
  return {
    texts: linesOf(values.docs, "docs").map((line) => JSON.parse(line) as Text),
    asked: askedOf(
      linesOf(values.queries, "queries").map((line) => JSON.parse(line) as Question),
      linesOf(values.qrels, "qrels").map((line) => line.split("\t")),
    ),
  };
}

function askedOf(questions: readonly Question[], judged: readonly string[][]): Asked[] {
  const answers = new Map<string, Map<string, number>>();
  for (const [question = "", text = "", relevant = ""] of judged) {
    const gain = Number(relevant);
    if (!(gain > 0)) continue; // the line of headings, and texts that are judged not to answer
    answers.set(question, (answers.get(question) ?? new Map<string, number>()).set(text, gain));
  }
  return questions.flatMap(({ query_id: id, query }) => {
    const relevant = answers.get(id);
    return relevant ? [{ query, relevant }] : [];
  });
}

function linesOf(file: string | undefined, option: string): string[] {
  if (file === undefined)
    throw new Error(`Which texts and questions? --docs FILE --queries FILE --qrels FILE; --${option} is missing`);
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
}
