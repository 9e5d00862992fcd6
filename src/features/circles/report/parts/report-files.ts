import type { Translate } from "#kernel/messages.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { documentKinds } from "#platform/documents/document-kinds.ts";
import type { DocumentPart, WrittenDocument } from "#platform/documents/document.ts";
import { bareFigure, sayFigure } from "#features/circles/report/parts/figure-words.ts";
import type { Cell, ReportTable } from "#features/circles/report/parts/report-tables.ts";

export const reportFileKinds = ["docx", "pdf", "xlsx", "csv"] as const;
export type ReportFileKind = (typeof reportFileKinds)[number];

/** A report with what stands above its tables. */
export type WrittenReport = {
  readonly title: string;
  readonly lead: string;
  /** Who gives it out; nothing when several organisers share it. */
  readonly organiser: string | undefined;
  readonly day: string;
  readonly tables: readonly ReportTable[];
};

export type ReportFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A report as a file, of the very tables that the page shows. */
export async function reportFile(t: Translate, kind: ReportFileKind, report: WrittenReport): Promise<ReportFile> {
  switch (kind) {
    case "docx":
    case "pdf": {
      const { make, type } = documentKinds[kind];
      return { type, bytes: new Uint8Array(await make(reportDocument(t, report))) };
    }
    case "xlsx": {
      const { spreadsheetFile, spreadsheetType } = await import("#platform/documents/spreadsheet-file.ts");
      return { type: spreadsheetType, bytes: new Uint8Array(await spreadsheetFile(sheetsOf(t, report))) };
    }
    case "csv":
      return { type: "text/csv; charset=utf-8", bytes: new TextEncoder().encode(reportCsv(t, report)) };
  }
}

/** A report as a document to send or print. */
export function reportDocument(t: Translate, { title, lead, organiser, tables }: WrittenReport): WrittenDocument {
  return {
    language: t.language,
    title,
    author: organiser ?? "Sammanvägt",
    kicker: [t("report.one"), organiser].filter(Boolean).join(" · "),
    lead,
    parts: tables.flatMap(({ caption, note, columns, rows }): DocumentPart[] => [
      { kind: "heading", level: 2, text: caption },
      ...(note ? [{ kind: "paragraph", line: [note] } as const] : []),
      ...(rows.length > 0
        ? [{ kind: "table", columns, rows: rows.map((row) => row.map((cell) => said(t, cell))) } as const]
        : []),
    ]),
  };
}

/** A report as sheets: first what it is, then one for each table. */
function sheetsOf(t: Translate, { title, organiser, day, tables }: WrittenReport) {
  const about = {
    name: t("report.about"),
    columns: [{ label: t("report.what") }, { label: t("report.value") }],
    rows: [
      [t("report.title"), title],
      [t("report.organiser"), organiser ?? ""],
      [t("report.as_of"), day],
      ...tables.flatMap(({ caption, note }) => (note ? [[caption, note]] : [])),
    ],
  };
  return [about, ...tables.map(({ caption, columns, rows }) => ({ name: caption, columns, rows }))];
}

/** A report as rows to sort and sum: one for each figure, with where it stands. What is not known is empty. */
function reportCsv(t: Translate, { tables }: WrittenReport): string {
  const head = [t("report.area"), t("report.row"), t("report.measure"), t("report.value")];
  const lines = tables.flatMap(({ caption, columns, rows }) =>
    rows.flatMap(([name = "", ...cells]) =>
      cells.map((cell, at) => [caption, String(name), columns[at + 1]?.label ?? "", bared(cell)]),
    ),
  );
  return csvText([head, ...lines]);
}

function bared(cell: Cell): string {
  return typeof cell === "number" ? bareFigure(cell) : (cell ?? "");
}

function said(t: Translate, cell: Cell): string {
  if (cell === null) return t("report.unknown");
  return typeof cell === "number" ? sayFigure(t, cell) : cell;
}
