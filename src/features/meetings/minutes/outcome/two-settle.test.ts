import { expect, test } from "vitest";
import { beginMinutes } from "#features/meetings/minutes/commands.ts";
import { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import { settleItem } from "#features/meetings/minutes/outcome/commands.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { formsIn } from "../../../../../test/forms-in.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given as sentences, someDay } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();

/** A meeting of a network whose chair and secretary both write in its only item. */
async function twoWriters() {
  const network = await meetings.body(unit, { mandate: "Beslutar om länets uppdrag" });
  const [rut, eva] = [await given.person({ name: "Rut Ek" }), await given.person({ name: "Eva Holm" })];
  await meetings.sits(network, rut, "secretary");
  await meetings.sits(network, eva, "chair");
  const { id, slug } = await meetings.meeting(unit, [network]);
  await ownerDb
    .insertInto("agenda_item")
    .values({ id: newId(), meeting_id: id, position: 0, title: "Yrkesresan", comes_from: "added" })
    .execute();
  const [secretary, chair] = [await given.actor(rut), await given.actor(eva)];
  await beginMinutes(db, secretary, now, slug);
  const item = async () => {
    const [part] = await minutesOf(db, await meetingInside(db, secretary, slug, someDay));
    return part!.items[0]!;
  };
  const where = { slug, itemId: (await item()).id };
  return {
    item,
    where,
    secretary,
    chair,
    address: `/mote/${slug}/anteckningar/punkt/${where.itemId}/utfall`,
    opens: async (id: PersonId) => visitor(app, url, await signedIn(id)),
    rut,
    eva,
  };
}
const decision = (outcome: string, mark = "") => ItemOutcome.parse({ mark, kind: "decision", details: { outcome } });
const parked = (mark = "") =>
  ItemOutcome.parse({ mark, kind: "parked", details: { until: "open", reason: "Utredningen är inte klar" } });
const commission = (deliverables: readonly object[], mark = "") =>
  ItemOutcome.parse({ mark, kind: "commission", details: { outcome: "Ta fram ett förslag", deliverables } });

test("of two who say at once what came of an item the later is told, and the first one's stands (R217)", async () => {
  const { item, where, secretary, chair } = await twoWriters();
  const both = await Promise.allSettled([
    settleItem(db, secretary, now, where, decision("Vi är med")),
    settleItem(db, chair, now, where, parked()),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const isFirst = both[0].status === "fulfilled";
  expect(both[isFirst ? 1 : 0]).toMatchObject({ reason: { kind: "conflict", code: "minutes.settled_meanwhile" } });
  expect(await item()).toMatchObject(
    isFirst ? { kind: "decision", outcome: "Vi är med", reason: null } : { kind: "parked", outcome: null },
  );
  const deeds = await ownerDb
    .selectFrom("audit_record")
    .where("about", "=", where.itemId)
    .where("what", "=", "meetings.minutes_item_settled")
    .select("what")
    .execute();
  expect(deeds).toHaveLength(1);
});

test("whoever has seen what stands may say something else", async () => {
  const { item, where, secretary, chair } = await twoWriters();
  await settleItem(db, secretary, now, where, decision("Vi är med"));
  const { outcomeMark } = await item();
  await settleItem(db, chair, now, where, parked(outcomeMark));
  expect(await item()).toMatchObject({ kind: "parked", outcome: null });
  // The mark is spent: what stands is another now.
  await expect(settleItem(db, secretary, now, where, decision("Vi väntar", outcomeMark))).rejects.toMatchObject({
    code: "minutes.settled_meanwhile",
  });
});

test("the same sent twice is the same, and a part that was added is another", async () => {
  const { item, where, secretary } = await twoWriters();
  await settleItem(db, secretary, now, where, commission([{ text: "Ett namn" }]));
  await settleItem(db, secretary, now, where, commission([{ text: "Ett namn" }]));
  const more = [{ text: "Ett namn" }, { text: "Vad det kostar" }];
  await expect(settleItem(db, secretary, now, where, commission(more))).rejects.toMatchObject({
    code: "minutes.settled_meanwhile",
  });
  expect((await item()).deliverables).toEqual([{ text: "Ett namn", dueOn: null }]);
});

test("on the page what was typed is kept, what stands is shown, and saving again holds", async () => {
  const { item, where, secretary, address, opens, eva } = await twoWriters();
  const writes = await opens(eva);
  const page = await (await writes.open(`${address}?slag=decision`)).text();
  const asOpened = sentAgain(page);
  await settleItem(db, secretary, now, where, parked());

  // A form that lacks something is drawn again from the same reading: nobody has told its writer yet.
  const lacking = await (await writes.send(address, { ...asOpened, "details.outcome": "" })).text();
  expect(sentAgain(lacking)["mark"] ?? "").toBe("");
  const late = await writes.send(address, { ...asOpened, "details.outcome": "Vi är med" });
  const told = await late.text();
  expect(late.status).toBe(409);
  for (const words of ["Någon annan har skrivit vad det blev", "Ditt är kvar här och inte sparat", "Vi är med"])
    expect(told).toContain(words);
  expect(told).toContain("Utredningen är inte klar");
  expect(await item()).toMatchObject({ kind: "parked" });

  const again = await writes.send(address, { ...sentAgain(told), "details.outcome": "Vi är med" });
  expect(again.status).toBe(303);
  expect(await item()).toMatchObject({ kind: "decision", outcome: "Vi är med" });
});

/** The hidden fields of the form about the outcome, as a browser sends them. */
function sentAgain(page: string): Record<string, string> {
  const form = formsIn(page, "/").find(({ fields }) => fields.some(({ name }) => name === "mark"));
  const hidden = form?.fields.filter(({ name }) => name === "mark" || name === "kind") ?? [];
  return Object.fromEntries(hidden.map(({ name, values }) => [name, values[0] ?? ""]));
}
