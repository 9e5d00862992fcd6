import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type Missed, missedSearches } from "#features/knowledge/search/misses/queries.ts";
import { searchAddress } from "#features/knowledge/search/search-wish.ts";
import { pages } from "#platform/web/pages.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

/** What many have searched for without finding it: what there is to write. For those who publish knowledge. */
export const missPages = pages("signedIn").get("/sok/utan-traffar", async (c) => {
  const { t, db, actor, now } = c.var;
  if (!actor.reach.has("knowledge:publish")) throw new Refusal("not_found", "web.not_found");
  const today = dateIn(now());
  const missed = await missedSearches(db, today);
  const columns: readonly Column<Missed>[] = [
    {
      label: t("search.misses_words"),
      cell: ({ words }) => <a href={searchAddress({ q: words })}>{words}</a>,
      head: true,
    },
    { label: t("search.misses_times"), cell: ({ times }) => times, numeric: true },
    { label: t("search.misses_days"), cell: ({ days }) => days, numeric: true },
    { label: t("search.misses_last"), cell: ({ lastOn }) => sayDate(t.language, lastOn, { today }) },
    {
      label: t("search.misses_write"),
      labelHidden: true,
      cell: ({ words }) => (
        <a href={`/kunskap/ny?${new URLSearchParams({ titel: words }).toString()}`}>{t("search.misses_write")}</a>
      ),
    },
  ];
  return c.render(
    <>
      <PageHeading heading={t("search.misses")} lead={t("search.misses_lead")} />
      {missed.length === 0 ? (
        <EmptyState heading={t("search.misses_none")}>{t("search.misses_none_text")}</EmptyState>
      ) : (
        <Table caption={t("search.misses")} columns={columns} rows={missed} />
      )}
    </>,
    { title: t("search.misses"), current: "/kunskap" },
  );
});
