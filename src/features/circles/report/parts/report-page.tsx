import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { sayFigure } from "#features/circles/report/parts/figure-words.ts";
import { reportFileKinds } from "#features/circles/report/parts/report-files.ts";
import type { Cell, ReportTable } from "#features/circles/report/parts/report-tables.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type ReportBodyProps = {
  t: Translate;
  tables: readonly ReportTable[];
  /** Where the files are. */
  address: string;
  query?: string;
};

/**
 * A report to look at: the figures in short with the files beside, and the tables, of which those that compare groups
 * are drawn as bars with their figures. The rounds need the whole width and stand last.
 */
export function ReportBody({ t, tables, address, query = "" }: ReportBodyProps) {
  const short = tables.find(({ name }) => name === "in_short");
  const wide = tables.filter(({ name }) => name === "rounds");
  return (
    <>
      <Columns
        label={t("report.in_short")}
        beside={
          <Sheet>
            <h2>{short?.caption}</h2>
            <Facts
              items={(short?.rows ?? []).map(([term, figure = null]) => ({
                term: String(term),
                value: wordsOf(t, figure),
              }))}
            />
            <ReportFiles t={t} address={address} query={query} />
          </Sheet>
        }
      >
        {tables
          .filter((table) => table !== short && !wide.includes(table))
          .map((table) => (
            <ReportSection t={t} table={table} />
          ))}
      </Columns>
      {wide.map((table) => (
        <ReportSection t={t} table={table} />
      ))}
    </>
  );
}

function ReportSection({ t, table }: { t: Translate; table: ReportTable }) {
  return (
    <section class="stack">
      <h2>{table.caption}</h2>
      {table.note ? <p class="muted">{table.note}</p> : null}
      {table.rows.length === 0 ? null : table.bars ? barsOf(t, table) : tableOf(t, table)}
    </section>
  );
}

function barsOf(t: Translate, { caption, columns, rows }: ReportTable) {
  const [groups, counted, chosen] = columns;
  return (
    <BalanceBars
      t={t}
      caption={<span class="sr-only">{caption}</span>}
      groups={groups?.label}
      counted={counted?.label}
      chosen={chosen?.label}
      say={(figure) => sayFigure(t, figure)}
      bars={rows.map(([label, count, part]) => ({
        label: String(label),
        count: Number(count),
        ...(typeof part === "number" ? { chosen: part } : {}),
      }))}
    />
  );
}

function tableOf(t: Translate, { caption, columns, rows, links }: ReportTable) {
  type Row = { readonly cells: readonly Cell[]; readonly href: string | undefined };
  const shown = rows.map((cells, at): Row => ({ cells, href: links?.[at] }));
  return (
    <Table
      caption={caption}
      captionHidden
      compared={columns.length === 2}
      rows={shown}
      columns={columns.map(({ label, numeric }, at): Column<Row> => ({
        label,
        numeric,
        head: at === 0,
        cell: ({ cells, href }) => {
          const words = wordsOf(t, cells[at] ?? null);
          return at === 0 && href ? <a href={href}>{words}</a> : words;
        },
      }))}
    />
  );
}

function wordsOf(t: Translate, cell: Cell): Child {
  if (cell === null) return <Unknown>{t("report.unknown")}</Unknown>;
  return typeof cell === "number" ? sayFigure(t, cell) : cell;
}

/** The report as files, Word first. */
function ReportFiles({ t, address, query }: { t: Translate; address: string; query: string }) {
  const [first, ...others] = reportFileKinds;
  const hrefOf = (kind: string) => `${address}/rapport.${kind}${query}`;
  return (
    <>
      <LinkButton href={hrefOf(first)} wide download>
        {t("report.fetch_as", { kind: t(`report.file.${first}`) })}
      </LinkButton>
      <p>
        {t("report.or_as")}{" "}
        {others.map((kind, at) => (
          <>
            {at > 0 ? ", " : ""}
            <a href={hrefOf(kind)} download>
              {t(`report.file.${kind}`)}
            </a>
          </>
        ))}
      </p>
    </>
  );
}
