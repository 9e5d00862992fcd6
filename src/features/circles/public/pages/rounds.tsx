import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { termOf } from "#features/circles/public/parts/session-timeline.tsx";
import { kindName } from "#features/circles/public/parts/round-story.tsx";
import { openRounds, type PublicRound } from "#features/circles/public/queries.ts";
import { filterIn, type RoundFilter, spanOf } from "#features/circles/public/round-filter.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { type Entry, EntryList } from "#ui/entry-list.tsx";
import { Checkbox, Select } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayDates } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type Found = Awaited<ReturnType<typeof openRounds>>;
type ListProps = { t: Translate; found: Found; filter: RoundFilter; today: Temporal.PlainDate };

/** The rounds that take applications right now. */
export const openRoundsPages = pages("open").get("/cirklar", (c) =>
  c.var.cache.page(c, async () => {
    const { t } = c.var;
    const now = c.var.now();
    const filter = filterIn(c.req.query());
    const found = await openRounds(c.var.db, filter, now);
    return c.render(<OpenRounds t={t} found={found} filter={filter} today={dateIn(now)} />, {
      title: t("public.list.title"),
      kind: "public",
      description: t("public.list.lead"),
      current: "/cirklar",
      feeds: [{ href: "/flode.atom", title: t("public.feed.title"), type: "application/atom+xml" }],
    });
  }),
);

function OpenRounds({ t, found, filter, today }: ListProps) {
  const { rounds, all } = found;
  return (
    <>
      <PageHeading heading={t("public.list.title")} lead={t("public.list.lead")} />
      {all > 1 ? <Choices t={t} found={found} filter={filter} today={today} /> : null}
      {rounds.length > 0 ? (
        <>
          <p class="muted">{t("public.list.count", { count: rounds.length })}</p>
          <EntryList label={t("public.list.title")} entries={rounds.map((seen) => entryOf(t, seen, today))} />
        </>
      ) : all > 0 ? (
        <EmptyState heading={t("public.list.none_fits")} action={<a href="/cirklar">{t("public.list.show_all")}</a>}>
          {t("public.list.none_fits_text")}
        </EmptyState>
      ) : (
        <EmptyState heading={t("public.list.empty")}>{t("public.list.empty_text")}</EmptyState>
      )}
      <p class="muted">
        <a href="/flode.atom">{t("public.list.feed")}</a>
      </p>
      <p class="muted">
        <a href="/forslag">{t("proposal.list")}</a>
      </p>
    </>
  );
}

function Choices({ t, found: { choices }, filter }: ListProps) {
  const kinds = choices.kinds.map((kind) => ({ value: kind.code, label: kindName(t, { kind }) }));
  const organisers = choices.organisers.map(({ slug, shortName }) => ({ value: slug, label: shortName }));
  const modes = choices.modes.map((mode) => ({ value: mode, label: t(`public.mode.${mode}`) }));
  const any = t("public.list.any");
  const select = (name: "kind" | "organiser" | "county" | "mode", options: { value: string; label: string }[]) =>
    options.length > 1 || filter[name] !== undefined ? (
      <Select
        t={t}
        name={name}
        label={t(`public.list.${name}`)}
        options={options}
        value={filter[name]}
        empty={any}
        required
      />
    ) : null;
  return (
    <Filters t={t} action="/cirklar" label={t("public.list.filter")}>
      {select("kind", kinds)}
      {select("organiser", organisers)}
      {select("county", choices.counties)}
      {select("mode", modes)}
      <Checkbox t={t} name="free" label={t("public.list.free")} value="1" checked={filter.free === "1"} />
    </Filters>
  );
}

function entryOf(t: Translate, seen: PublicRound, today: Temporal.PlainDate): Entry {
  const { round, organiser } = seen;
  return {
    href: `/cirklar/${round.slug}`,
    title: round.title,
    kicker: `${kindName(t, seen)} · ${organiser.shortName}`,
    detail: round.lead ?? round.goal ?? round.purpose,
    facts: [whenOf(t, round, today), lastDayOf(t, round, today), placesOf(t, seen)],
  };
}

function whenOf(t: Translate, round: PublicRound["round"], today: Temporal.PlainDate): Child {
  const { first, last } = spanOf(round.sessions);
  if (!first || !last) return <Unknown>{termOf(t, round.plannedTerm)}</Unknown>;
  const meetings = round.sessions.filter(({ calledOff }) => !calledOff).length;
  return t("public.list.sessions", { count: meetings, days: sayDates(t.language, first, last, today) });
}

function lastDayOf(t: Translate, round: PublicRound["round"], today: Temporal.PlainDate): Child {
  if (round.openUntilFull) return t("public.list.until_full");
  return round.deadline ? t("public.list.last_day", { day: sayDate(t.language, round.deadline, { today }) }) : null;
}

function placesOf(t: Translate, { round, availability: { left, waiting } }: PublicRound): Child {
  if (takesTeams(round.allocation)) return t("public.list.teams");
  if (left === undefined) return t(isAssessed(round.allocation) ? "public.list.selection" : "public.list.elsewhere");
  return left > 0 ? <strong>{t("public.list.left", { left })}</strong> : t("public.list.full", { waiting });
}
