import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";
import { change } from "#platform/database/change.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { applyOutcome, type Outcome } from "#features/meetings/matter/outcome/commands.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await organisation();
const [network, council, heads] = [await meetings.body(unit), await meetings.body(unit), await meetings.body(unit)];
const secretary = await person({ name: "Sara Lind" });
await meetings.sits(network, secretary, "secretary");
const by = await actor(secretary);
const { id: meetingId } = await meetings.meeting(unit, [network, council], { state: "held" });
const at = noon("2027-03-20")();
const day = (text: string) => Temporal.PlainDate.from(text);

const outcome = (over: Partial<Outcome> & Pick<Outcome, "kind">): Outcome => ({
  meetingId,
  day: someDay,
  bodyId: network,
  concerns: [network],
  title: "Projektledare för yrkesresan",
  matterId: null,
  text: null,
  decidedBy: null,
  decidedByName: null,
  decidedOn: null,
  decidedDay: null,
  hasMandate: true,
  reviewOn: null,
  ownerPerson: null,
  ownerOrganisation: null,
  ownerName: null,
  dueOn: null,
  deliverables: [],
  reason: null,
  parkedUntil: null,
  parkedEvent: null,
  referTo: null,
  ...over,
});
const apply = (over: Partial<Outcome> & Pick<Outcome, "kind">) =>
  change(db, by, (tx) => applyOutcome(tx, by, at, outcome(over)));
const applied = async (over: Partial<Outcome> & Pick<Outcome, "kind">) => (await apply(over)) as MatterId;
const one = (id: MatterId) => ownerDb.selectFrom("matter").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
const stepsOf = async (id: MatterId) =>
  (await ownerDb.selectFrom("matter_step").where("matter_id", "=", id).orderBy("step_no").select("what").execute()).map(
    ({ what }) => what,
  );
const concerned = async (id: MatterId) =>
  (await ownerDb.selectFrom("matter_body").where("matter_id", "=", id).select("body_id").execute()).map(
    (row) => row.body_id,
  );

