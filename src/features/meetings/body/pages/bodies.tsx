import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { pages } from "#platform/web/pages.ts";
import { BodyId, BodyKind, bodyKinds } from "#features/meetings/body/body.ts";
import { BodyTable } from "#features/meetings/body/parts/body-table.tsx";
import { bodiesListed, keepers } from "#features/meetings/body/register/queries.ts";
import { KeeperFilter } from "#features/meetings/body/parts/keeper-filter.tsx";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

/** The networks, councils and steering groups there are: one's own first, those that rest apart. */
export const bodyListPages = pages("signedIn").get("/grupper", async (c) => {
  const { t, actor, db, now } = c.var;
  const today = dateIn(now());
  const { namn: typed = "", slag, hos, efter } = c.req.query();
  const kind = BodyKind.safeParse(slag).data;
  const keeper = OrganisationId.safeParse(hos).data;
  const after = BodyId.safeParse(efter).data;
  const wish = { typed: typed.slice(0, 200), kind, keptBy: keeper, limit: 200 };
  const [own, others, dormant, organisations] = await Promise.all([
    bodiesListed(db, actor, today, { ...wish, which: "own" }),
    bodiesListed(db, actor, today, { ...wish, which: "others", after }),
    bodiesListed(db, actor, today, { ...wish, which: "dormant" }),
    keepers(db),
  ]);
  const isFirst = after === undefined;
  const isNarrowed = typed !== "" || kind !== undefined || keeper !== undefined;
  const isEmpty = own.count + others.count + dormant.count === 0;
  const address = (query: Record<string, string | undefined>) => {
    const known = Object.entries({ namn: typed, slag: kind, hos: keeper, ...query }).filter(
      (entry): entry is [string, string] => Boolean(entry[1]),
    );
    return `/grupper?${new URLSearchParams(known).toString()}`;
  };
  return c.render(
    <>
      <PageHeading heading={t("body.all")} lead={t("body.all_lead")} />
      <p>
        <a href="/uppdrag">{t("overview.title")}</a>
        {dot}
        <a href="/sok/moten">{t("meetings_search.title")}</a>
        {dot}
        <a href="/foretradare">{t("representation.all")}</a>
        {dot}
        <a href="/workshoppar">{t("workshop.all")}</a>
        {dot}
        <a href="/grupper/samband">{t("body.to_relations")}</a>
        {actor.reach.has("minutes:release") ? (
          <>
            {dot}
            <a href="/utlamnande">{t("release.title")}</a>
          </>
        ) : null}
      </p>
      {actor.reach.has("bodies:manage") ? (
        <Buttons>
          <LinkButton quiet href="/grupper/ny">
            {t("body.add")}
          </LinkButton>
        </Buttons>
      ) : null}
      <Filters t={t} action="/grupper" label={t("body.filter")} results="grupper">
        <TextField t={t} name="namn" type="search" required label={t("body.typed")} value={typed} width="medium" />
        <Select
          t={t}
          name="slag"
          required
          label={t("body.kind")}
          options={bodyKinds.map((each) => ({ value: each, label: t(`body.kind.${each}`) }))}
          value={kind}
          empty={t("body.every")}
          width="medium"
        />
        <KeeperFilter t={t} keepers={organisations} chosen={keeper} />
      </Filters>
      <Stack id="grupper">
        {isEmpty ? (
          <EmptyState
            heading={t("body.none")}
            action={isNarrowed ? <a href="/grupper">{t("body.show_all")}</a> : undefined}
          >
            {t(isNarrowed ? "body.none_found" : "body.none_text")}
          </EmptyState>
        ) : null}
        {isFirst && own.bodies.length > 0 ? (
          <BodyTable t={t} bodies={own.bodies} caption={`${t("body.own")}: ${own.count}`} />
        ) : null}
        {others.bodies.length > 0 ? (
          <BodyTable
            t={t}
            bodies={others.bodies}
            caption={`${t("body.others", { own: own.count > 0 ? "yes" : "no" })}: ${others.count}`}
          />
        ) : null}
        {after || others.after ? (
          <Pager
            t={t}
            previous={after ? address({}) : undefined}
            next={others.after ? address({ efter: others.after }) : undefined}
          />
        ) : null}
        {isFirst && dormant.bodies.length > 0 ? (
          <Details summary={`${t("body.dormant")}: ${dormant.count}`} open={own.count + others.count === 0}>
            <BodyTable t={t} bodies={dormant.bodies} caption={t("body.counted", { count: dormant.count })} />
          </Details>
        ) : null}
      </Stack>
    </>,
    { title: t("body.all") },
  );
});
