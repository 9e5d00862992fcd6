import type { Translate } from "#kernel/messages.ts";
import type { Selection } from "#features/circles/registration/selection/queries.ts";
import { dimensions, type Share } from "#features/circles/registration/selection/selection-balance.ts";
import { takesTeams } from "#features/circles/round/round.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

const mostShown = 8;

/** How far the choice has come and how it spreads. It shows and never decides. (R026, R102) */
export function SelectionBalance({ t, found }: { t: Translate; found: Selection }) {
  const { balance, can } = found;
  return (
    <div class="follows">
      <Sheet>
        <div role="status">
          <p class="chosen-count">
            <strong>{t("registration.page.selection.chosen", { placed: balance.placed, seats: balance.seats })}</strong>
          </p>
          <p class={balance.placed > balance.seats ? "problem" : "muted"}>
            {balance.placed > balance.seats
              ? t("registration.page.selection.too_many", { count: balance.placed - balance.seats })
              : t("registration.page.selection.undecided", { count: balance.undecided })}
          </p>
        </div>
        {can.decide ? <Send t={t} found={found} /> : null}
        {dimensionsOf(found).map((dimension, index) => (
          <Details summary={t(`registration.page.selection.by_${dimension}`)} open={index === 0}>
            <BalanceBars
              t={t}
              caption={<span class="sr-only">{t(`registration.page.selection.by_${dimension}`)}</span>}
              counted={t("registration.page.selection.counted")}
              chosen={t("registration.page.selection.placed")}
              bars={barsOf(t, balance.shares[dimension], dimension === "sector")}
            />
          </Details>
        ))}
      </Sheet>
    </div>
  );
}

/** Whoever registers a team is not the team: their profession tells nothing about the choice. */
function dimensionsOf({ round }: Selection) {
  return dimensions.filter((dimension) => dimension !== "profession" || !takesTeams(round.allocation));
}

/** The way to the answers, or what stands before it. */
function Send({ t, found: { round, hindrance } }: { t: Translate; found: Selection }) {
  if (!hindrance) {
    return (
      <LinkButton href={`/planera/${round.slug}/urval/skicka`} wide>
        {t("registration.page.selection.to_notices")}
      </LinkButton>
    );
  }
  return <p>{hindranceWords(t, hindrance)}</p>;
}

/** Why the answers cannot be sent yet, with days said as days. */
export function hindranceWords(t: Translate, hindrance: NonNullable<Selection["hindrance"]>): string {
  if (hindrance.code !== "registration.notices_too_early")
    return t(hindrance.code, "values" in hindrance ? hindrance.values : {});
  return t(hindrance.code, { date: sayDate(t.language, Temporal.PlainDate.from(hindrance.values.date)) });
}

/** The largest groups, and the rest together. */
function barsOf(t: Translate, shares: readonly Share[], isSector: boolean) {
  const name = (value: string) =>
    isSector ? t(`registration.page.sector.${value}` as "registration.page.sector.other") : value;
  const bars = shares
    .slice(0, mostShown)
    .map(({ value, applied, placed }) => ({ label: name(value), count: applied, chosen: placed }));
  const rest = shares.slice(mostShown);
  if (rest.length === 0) return bars;
  const sum = (of: "applied" | "placed") => rest.reduce((total, share) => total + share[of], 0);
  return [
    ...bars,
    {
      label: t("registration.page.selection.others", { count: rest.length }),
      count: sum("applied"),
      chosen: sum("placed"),
    },
  ];
}
