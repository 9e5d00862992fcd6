import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import {
  type ItemKind,
  itemKinds,
  ItemId,
  ItemKind as Kind,
  type TermKind,
  termKinds,
} from "#features/knowledge/item/item.ts";
import { itemsListed } from "#features/knowledge/item/listing/queries.ts";
import { framed } from "#features/knowledge/item/pages/item-asked.ts";
import { waysFromKnowledge } from "#features/knowledge/item/pages/ways.ts";
import { browseAddress, termParameter } from "#features/knowledge/item/parts/browse-address.ts";
import { Doors } from "#features/knowledge/item/parts/doors.tsx";
import { ItemLines } from "#features/knowledge/item/parts/item-line.tsx";
import { organisationsOfRoles } from "#features/knowledge/item/roles/queries.ts";
import { allTerms, kindCounts, type Term, termCounts } from "#features/knowledge/item/terms/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

type Page = Context<Environment>;

const onePage = 50;
const newest = 8;

/** What the knowledge base holds: by kind, by area and by target group; narrowed down it is a list. */
export const knowledgePages = pages("anybody").get("/kunskap", async (c) => {
  const asked = await narrowedTo(c);
  return asked.isNarrowed ? drawList(c, asked) : drawFront(c, asked);
});

type Asked = Awaited<ReturnType<typeof narrowedTo>>;

async function narrowedTo(c: Page) {
  const query = c.req.query();
  const terms = await allTerms(c.var.db);
  const kind = Kind.safeParse(query["slag"]).data;
  const chosen = new Map<TermKind, Term>();
  for (const each of termKinds) {
    const term = terms.find(({ kind: of, slug }) => of === each && slug === query[termParameter[each]]);
    if (term) chosen.set(each, term);
  }
  const isRetired = query["visa"] === "inaktuella";
  const isInWork = query["visa"] === "i-arbete" && c.var.actor.personId !== undefined;
  const after = ItemId.safeParse(query["efter"]).data;
  return {
    terms,
    kind,
    chosen,
    isRetired,
    isInWork,
    after,
    isNarrowed:
      kind !== undefined || chosen.size > 0 || isRetired || isInWork || after !== undefined || query["alla"] === "1",
  };
}

async function drawFront(c: Page, { terms }: Asked) {
  const { t, db, actor, now } = c.var;
  const [ways, kinds, counts, latest, inWork] = await Promise.all([
    drawnWays(c),
    kindCounts(db),
    termCounts(db),
    itemsListed(db, actor, { limit: newest }),
    actor.personId ? itemsListed(db, actor, { which: "inWork", limit: 5 }) : undefined,
  ]);
  const today = dateIn(now());
  const countOf = (kind: ItemKind) => kinds.find((each) => each.kind === kind)?.count ?? 0;
  const national = (kind: TermKind) =>
    terms
      .filter((term) => term.kind === kind && term.means === null)
      .map(({ id, name, slug }) => ({
        name,
        href: browseAddress({ [termParameter[kind]]: slug }),
        count: counts.get(id) ?? 0,
      }));
  return c.render(
    <>
      <PageHeading heading={t("item.all")} lead={t("item.all_lead")} />
      <search>
        <form class="filters" action="/sok" method="get" aria-label={t("item.search")}>
          <TextField t={t} name="q" type="search" required label={t("item.search_field")} width="full" />
          <Button>{t("item.search")}</Button>
        </form>
      </search>
      {ways}
      <Stack>
        <Doors
          t={t}
          id="slag"
          heading={t("item.by_kind")}
          doors={itemKinds.map((kind) => ({
            href: browseAddress({ slag: kind }),
            name: t(`item.kind.${kind}`),
            help: t(`item.kind_help.${kind}`),
            count: countOf(kind),
          }))}
        />
        <Doors t={t} id="omraden" heading={t("item.by_area")} doors={national("area")} brief />
        <Doors t={t} id="malgrupper" heading={t("item.by_target_group")} doors={national("targetGroup")} brief />
        {inWork && inWork.items.length > 0 ? (
          <section aria-labelledby="i-arbete">
            <h2 id="i-arbete">{t("item.in_work", { count: inWork.count })}</h2>
            <ItemLines t={t} items={inWork.items} today={today} />
            {inWork.count > inWork.items.length ? (
              <p>
                <a href="/kunskap?visa=i-arbete">{t("item.show_in_work")}</a>
              </p>
            ) : null}
          </section>
        ) : null}
        <section aria-labelledby="nytt">
          <h2 id="nytt">{t("item.newest")}</h2>
          {latest.items.length > 0 ? (
            <ItemLines t={t} items={latest.items} today={today} />
          ) : (
            <EmptyState heading={t("item.none")}>{t("item.none_text")}</EmptyState>
          )}
          <p>
            <a href="/kunskap?alla=1">{t("item.show_all", { count: latest.count })}</a>
            {dot}
            <a href="/kunskap?visa=inaktuella">{t("item.show_retired")}</a>
            {dot}
            <a href="/kunskap.atom">{t("item.feed")}</a>
          </p>
        </section>
      </Stack>
    </>,
    { ...framed(c), title: t("item.all"), description: t("item.all_lead"), feeds: [feed(c)] },
  );
}

