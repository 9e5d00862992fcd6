import type { Translate } from "#kernel/messages.ts";
import { sayTimes, sayWho } from "#features/meetings/body/parts/body-words.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { Holding, Seat } from "#features/meetings/body/seats/queries.ts";
import { holdsOn, isThere } from "#features/meetings/body/seats/seat.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type SeatPageProps = { t: Translate; body: BodyFacts; seat: Seat; today: Temporal.PlainDate; mayRun: boolean };

/** One seat: what it is for, who sits in it, who has and who will, and what can be done with it. */
export function SeatPage({ t, body, seat, today, mayRun }: SeatPageProps) {
  const address = `/grupper/${body.slug}/plats/${seat.id}`;
  const now = seat.holdings.filter((each) => holdsOn(each, today));
  const later = seat.holdings.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, today) > 0);
  const before = seat.holdings.filter((each) => !now.includes(each) && !later.includes(each));
  const isOpen = isThere(seat, today) && seat.endedOn === null;
  const kind = t(`body.seat.${seat.kind}`);
  const list = { t, slug: body.slug, today, mayEnd: mayRun };
  return (
    <>
      <PageHeading
        kicker={<a href={`/grupper/${body.slug}`}>{body.name}</a>}
        heading={t("body.seat_heading", { function: seat.function })}
        lead={
          seat.organisation ? `${kind} ${t("body.seat_speaks_for", { organisation: seat.organisation.name })}` : kind
        }
      />
      {seat.endedOn ? (
        <Notice t={t} heading={t("body.seat_ended", { day: sayDate(t.language, seat.endedOn, { weekday: false }) })} />
      ) : null}
      {now.length === 0 ? <p class="muted">{t("body.seat_nobody")}</p> : null}
      <Holders {...list} caption={t("body.seat_now")} holdings={now} />
      <Holders {...list} caption={t("body.seat_later")} holdings={later} />
      {mayRun && isOpen ? (
        <Buttons>
          <LinkButton href={`${address}/person`} quiet={now.length > 0}>
            {t("body.seat_person")}
          </LinkButton>
          <LinkButton href={`${address}/andra`} quiet>
            {t("body.change_seat")}
          </LinkButton>
          <LinkButton href={`${address}/avsluta`} plain>
            {t("body.end_seat")}
          </LinkButton>
        </Buttons>
      ) : null}
      <Holders {...list} mayEnd={false} caption={t("body.seat_before")} holdings={before} />
    </>
  );
}

type HoldersProps = {
  t: Translate;
  slug: string;
  caption: string;
  holdings: readonly Holding[];
  today: Temporal.PlainDate;
  mayEnd: boolean;
};

function Holders({ t, slug, caption, holdings, today, mayEnd }: HoldersProps) {
  if (holdings.length === 0) return null;
  const columns: readonly Column<Holding>[] = [
    {
      label: t("body.column.who"),
      head: true,
      cell: (each) => (each.isSubstitute ? `${sayWho(t, each)} (${t("body.substitute")})` : sayWho(t, each)),
    },
    { label: t("body.column.when"), cell: (each) => sayTimes(t, each, today) },
    { label: t("body.column.source"), cell: ({ source }) => source },
  ];
  const ending: Column<Holding> = {
    label: t("body.end_holding"),
    labelHidden: true,
    cell: (each) => (
      <a
        href={`/grupper/${slug}/innehav/${each.id}/avsluta`}
        aria-label={t("body.end_holding_of", { who: sayWho(t, each) })}
      >
        {t("body.end_holding")}
      </a>
    ),
  };
  return <Table caption={caption} rows={holdings} columns={mayEnd ? [...columns, ending] : columns} />;
}
