import { waysToList } from "#features/knowledge/reading/parts/list-entry.tsx";
import { readingLists } from "#features/knowledge/reading/queries.ts";
import { framed } from "#features/knowledge/item/pages/item-asked.ts";
import { pages } from "#platform/web/pages.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

/** The lists to read: collections for a theme, and what circles read. Open to everybody. (R104) */
export const readingListsPages = pages("anybody").get("/laslistor", async (c) => {
  const { t, db, actor } = c.var;
  const lists = await readingLists(db, actor);
  const parts = [
    { heading: "collections", of: lists.filter(({ roundId, retiredAt }) => !roundId && !retiredAt) },
    { heading: "of_circles", of: lists.filter(({ roundId, retiredAt }) => roundId && !retiredAt) },
    { heading: "retired_lists", of: lists.filter(({ retiredAt }) => retiredAt) },
  ] as const;
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/kunskap">{t("item.all")}</a>}
        heading={t("reading.all")}
        lead={t("reading.all_lead")}
      />
      {actor.reach.has("knowledge:write") ? (
        <Buttons>
          <LinkButton quiet href="/laslista/ny">
            {t("reading.begin")}
          </LinkButton>
        </Buttons>
      ) : null}
      {lists.length === 0 ? <EmptyState heading={t("reading.none")}>{t("reading.none_text")}</EmptyState> : null}
      <Stack>
        {parts.map(({ heading, of }) =>
          of.length === 0 ? null : (
            <section aria-labelledby={heading}>
              <h2 id={heading}>{t(`reading.${heading}`)}</h2>
              <EntryList entries={of.map((list) => waysToList(t, list))} />
            </section>
          ),
        )}
      </Stack>
    </>,
    { ...framed(c), title: t("reading.all"), description: t("reading.all_lead") },
  );
});
