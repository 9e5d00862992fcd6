import type { Translate } from "#kernel/messages.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import type { OverviewShown } from "#features/meetings/overview/parts/overview-page.tsx";
import { untilWhen } from "#features/meetings/overview/parts/overview-page.tsx";

/** How many rows a file holds at most. */
export const rowsInFile = 10_000;

export type OverviewFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What the overview shows as a file: the same rows and the same words, all of them and not a page at a time. */
export async function overviewFile(t: Translate, kind: "csv" | "xlsx", shown: OverviewShown): Promise<OverviewFile> {
  const { columns, rows } = shown.wish.visa === "uppdrag" ? commissionSheet(t, shown) : matterSheet(t, shown);
  if (kind === "csv") {
    const text = csvText([columns, ...rows]);
    return { type: "text/csv; charset=utf-8", bytes: new TextEncoder().encode(text) };
  }
  const { spreadsheetFile, spreadsheetType } = await import("#platform/documents/spreadsheet-file.ts");
  const sheet = { name: t(`overview.part.${shown.wish.visa}`), columns: columns.map((label) => ({ label })), rows };
  return { type: spreadsheetType, bytes: new Uint8Array(await spreadsheetFile([sheet])) };
}

function commissionSheet(t: Translate, { commissions, today }: OverviewShown) {
  const columns = [
    t("overview.commission"),
    t("overview.matter"),
    t("overview.giver"),
    t("overview.owner"),
    t("commission.given_on"),
    t("overview.due"),
    t("overview.state"),
  ];
  const rows = commissions.map(({ title, matter, body, requester, owner, givenOn, dueOn, lacksDay, state }) => {
    const isLate = dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0 && state !== "reported";
    const day = lacksDay ? t("commission.no_day") : (dueOn?.toString() ?? "");
    return [
      title,
      matter ?? "",
      body ?? requester ?? "",
      owner ?? "",
      givenOn?.toString() ?? "",
      isLate && !lacksDay ? `${day} (${t("commission.overdue")})` : day,
      t(`commission.state.${state}`),
    ];
  });
  return { columns, rows };
}

function matterSheet(t: Translate, { matters, today }: OverviewShown) {
  const columns = [
    t("overview.matter"),
    t("overview.body"),
    t("overview.state"),
    t("matter.since"),
    t("overview.until"),
    t("overview.why"),
  ];
  const rows = matters.map((row) => [
    row.title,
    row.body,
    t(`matter.state.${row.state}`),
    row.since.toString(),
    untilWhen(t, row, today) ?? "",
    row.reason ?? "",
  ]);
  return { columns, rows };
}
