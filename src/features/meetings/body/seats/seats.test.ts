import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { given } from "../../../../../test/given.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { knownPeople } from "#features/meetings/body/known-people/queries.ts";
import {
  addSeat,
  agreeToBeNamed,
  changeSeat,
  endHolding,
  endSeat,
  seatPerson,
} from "#features/meetings/body/seats/commands.ts";
import { holdingCalled, seatsOf } from "#features/meetings/body/seats/queries.ts";
import {
  holdsOn,
  LastDay,
  Naming,
  NewHolding,
  NewSeat,
  overlaps,
  SeatChange,
} from "#features/meetings/body/seats/seat.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const today = day("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const keeper = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
const as = (personId: PersonId): Actor => ({ ...nobody, personId, name: "Någon", via: "session" });
const seat = (over: object = {}) => NewSeat.parse({ kind: "member", function: "Någon från folkhälsan", ...over });
const rut = (over: object = {}) => NewHolding.parse({ name: "Rut Alm", email: "rut@example.se", ...over });
const last = (lastDay?: string) => LastDay.parse({ lastDay });

/** A body with one empty seat of a kind. */
async function stage(kind = "member") {
  const id = await meetings.body(unit);
  const { ids } = await addSeat(db, keeper, now, id, seat({ kind }));
  return { id, slug: `n-${id}`, seatId: ids[0]! };
}
const seats = (id: BodyId, actor: Actor = keeper) => seatsOf(db, actor, id);

describe("a seat", () => {
  test("is a function that may be empty, and speaks for an organisation (R059)", async () => {
    const { id, seatId } = await stage();
    expect(await seats(id)).toMatchObject([{ function: "Någon från folkhälsan", organisation: null, holdings: [] }]);
    const region = await organisation({ name: "Region Norr" });
    await changeSeat(db, keeper, now, seatId, SeatChange.parse({ function: "Folkhälsan", organisationId: region }));
    expect(await seats(id)).toMatchObject([{ function: "Folkhälsan", organisation: { name: "Region Norr" } }]);
  });

  test("for a service user comes with a second one when that is wished, and only for service users (R5.6)", async () => {
    const id = await meetings.body(unit);
    expect((await addSeat(db, keeper, now, id, seat({ kind: "userRepresentative", two: "on" }))).ids).toHaveLength(2);
    expect((await addSeat(db, keeper, now, id, seat({ kind: "userRepresentative" }))).ids).toHaveLength(1);
    expect((await addSeat(db, keeper, now, id, seat({ two: "on" }))).ids).toHaveLength(1);
  });

  test("is added and ended by those who run the body, never by a member or a stranger", async () => {
    const { id, seatId } = await stage();
    const member = await person();
    await meetings.sits(id, member);
    const before = await seats(id);
    for (const other of [as(member), as(await person())]) {
      await expect(addSeat(db, other, now, id, seat())).rejects.toMatchObject({ code: "body.not_yours" });
      await expect(seatPerson(db, other, now, seatId, rut())).rejects.toMatchObject({ code: "body.not_yours" });
      await expect(endSeat(db, other, now, seatId, last())).rejects.toMatchObject({ code: "body.not_yours" });
    }
    expect(await seats(id)).toEqual(before);
  });

  test("that ends takes the time of whoever sits there along, and both stay as history", async () => {
    const { id, seatId } = await stage();
    await seatPerson(db, keeper, now, seatId, rut({ validFrom: "2027-01-01" }));
    await endSeat(db, keeper, now, seatId, last("2027-03-17"));
    const [ended] = await seats(id);
    expect(ended?.endedOn?.toString()).toBe("2027-03-17");
    expect(ended?.holdings[0]).toMatchObject({ name: "Rut Alm" });
    expect(ended?.holdings[0]?.validTo?.toString()).toBe("2027-03-17");
    await expect(seatPerson(db, keeper, now, seatId, rut())).rejects.toMatchObject({ code: "body.seat_has_ended" });
  });

  test("does not end before somebody who is to begin there", async () => {
    const { seatId } = await stage();
    await seatPerson(db, keeper, now, seatId, rut({ validFrom: "2027-09-01" }));
    await expect(endSeat(db, keeper, now, seatId, last())).rejects.toMatchObject({
      problems: [{ path: "lastDay", code: "body.somebody_sits_later" }],
    });
  });
});

