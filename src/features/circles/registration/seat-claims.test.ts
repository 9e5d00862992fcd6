import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, hasFreeSeat, isSeated, placesLeft } from "#features/circles/registration/seat-claims.ts";
import { nextForOffer } from "#features/circles/registration/offer/offer-turn.ts";
import { registrationStates } from "#features/circles/registration/registration.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const later = now.add({ hours: 24 });

const entry = (queueNo: number, state: Entry["state"], over: Partial<Entry> = {}): Entry => ({
  queueNo,
  state,
  confirmBy: later,
  passedOver: false,
  seats: 1,
  ...over,
});

test.each<{ why: string; roster: Entry[]; seats: number; free: boolean }>([
  { why: "an empty round has a seat", roster: [], seats: 1, free: true },
  { why: "a seat taken by a later number is taken all the same", roster: [entry(9, "placed")], seats: 1, free: false },
  { why: "an offered seat is taken", roster: [entry(1, "offered")], seats: 1, free: false },
  { why: "a seat kept for a manager's answer is taken", roster: [entry(1, "held")], seats: 1, free: false },
  {
    why: "an unconfirmed applicant before keeps their claim",
    roster: [entry(1, "unconfirmed")],
    seats: 1,
    free: false,
  },
  {
    why: "an unconfirmed applicant whose time is out claims nothing",
    roster: [entry(1, "unconfirmed", { confirmBy: now })],
    seats: 1,
    free: true,
  },
  {
    why: "an unconfirmed applicant behind claims nothing before",
    roster: [entry(9, "unconfirmed")],
    seats: 1,
    free: true,
  },
  { why: "somebody on the waiting list before comes first", roster: [entry(1, "waitlisted")], seats: 1, free: false },
  {
    why: "somebody who was passed over is not waited for",
    roster: [entry(1, "waitlisted", { passedOver: true })],
    seats: 1,
    free: true,
  },
  {
    why: "who withdrew, lapsed, was merged, denied or declined takes nothing",
    roster: (["withdrawn", "lapsed", "merged", "ineligible", "declined", "noShow"] as const).map((state, i) =>
      entry(i, state),
    ),
    seats: 1,
    free: true,
  },
])("$why (R119)", ({ roster, seats, free }) => {
  expect(hasFreeSeat(roster, { queueNo: 5, seats: 1 }, seats, now)).toBe(free);
});

test("the next offer goes to the lowest number on the waiting list", () => {
  const roster = [entry(4, "waitlisted"), entry(2, "waitlisted"), entry(1, "withdrawn"), entry(3, "placed")];
  expect(nextForOffer(roster, 2, now)?.queueNo).toBe(2);
});

test("no offer is made while no seat is free", () => {
  expect(nextForOffer([entry(1, "placed"), entry(2, "waitlisted")], 1, now)).toBeUndefined();
});

test("an offer waits for an earlier applicant who still may confirm", () => {
  const roster = [entry(1, "unconfirmed"), entry(2, "waitlisted")];
  expect(nextForOffer(roster, 1, now)).toBeUndefined();
  expect(nextForOffer(roster, 1, later)?.queueNo).toBe(2);
});

test("an offer passes over somebody whose manager let the kept place go", () => {
  expect(nextForOffer([entry(1, "waitlisted", { passedOver: true }), entry(2, "waitlisted")], 1, now)?.queueNo).toBe(2);
});

test("the public page never shows fewer than no places", () => {
  expect(placesLeft(12, { seated: 9, claims: 1 })).toBe(2);
  expect(placesLeft(12, { seated: 12, claims: 4 })).toBe(0);
});

const roster = fc
  .array(fc.record({ state: fc.constantFrom(...registrationStates), inTime: fc.boolean(), passedOver: fc.boolean() }), {
    maxLength: 30,
  })
  .map((drawn) =>
    drawn.map((d, i) => entry(i + 1, d.state, { confirmBy: d.inTime ? later : now, passedOver: d.passedOver })),
  );

test("offers fill the seats and never overbook, whatever the order of the rows", () => {
  fc.assert(
    fc.property(roster, fc.integer({ min: 1, max: 14 }), (drawn, seats) => {
      const before = drawn.filter((each) => isSeated(each.state)).length;
      expect(nextForOffer(drawn.toReversed(), seats, now)).toEqual(nextForOffer(drawn, seats, now));

      let round: Entry[] = drawn;
      for (let next = nextForOffer(round, seats, now); next; next = nextForOffer(round, seats, now)) {
        const { queueNo } = next;
        round = round.map((each) => (each.queueNo === queueNo ? { ...each, state: "offered" as const } : each));
      }
      expect(round.filter((each) => isSeated(each.state)).length).toBeLessThanOrEqual(Math.max(before, seats));
      expect(round).toHaveLength(drawn.length);
    }),
  );
});

/** Lets everyone confirm in some order, some never, and says who has a seat at the end. */
function afterConfirming(order: readonly number[], applicants: number, seats: number): number[] {
  let round = Array.from({ length: applicants }, (_, i) => entry(i + 1, "unconfirmed"));
  const set = (queueNo: number, state: Entry["state"]) => {
    round = round.map((each) => (each.queueNo === queueNo ? { ...each, state } : each));
  };
  for (const queueNo of order)
    set(queueNo, hasFreeSeat(round, { queueNo, seats: 1 }, seats, now) ? "placed" : "waitlisted");
  for (const { queueNo, state } of round) if (state === "unconfirmed") set(queueNo, "lapsed");
  for (let next = nextForOffer(round, seats, later); next; next = nextForOffer(round, seats, later))
    set(next.queueNo, "placed");
  return round.filter((each) => each.state === "placed").map((each) => each.queueNo);
}

test("the lowest numbers that confirm in time get the seats, in whatever order they confirm (R119)", () => {
  const applicants = fc.integer({ min: 1, max: 20 });
  const drawn = applicants.chain((count) =>
    fc.tuple(fc.constant(count), fc.shuffledSubarray(Array.from({ length: count }, (_, i) => i + 1))),
  );
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 12 }), ([count, order], seats) => {
      const expected = order.toSorted((a, b) => a - b).slice(0, seats);
      expect(afterConfirming(order, count, seats)).toEqual(expected);
    }),
  );
});
