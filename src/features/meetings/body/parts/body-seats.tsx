import type { Translate } from "#kernel/messages.ts";
import { sayTimes, sayWho } from "#features/meetings/body/parts/body-words.ts";
import type { Holding, Seat } from "#features/meetings/body/seats/queries.ts";
import { holdsOn, isThere } from "#features/meetings/body/seats/seat.ts";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type SeatsProps = {
  t: Translate;
  slug: string;
  seats: readonly Seat[];
  today: Temporal.PlainDate;
  /** Whoever asks may change the seats. */
  mayRun: boolean;
};

/** The seats of a body: what each is for, and who sits in it; a ring for the ones nobody sits in. (R059) */
export function BodySeats({ t, slug, seats, today, mayRun }: SeatsProps) {
  const now = seats.filter((seat) => isThere(seat, today));
  const userSeats = now.filter(({ kind }) => kind === "userRepresentative");
  return (
    <section aria-labelledby="platser">
      <h2 id="platser">{t("body.seats")}</h2>
      {now.length === 0 ? (
        <p class="muted">{t("body.seats_none")}</p>
      ) : (
        <ul class="body-seats">
          {now.map((seat) => (
            <SeatRow t={t} slug={slug} seat={seat} today={today} mayRun={mayRun} />
          ))}
        </ul>
      )}
      {userSeats.length === 1 && mayRun ? (
        <p class="alone">
          {t("body.alone")} <a href={`/grupper/${slug}/plats/ny?slag=userRepresentative`}>{t("body.add_second")}</a>
        </p>
      ) : null}
      {mayRun ? (
        <p>
          <a href={`/grupper/${slug}/plats/ny`}>{t("body.add_seat")}</a>
        </p>
      ) : null}
      <Former t={t} seats={seats} today={today} />
    </section>
  );
}

function SeatRow({ t, slug, seat, today, mayRun }: Omit<SeatsProps, "seats"> & { seat: Seat }) {
  const { id, kind, organisation, holdings } = seat;
  const holders = holdings.filter((holding) => holdsOn(holding, today));
  const isEmpty = !holders.some(({ isSubstitute }) => !isSubstitute);
  const kindSaid = t(`body.seat.${kind}`);
  const isKindClear = kind === "member" || seat.function.toLowerCase().includes(kindSaid.toLowerCase());
  return (
    <li class={isEmpty ? "seat empty-seat" : "seat"}>
      <SeatMark isEmpty={isEmpty} />
      <div>
        <p class="seat-function">
          {mayRun ? <a href={`/grupper/${slug}/plats/${id}`}>{seat.function}</a> : seat.function}
          {isKindClear ? null : <span class="muted">{`${dot}${kindSaid}`}</span>}
          {organisation ? (
            <span class="muted">{` ${t("body.seat_speaks_for", { organisation: organisation.name })}`}</span>
          ) : null}
        </p>
        {isEmpty ? <p class="muted">{sayEmpty(t, seat, today)}</p> : null}
        {holders.map((holder) => (
          <p>
            <Holder t={t} slug={slug} holder={holder} kind={kind} mayRun={mayRun} />
          </p>
        ))}
      </div>
    </li>
  );
}

type HolderProps = { t: Translate; slug: string; holder: Holding; kind: Seat["kind"]; mayRun: boolean };

/** Somebody in a seat; a service-user representative finds here where they say whether their name is shown. */
function Holder({ t, slug, holder, kind, mayRun }: HolderProps) {
  const isNameless = holder.name === null;
  const words = [
    isNameless ? t("body.nameless_why") : "",
    holder.isOwn ? t("body.you") : "",
    holder.isSubstitute ? t("body.substitute") : "",
  ].filter(Boolean);
  return (
    <>
      {sayWho(t, holder)}
      {words.length > 0 ? <span class="muted">{` (${words.join(", ")})`}</span> : null}
      {kind === "userRepresentative" && (holder.isOwn || mayRun) ? (
        <>
          {" "}
          <a href={`/grupper/${slug}/innehav/${holder.id}/namn`}>{t("body.naming")}</a>
        </>
      ) : null}
    </>
  );
}

/** A filled seat or a ring; what it shows stands in words beside it. */
function SeatMark({ isEmpty }: { isEmpty: boolean }) {
  return (
    <svg class="ring" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle class={isEmpty ? "free" : "taken"} cx="9" cy="9" r={isEmpty ? "6" : "7"} />
    </svg>
  );
}

function sayEmpty(t: Translate, { holdings }: Seat, today: Temporal.PlainDate): string {
  const ordinary = holdings.filter(({ isSubstitute }) => !isSubstitute);
  const [left] = ordinary
    .flatMap(({ validTo }) => (validTo && Temporal.PlainDate.compare(validTo, today) < 0 ? [validTo] : []))
    .toSorted((one, other) => Temporal.PlainDate.compare(other, one));
  return left
    ? t("body.seat_empty_since", { day: sayDate(t.language, left, { today, weekday: false }) })
    : t("body.seat_empty");
}

type FormerRow = {
  readonly seat: string;
  readonly ended: string | null;
  readonly who: string | null;
  readonly when: string | null;
};

/** Then and now: seats there were, and who sat where before. */
function Former({ t, seats, today }: { t: Translate; seats: readonly Seat[]; today: Temporal.PlainDate }) {
  const rows = seats.flatMap((seat): FormerRow[] => {
    const gone = isThere(seat, today) ? null : seat.endedOn;
    const past = seat.holdings.filter(
      ({ validTo }) => validTo !== null && Temporal.PlainDate.compare(validTo, today) < 0,
    );
    const ended = gone ? t("body.former_seat", { day: sayDate(t.language, gone, { weekday: false }) }) : null;
    const people = past.map((holding) => ({
      seat: seat.function,
      ended,
      who: holding.isSubstitute ? `${sayWho(t, holding)} (${t("body.substitute")})` : sayWho(t, holding),
      when: sayTimes(t, holding, today),
    }));
    return people.length > 0 || gone === null ? people : [{ seat: seat.function, ended, who: null, when: null }];
  });
  if (rows.length === 0) return null;
  return (
    <Details summary={t("body.former")}>
      <Table
        caption={t("body.former")}
        captionHidden
        rows={rows}
        columns={[
          {
            label: t("body.column.seat"),
            head: true,
            cell: ({ seat, ended }) => (ended ? `${seat} (${ended})` : seat),
          },
          { label: t("body.column.who"), cell: ({ who }) => who },
          { label: t("body.column.when"), cell: ({ when }) => when },
        ]}
      />
    </Details>
  );
}