describe("somebody in a seat", () => {
  test("is the person with that address, or somebody new", async () => {
    const known = await person({ name: "Rut Alm-Berg", email: "rut.alm@example.se" });
    const { id, seatId } = await stage();
    await seatPerson(db, keeper, now, seatId, rut({ email: "RUT.ALM@example.se" }));
    expect(await seats(id, as(known))).toMatchObject([{ holdings: [{ name: "Rut Alm-Berg", isOwn: true }] }]);
  });

  test("is chosen among those who are known where the body is kept, and nobody else", async () => {
    const { id, seatId } = await stage();
    const before = await meetings.body(unit);
    const [known, nameless, stranger] = [await person({ name: "Ada" }), await person(), await person()];
    await meetings.sits(before, known);
    await meetings.sits(before, nameless, "userRepresentative");
    const chosen = (personId: PersonId) => NewHolding.parse({ personId });
    expect((await knownPeople(db, unit, today)).map((each) => each.id)).toContain(known);
    for (const other of [nameless, stranger])
      await expect(seatPerson(db, keeper, now, seatId, chosen(other))).rejects.toMatchObject({ kind: "not_found" });
    await seatPerson(db, keeper, now, seatId, chosen(known));
    expect(await seats(id)).toMatchObject([{ holdings: [{ name: "Ada" }] }]);
  });

  test("sits there alone as ordinary, and with any number of substitutes", async () => {
    const { seatId } = await stage();
    await seatPerson(db, keeper, now, seatId, rut());
    const bo = { name: "Bo Ek", email: "bo@example.se" };
    await expect(seatPerson(db, keeper, now, seatId, NewHolding.parse(bo))).rejects.toMatchObject({
      code: "body.seat_is_taken",
    });
    await seatPerson(db, keeper, now, seatId, NewHolding.parse({ ...bo, isSubstitute: "on" }));
    await expect(
      seatPerson(db, keeper, now, seatId, NewHolding.parse({ ...bo, isSubstitute: "on" })),
    ).rejects.toMatchObject({ code: "body.sits_there_already" });
  });

  test("is seated once when two press at once", async () => {
    const { id, seatId } = await stage();
    const tries = ["a", "b", "c"].map((each) =>
      seatPerson(db, keeper, now, seatId, NewHolding.parse({ name: each, email: `${each}@example.se` })),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await seats(id))[0]?.holdings).toHaveLength(1);
  });

  test("leaves in the middle of a period on a day, and the time before stays; another may follow the day after", async () => {
    const { id, seatId } = await stage();
    const period = { validFrom: "2027-01-01", validTo: "2028-12-31", source: "Beslut 12" };
    const { id: held } = await seatPerson(db, keeper, now, seatId, rut(period));
    await expect(endHolding(db, keeper, now, held, last("2026-12-31"))).rejects.toMatchObject({
      problems: [{ path: "lastDay", code: "body.ends_before_it_begins" }],
    });
    await endHolding(db, keeper, now, held, last("2027-03-17"));
    await expect(endHolding(db, keeper, now, held, last())).rejects.toMatchObject({ code: "body.has_left_already" });
    const next = { name: "Bo Ek", email: "bo@example.se" };
    await expect(
      seatPerson(db, keeper, now, seatId, NewHolding.parse({ ...next, validFrom: "2027-03-17" })),
    ).rejects.toMatchObject({ code: "body.seat_is_taken" });
    await seatPerson(db, keeper, now, seatId, NewHolding.parse({ ...next, validFrom: "2027-03-18" }));
    const [{ holdings }] = (await seats(id)) as [Awaited<ReturnType<typeof seats>>[number]];
    expect(holdings.map((each) => [each.name, holdsOn(each, today), each.source])).toEqual([
      ["Rut Alm", false, "Beslut 12"],
      ["Bo Ek", true, null],
    ]);
  });
});

