import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Problem } from "#kernel/refusal.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import { importFields } from "#features/circles/registration/imports/import-columns.ts";
import {
  countsOf,
  isRight,
  type PlannedRow,
  type RowDeed,
  rowDeeds,
} from "#features/circles/registration/imports/import-plan.ts";
import type { importPlan } from "#features/circles/registration/imports/queries.ts";
import { CountedWays } from "#features/circles/registration/parts/counted-ways.tsx";
import { ImportColumns } from "#features/circles/registration/parts/import-columns.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { ErrorSummary } from "#ui/error-summary.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag, type Tone } from "#ui/tag.tsx";

type PreviewProps = {
  t: Translate;
  round: RoundFacts;
  plan: NonNullable<Awaited<ReturnType<typeof importPlan>>>;
  deed: RowDeed | undefined;
  page: number;
  done: { readonly added: number; readonly merged: number } | undefined;
  isMapped: boolean;
  filled: Filled;
  now: Temporal.Instant;
};

const rowsOnPage = 100;
const tones: Record<RowDeed, Tone> = { new: "plain", merges: "quiet", known: "quiet", error: "open" };

/** What a file would do, row by row, before anything is taken in. */
export function ImportPreview(props: PreviewProps) {
  const { t, round, plan, done, isMapped, filled } = props;
  const roster = `/planera/${round.slug}/anmalningar`;
  const here = `${roster}/import/${plan.file.id}`;
  const right = plan.rows.filter(isRight).length;
  const lacksWord = consultationOf(round) === "declared" && !plan.file.mapping.managerDeclared;
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={roster}>{round.title}</a>
            {dot}
            <a href={`${roster}/import`}>{t("registration.import.heading")}</a>
          </>
        }
        heading={plan.file.name}
        lead={t("registration.import.lead_rows", { right })}
      />
      {done ? <Notice t={t} tone="done" heading={t("registration.import.done", done)} /> : null}
      {isMapped ? <Notice t={t} tone="done" heading={t("registration.import.mapped")} /> : null}
      <ErrorSummary t={t} filled={filled} />
      <ImportColumns
        t={t}
        round={round}
        header={plan.header}
        mapping={plan.file.mapping}
        action={`${here}/kolumner`}
        isOpen={right === 0 || lacksWord || filled.problems.length > 0}
        filled={filled}
      />
      <Rows {...props} here={here} right={lacksWord ? 0 : right} />
    </>
  );
}

function Rows({ t, plan, deed, page, now, here, right }: PreviewProps & { here: string; right: number }) {
  const counts = countsOf(plan.rows);
  const asked = deed ? plan.rows.filter((row) => row.deed === deed) : plan.rows;
  const inFile = asked.toSorted((a, b) => a.line - b.line);
  const from = (page - 1) * rowsOnPage;
  const shown = inFile.slice(from, from + rowsOnPage);
  const addressOf = (over: { deed?: RowDeed | undefined; page?: number }) => {
    const query = new URLSearchParams();
    if (over.deed) query.set("visa", over.deed);
    if (over.page && over.page > 1) query.set("sida", String(over.page));
    return query.size > 0 ? `${here}?${query.toString()}` : here;
  };
  return (
    <Form t={t} action={here}>
      <CountedWays
        label={t("registration.import.ways")}
        ways={[
          { label: t("registration.import.all"), count: plan.rows.length, href: here, isHere: deed === undefined },
          ...rowDeeds.map((each) => ({
            label: t(`registration.import.deed.${each}`),
            count: counts[each],
            href: addressOf({ deed: each }),
            isHere: deed === each,
          })),
        ]}
      />
      {right > 0 ? (
        <Buttons>
          <Button name="which" value="all">
            {t("registration.import.take_all", { count: right })}
          </Button>
          <Button name="which" value="chosen" quiet>
            {t("registration.import.take_chosen")}
          </Button>
        </Buttons>
      ) : null}
      <Table
        caption={t("registration.import.rows", { count: asked.length })}
        rows={shown}
        columns={columnsOf(t, now, right > 0)}
      />
      {asked.length > rowsOnPage ? (
        <Pager
          t={t}
          shown={{ from: from + 1, to: from + shown.length, all: asked.length }}
          previous={page > 1 ? addressOf({ deed, page: page - 1 }) : undefined}
          next={from + rowsOnPage < asked.length ? addressOf({ deed, page: page + 1 }) : undefined}
        />
      ) : null}
      {counts.error > 0 ? (
        <Buttons>
          <LinkButton href={`${here}/fel.csv`} quiet small download>
            {t("registration.import.wrong_rows", { count: counts.error })}
          </LinkButton>
        </Buttons>
      ) : null}
    </Form>
  );
}

function columnsOf(t: Translate, now: Temporal.Instant, mayChoose: boolean): Column<PlannedRow>[] {
  const choosing: Column<PlannedRow> = {
    label: t("registration.import.choose"),
    labelHidden: true,
    cell: (row) =>
      isRight(row) ? (
        <input
          class="ds-input"
          type="checkbox"
          name="lines"
          value={String(row.line)}
          aria-label={t("registration.import.choose_line", { line: row.line, name: row.name })}
        />
      ) : null,
  };
  return [
    ...(mayChoose ? [choosing] : []),
    { label: t("registration.import.line"), numeric: true, cell: ({ line }) => line },
    {
      label: t("registration.import.who"),
      head: true,
      cell: ({ name, email }) => (
        <>
          {name || email}
          {name ? <span class="under">{email}</span> : null}
        </>
      ),
    },
    {
      label: t("registration.import.when"),
      cell: ({ reachedAt }) => (reachedAt ? sayMoment(t.language, reachedAt, { today: dateIn(now) }) : null),
    },
    {
      label: t("registration.import.what"),
      cell: (row) => (
        <>
          <Tag tone={tones[row.deed]}>{t(`registration.import.deed.${row.deed}`)}</Tag>
          {wordsOf(t, row).map((words) => (
            <span class="under">{words}</span>
          ))}
        </>
      ),
    },
  ];
}

/** Why a row does what it does. */
function wordsOf(t: Translate, { deed, withLine, problems }: PlannedRow): string[] {
  if (deed === "error") return problems.map((problem) => rowProblem(t, problem));
  if (deed === "merges")
    return [
      withLine === undefined
        ? t("registration.import.with_live")
        : t("registration.import.with_line", { line: withLine }),
    ];
  return deed === "known" && withLine !== undefined ? [t("registration.import.same_as_line", { line: withLine })] : [];
}

/** What is wrong with a row: which answer, and what about it. */
export function rowProblem(t: Translate, { path, code, values }: Problem): string {
  const field = importFields.find((each) => each === path);
  const said = t(code, values);
  return field && /^\p{Ll}/u.test(said) ? `${t(`registration.import.field.${field}`)} ${said}` : said;
}