describe("what comes of an item", () => {
  test("is no matter when it was only told or talked about", async () => {
    expect(await apply({ kind: "information" })).toBeNull();
    expect(await apply({ kind: "discussion" })).toBeNull();
    expect(await ownerDb.selectFrom("matter").selectAll().execute()).toEqual([]);
  });

  test("leaves a matter as it was when it was talked about, with a line in its story", async () => {
    const { id } = await meetings.matter(network);
    await apply({ kind: "discussion", matterId: id, text: "Många frågor" });
    expect(await one(id)).toMatchObject({ state: "raised" });
    expect(await stepsOf(id)).toEqual(["discussed"]);
  });

  test("is continued (R211), and concerns every body of the common part", async () => {
    const id = await applied({ kind: "continued", concerns: [network, council] });
    expect(await one(id)).toMatchObject({ state: "continued", body_id: network, is_closed: false });
    expect((await concerned(id)).toSorted()).toEqual([network, council].toSorted());
    expect(await stepsOf(id)).toEqual(["raised", "continued"]);
  });

  test("is a commission with its parts, and a missing day stays missing (R212)", async () => {
    const owner = await person({ name: "Per Ask" });
    const deliverables = [
      { text: "Namn på projektledare", dueOn: null },
      { text: "Vad den kostar", dueOn: day("2027-05-01") },
    ];
    const text = "Återkomma med förslag";
    const id = await applied({ kind: "commission", text, ownerPerson: owner, deliverables });
    expect(await one(id)).toMatchObject({ state: "commissioned" });
    const commission = await ownerDb
      .selectFrom("commission")
      .where("matter_id", "=", id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(commission).toMatchObject({
      title: text,
      owner_person: owner,
      from_body: network,
      due_on: null,
      given_at: meetingId,
      state: "inProgress",
      origin: "regional",
    });
    const parts = await ownerDb
      .selectFrom("deliverable")
      .where("commission_id", "=", commission.id)
      .orderBy("position")
      .selectAll()
      .execute();
    expect(parts.map(({ text: said, due_on, state }) => [said, due_on?.toString() ?? null, state])).toEqual([
      ["Namn på projektledare", null, "waiting"],
      ["Vad den kostar", "2027-05-01", "waiting"],
    ]);
  });

  test("is something to report also where nobody divided a commission into parts", async () => {
    const id = await applied({ kind: "commission", ownerName: "Kansliet" });
    const parts = await ownerDb
      .selectFrom("deliverable as d")
      .innerJoin("commission as c", "c.id", "d.commission_id")
      .where("c.matter_id", "=", id)
      .select("d.text")
      .execute();
    expect(parts).toEqual([{ text: "Projektledare för yrkesresan" }]);
  });

  test("is parked until further notice, and somebody is asked about it in ninety days (R213)", async () => {
    const id = await applied({ kind: "parked", reason: "Väntar på utredningen" });
    const row = await one(id);
    expect(row).toMatchObject({ state: "parked", reason: "Väntar på utredningen", parked_until: null });
    expect(row.remind_on?.toString()).toBe("2027-06-18");
    const dated = await one(
      await applied({ kind: "parked", reason: "Efter semestern", parkedUntil: day("2027-08-20") }),
    );
    expect(dated.remind_on).toBeNull();
  });

  test("is decided by the body, or a position where it has no mandate", async () => {
    const decided = await one(await applied({ kind: "decision", text: "Vi börjar i höst" }));
    expect(decided).toMatchObject({ state: "decided", is_position: false, decided_by: network, is_closed: true });
    expect(decided.decided_on?.toString()).toBe("2027-03-18");
    const position = await applied({ kind: "decision", text: "Vi vill börja", hasMandate: false });
    expect(await one(position)).toMatchObject({ state: "decided", is_position: true });
    expect(await stepsOf(position)).toEqual(["raised", "positionTaken"]);
  });

  test("is a reference when somebody else decided, and a year nobody wrote stays unknown (R214)", async () => {
    const elsewhere = { kind: "decision", text: "Rådet godkändes", decidedDay: "--03-03" } as const;
    const named = await one(await applied({ ...elsewhere, decidedByName: "Socialchefsnätverket" }));
    expect(named).toMatchObject({
      state: "decidedElsewhere",
      decided_by: null,
      decided_by_name: "Socialchefsnätverket",
      decided_on: null,
      decided_day: "--03-03",
      is_position: false,
    });
    const here = await one(await applied({ ...elsewhere, decidedBy: heads, hasMandate: false }));
    expect(here).toMatchObject({ state: "decidedElsewhere", decided_by: heads, is_position: false });
  });

  test("comes to another body, which takes it over when it takes it up", async () => {
    const id = await applied({ kind: "referred", referTo: heads });
    expect(await one(id)).toMatchObject({ state: "referred", referred_to: heads, body_id: network });
    expect(await concerned(id)).toContain(heads);
    const met = await meetings.meeting(unit, [heads], { state: "held" });
    const taken = { kind: "continued", matterId: id, meetingId: met.id, bodyId: heads, concerns: [heads] } as const;
    await apply(taken);
    expect(await one(id)).toMatchObject({ state: "continued", referred_to: null, body_id: heads });
  });

  test("never lets a decision hide what was commissioned and has not come", async () => {
    const id = await applied({ kind: "commission", dueOn: day("2027-09-01") });
    await apply({ kind: "decision", matterId: id, text: "Vi gör så" });
    const row = await one(id);
    expect(row).toMatchObject({ state: "decided", is_closed: false });
    expect(row.review_on?.toString()).toBe("2027-09-01");
  });

  test("takes up again what had come to an end, in so many words", async () => {
    const { id } = await meetings.matter(network, { state: "dropped", reason: "Ingen tid" });
    await apply({ kind: "parked", matterId: id, reason: "Till våren", parkedUntil: day("2028-03-01") });
    expect(await one(id)).toMatchObject({ state: "parked", reason: "Till våren" });
    expect(await stepsOf(id)).toEqual(["takenUp", "parked"]);
  });

  test("leaves nothing behind of the state before", async () => {
    const id = await applied({ kind: "parked", reason: "Väntar", parkedEvent: "Propositionen kommer" });
    await apply({ kind: "continued", matterId: id });
    expect(await one(id)).toMatchObject({ reason: null, parked_event: null, remind_on: null, parked_until: null });
  });

  test("counts from the day it is written down where the notes do not say when they met (R167)", async () => {
    const id = await applied({ kind: "continued", day: null });
    const row = await one(id);
    expect(row.since.toString()).toBe("2027-03-20");
    expect(row.raised_on).toBeNull();
  });

  test("gives two matters of one name an address each", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => applied({ kind: "continued", title: "Samma namn" })));
    const slugs = await Promise.all(ids.map(async (id) => (await one(id)).slug));
    expect(slugs.toSorted()).toEqual(["samma-namn", "samma-namn-2", "samma-namn-3"]);
  });
});
