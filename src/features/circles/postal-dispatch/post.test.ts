import { expect, test } from "vitest";
import { addDispatch, changeDispatch, removeDispatch } from "#features/circles/postal-dispatch/commands.ts";
import { DispatchWish } from "#features/circles/postal-dispatch/postal-dispatch.ts";
import { postOf } from "#features/circles/postal-dispatch/queries.ts";
import { erasePostalAddresses } from "#features/circles/postal-dispatch/retention/commands.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenRegistrations } from "../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const now = noon("2027-10-05");
const wish = (over: Record<string, unknown> = {}) => DispatchWish.parse({ contents: "Boken", ...over });
const erase = (day: string) => eraseDue(db, "postalAddress", dueAt(noon(day)(), 30), erasePostalAddresses);

async function roundByPost() {
  const round = await given.published(organiser, { material_by_post: true, asks_diet: true });
  await circle.confirmed(round.id, { name: "Asta Berg", postalAddress: "Ekvägen 1, 431 30 Mölndal" });
  await circle.confirmed(round.id, { name: "Bo Ceder", postalAddress: "Storgatan 2", diet: "vegetariskt" });
  return round;
}
const addresses = async (slug: string, at = now) =>
  (await postOf(db, planner, slug, at()))!.addressees.map(({ name, lines }) => [name, ...lines]);

test("those with a place stand in the list with their address, and those who wait or have left do not (R110)", async () => {
  const round = await roundByPost();
  await given.registration(round.id, { name: "Cim Dahl", state: "waitlisted" });
  await given.registration(round.id, { name: "Disa Ek", state: "withdrawn" });
  expect(await addresses(round.slug)).toEqual([
    ["Asta Berg", "Ekvägen 1", "431 30 Mölndal"],
    ["Bo Ceder", "Storgatan 2"],
  ]);
  expect(await postOf(db, await given.planner(await given.organiser()), round.slug, now())).toBeUndefined();
});

test("addresses are erased 30 days after the last dispatch, while the circle goes on; diet stays, and the count (R110)", async () => {
  const round = await roundByPost();
  await addDispatch(db, planner, now, round.id, wish({ sentOn: "2027-10-01", isLast: "on" }));
  expect(await erase("2027-10-30")).toBe(0);
  expect(await erase("2027-10-31")).toBe(2);
  expect(await erase("2027-10-31")).toBe(0);
  expect(await addresses(round.slug)).toEqual([["Asta Berg"], ["Bo Ceder"]]);
  const left = await ownerDb
    .selectFrom("registration_extra as x")
    .innerJoin("registration as r", "r.id", "x.registration_id")
    .where("r.round_id", "=", round.id)
    .select(["x.diet", "x.postal_address"])
    .execute();
  expect(left).toEqual([{ diet: "vegetariskt", postal_address: null }]);
  const deed = await ownerDb
    .selectFrom("audit_record")
    .where("what", "=", "circles.postal_addresses_erased")
    .where("about", "=", round.id)
    .select("payload")
    .executeTakeFirstOrThrow();
  expect(deed.payload).toEqual({ after: { postalAddress: 2 } });
});

test.each([
  ["no dispatch is the last", [{ sentOn: "2027-10-01" }]],
  ["the last is not sent", [{ isLast: "on" }]],
  ["more is meant to be sent after it", [{ sentOn: "2027-10-01", isLast: "on" }, {}]],
  ["more was sent after it", [{ sentOn: "2027-09-01", isLast: "on" }, { sentOn: "2027-10-05" }]],
])("addresses stay as long as %s", async (_, dispatches) => {
  const round = await roundByPost();
  for (const dispatch of dispatches) await addDispatch(db, planner, now, round.id, wish(dispatch));
  expect(await erase("2027-12-31")).toBe(0);
  expect((await addresses(round.slug))[0]).toEqual(["Asta Berg", "Ekvägen 1", "431 30 Mölndal"]);
});

test("the addresses of another circle are not touched", async () => {
  const [one, other] = [await roundByPost(), await roundByPost()];
  await addDispatch(db, planner, now, one.id, wish({ sentOn: "2027-10-01", isLast: "on" }));
  expect(await erase("2027-12-01")).toBe(2);
  expect((await addresses(other.slug))[0]).toHaveLength(3);
});

test("one dispatch is the last, also when two are made so at once", async () => {
  const round = await roundByPost();
  const ids = [
    await addDispatch(db, planner, now, round.id, wish()),
    await addDispatch(db, planner, now, round.id, wish()),
  ];
  await Promise.all(
    ids.map((id) => changeDispatch(db, planner, now, { roundId: round.id, id }, wish({ isLast: "on" }))),
  );
  const { dispatches } = (await postOf(db, planner, round.slug, now()))!;
  expect(dispatches.filter(({ isLast }) => isLast)).toHaveLength(1);
  await removeDispatch(db, planner, { roundId: round.id, id: ids[0]! });
  await expect(removeDispatch(db, planner, { roundId: round.id, id: ids[0]! })).rejects.toMatchObject({
    kind: "not_found",
  });
});

test("nothing has been sent on a day that has not been, and strangers write nothing down", async () => {
  const round = await roundByPost();
  const other = await roundByPost();
  await expect(addDispatch(db, planner, now, round.id, wish({ sentOn: "2027-10-06" }))).rejects.toMatchObject({
    problems: [{ path: "sentOn", code: "post.not_sent_yet" }],
  });
  const stranger = await given.planner(await given.organiser());
  await expect(addDispatch(db, stranger, now, round.id, wish())).rejects.toMatchObject({ kind: "forbidden" });
  const id = await addDispatch(db, planner, now, other.id, wish());
  await expect(changeDispatch(db, planner, now, { roundId: round.id, id }, wish())).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(DispatchWish.safeParse({ contents: "Till 191212121212" }).success).toBe(false);
});
