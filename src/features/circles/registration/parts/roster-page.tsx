import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { CountedWays } from "#features/circles/registration/parts/counted-ways.tsx";
import {
  ineligibleWords,
  managerWords,
  StandingTag,
  untilWhen,
} from "#features/circles/registration/parts/registration-words.tsx";
import { RoundPartHeading } from "#features/circles/registration/parts/round-part-heading.tsx";
import { RosterWays } from "#features/circles/registration/parts/roster-ways.tsx";
import type { Roster, RosterRow } from "#features/circles/registration/queries.ts";
import { isSeated, seatsOf } from "#features/circles/registration/seat-claims.ts";
import { liveStates, registrationStates, type RegistrationState } from "#features/circles/registration/registration.ts";
import { isAssessed } from "#features/circles/round/round.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type Wish = { readonly state: RegistrationState | undefined; readonly manager: boolean; readonly page: number };

type RosterPageProps = {
  t: Translate;
  found: Roster;
  wish: Wish;
  now: Temporal.Instant;
  done: string | undefined;
  filled: Filled | undefined;
};

const rowsOnPage = 100;

/** Everyone who has applied, in queue order: how they stand, what their manager says, what to look at. */
export function RosterPage({ t, found, wish, now, done, filled }: RosterPageProps) {
  const { round, counts, managersAwaited, can, rows } = found;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const from = (wish.page - 1) * rowsOnPage;
  const shown = rows.slice(from, from + rowsOnPage);
  const here = `/planera/${round.slug}/anmalningar`;
  return (
    <>
      <RoundPartHeading
        t={t}
        round={round}
        current="registrations"
        heading={t("registration.page.roster.heading")}
        lead={leadOf(t, found)}
        applied={numberIn(found, liveStates)}
        done={done}
      />
      <ErrorSummary t={t} filled={filled} />
      <RosterWays t={t} round={round} mayDecide={can.decide} />
      {managersAwaited > 0 && can.decide ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("registration.page.roster.awaited", { count: managersAwaited })}
          action={
            <Form t={t} action={`${here}/paminn`} tight>
              <Button quiet>{t("registration.page.roster.remind", { count: managersAwaited })}</Button>
            </Form>
          }
        />
      ) : null}
      {all === 0 ? (
        <EmptyState
          heading={t("registration.page.roster.none")}
          action={<a href={`/cirklar/${round.slug}`}>{t("registration.page.roster.see_public")}</a>}
        >
          {t("registration.page.roster.none_text")}
        </EmptyState>
      ) : (
        <section class="stack">
          <Ways t={t} found={found} wish={wish} all={all} />
          <Table
            caption={t("registration.page.roster.count", { count: rows.length })}
            rows={shown}
            columns={columnsOf(t, here, now, shown)}
          />
          {rows.length > rowsOnPage ? (
            <Pager
              t={t}
              shown={{ from: from + 1, to: from + shown.length, all: rows.length }}
              previous={wish.page > 1 ? addressOf(here, wish, { page: wish.page - 1 }) : undefined}
              next={from + rowsOnPage < rows.length ? addressOf(here, wish, { page: wish.page + 1 }) : undefined}
            />
          ) : null}
        </section>
      )}
    </>
  );
}

function numberIn({ counts }: Roster, states: readonly RegistrationState[]): number {
  return counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
}

function leadOf(t: Translate, found: Roster): string {
  const { round } = found;
  const seats = round.hardCapacity ?? 0;
  if (isAssessed(round.allocation) && round.noticesSentAt === null) {
    return t("registration.page.roster.lead_selection", { applied: numberIn(found, liveStates), seats });
  }
  return t("registration.page.roster.lead", {
    seated: seatsOf(found.counts.filter(({ state }) => isSeated(state))),
    seats,
    waiting: numberIn(found, ["waitlisted"]),
  });
}

function addressOf(here: string, wish: Wish, over: Partial<Wish>): string {
  const { state, manager, page } = { ...wish, page: 1, ...over };
  const asked = new URLSearchParams();
  if (state) asked.set("lage", state);
  if (manager) asked.set("chef", "vantar");
  if (page > 1) asked.set("sida", String(page));
  return asked.size > 0 ? `${here}?${asked.toString()}` : here;
}

