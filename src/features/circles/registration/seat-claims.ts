import { type RegistrationState, seatedStates } from "#features/circles/registration/registration.ts";

/** A registration as the queue sees it. `confirmBy` matters only while the address is unconfirmed. */
export type Entry = {
  readonly queueNo: number;
  readonly state: RegistrationState;
  readonly confirmBy: Temporal.Instant;
  /** Their place was kept once for a manager who did not answer: the queue no longer waits for them. */
  readonly passedOver: boolean;
  /** How many seats it takes: one, or as many as there are people in the team. */
  readonly seats: number;
};

/** Whether a registration takes a seat of the round. */
export function isSeated(state: RegistrationState): boolean {
  return (seatedStates as readonly RegistrationState[]).includes(state);
}

/**
 * Whether there are free seats for the registration with this number. Nobody who has a seat loses it, and a team gets
 * all its seats or none.
 *
 * A seat is taken by everyone who is placed, held or offered one, whatever their number. Besides, those who stand
 * before this number keep their claim: an applicant who still has time to confirm their address, and somebody
 * on the waiting list whose turn comes first. Whoever was passed over claims nothing until their manager answers.
 *
 * So whoever confirms late within the time gets the place their number gives, and a seat is never promised
 * twice: seated and claims before any number taken together never exceed the seats while anyone is let in. A team
 * that is larger than what is left keeps nobody behind it from seats it could not use; it keeps its number.
 * (Rules "Allocation rules": capacity counts participants' seats only. C-3, C-4, C-15)
 */
export function hasFreeSeat(
  roster: readonly Entry[],
  { queueNo, seats: needed }: Pick<Entry, "queueNo" | "seats">,
  seats: number,
  now: Temporal.Instant,
): boolean {
  const others = roster.filter((entry) => entry.queueNo !== queueNo);
  const free = seats - seatsOf(others.filter((entry) => isSeated(entry.state)));
  const left = others
    .filter((entry) => entry.queueNo < queueNo && claimsSeat(entry, now))
    .toSorted((a, b) => a.queueNo - b.queueNo)
    .reduce((rest, claim) => (claim.seats <= rest ? rest - claim.seats : rest), free);
  return needed <= left;
}

/** How many seats some registrations take together. */
export function seatsOf(entries: readonly Pick<Entry, "seats">[]): number {
  return entries.reduce((sum, entry) => sum + entry.seats, 0);
}

/** Whether a registration without a seat keeps those behind it from taking one. */
function claimsSeat(entry: Entry, now: Temporal.Instant): boolean {
  if (entry.state === "unconfirmed") return Temporal.Instant.compare(now, entry.confirmBy) < 0;
  return entry.state === "waitlisted" && !entry.passedOver;
}

/** How many seats nobody has, and nobody who may still confirm has a claim on: what the public page shows. */
export function placesLeft(seats: number, taken: { readonly seated: number; readonly claims: number }): number {
  return Math.max(0, seats - taken.seated - taken.claims);
}
