import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { latestMerges } from "#features/organisations/people/merging/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type Merged = Awaited<ReturnType<typeof latestMerges>>[number];

/** Merges that can still be looked at, each with the way to undo it. */
export function MergeList({ t, heading, merges }: { t: Translate; heading: string; merges: readonly Merged[] }) {
  if (merges.length === 0) return null;
  const columns: Column<Merged>[] = [
    {
      label: t("people.merge.shown.gone"),
      head: true,
      cell: ({ id, fromName, fromEmail }) => (
        <>
          <a href={`/personer/sammanslagningar/${id}`}>{fromName}</a>
          {fromEmail ? <span class="note">{fromEmail}</span> : null}
        </>
      ),
    },
    {
      label: t("people.merge.shown.kept"),
      cell: ({ toId, toName }) => <a href={`/personer/${toId}`}>{toName}</a>,
    },
    {
      label: t("people.merge.shown.merged"),
      cell: (merge) => mergedOn(t, merge),
    },
    {
      label: t("people.merge.shown.until"),
      cell: ({ undoneAt, undoableUntil }) =>
        undoneAt
          ? `${t("people.merge.shown.undone")} ${sayDate(t.language, dateIn(undoneAt))}`
          : sayDate(t.language, dateIn(undoableUntil)),
    },
  ];
  return (
    <section>
      <h2>{heading}</h2>
      <Table caption={heading} captionHidden columns={columns} rows={merges} />
    </section>
  );
}

/** When two were merged, and by whom when that is known. */
export function mergedOn(t: Translate, { mergedAt, by }: Pick<Merged, "mergedAt" | "by">): string {
  const day = sayDate(t.language, dateIn(mergedAt));
  return by ? t("people.merge.shown.by", { day, name: by }) : day;
}
