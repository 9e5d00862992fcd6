import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { ListedAppraisal } from "#features/appraisals/appraisal/listed/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type AppraisalListProps = {
  t: Translate;
  caption: Child;
  captionHidden?: boolean;
  appraisals: readonly ListedAppraisal[];
  today: Temporal.PlainDate;
};

/** Appraisals in a list: of what, for whom, and how far each has come. */
export function AppraisalList({ t, caption, captionHidden, appraisals, today }: AppraisalListProps) {
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      rows={appraisals}
      columns={[
        {
          label: t("appraisal.kicker"),
          head: true,
          cell: ({ slug, title, method }) => (
            <>
              <a href={`/metodbedomning/${slug}`}>{title}</a>
              {title === method ? null : <span class="note">{method}</span>}
            </>
          ),
        },
        { label: t("appraisal.organisation"), cell: ({ organisation }) => organisation },
        {
          label: t("appraisal.column.state"),
          cell: ({ state }) => (
            <Tag tone={state === "withdrawn" ? "quiet" : "plain"}>{t(`appraisal.state.${state}`)}</Tag>
          ),
        },
        {
          label: t("appraisal.column.decision"),
          cell: ({ decision, decidedOn }) =>
            decision && decidedOn
              ? t("appraisal.decided_on", {
                  decision: t(`appraisal.decision.${decision}`),
                  day: sayDate(t.language, decidedOn, { weekday: false, today }),
                })
              : null,
        },
      ]}
    />
  );
}
