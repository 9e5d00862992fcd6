import type { MessageKey, Translate } from "#kernel/messages.ts";
import type { Problem } from "#kernel/refusal.ts";
import { type PlannedRow, type RowOutcome, rowOutcomes } from "#features/organisations/imports/import-plan.ts";
import type { ImportPlan, ImportSent } from "#features/organisations/imports/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Tag, type Tone } from "#ui/tag.tsx";

type Row = PlannedRow<unknown>;

type PreviewProps = {
  t: Translate;
  filled: Filled;
  sent: ImportSent;
  plan: ImportPlan;
  counts: Readonly<Record<RowOutcome, number>>;
  /** Only the rows that would do this. */
  outcome: RowOutcome | undefined;
  page: number;
  /** What was taken in just now. */
  done: { readonly added: number; readonly changed: number } | undefined;
};

const rowsOnPage = 100;

/** What a file would do, row by row, and the buttons that do it. */
export function ImportPreview({ t, filled, sent, plan, counts, outcome, page, done }: PreviewProps) {
  const base = `/organisationer/importera/${sent.id}`;
  const asked = (query: Record<string, string | number | undefined>) => {
    const known = Object.entries(query).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString();
    return text === "" ? base : `${base}?${text}`;
  };
  const rows: readonly Row[] = plan.rows;
  const wanted = outcome ? rows.filter((row) => row.outcome === outcome) : rows;
  const [from, to] = [(page - 1) * rowsOnPage, Math.min(page * rowsOnPage, wanted.length)];
  const right = counts.new + counts.changes;
  const all = { href: base, label: t("organisations.import.every"), count: rows.length };
  const tabs = rowOutcomes.map((each) => ({
    href: asked({ visa: each }),
    label: t(`organisations.import.outcomes.${each}`),
    count: counts[each],
  }));
  return (
    <>
      <PageHeading
        heading={t("organisations.import.preview")}
        lead={t("organisations.import.preview_lead", {
          name: sent.name,
          rows: rows.length,
          kind: plan.kind,
          day: sayDate(t.language, dateIn(sent.deleteAfter), { weekday: false }),
        })}
      />
      {done ? (
        <Notice t={t} tone="done" heading={t("organisations.import.done")}>
          <p>{t("organisations.import.done_text", done)}</p>
        </Notice>
      ) : null}
      {plan.unread.length > 0 ? (
        <Notice t={t} tone="warn">
          <p>{t("organisations.import.unread", { columns: plan.unread.join(", ") })}</p>
        </Notice>
      ) : null}
      <Tabs label={t("organisations.import.rows")} tabs={[all, ...tabs]} current={asked({ visa: outcome })} />
      <Form t={t} action={base} filled={filled}>
        {to > from ? (
          <Table
            caption={t("organisations.import.rows")}
            captionHidden
            columns={columnsOf(t)}
            rows={wanted.slice(from, to)}
          />
        ) : (
          <p>{t("organisations.import.none_so")}</p>
        )}
        {wanted.length > rowsOnPage ? (
          <Pager
            t={t}
            shown={{ from: from + 1, to, all: wanted.length }}
            previous={page > 1 ? asked({ visa: outcome, sida: page - 1 }) : undefined}
            next={to < wanted.length ? asked({ visa: outcome, sida: page + 1 }) : undefined}
          />
        ) : null}
        <FormEnd>
          {right > 0 ? (
            <>
              <Button name="which" value="all">
                {t("organisations.import.take_all", { count: right })}
              </Button>
              <Button quiet name="which" value="chosen">
                {t("organisations.import.take_chosen")}
              </Button>
            </>
          ) : null}
          {counts.wrong > 0 ? (
            <LinkButton quiet href={`${base}/fel.csv`} download>
              {t("organisations.import.wrong_file")}
            </LinkButton>
          ) : null}
          <a href="/organisationer/importera">{t("organisations.import.another")}</a>
        </FormEnd>
      </Form>
      <Form t={t} tight action={`${base}/slang`}>
        <Button plain>{t("organisations.import.throw")}</Button>
      </Form>
    </>
  );
}

const tones: Readonly<Record<RowOutcome, Tone>> = { new: "plain", changes: "open", same: "quiet", wrong: "error" };

function columnsOf(t: Translate): Column<Row>[] {
  return [
    {
      label: t("organisations.import.choose"),
      cell: ({ line, shown, outcome }) =>
        outcome === "new" || outcome === "changes" ? (
          <input
            class="ds-input"
            type="checkbox"
            name="lines"
            value={String(line)}
            aria-label={t("organisations.import.choose_row", { line, name: shown })}
          />
        ) : null,
    },
    { label: t("organisations.import.line"), numeric: true, cell: ({ line }) => String(line) },
    {
      label: t("organisations.list.name"),
      head: true,
      cell: ({ shown, beside }) => (
        <>
          {shown === "" ? "–" : shown}
          {beside === "" ? null : <span class="note">{beside}</span>}
        </>
      ),
    },
    { label: t("organisations.import.what"), cell: (row) => <WhatHappens t={t} row={row} /> },
  ];
}

function WhatHappens({ t, row: { outcome, problems, changes } }: { t: Translate; row: Row }) {
  const columns = changes.map((column) => columnName(t, column).toLocaleLowerCase("sv")).join(", ");
  return (
    <>
      <Tag tone={tones[outcome]}>{t(`organisations.import.outcome.${outcome}`)}</Tag>
      {problems.map((problem) => (
        <span class="note">{sayProblem(t, problem)}</span>
      ))}
      {changes.length > 0 ? <span class="note">{t("organisations.import.changes_what", { columns })}</span> : null}
    </>
  );
}

/** What is wrong with a row, at which of its columns. */
export function sayProblem(t: Translate, { path, code, values }: Problem): string {
  const problem = t(code, values);
  return path === ""
    ? problem
    : t("organisations.import.at_column", { column: columnName(t, path), problem: `${problem}.` });
}

function columnName(t: Translate, column: string): string {
  return t(`organisations.import.column.${column}` as MessageKey);
}
