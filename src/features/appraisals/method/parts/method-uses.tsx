import type { Translate } from "#kernel/messages.ts";
import type { MethodUsed } from "#features/appraisals/method/uses/queries.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type MethodUsesProps = {
  t: Translate;
  slug: string;
  uses: readonly MethodUsed[];
  /** Whether somebody may take away what was written of a use. */
  mayRemove: (use: MethodUsed) => boolean;
  today: Temporal.PlainDate;
};

/** Where a method is used now, and behind that where and when it has been. */
export function MethodUses({ t, uses, ...rest }: MethodUsesProps) {
  const now = uses.filter(({ toDay, phase }) => toDay === null && phase !== "phasedOut");
  const before = uses.filter((use) => !now.includes(use));
  return (
    <section aria-labelledby="anvands">
      <h2 id="anvands">{t("method.uses")}</h2>
      {now.length === 0 ? <p class="muted">{t("method.uses_none")}</p> : null}
      {now.length > 0 ? (
        <UseTable t={t} uses={now} caption={t("method.uses_now", { count: now.length })} {...rest} />
      ) : null}
      {before.length > 0 ? (
        <Details summary={t("method.uses_before", { count: before.length })}>
          <UseTable t={t} uses={before} caption={t("method.uses_before", { count: before.length })} {...rest} />
        </Details>
      ) : null}
    </section>
  );
}

function UseTable({ t, slug, uses, caption, mayRemove, today }: MethodUsesProps & { caption: string }) {
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false, today });
  const mayAny = uses.some(mayRemove);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={uses}
      columns={[
        {
          label: t("method.organisation"),
          head: true,
          cell: ({ organisation, appraisalSlug }) => (
            <>
              {organisation}
              {appraisalSlug ? (
                <span class="note">
                  <a href={`/metodbedomning/${appraisalSlug}`}>{t("method.uses_appraisal")}</a>
                </span>
              ) : null}
            </>
          ),
        },
        { label: t("method.column.phase"), cell: ({ phase }) => t(`method.phase.${phase}`) },
        {
          label: t("method.use_time"),
          cell: ({ fromDay, toDay }) =>
            fromDay && toDay
              ? t("method.from_to", { from: said(fromDay), to: said(toDay) })
              : fromDay
                ? t("method.since", { day: said(fromDay) })
                : toDay
                  ? t("method.until", { day: said(toDay) })
                  : t("method.since_unknown"),
        },
        ...(mayAny
          ? [
              {
                label: t("method.use_remove"),
                labelHidden: true,
                cell: (use: MethodUsed) =>
                  mayRemove(use) ? (
                    <Form t={t} tight action={`/metod/${slug}/anvands/${use.id}/ta-bort`}>
                      <Button plain small label={t("method.use_remove_of", { organisation: use.organisation })}>
                        {t("method.use_remove")}
                      </Button>
                    </Form>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
