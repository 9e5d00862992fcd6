import { z } from "zod";
import { findPersonalNumber } from "#kernel/personal-number.ts";
import { longest, mostAnswers, mostGroups } from "#features/workshops/imports/imports.ts";

/** A file or a pasted text from a poll as rows of values, with the number each row has where it came from. */
const Row = z.strictObject({ line: z.int().min(1), cells: z.array(z.string().max(100_000)).max(200) });
const Sheet = z.strictObject({ name: z.string().max(200), rows: z.array(Row).max(mostAnswers + 1) });
export const PollFile = z.strictObject({
  /** Lines of a text have no columns and no heading. */
  isLines: z.boolean(),
  sheets: z.array(Sheet).min(1).max(30),
});
export type PollFile = z.output<typeof PollFile>;
export type PollSheet = z.output<typeof Sheet>;

/** Which sheet and columns hold the answers, which one tells the group, and whether the first row names the columns. */
export type PollChoice = {
  readonly sheet: number;
  readonly columns: readonly number[];
  readonly groupColumn: number | null;
  readonly hasHeader: boolean;
};

/** A column that may be chosen. Those with names and addresses are not offered: nobody is told by name. */
export type PollColumn = { readonly at: number; readonly heading: string; readonly example: string };

/** An answer as it was read, with what keeps it out. */
export type ReadAnswer = {
  readonly line: number;
  readonly text: string;
  readonly group: string | null;
  readonly problem: "personalNumber" | "tooLong" | "groupTooLong" | null;
};

const personal =
  /^(?:e-?post(?:adress)?|e-?mail(?:\s?address)?|namn|(?:för|efter)namn|name|(?:first|last)\s?name|telefon|phone|personnummer|ip.*)$/iu;
const aboutSending =
  /^(?:id|#|nr|no|starttid|start\s?time|slutförandetid|completion\s?time|sluttid|end\s?time|senast ändrad.*|last modified.*|tidsstämpel|timestamp|datum|date|tid|time|session|voter.*|deltagare|participant.*|röster|votes|språk|language|poäng|points|score)$/iu;
const groupHeading = /^(?:grupp|group|bord|table|lag|team)\b/iu;

/** The lines of a text as a poll: a line such as "Grupp 2:" says whose the next ones are; marks of a list are taken away. */
export function pollFromLines(text: string): PollFile {
  let group = "";
  const rows = text.split(/\r\n?|\n/u).flatMap((written, at) => {
    const said = written.trim();
    const heading = /^((?:grupp|group|bord|table|lag|team)\s+[\p{L}\p{N} ]{1,40}?):?$/iu.exec(said);
    if (heading) group = heading[1] ?? "";
    const words = said.replace(/^(?:[-–—•*·]|\d{1,3}[.)])\s+/u, "");
    return heading || words === "" ? [] : [{ line: at + 1, cells: [words, group] }];
  });
  return { isLines: true, sheets: [{ name: "", rows }] };
}

/** The columns of a sheet that may be chosen. */
export function columnsOf({ rows }: PollSheet, hasHeader: boolean): PollColumn[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => {
    const values = rows.slice(hasHeader ? 1 : 0).map(({ cells }) => cells[at] ?? "");
    const heading = hasHeader ? (rows[0]?.cells[at] ?? "") : "";
    return { at, heading, example: values.find((value) => value !== "") ?? "", values };
  })
    .filter(({ heading, values }) => !personal.test(heading.trim()) && !holdsAddresses(values))
    .filter(({ heading, example }) => heading !== "" || example !== "")
    .map(({ at, heading, example }) => ({ at, heading, example }));
}

/** What is most likely meant: the sheet and the column with most words, and the column that is called a group. */
export function proposedChoice({ isLines, sheets }: PollFile): PollChoice {
  if (isLines) return { sheet: 0, columns: [0], groupColumn: 1, hasHeader: false };
  const candidates = sheets.flatMap((sheet, number) =>
    columnsOf(sheet, true)
      .filter(({ heading }) => !aboutSending.test(heading.trim()) && !groupHeading.test(heading.trim()))
      .map(({ at }) => ({ number, at, letters: lettersIn(sheet, at) })),
  );
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, each) => (most === undefined || each.letters > most.letters ? each : most),
    undefined,
  );
  const sheet = best?.number ?? 0;
  const chosen = sheets[sheet];
  const group = chosen && columnsOf(chosen, true).find(({ heading }) => groupHeading.test(heading.trim()));
  return { sheet, columns: best ? [best.at] : [], groupColumn: group?.at ?? null, hasHeader: true };
}

/** The answers that a choice of columns gives, in order, each with what keeps it out. Empty values are no answers. */
export function answersIn({ sheets }: PollFile, { sheet, columns, groupColumn, hasHeader }: PollChoice): ReadAnswer[] {
  const rows = sheets[sheet]?.rows.slice(hasHeader ? 1 : 0) ?? [];
  return rows.flatMap(({ line, cells }) => {
    const group = (groupColumn === null ? "" : (cells[groupColumn] ?? "")).replaceAll(/\s+/gu, " ").trim();
    return columns
      .filter((column) => column !== groupColumn)
      .flatMap((column) => {
        const text = (cells[column] ?? "").replaceAll("\u0000", "").trim();
        return text === "" ? [] : [{ line, text, group: group || null, problem: problemOf(text, group) }];
      });
  });
}

/** Whether a column that was chosen as group tells so many apart that it is hardly groups: more likely people. */
export function isHardlyGroups(answers: readonly ReadAnswer[]): boolean {
  const groups = new Set(answers.flatMap(({ group }) => group?.toLocaleLowerCase("sv") ?? []));
  return groups.size > mostGroups;
}

function problemOf(text: string, group: string): ReadAnswer["problem"] {
  if (findPersonalNumber(text) || findPersonalNumber(group)) return "personalNumber";
  if (text.length > longest.answer) return "tooLong";
  return group.length > longest.group ? "groupTooLong" : null;
}

function holdsAddresses(values: readonly string[]): boolean {
  const known = values.filter((value) => value !== "");
  return known.length > 0 && known.filter((value) => /\S@\S+\.\S/u.test(value)).length > known.length / 2;
}

function lettersIn({ rows }: PollSheet, at: number): number {
  return rows.slice(1).reduce((sum, { cells }) => sum + (cells[at]?.match(/\p{L}/gu)?.length ?? 0), 0);
}
