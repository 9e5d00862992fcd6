import type { Context } from "hono";
import type { Translate } from "#kernel/messages.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { type Found, searchMeetings } from "#features/meetings/search/queries.ts";
import { mostFound, piecesOf, SearchWish, shownAtOnce } from "#features/meetings/search/search.ts";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

/** What has been said in networks and councils, for those who may read it: where, when and in which body. */
export const meetingSearchPages = pages("signedIn").get("/sok/moten", async (c: Context<Environment>) => {
  const { t, db, actor, now } = c.var;
  const { q, grupp, sida } = SearchWish.parse(c.req.query());
  const today = dateIn(now());
  const { bodies, found, all } = await searchMeetings(db, actor, today, { q, bodyId: grupp, page: sida });
  const address = (page: number) => {
    const wish = new URLSearchParams({ q, ...(grupp ? { grupp } : {}), ...(page > 1 ? { sida: String(page) } : {}) });
    return `/sok/moten?${wish.toString()}`;
  };
  const from = (sida - 1) * shownAtOnce;
  return c.render(
    <>
      <PageHeading heading={t("meetings_search.title")} lead={t("meetings_search.lead")} />
      {bodies.length === 0 ? (
        <EmptyState heading={t("meetings_search.no_bodies")}>{t("meetings_search.no_bodies_text")}</EmptyState>
      ) : (
        <>
          <Filters t={t} action="/sok/moten" label={t("meetings_search.label")} press={t("meetings_search.label")}>
            <TextField
              t={t}
              filled={emptyForm}
              name="q"
              type="search"
              value={q}
              label={t("meetings_search.word")}
              help={t("meetings_search.word_help")}
              autocomplete="off"
              required
            />
            <Select
              t={t}
              filled={emptyForm}
              name="grupp"
              value={grupp}
              label={t("meetings_search.body")}
              empty={t("meetings_search.every_body")}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
          </Filters>
          <div class="stack" id="traffar">
            {q === "" ? (
              <EmptyState heading={t("meetings_search.start")}>{t("meetings_search.start_text")}</EmptyState>
            ) : found.length === 0 ? (
              <EmptyState heading={t("meetings_search.none")}>{t("meetings_search.none_text")}</EmptyState>
            ) : (
              <>
                <p role="status">
                  {t(all >= mostFound ? "meetings_search.many" : "meetings_search.counted", { count: all })}
                </p>
                <EntryList label={t("meetings_search.title")} entries={found.map((hit) => entryOf(t, hit))} />
                {all > shownAtOnce ? (
                  <Pager
                    t={t}
                    shown={{ from: from + 1, to: from + found.length, all }}
                    previous={sida > 1 ? address(sida - 1) : undefined}
                    next={from + found.length < all ? address(sida + 1) : undefined}
                  />
                ) : null}
              </>
            )}
          </div>
        </>
      )}
    </>,
    { title: t("meetings_search.title") },
  );
});

function entryOf(t: Translate, hit: Found) {
  const { kind, title, day, meeting, bodies, excerpt, isWorking } = hit;
  return {
    href: addressOf(hit),
    title:
      kind === "addition"
        ? title === ""
          ? t("meetings_search.addition")
          : t("meetings_search.addition_to", { title })
        : title,
    kicker: (
      <>
        {t(`meetings_search.kind.${kind}`)}
        {dot}
        {bodies.join(", ")}
      </>
    ),
    detail: piecesOf(excerpt).map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text)),
    tags: isWorking ? <Tag tone="open">{t("meetings_search.working")}</Tag> : undefined,
    facts: [...(meeting ? [meeting] : []), day ? sayDate(t.language, day) : t("meetings_search.no_day")],
  };
}

function addressOf({ kind, slug, partId, isInside }: Found): string {
  if (kind === "matter") return `/fraga/${slug}`;
  return isInside ? `/mote/${slug}/anteckningar` : `/utlamnande/${partId ?? ""}`;
}
