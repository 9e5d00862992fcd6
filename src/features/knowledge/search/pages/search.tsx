import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { noteMiss } from "#features/knowledge/search/misses/commands.ts";
import { FacetLinks } from "#features/knowledge/search/parts/facets.tsx";
import { HitList } from "#features/knowledge/search/parts/hits.tsx";
import { SearchForm } from "#features/knowledge/search/parts/search-form.tsx";
import { completions, type Searched, searched } from "#features/knowledge/search/queries.ts";
import {
  askedText,
  facetParameters,
  mostPages,
  namesSomebody,
  searchAddress,
  searchWish,
  type SearchWish,
  shownAtOnce,
} from "#features/knowledge/search/search-wish.ts";
import { facetNames } from "#features/knowledge/search/found.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

type Page = Context<Environment>;

/** So few hits that other words are worth a try. */
const few = 3;

/** Searching everything that somebody may read, signed in or not. */
export const searchPages = pages("anybody")
  .get("/sok", drawSearch)
  .get("/sok/forslag", async (c) => {
    const { db, actor, now } = c.var;
    c.header("Cache-Control", "no-store");
    const q = askedText(c.req.query("q") ?? "");
    return c.json({ words: await completions(db, actor, dateIn(now()), q) });
  });

async function drawSearch(c: Page) {
  const { t, db, actor, person, now, afterwards } = c.var;
  const today = dateIn(now());
  const wish = searchWish(new URL(c.req.url).searchParams);
  // A personal number stays nowhere: not in the page, its links, or what the browser remembers.
  if (namesSomebody(wish.q)) return c.redirect("/sok?nej=personnummer", 303);
  const answer = await searched(db, actor, today, wish);
  const isNarrowed = Object.keys(wish.facets).length > 0;
  if (answer.isAsked && answer.total === 0 && !isNarrowed && !answer.isBuilding && wish.page === 1)
    afterwards.start(() => noteMiss(db, now, wish.q));
  const wider = answer.isAsked && answer.total <= few ? await completions(db, actor, today, wish.q) : [];
  const { q } = wish;
  c.header("Cache-Control", "no-store");
  return c.render(
    <>
      <PageHeading heading={t("search.title")} lead={t(person ? "search.lead_inside" : "search.lead")} />
      <SearchForm t={t} q={q} facets={wish.facets} />
      <Stack id="traffar">
        {answer.isBuilding ? (
          <Notice t={t} heading={t("search.building")}>
            {t("search.building_text")}
          </Notice>
        ) : null}
        {answer.suggestion ? <Suggestion c={c} words={answer.suggestion} wish={wish} /> : null}
        {answer.total > 0 ? <Found c={c} wish={wish} answer={answer} today={today} /> : nothingFound(c, wish, answer)}
        <Wider c={c} words={wider.filter((words) => words !== wish.q)} />
      </Stack>
    </>,
    {
      title: q === "" ? t("search.title") : `${q} – ${t("search.title")}`,
      kind: person ? "work" : "public",
      current: "/kunskap",
    },
  );
}

type FoundProps = { c: Page; wish: SearchWish; answer: Searched; today: Temporal.PlainDate };

function Found({ c, wish, answer, today }: FoundProps) {
  const { t, person } = c.var;
  const { total, hits, facets } = answer;
  const from = (wish.page - 1) * shownAtOnce;
  const last = Math.min(mostPages, Math.ceil(total / shownAtOnce));
  return (
    <>
      <p role="status">{t("search.counted_for", { count: total, words: wish.q })}</p>
      <FacetLinks t={t} q={wish.q} chosen={wish.facets} facets={facets} />
      <HitList t={t} hits={hits} today={today} />
      {total > shownAtOnce ? (
        <Pager
          t={t}
          shown={{ from: Math.min(from + 1, total), to: from + hits.length, all: total }}
          previous={wish.page > 1 ? searchAddress({ ...wish, page: wish.page - 1 }) : undefined}
          next={wish.page < last ? searchAddress({ ...wish, page: wish.page + 1 }) : undefined}
        />
      ) : null}
      {person ? (
        <Form t={t} action="/sokningar" hidden={keptIn(wish)} tight>
          <Button quiet>{t("search.save")}</Button>
        </Form>
      ) : null}
    </>
  );
}

/** What a search is kept by, as the form that saves it sends it. */
function keptIn({ q, facets }: SearchWish): Record<string, readonly string[] | string> {
  return { q, ...Object.fromEntries(facetNames.map((name) => [facetParameters[name], facets[name] ?? []])) };
}

function nothingFound(c: Page, { q, facets }: SearchWish, { isAsked, facets: counted }: Searched): Child {
  const { t } = c.var;
  if (q === "" && c.req.query("nej") === "personnummer")
    return (
      <Notice t={t} tone="warn" heading={t("search.personal_number")}>
        {t("search.personal_number_text")}
      </Notice>
    );
  if (q === "")
    return (
      <EmptyState heading={t("search.start")} action={<LinkButton href="/kunskap">{t("search.browse")}</LinkButton>}>
        {t("search.start_text")}
      </EmptyState>
    );
  if (!isAsked) return <EmptyState heading={t("search.no_words")}>{t("search.no_words_text")}</EmptyState>;
  return (
    <>
      <p role="status" class="sr-only">
        {t("search.counted", { count: 0 })}
      </p>
      <EmptyState
        heading={t("search.none")}
        action={<LinkButton href={`/fraga/ny?${new URLSearchParams({ q }).toString()}`}>{t("search.ask")}</LinkButton>}
      >
        {t("search.none_text")}
      </EmptyState>
      {Object.keys(facets).length > 0 ? (
        <>
          <p>
            <a href={searchAddress({ q })}>{t("search.without_narrowing")}</a>
          </p>
          <FacetLinks t={t} q={q} chosen={facets} facets={counted} />
        </>
      ) : null}
    </>
  );
}

function Suggestion({ c, words, wish }: { c: Page; words: string; wish: SearchWish }) {
  const { t } = c.var;
  return (
    <p class="suggestion">
      <a href={searchAddress({ q: words, facets: wish.facets })}>{t("search.did_you_mean", { words })}</a>
    </p>
  );
}

function Wider({ c, words }: { c: Page; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <section class="wider" aria-labelledby="aven">
      <h2 id="aven">{c.var.t("search.wider")}</h2>
      <ul class="ways brief">
        {words.map((each) => (
          <li>
            <a href={searchAddress({ q: each })}>{each}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
