import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { ListedCandidate } from "#features/knowledge/filling/candidate/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag, Tags } from "#ui/tag.tsx";

type CandidateListProps = {
  t: Translate;
  caption: Child;
  candidates: readonly ListedCandidate[];
  today: Temporal.PlainDate;
  /** The form that each has a box in; nothing where they are not chosen. */
  form?: string | undefined;
};

/** What was brought in, with what there is to think of before it is taken. */
export function CandidateList({ t, caption, candidates, today, form }: CandidateListProps) {
  const box: Column<ListedCandidate> = {
    label: t("filling.leave_chosen"),
    labelHidden: true,
    cell: ({ id, title }) => (
      <div class="ds-field option">
        <input class="ds-input" type="checkbox" form={form} name="candidates" value={id} id={`v-${id}`} />
        <label for={`v-${id}`}>
          {t("filling.choose")} <span class="sr-only">{title}</span>
        </label>
      </div>
    ),
  };
  return (
    <Table
      caption={caption}
      rows={candidates}
      columns={[
        {
          label: t("filling.column.title"),
          head: true,
          cell: ({ id, title, authors }) => (
            <>
              <a href={`/hamtat/${id}`}>{title}</a>
              {authors.length > 0 ? <span class="note">{authors.slice(0, 4).join("; ")}</span> : null}
            </>
          ),
        },
        {
          label: t("filling.column.source"),
          cell: ({ source, year }) => [source, year].filter((each) => each !== null).join(", "),
        },
        {
          label: t("filling.column.from"),
          cell: ({ archive, broughtAt }) => (
            <>
              {archive ?? t("filling.from_file")}
              <span class="note">{sayDate(t.language, dateIn(broughtAt), { today, weekday: false })}</span>
            </>
          ),
        },
        {
          label: t("filling.column.notes"),
          cell: ({ hasTwin, isGone }) =>
            hasTwin || isGone ? (
              <Tags>
                {isGone ? <Tag tone="error">{t("filling.gone")}</Tag> : null}
                {hasTwin ? <Tag tone="open">{t("filling.likely_twin")}</Tag> : null}
              </Tags>
            ) : null,
        },
        // Last, as it stands on a phone too: the keyboard goes through a card as it is read.
        ...(form === undefined ? [] : [box]),
      ]}
    />
  );
}
