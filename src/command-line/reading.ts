import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Terminal } from "#command-line/terminal.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** What a file holds, or what comes in when it is called -. */
export async function bytesIn(terminal: Terminal, file: string): Promise<Buffer> {
  if (file === "-") return buffer(terminal.input);
  try {
    return await readFile(file);
  } catch (cause) {
    throw new StartProblem(`${file} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

/** The JSON that a file holds. */
export async function jsonIn(terminal: Terminal, file: string): Promise<unknown> {
  const text = (await bytesIn(terminal, file)).toString("utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StartProblem(`${file} is no JSON: ${(cause as Error).message}.`, { cause });
  }
}

/**
 * The text of an invitation or of minutes. A file is read as its name says (.docx, .html), and otherwise as plain text; a text
 * without a word says nothing, and that is an answer too.
 */
export async function pastedText(terminal: Terminal, file: string): Promise<string> {
  const bytes = await bytesIn(terminal, file);
  const isPacked = /\.(docx|html?)$/i.test(file);
  if (!isPacked && bytes.toString("utf8").trim() === "") return "";
  const { textOfFile } = await import("#platform/files/text-of-file.ts");
  return textOfFile({ name: isPacked ? file : "text.txt", bytes });
}