describe("a service-user representative", () => {
  /** A body with Mona on its user seat. */
  async function withMona() {
    const made = await stage("userRepresentative");
    const mona = await person({ name: "Mona Sjö", email: `mona-${made.id}@example.se` });
    const meant = NewHolding.parse({ name: "Mona Sjö", email: `mona-${made.id}@example.se` });
    const { id: held } = await seatPerson(db, keeper, now, made.seatId, meant);
    const shown = async (actor: Actor) => (await seats(made.id, actor))[0]!.holdings[0]!.name;
    return { ...made, mona, held, shown };
  }

  test("is shown without a name to everybody, the keeper too, until they agree, and again when they take it back (law 3.1)", async () => {
    const { mona, held, shown } = await withMona();
    const colleague = as(await person());
    for (const reader of [keeper, colleague, as(mona)]) expect(await shown(reader)).toBeNull();
    await agreeToBeNamed(db, as(mona), now, held, Naming.parse({ agrees: "yes" }));
    for (const reader of [keeper, colleague]) expect(await shown(reader)).toBe("Mona Sjö");
    await agreeToBeNamed(db, as(mona), now, held, Naming.parse({ agrees: "no" }));
    for (const reader of [keeper, colleague]) expect(await shown(reader)).toBeNull();
  });

  test("is named by whoever runs the body only on their word, and by nobody else", async () => {
    const { id, held, shown } = await withMona();
    const member = await person();
    await meetings.sits(id, member);
    const said = Naming.parse({ agrees: true, onTheirWord: true });
    for (const other of [as(member), as(await person())])
      await expect(agreeToBeNamed(db, other, now, held, said)).rejects.toMatchObject({ code: "body.theirs_to_say" });
    await expect(agreeToBeNamed(db, keeper, now, held, Naming.parse({ agrees: true }))).rejects.toMatchObject({
      problems: [{ path: "onTheirWord", code: "body.on_their_word_only" }],
    });
    expect(await shown(keeper)).toBeNull();
    await agreeToBeNamed(db, keeper, now, held, said);
    expect(await shown(keeper)).toBe("Mona Sjö");
  });

  test("is told to whoever is to ask them, and not to a colleague", async () => {
    const { slug, held } = await withMona();
    const colleague = as(await person());
    expect((await holdingCalled(db, keeper, slug, held, today)).askedName).toBe("Mona Sjö");
    expect((await holdingCalled(db, colleague, slug, held, today)).askedName).toBeNull();
  });

  test("has a name for all their seats in the body or for none, and stays out of the log", async () => {
    const { id, mona, held } = await withMona();
    const again = await addSeat(db, keeper, now, id, seat({ kind: "userRepresentative", function: "Anhörig" }));
    const meant = NewHolding.parse({ name: "Mona", email: `mona-${id}@example.se`, isSubstitute: true });
    await seatPerson(db, keeper, now, again.ids[0]!, meant);
    await agreeToBeNamed(db, as(mona), now, held, Naming.parse({ agrees: true }));
    const names = (await seats(id)).flatMap(({ holdings }) => holdings.map(({ name }) => name));
    expect(names).toEqual(["Mona Sjö", "Mona Sjö"]);
    const log = await ownerDb.selectFrom("audit_record").where("about", "=", id).select("payload").execute();
    expect(JSON.stringify(log)).not.toContain(mona);
    expect(JSON.stringify(log)).not.toContain("Mona");
  });

  test("is the only one about whom it is asked", async () => {
    const { seatId } = await stage();
    const { id: held } = await seatPerson(db, keeper, now, seatId, rut());
    await expect(agreeToBeNamed(db, keeper, now, held, Naming.parse({ agrees: false }))).rejects.toMatchObject({
      code: "body.named_anyway",
    });
  });
});

test("no text about a seat takes a personal identity number, and nobody sits without a name", () => {
  expect(NewSeat.safeParse({ kind: "member", function: "191212121212" }).success).toBe(false);
  expect(NewHolding.safeParse({ name: "191212121212" }).success).toBe(false);
  expect(NewHolding.safeParse({ name: "Bo", source: "191212121212" }).success).toBe(false);
  expect(NewHolding.safeParse({ email: "bo@example.se" }).success).toBe(false);
});

test("two times overlap when they share a day, whichever is asked first", () => {
  const first = day("2027-01-01");
  const period = fc
    .tuple(fc.nat(60), fc.option(fc.nat(60)))
    .map(([from, length]) => ({ from, to: length === null ? null : from + length }));
  fc.assert(
    fc.property(period, period, (a, b) => {
      const dated = ({ from, to }: typeof a) => {
        return { validFrom: first.add({ days: from }), validTo: to === null ? null : first.add({ days: to }) };
      };
      const days = Array.from({ length: 130 }, (_, index) => first.add({ days: index }));
      const shared = days.some((each) => holdsOn(dated(a), each) && holdsOn(dated(b), each));
      expect(overlaps(dated(a), dated(b))).toBe(shared);
      expect(overlaps(dated(b), dated(a))).toBe(shared);
    }),
  );
});
