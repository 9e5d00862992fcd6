import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comesBack, type Waiting } from "#features/meetings/matter/coming-back.ts";
import { commissionStates, matterStates } from "#features/meetings/matter/matter.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const meeting = day("2027-03-18");
const here = "the body that meets";

const waiting = (over: Partial<Waiting> = {}): Waiting => ({
  state: "raised",
  isClosed: false,
  parkedUntil: null,
  eventCameOn: null,
  remindOn: null,
  reviewOn: null,
  referredTo: null,
  commissions: [],
  ...over,
});
type Commissioned = Waiting["commissions"][number];
const commission = (over: Partial<Commissioned> = {}): Commissioned => ({
  state: "inProgress",
  dueOn: null,
  deliverables: [],
  ...over,
});
const part = (dueOn: string | null, isWaiting = true) => ({ isWaiting, dueOn: dueOn === null ? null : day(dueOn) });

const cases: readonly { why: string; matter: Waiting; expected: string | undefined }[] = [
  { why: "raised: at the next meeting", matter: waiting(), expected: "raised" },
  { why: "to be continued (R211)", matter: waiting({ state: "continued" }), expected: "continued" },
  {
    why: "parked until a day that has not come",
    matter: waiting({ state: "parked", parkedUntil: day("2027-03-19") }),
    expected: undefined,
  },
  {
    why: "parked until the very day of the meeting",
    matter: waiting({ state: "parked", parkedUntil: meeting }),
    expected: "parked",
  },
  {
    why: "parked until an event that has come",
    matter: waiting({ state: "parked", eventCameOn: day("2027-03-01") }),
    expected: "parked",
  },
  {
    why: "parked until further notice, before it is time to ask (R213)",
    matter: waiting({ state: "parked", remindOn: day("2027-06-01") }),
    expected: undefined,
  },
  {
    why: "parked until further notice, when it is time to ask (R213)",
    matter: waiting({ state: "parked", remindOn: day("2027-03-18") }),
    expected: "parked",
  },
  {
    why: "commissioned with no day: flagged, and back every time (R212)",
    matter: waiting({ state: "commissioned", commissions: [commission({ deliverables: [part(null), part(null)] })] }),
    expected: "commission",
  },
  {
    why: "commissioned and not due",
    matter: waiting({ state: "commissioned", commissions: [commission({ dueOn: day("2027-05-01") })] }),
    expected: undefined,
  },
  {
    why: "one part due, another not",
    matter: waiting({
      state: "commissioned",
      commissions: [commission({ deliverables: [part("2027-05-01"), part("2027-03-18")] })],
    }),
    expected: "commission",
  },
  {
    why: "the part that was due is reported, the other not due",
    matter: waiting({
      state: "commissioned",
      commissions: [commission({ deliverables: [part("2027-05-01"), part("2027-03-01", false)] })],
    }),
    expected: undefined,
  },
  {
    why: "a part without a day of its own has the commission's",
    matter: waiting({
      state: "commissioned",
      commissions: [commission({ dueOn: day("2027-05-01"), deliverables: [part(null)] })],
    }),
    expected: undefined,
  },
  {
    why: "reported: for the body to hear, although its day has not come",
    matter: waiting({
      state: "commissioned",
      commissions: [commission({ state: "reported", dueOn: day("2027-05-01") })],
    }),
    expected: "commission",
  },
  {
    why: "declined: for the body to hear",
    matter: waiting({ state: "commissioned", commissions: [commission({ state: "declined" })] }),
    expected: "commission",
  },
  {
    why: "all commissions closed: for the body to say what became of it",
    matter: waiting({ state: "commissioned", commissions: [commission({ state: "closed" })] }),
    expected: "commission",
  },
  {
    why: "one of two commissions closed, the other not due",
    matter: waiting({
      state: "commissioned",
      commissions: [commission({ state: "closed" }), commission({ dueOn: day("2027-05-01") })],
    }),
    expected: undefined,
  },
  {
    why: "commissioned of nobody yet",
    matter: waiting({ state: "commissioned" }),
    expected: "commission",
  },
  {
    why: "parked for long, with a commission that is due",
    matter: waiting({
      state: "parked",
      parkedUntil: day("2028-01-01"),
      commissions: [commission({ dueOn: day("2027-03-01") })],
    }),
    expected: "commission",
  },
  { why: "referred here", matter: waiting({ state: "referred", referredTo: here }), expected: "referred" },
  { why: "referred to others", matter: waiting({ state: "referred", referredTo: "others" }), expected: undefined },
  {
    why: "decided, to be looked at later",
    matter: waiting({ state: "decided", reviewOn: day("2027-09-01") }),
    expected: undefined,
  },
  {
    why: "decided by somebody else, and the day to look at it has come",
    matter: waiting({ state: "decidedElsewhere", reviewOn: day("2027-03-17") }),
    expected: "review",
  },
  {
    why: "decided for good",
    matter: waiting({ state: "decided", isClosed: true, commissions: [commission()] }),
    expected: undefined,
  },
  { why: "dropped", matter: waiting({ state: "dropped", isClosed: true }), expected: undefined },
];

describe("a matter comes back", () => {
  test.each(cases)("$why", ({ matter, expected }) => {
    expect(comesBack(matter, here, meeting)).toBe(expected);
  });
});

const someDay = fc.integer({ min: 0, max: 400 }).map((days) => day("2027-01-01").add({ days }));
const maybeDay = fc.option(someDay, { nil: null });
const anyMatter: fc.Arbitrary<Waiting> = fc.record({
  state: fc.constantFrom(...matterStates),
  isClosed: fc.constant(false),
  parkedUntil: maybeDay,
  eventCameOn: maybeDay,
  remindOn: maybeDay,
  reviewOn: maybeDay,
  referredTo: fc.constantFrom(here, "others", null),
  commissions: fc.array(
    fc.record({
      state: fc.constantFrom(...commissionStates),
      dueOn: maybeDay,
      deliverables: fc.array(fc.record({ isWaiting: fc.boolean(), dueOn: maybeDay }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

test("what has come back once keeps coming back at every later meeting, as long as nobody says anything", () => {
  fc.assert(
    fc.property(anyMatter, someDay, fc.nat(300), (matter, first, later) => {
      fc.pre(comesBack(matter, here, first) !== undefined);
      expect(comesBack(matter, here, first.add({ days: later }))).toBeDefined();
    }),
  );
});

test("what is under way here comes back some day: nothing waits for ever", () => {
  const never = day("2100-01-01");
  fc.assert(
    fc.property(anyMatter, (matter) => {
      const isElsewhere = matter.state === "referred" && matter.referredTo !== here;
      const hasDay = matter.parkedUntil ?? matter.remindOn ?? matter.eventCameOn;
      const isOver = matter.state === "reviewed" || matter.state === "dropped";
      const isSettled = matter.state.startsWith("decided") && matter.reviewOn === null;
      if (isElsewhere || isOver || isSettled || (matter.state === "parked" && !hasDay)) return;
      expect(comesBack(matter, here, never)).toBeDefined();
    }),
  );
});

test("what is closed never does", () => {
  fc.assert(
    fc.property(anyMatter, someDay, (matter, on) => {
      expect(comesBack({ ...matter, isClosed: true }, here, on)).toBeUndefined();
    }),
  );
});
