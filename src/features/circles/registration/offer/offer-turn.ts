import { type Entry, hasFreeSeat } from "#features/circles/registration/seat-claims.ts";

/**
 * Who on the waiting list is next to be offered a place, if a place is free for them: the lowest number first. A team
 * for which too few places are free is passed over, so that places do not stand empty; it keeps its number and is
 * asked as soon as enough are free. (C-7, C-15)
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
  return roster
    .filter((entry) => entry.state === "waitlisted" && !entry.passedOver)
    .toSorted((a, b) => a.queueNo - b.queueNo)
    .find((entry) => hasFreeSeat(roster, entry, seats, now));
}
