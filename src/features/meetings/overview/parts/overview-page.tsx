import type { Translate } from "#kernel/messages.ts";
import { CommissionTag, Due } from "#features/meetings/commission/parts/commission-tag.tsx";
import { MatterTag } from "#features/meetings/matter/parts/matter-tag.tsx";
import {
  overviewAddress,
  overviewParts,
  type OverviewWish,
  rowsShown,
} from "#features/meetings/overview/overview-wish.ts";
import type { OpenCommission, OpenMatterRow, OverviewCounts } from "#features/meetings/overview/queries.ts";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Unknown } from "#ui/unknown.tsx";

export type OverviewShown = {
  readonly wish: OverviewWish;
  readonly counts: OverviewCounts;
  readonly commissions: readonly OpenCommission[];
  readonly matters: readonly OpenMatterRow[];
  readonly bodies: readonly { readonly slug: string; readonly name: string }[];
  readonly today: Temporal.PlainDate;
};

type OverviewProps = { t: Translate; shown: OverviewShown; seesIntake: boolean };

/** All commissions and matters that are open in the bodies one is inside, with how many there are of each. */
export function OverviewPage({ t, shown, seesIntake }: OverviewProps) {
  const { wish, counts, bodies } = shown;
  const counted = { uppdrag: counts.commissions, parkerade: counts.parked, fragor: counts.matters };
  const address = (part: OverviewWish["visa"]) =>
    overviewAddress({ ...wish, laget: undefined, ansvarig: undefined }, { visa: part });
  return (
    <>
      <PageHeading heading={t("overview.title")} lead={t("overview.lead")}>
        {seesIntake ? (
          <p>
            <a href="/uppdrag/inflode">{t("overview.intake")}</a>
          </p>
        ) : null}
      </PageHeading>
      <Tabs
        label={t("overview.part")}
        current={address(wish.visa)}
        tabs={overviewParts.map((part) => ({
          href: address(part),
          label: t(`overview.part.${part}`),
          count: counted[part],
        }))}
      />
      {bodies.length > 1 ? (
        <Filters t={t} action="/uppdrag" label={t("overview.narrow")} results="oversikt">
          {wish.visa === "uppdrag" ? null : <input type="hidden" name="visa" value={wish.visa} />}
          <Select
            t={t}
            name="grupp"
            label={t("overview.body")}
            empty={t("overview.all_bodies")}
            value={wish.grupp}
            options={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
            required
          />
        </Filters>
      ) : null}
      <div class="stack" id="oversikt">
        {wish.visa === "uppdrag" ? <StandingLinks t={t} wish={wish} counts={counts} /> : null}
        <Rows t={t} shown={shown} />
      </div>
    </>
  );
}

/** Ways to what is overdue, what has no day, one's own, and what nobody does. */
function StandingLinks({ t, wish, counts }: { t: Translate; wish: OverviewWish; counts: OverviewCounts }) {
  const bare = { ...wish, laget: undefined, ansvarig: undefined };
  const links = [
    { href: overviewAddress(bare), label: t("overview.all"), isChosen: !wish.laget && !wish.ansvarig },
    {
      href: overviewAddress(bare, { laget: "forsenade" }),
      label: t("overview.overdue"),
      count: counts.overdue,
      isChosen: wish.laget === "forsenade",
    },
    {
      href: overviewAddress(bare, { laget: "utan-dag" }),
      label: t("overview.without_day"),
      count: counts.withoutDay,
      isChosen: wish.laget === "utan-dag",
    },
    { href: overviewAddress(bare, { ansvarig: "jag" }), label: t("overview.mine"), isChosen: wish.ansvarig === "jag" },
    {
      href: overviewAddress(bare, { ansvarig: "ingen" }),
      label: t("overview.nobodys"),
      isChosen: wish.ansvarig === "ingen",
    },
  ];
  const current = links.find(({ isChosen }) => isChosen)?.href ?? "";
  return <Tabs label={t("overview.narrow")} tabs={links} current={current} />;
}

function Rows({ t, shown }: { t: Translate; shown: OverviewShown }) {
  const { wish, counts, commissions, matters, today } = shown;
  const isCommissions = wish.visa === "uppdrag";
  const rows = isCommissions ? commissions.length : matters.length;
  const all = allOf(wish, counts);
  const caption = isCommissions
    ? t("overview.count_commissions", {
        count: counts.commissions,
        overdue: counts.overdue,
        without: counts.withoutDay,
      })
    : t(wish.visa === "parkerade" ? "overview.count_parked" : "overview.count_matters", { count: all ?? 0 });
  if (rows === 0) return <Empty t={t} wish={wish} caption={caption} />;
  const from = (wish.sida - 1) * rowsShown;
  const hasMore = all === undefined ? rows === rowsShown : from + rows < all;
  return (
    <>
      {isCommissions ? (
        <Table caption={caption} columns={commissionColumns(t, today)} rows={commissions} />
      ) : (
        <Table caption={caption} columns={matterColumns(t, today)} rows={matters} />
      )}
      {wish.sida > 1 || hasMore ? (
        <Pager
          t={t}
          previous={wish.sida > 1 ? overviewAddress(wish, { sida: wish.sida - 1 }) : undefined}
          next={hasMore ? overviewAddress(wish, { sida: wish.sida + 1 }) : undefined}
          shown={all === undefined ? undefined : { from: from + 1, to: from + rows, all }}
        />
      ) : null}
      <p>
        <a href={fileAddress(wish, "csv")} download>
          {t("overview.csv")}
        </a>
        {dot}
        <a href={fileAddress(wish, "xlsx")} download>
          {t("overview.xlsx")}
        </a>
      </p>
    </>
  );
}

function Empty({ t, wish, caption }: { t: Translate; wish: OverviewWish; caption: string }) {
  const isChosen = wish.grupp !== undefined || wish.laget !== undefined || wish.ansvarig !== undefined;
  return (
    <>
      <p>{caption}</p>
      <EmptyState
        heading={t("overview.none")}
        action={isChosen ? <a href="/uppdrag">{t("overview.all")}</a> : undefined}
      >
        {t(isChosen ? "overview.none_chosen" : "overview.none_text")}
      </EmptyState>
    </>
  );
}

/** How many rows there are of what is shown; unknown where only a part of them was chosen. */
function allOf({ visa, laget, ansvarig }: OverviewWish, counts: OverviewCounts): number | undefined {
  if (visa === "parkerade") return counts.parked;
  if (visa === "fragor") return counts.matters;
  if (laget === "forsenade") return counts.overdue;
  if (laget === "utan-dag") return counts.withoutDay;
  return ansvarig === undefined ? counts.commissions : undefined;
}

function fileAddress(wish: OverviewWish, kind: "csv" | "xlsx"): string {
  return overviewAddress(wish).replace("/uppdrag", `/uppdrag/lista.${kind}`);
}

function commissionColumns(t: Translate, today: Temporal.PlainDate): readonly Column<OpenCommission>[] {
  return [
    {
      label: t("overview.commission"),
      head: true,
      cell: ({ id, title, matter, matterSlug }) => (
        <>
          <a href={`/uppdrag/${id}`}>{title}</a>
          {matter && matter !== title ? (
            <small class="muted under">{matterSlug ? <a href={`/fraga/${matterSlug}`}>{matter}</a> : matter}</small>
          ) : null}
        </>
      ),
    },
    { label: t("overview.giver"), cell: ({ body, requester }) => body ?? requester },
    { label: t("overview.owner"), cell: ({ owner }) => owner ?? <Unknown>{t("commission.nobody")}</Unknown> },
    {
      label: t("overview.due"),
      cell: ({ dueOn, lacksDay, state }) => {
        const waits = isUnderWay(state);
        if (lacksDay && waits) return <Due t={t} dueOn={null} waits today={today} />;
        return <Due t={t} dueOn={dueOn} waits={waits} today={today} />;
      },
    },
    {
      label: t("overview.state"),
      cell: ({ state, parts, waiting }) => (
        <>
          <CommissionTag t={t} state={state} />{" "}
          {parts > 1 ? <small class="muted">{t("overview.parts_left", { parts, waiting })}</small> : null}
        </>
      ),
    },
    {
      label: t("overview.age"),
      numeric: true,
      cell: ({ givenOn, since }) => <Age t={t} since={givenOn ?? since} today={today} />,
    },
  ];
}

function matterColumns(t: Translate, today: Temporal.PlainDate): readonly Column<OpenMatterRow>[] {
  return [
    {
      label: t("overview.matter"),
      head: true,
      cell: ({ slug, title, reason }) => (
        <>
          <a href={`/fraga/${slug}`}>{title}</a>
          {reason ? <small class="muted under">{reason}</small> : null}
        </>
      ),
    },
    { label: t("overview.body"), cell: ({ body }) => body },
    { label: t("overview.state"), cell: ({ state }) => <MatterTag t={t} state={state} /> },
    { label: t("overview.until"), cell: (row) => untilWhen(t, row, today) },
    { label: t("overview.age"), numeric: true, cell: ({ since }) => <Age t={t} since={since} today={today} /> },
  ];
}

/** Until when a matter waits, in words: a day, an event, or further notice with the day somebody is asked. */
export function untilWhen(t: Translate, row: OpenMatterRow, today: Temporal.PlainDate): string | null {
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { today });
  if (row.state === "referred") return t("overview.referred_to", { body: row.referredTo ?? "" });
  if (row.state !== "parked") return row.reviewOn ? t("overview.review_on", { day: day(row.reviewOn) }) : null;
  if (row.eventCameOn) return t("overview.event_has_come");
  if (row.parkedUntil) return day(row.parkedUntil);
  if (row.parkedEvent) return t("overview.until_event", { event: row.parkedEvent });
  return row.remindOn ? t("overview.until_open", { day: day(row.remindOn) }) : null;
}

/** What somebody is doing, or has said yes to: only that can be late or lack its day. */
function isUnderWay(state: OpenCommission["state"]): boolean {
  return state === "accepted" || state === "waiting" || state === "inProgress";
}

function Age({ t, since, today }: { t: Translate; since: Temporal.PlainDate; today: Temporal.PlainDate }) {
  const days = Math.max(0, since.until(today, { largestUnit: "days" }).days);
  return <span class="nowrap">{t("overview.age_days", { days })}</span>;
}
