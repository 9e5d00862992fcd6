import type { Child } from "hono/jsx";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import {
  ineligibleWords,
  managerWords,
  StandingTag,
  untilWhen,
} from "#features/circles/registration/parts/registration-words.tsx";
import { RoundPartHeading } from "#features/circles/registration/parts/round-part-heading.tsx";
import type { Roster, RosterRow } from "#features/circles/registration/queries.ts";
import {
  liveStates,
  registrationStates,
  type RegistrationState,
  seatedStates,
} from "#features/circles/registration/registration.ts";
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
            columns={columnsOf(t, here, now)}
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
  if (round.allocation === "selection" && round.noticesSentAt === null) {
    return t("registration.page.roster.lead_selection", { applied: numberIn(found, liveStates), seats });
  }
  return t("registration.page.roster.lead", {
    seated: numberIn(found, seatedStates),
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
  const ways = [
    { label: t("registration.page.roster.all"), count: all, over: { state: undefined, manager: false } },
    ...known.map(({ state, count }) => ({
      label: t(`registration.page.state.${state}`),
      count,
      over: { state, manager: false },
    })),
    ...(managersAwaited > 0
      ? [
          {
            label: t("registration.page.roster.manager_waits"),
            count: managersAwaited,
            over: { state: undefined, manager: true },
          },
        ]
      : []),
  ];
  return (
    <nav class="counts" aria-label={t("registration.page.roster.ways")}>
      <ul>
        {ways.map(({ label, count, over }) => (
          <li>
            <a
              href={addressOf(here, wish, over)}
              aria-current={over.state === wish.state && over.manager === wish.manager ? "true" : undefined}
            >
              {label} <span class="tab-count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function columnsOf(t: Translate, here: string, now: Temporal.Instant): Column<RosterRow>[] {
  return [
    { label: t("registration.page.roster.number"), numeric: true, cell: ({ queueNo }) => queueNo },
    {
      label: t("registration.page.answer.name"),
      head: true,
      cell: ({ id, name, workplace, employer }) => (
        <>
          <a href={`${here}/${id}`}>{name}</a>
          <span class="under">
            {workplace}, {employer}
          </span>
        </>
      ),
    },
    {
      label: t("registration.page.roster.state"),
      cell: (row) => (
        <>
          <StandingTag t={t} state={row.state} />
          <Under>{untilWhen(t, row, now) ?? ineligibleWords(t, row.ineligibleReason)}</Under>
        </>
      ),
    },
    {
      label: t("registration.page.own.manager"),
      cell: (row) => {
        const words = managerWords(t, row);
        return words ? (
          <>
            {words}
            <Under>{row.manager?.name}</Under>
          </>
        ) : null;
      },
    },
    {
      label: t("registration.page.roster.applied"),
      cell: ({ appliedAt }) => sayMoment(t.language, appliedAt, { today: dateIn(now) }),
    },
    { label: t("registration.page.roster.remarks"), cell: (row) => remarksOn(t, row) },
  ];
}

function Under({ children }: { children?: Child }) {
  return children ? <span class="under">{children}</span> : null;
}

/** What somebody who decides should see: late, and recommendations that are not met. */
function remarksOn(t: Translate, { late, recommendedNotMet }: Pick<RosterRow, "late" | "recommendedNotMet">): Child {
  if (!late && recommendedNotMet === 0) return null;
  return (
    <>
      {late ? <Tag tone="open">{t("registration.page.roster.late")}</Tag> : null}
      <Under>
        {recommendedNotMet > 0 ? t("registration.page.roster.not_recommended", { count: recommendedNotMet }) : null}
      </Under>
    </>
  );
}
