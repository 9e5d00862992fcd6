import type { Command } from "commander";
import { z } from "zod";
import { bytesIn } from "#command-line/reading.ts";
import type { Terminal } from "#command-line/terminal.ts";
import { StartProblem } from "#platform/start-problem.ts";

const Text = z.object({ doc_id: z.string(), title: z.string().default(""), text: z.string().default("") });
const Question = z.object({ query_id: z.string(), query: z.string() });

/** search run and search split: the product's own analysis and ranking over texts from files. They keep nothing and need no database. */
export function registerSearch(program: Command, terminal: Terminal): void {
  const search = program.command("search").description("try how texts are found");
  search
    .command("run")
    .description("print the ten best texts for each question, one line each: query_id, a tab, doc_id")
    .requiredOption("--docs <file>", "texts, one JSON object a line: doc_id, title, text")
    .requiredOption("--queries <file>", "questions, one JSON object a line: query_id, query")
    .action(async ({ docs, queries }: { docs: string; queries: string }) => {
      const { openSearchIndex } = await import("#features/knowledge/searching/search-index.ts");
      const texts = await linesOf(terminal, docs, Text);
      const questions = await linesOf(terminal, queries, Question);
      const index = openSearchIndex();
      for (const { doc_id: id, title, text } of texts) index.put({ id, fields: { title, body: text } });
      for (const { query_id: asked, query } of questions) {
        for (const { id } of index.rank(query, { mayRead: () => true, limit: 10 })) terminal.print(`${asked}\t${id}`);
      }
    });
  search
    .command("split")
    .description(
      "print the parts of compounds, one line a word: word, a tab, part+part; a word that is no compound twice",
    )
    .argument("<word...>", "Swedish words")
    .action(async (words: string[]) => {
      const { ourAnalysis } = await import("#features/knowledge/searching/swedish-dictionary.ts");
      const { partsOf } = ourAnalysis();
      for (const word of words) {
        const parts = partsOf(word.normalize("NFC").toLowerCase()).map((part) => part.word);
        terminal.print(`${word}\t${parts.length > 0 ? parts.join("+") : word}`);
      }
    });
}

/** What a file of JSON lines holds. Says which line is none of what is asked for. */
async function linesOf<Schema extends z.ZodType>(
  terminal: Terminal,
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>[]> {
  const text = (await bytesIn(terminal, file)).toString("utf8").replace(/^\uFEFF/, "");
  return text
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === "" ? [] : [lineOf(line, `${file}, line ${at + 1}`, schema)]));
}

function lineOf<Schema extends z.ZodType>(line: string, where: string, schema: Schema): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new StartProblem(`${where}: this is no JSON: ${cause.message}.`, { cause });
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    throw new StartProblem(`${where}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not as it has to be"}.`, {
      cause,
    });
  }
}
