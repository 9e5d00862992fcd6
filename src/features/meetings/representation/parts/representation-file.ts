import type { Translate } from "#kernel/messages.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import type { Representation } from "#features/meetings/representation/queries.ts";

/** The register as a file: what the list shows, with the mandate, and nothing of what was told. */
export async function representationFile(
  t: Translate,
  kind: "csv" | "xlsx",
  representations: readonly Representation[],
): Promise<{ readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const columns = (["who", "where", "for", "level", "mandate", "from", "to", "reported"] as const).map((column) =>
    t(`representation.column.${column}`),
  );
  const rows = representations.map((each) => [
    each.name ?? t("representation.nameless"),
    each.place,
    each.organisation,
    t(`representation.level.${each.level}`),
    each.mandate ?? "",
    each.validFrom.toString(),
    each.validTo?.toString() ?? "",
    each.reportedOn?.toString() ?? "",
  ]);
  if (kind === "csv") {
    const bytes = new TextEncoder().encode(csvText([columns, ...rows]));
    return { type: "text/csv; charset=utf-8", bytes };
  }
  const { spreadsheetFile, spreadsheetType } = await import("#platform/documents/spreadsheet-file.ts");
  const sheet = { name: t("representation.all"), columns: columns.map((label) => ({ label })), rows };
  return { type: spreadsheetType, bytes: new Uint8Array(await spreadsheetFile([sheet])) };
}
