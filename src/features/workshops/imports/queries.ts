import { createHash } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { isSpreadsheet, spreadsheetSheets } from "#platform/csv/spreadsheet-sheets.ts";
import { readTable } from "#platform/csv/table.ts";
import type { Reader } from "#platform/database/database.ts";
import { decodedText, isBinary } from "#platform/files/decoded-text.ts";
import { mostAnswers } from "#features/workshops/imports/imports.ts";
import { PollFile, pollFromLines } from "#features/workshops/imports/poll-file.ts";
import type { WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/**
 * Reads a file from a poll made elsewhere: a spreadsheet, a file of rows, or a text with an answer on each line.
 *
 * @throws Refusal `invalid` for what is none of these, and for more rows than are taken at once
 */
export async function pollFromFile({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<PollFile> {
  const limit = { rows: mostAnswers };
  if (isSpreadsheet(bytes)) {
    const sheets = await spreadsheetSheets(bytes, { rows: mostAnswers + 1 });
    if (sheets.length === 0) throw new Refusal("invalid", "bringing_in.no_answers");
    return taken({ isLines: false, sheets });
  }
  if (!/\.csv$/iu.test(name) && !isBinary(bytes)) return pollFromText(decodedText(bytes).text);
  const { header, rows } = readTable(bytes, limit);
  return taken({ isLines: false, sheets: [{ name: "", rows: [{ line: 1, cells: header }, ...rows] }] });
}

/** Reads what somebody pasted: rows of a spreadsheet, or an answer on each line. */
export function pollFromText(text: string): PollFile {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new Refusal("invalid", "bringing_in.no_answers");
  if (lines.filter((line) => line.includes("\t")).length > lines.length / 2) {
    const { header, rows } = readTable(new TextEncoder().encode(text), { rows: mostAnswers });
    return taken({ isLines: false, sheets: [{ name: "", rows: [{ line: 1, cells: header }, ...rows] }] });
  }
  return taken(pollFromLines(text));
}

function taken(file: unknown): PollFile {
  const poll = PollFile.safeParse(file).data;
  if (!poll) throw new Refusal("invalid", "bringing_in.too_much", { most: mostAnswers });
  if (poll.sheets.every(({ rows }) => rows.length === 0)) throw new Refusal("invalid", "bringing_in.no_answers");
  return poll;
}

/** An answer with the mark by which the same one is known again. */
export type MarkedAnswer<Answer> = Answer & { readonly mark: string };

/**
 * The marks of answers that are brought in: the same file gives the same marks however often, and two in the room who
 * wrote the same words are two. A mark tells nothing of who wrote.
 */
export function marked<Answer extends { readonly text: string; readonly group: string | null }>(
  answers: readonly Answer[],
): MarkedAnswer<Answer>[] {
  const times = new Map<string, number>();
  return answers.map((answer) => {
    const said = JSON.stringify([answer.text, answer.group?.toLocaleLowerCase("sv") ?? null]);
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    const hash = createHash("sha256").update(`${said} ${time}`).digest("hex");
    return {
      ...answer,
      mark: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
    };
  });
}

/** The marks of what has been brought in to a question before. */
export async function marksBroughtIn(db: Reader, questionId: WorkshopQuestionId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("workshop_answer")
    .where("question_id", "=", questionId)
    .where("round_id", "is", null)
    .where("sent_mark", "is not", null)
    .select("sent_mark as mark")
    .execute();
  return new Set(rows.flatMap(({ mark }) => mark ?? []));
}
