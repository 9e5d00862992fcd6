import { type Entry, hasFreeSeat } from "#features/circles/registration/seat-claims.ts";

/**
 * Who on the waiting list is next to be offered a place, if a place is free for them: the lowest number first.
 *
 * Somebody who was passed over (a place was kept for them once and the manager never answered) is not asked again
 * until the manager has said yes. An unconfirmed applicant with a lower number keeps their claim, so a freed
 * seat may wait for them until their time is out.
 */
export function nextForOffer<E extends Entry>(
  roster: readonly E[],
  seats: number,
  now: Temporal.Instant,
): E | undefined {
  const first = roster
    .filter((entry) => entry.state === "waitlisted" && !entry.passedOver)
    .toSorted((a, b) => a.queueNo - b.queueNo)[0];
  return first && hasFreeSeat(roster, first.queueNo, seats, now) ? first : undefined;
}
