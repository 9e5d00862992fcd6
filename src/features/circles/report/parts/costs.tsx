import type { Translate } from "#kernel/messages.ts";
import { sayFigure } from "#features/circles/report/parts/figure-words.ts";
import type { ReportOfRound } from "#features/circles/report/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Table } from "#ui/table.tsx";

type CostsProps = { t: Translate; found: ReportOfRound; address: string };

/** What has been written down of costs, for those who write it: each with a button that takes it away. */
export function Costs({ t, found: { report, can }, address }: CostsProps) {
  if (!can.writeCosts) return null;
  const { rows } = report.costs;
  return (
    <section class="stack" id="kostnader">
      <h2>{t("report.cost_rows")}</h2>
      {rows.length > 0 ? (
        <Table
          caption={t("report.cost_rows")}
          captionHidden
          rows={rows}
          columns={[
            { label: t("report.purpose"), head: true, cell: ({ purpose }) => purpose },
            { label: t("report.funder"), cell: ({ funder }) => funder },
            { label: t("report.amount"), numeric: true, cell: ({ amount }) => sayFigure(t, amount) },
            {
              label: t("report.cost_remove"),
              labelHidden: true,
              cell: ({ id, purpose, amount }) => (
                <Form t={t} action={`${address}/kostnad/${id}/bort`} tight>
                  <Button quiet small label={t("report.cost_remove_one", { purpose, amount })}>
                    {t("report.cost_remove")}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      ) : null}
      <p>
        <LinkButton href={`${address}/kostnad`} quiet>
          {t("report.cost_write")}
        </LinkButton>
      </p>
    </section>
  );
}
