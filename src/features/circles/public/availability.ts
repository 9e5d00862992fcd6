import { placesLeft } from "#features/circles/registration/seat-claims.ts";
import { wayIn } from "#features/circles/registration/way-in.ts";
import { type Allocation, isAssessed, type RoundState } from "#features/circles/round/round.ts";

type Asked = {
  readonly state: RoundState;
  readonly allocation: Allocation | null;
  readonly deadline: Temporal.PlainDate | null;
  readonly openUntilFull: boolean;
  readonly hardCapacity: number | null;
  readonly noticesSentAt: Temporal.Instant | null;
  /** Where another service takes the applications. */
  readonly externalForm: string | null;
};

/**
 * What somebody who wants to take part can do.
 *
 * - `open`: apply; `waiting`: apply for a place on the waiting list; `late`: apply, and be looked at last
 * - `closed`, `cancelled`, `over`
 */
export type Way = "open" | "waiting" | "late" | "closed" | "cancelled" | "over";

export type Availability = {
  readonly way: Way;
  readonly places: number;
  readonly taken: number;
  /** Places nobody has and nobody has a claim on; unknown while it is to be assessed, or known by another service. */
  readonly left: number | undefined;
  readonly waiting: number;
};

/**
 * How a round looks to somebody who might apply today. With selection no number of places left is shown: nothing is
 * given before the notices, and "12 left" would promise what nobody has promised. Nor where another service takes the
 * applications: how many there are is not known here. (R024, R026, R118, R120)
 */
export function availabilityOf(
  round: Asked,
  numbers: { readonly seated: number; readonly unconfirmed: number; readonly waiting: number },
  today: Temporal.PlainDate,
): Availability {
  const seats = round.hardCapacity ?? 0;
  const isSelection = isAssessed(round.allocation);
  const isUncounted = isSelection || round.externalForm !== null;
  const left = isUncounted ? undefined : placesLeft(seats, { seated: numbers.seated, claims: numbers.unconfirmed });
  return {
    way: wayOf(round, left, today),
    places: seats,
    taken: left === undefined ? 0 : seats - left,
    left,
    waiting: isUncounted ? 0 : numbers.waiting,
  };
}

function wayOf(round: Asked, left: number | undefined, today: Temporal.PlainDate): Way {
  if (round.state === "cancelled") return "cancelled";
  if (round.state === "completed") return "over";
  const way = wayIn({ ...round, noticesSent: round.noticesSentAt !== null }, today);
  if (way === "late") return "late";
  if (way === "open") return left === 0 ? "waiting" : "open";
  return way === "openWhilePlacesLeft" && left !== 0 ? "open" : "closed";
}