async function drawList(c: Page, { terms, kind, chosen, isRetired, isInWork, after }: Asked) {
  const { t, db, actor, now } = c.var;
  const which = isInWork ? "inWork" : isRetired ? "retired" : "standing";
  const list = await itemsListed(db, actor, {
    kind,
    // A local name leads to what it means: everything about the national word.
    terms: [...chosen.values()].map(({ id, means }) => means ?? id),
    which,
    after,
    limit: onePage,
  });
  const visa = isInWork ? "i-arbete" : isRetired ? "inaktuella" : undefined;
  const address = (efter?: string) => {
    const words = Object.fromEntries([...chosen].map(([of, { slug }]) => [termParameter[of], slug]));
    const known = Object.entries({ slag: kind, ...words, visa, efter }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `/kunskap?${new URLSearchParams(known.length > 0 ? known : [["alla", "1"]]).toString()}`;
  };
  const heading =
    kind && chosen.size === 0 && !visa
      ? t(`item.kind.${kind}`)
      : chosen.size === 1 && !kind && !visa
        ? ([...chosen.values()][0]?.name ?? "")
        : t(isInWork ? "item.in_work_all" : isRetired ? "item.retired_all" : "item.all_texts");
  return c.render(
    <>
      <PageHeading kicker={<a href="/kunskap">{t("item.all")}</a>} heading={heading} />
      <Filters t={t} action="/kunskap" label={t("item.filter")} results={c.var.person ? "kunskap" : undefined}>
        <Select
          t={t}
          name="slag"
          required
          label={t("item.kind")}
          options={itemKinds.map((each) => ({ value: each, label: t(`item.kind.${each}`) }))}
          value={kind}
          empty={t("item.every_kind")}
          width="medium"
        />
        {termKinds.map((of) => (
          <Select
            t={t}
            name={termParameter[of]}
            required
            label={t(`item.term.${of}`)}
            options={terms
              .filter((term) => term.kind === of)
              .map(({ slug, name, meansName }) => ({
                value: slug,
                label: meansName ? t("item.local_name", { name, means: meansName }) : name,
              }))}
            value={chosen.get(of)?.slug}
            empty={t("item.any")}
            width="medium"
          />
        ))}
        {visa ? <input type="hidden" name="visa" value={visa} /> : <input type="hidden" name="alla" value="1" />}
      </Filters>
      <Stack id="kunskap">
        {list.items.length > 0 ? (
          <>
            <p class="muted">{t("item.counted", { count: list.count })}</p>
            <ItemLines t={t} items={list.items} today={dateIn(now())} label={heading} />
          </>
        ) : (
          <EmptyState heading={t("item.none_found")} action={<a href="/kunskap">{t("item.to_front")}</a>}>
            {t("item.none_found_text")}
          </EmptyState>
        )}
        {after || list.after ? (
          <Pager t={t} previous={after ? address() : undefined} next={list.after ? address(list.after) : undefined} />
        ) : null}
      </Stack>
    </>,
    { ...framed(c), title: heading, feeds: [feed(c)] },
  );
}

function feed({ var: { t } }: Page) {
  return { href: "/kunskap.atom", title: t("item.feed_title"), type: "application/atom+xml" };
}

/** Where one can go from here, and the way to write for those who may. */
async function drawnWays(c: Page) {
  const { t, db, actor, now } = c.var;
  const mayWrite =
    actor.reach.has("knowledge:write") ||
    actor.reach.has("knowledge:publish") ||
    (await organisationsOfRoles(db, actor.personId, dateIn(now()))).length > 0;
  const ways = waysFromKnowledge.filter(
    ({ signedIn, grant }) => (!signedIn || actor.personId) && (!grant || actor.reach.has(grant)),
  );
  const linked = (shown: typeof ways) => (
    <p>
      {shown.map(({ href, label }, index) => (
        <>
          {index > 0 ? dot : null}
          <a class="whole" href={href}>
            {t(label)}
          </a>
        </>
      ))}
    </p>
  );
  const keeping = ways.filter(({ grant }) => grant !== undefined);
  return (
    <>
      {linked(ways.filter(({ grant }) => grant === undefined))}
      {mayWrite ? (
        <Buttons>
          <LinkButton quiet href="/kunskap/ny">
            {t("item.write_new")}
          </LinkButton>
        </Buttons>
      ) : null}
      {keeping.length > 0 ? <Details summary={t("item.for_keepers")}>{linked(keeping)}</Details> : null}
    </>
  );
}
