import { dateIn } from "#kernel/clock.ts";
import { framed } from "#features/knowledge/item/pages/item-asked.ts";
import { itemEntry } from "#features/knowledge/item/parts/item-line.tsx";
import { readingListInside } from "#features/knowledge/reading/queries.ts";
import { pages } from "#platform/web/pages.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";

/** One list to read, in its order, each with what the reader should think of. (R104) */
export const readingListPages = pages("anybody").get("/laslista/:slug", async (c) => {
  const { t, db, actor, now, config } = c.var;
  const today = dateIn(now());
  const { list, lines, can } = await readingListInside(db, actor, c.req.param("slug") ?? "");
  const { slug, title, purpose, organisation, round, roundSlug } = list;
  return c.render(
    <>
      <PageHeading kicker={<a href="/laslistor">{t("reading.all")}</a>} heading={title}>
        <p class="muted">
          {organisation}
          {round ? (
            <>
              {" · "}
              {t("reading.read_by")} {roundSlug ? <a href={`/cirklar/${roundSlug}`}>{round}</a> : round}
            </>
          ) : null}
        </p>
      </PageHeading>
      {list.retiredAt ? (
        <Notice t={t} tone="warn" heading={t("reading.retired")}>
          {t("reading.retired_text")}
        </Notice>
      ) : null}
      {list.publishedAt ? null : (
        <Notice t={t} tone="info" heading={t("reading.not_published")}>
          {t("reading.not_published_text", { organisation })}
        </Notice>
      )}
      {purpose ? <Paragraphs text={purpose} /> : null}
      {lines.length > 0 ? (
        <EntryList entries={lines.map(({ note, item }) => ({ ...itemEntry({ t, item, today }), kicker: note }))} />
      ) : (
        <EmptyState heading={t("reading.empty")} />
      )}
      {can.write ? (
        <Buttons>
          <LinkButton quiet href={`/laslista/${slug}/hall`}>
            {t("reading.keep")}
          </LinkButton>
          <LinkButton plain href={`/laslista/${slug}/andra`}>
            {t("reading.change")}
          </LinkButton>
        </Buttons>
      ) : null}
    </>,
    {
      ...framed(c),
      title,
      description: purpose ?? title,
      canonical: `${config.baseUrl}/laslista/${slug}`,
    },
  );
});