/** Each state with how many are in it, as a way to see only those. */
function Ways({
  t,
  found: { round, counts, managersAwaited },
  wish,
  all,
}: {
  t: Translate;
  found: Roster;
  wish: Wish;
  all: number;
}) {
  const here = `/planera/${round.slug}/anmalningar`;
  const known = registrationStates.flatMap((state) => counts.find((count) => count.state === state) ?? []);
  const wayTo = (label: string, count: number, over: Pick<Wish, "state" | "manager">) => ({
    label,
    count,
    href: addressOf(here, wish, over),
    isHere: over.state === wish.state && over.manager === wish.manager,
  });
  const ways = [
    wayTo(t("registration.page.roster.all"), all, { state: undefined, manager: false }),
    ...known.map(({ state, count }) => wayTo(t(`registration.page.state.${state}`), count, { state, manager: false })),
  ];
  if (managersAwaited > 0) {
    const label = t("registration.page.roster.manager_waits");
    ways.push(wayTo(label, managersAwaited, { state: undefined, manager: true }));
  }
  return <CountedWays label={t("registration.page.roster.ways")} ways={ways} />;
}

type RosterColumn = Column<RosterRow>;

/** What there is nothing to say about has no column. */
function columnsOf(t: Translate, here: string, now: Temporal.Instant, rows: readonly RosterRow[]): RosterColumn[] {
  const hasManagers = rows.some(({ manager }) => manager !== undefined);
  const hasRemarks = rows.some(({ late, recommendedNotMet }) => late || recommendedNotMet > 0);
  const said = (moment: Temporal.Instant) => sayMoment(t.language, moment, { today: dateIn(now) });
  const sayApplied = ({ appliedAt, way, reachedAt }: RosterRow) =>
    reachedAt ? (
      <>
        {said(appliedAt)}
        <Under>{t("registration.add.reached", { way: t(`registration.way.${way}`), when: said(reachedAt) })}</Under>
      </>
    ) : (
      said(appliedAt)
    );
  return [
    { label: t("registration.page.roster.number"), numeric: true, cell: ({ queueNo }) => queueNo },
    nameColumn(t, here),
    stateColumn(t, now),
    ...(hasManagers ? [managerColumn(t)] : []),
    { label: t("registration.page.roster.applied"), cell: sayApplied },
    ...(hasRemarks ? [remarksColumn(t)] : []),
  ];
}

function nameColumn(t: Translate, here: string): RosterColumn {
  return {
    label: t("registration.page.answer.name"),
    head: true,
    cell: ({ id, name, workplace, employer, seats }) => (
      <>
        <a href={`${here}/${id}`}>{name}</a>
        <Under>
          {workplace}, {employer}
          {seats > 1 ? `, ${t("registration.team.people", { count: seats })}` : ""}
        </Under>
      </>
    ),
  };
}

function stateColumn(t: Translate, now: Temporal.Instant): RosterColumn {
  return {
    label: t("registration.page.roster.state"),
    cell: (row) => (
      <>
        <StandingTag t={t} state={row.state} />
        <Under>{untilWhen(t, row, now) ?? ineligibleWords(t, row.ineligibleReason)}</Under>
      </>
    ),
  };
}

function managerColumn(t: Translate): RosterColumn {
  return {
    label: t("registration.page.own.manager"),
    cell: (row) => {
      const words = managerWords(t, row);
      if (!words) return null;
      return (
        <>
          {words}
          <Under>{row.manager?.name}</Under>
        </>
      );
    },
  };
}

function Under({ children }: { children?: Child }) {
  return children ? <span class="under">{children}</span> : null;
}

/** What somebody who decides should see: late, and recommendations that are not met. */
function remarksColumn(t: Translate): RosterColumn {
  return {
    label: t("registration.page.roster.remarks"),
    cell: ({ late, recommendedNotMet }) =>
      late || recommendedNotMet > 0 ? (
        <>
          {late ? <Tag tone="open">{t("registration.page.roster.late")}</Tag> : null}
          {recommendedNotMet > 0 ? (
            <Under>{t("registration.page.roster.not_recommended", { count: recommendedNotMet })}</Under>
          ) : null}
        </>
      ) : null,
  };
}
