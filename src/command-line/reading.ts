import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { StartProblem } from "#platform/start-problem.ts";

/** What a file holds, or what comes in when it is called -. */
export async function bytesIn(file: string): Promise<Buffer> {
  if (file === "-") return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (cause) {
    throw new StartProblem(`${file} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

/** The JSON that a file holds. */
export async function jsonIn(file: string): Promise<unknown> {
  const text = (await bytesIn(file)).toString("utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StartProblem(`${file} is no JSON: ${(cause as Error).message}.`, { cause });
  }
}

/**
 * The text of an invitation. A file is read as its name says (.docx, .html), and otherwise as plain text; a text
 * without a word says nothing, and that is an answer too.
 */
export async function invitationText(file: string): Promise<string> {
  const bytes = await bytesIn(file);
  const isPacked = /\.(docx|html?)$/i.test(file);
  if (!isPacked && bytes.toString("utf8").trim() === "") return "";
  const { textOfFile } = await import("#features/circles/invitation/file/queries.ts");
  return textOfFile({ name: isPacked ? file : "text.txt", bytes });
}
