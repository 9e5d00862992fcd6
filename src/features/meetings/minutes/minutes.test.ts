import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { addItem, beginMinutes, chooseNoteTakers } from "#features/meetings/minutes/commands.ts";
import { addToMinutes, adjustMinutes, askToAdjust, finishPart } from "#features/meetings/minutes/finishing/commands.ts";
import { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import { Finishing, ItemWriting, NewAddition, NewItem } from "#features/meetings/minutes/minutes-words.ts";
import { settleItem } from "#features/meetings/minutes/outcome/commands.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";
import { otherTextsOf } from "#features/meetings/minutes/writing/queries.ts";
import { takeItem, writeItem } from "#features/meetings/minutes/writing/commands.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { actorWith, noon } from "../../../../test/given-rounds.ts";
import { given as sentences, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();
const now = noon(someDay.toString());
const as = (id: PersonId) => actorWith([], {}, id) as Actor & { personId: PersonId };

async function sits(
  body: BodyId,
  name: string,
  kind: "chair" | "secretary" | "member" | "userRepresentative" = "member",
) {
  const id = await given.person({ name });
  await meetings.sits(body, id, kind);
  return as(id);
}

/** Two networks that meet together: each with a secretary, and somebody who sits in one of them only. */
async function joint(over: Parameters<typeof meetings.body>[1] = {}) {
  const [first, second] = [await meetings.body(unit, over), await meetings.body(unit)];
  const rut = await sits(first, "Rut Forsén", "secretary");
  const bo = await sits(first, "Bo Lind");
  const eva = await sits(second, "Eva Holm", "secretary");
  const met = await meetings.meeting(unit, [first, second]);
  await ownerDb
    .insertInto("agenda_item")
    .values([
      { id: newId(), meeting_id: met.id, position: 0, title: "Yrkesresan", comes_from: "added" },
      { id: newId(), meeting_id: met.id, position: 1, title: "Eget", body_id: first, comes_from: "added" },
    ])
    .execute();
  await beginMinutes(db, rut, now, met.slug);
  const read = async (who: Actor) => minutesOf(db, await meetingInside(db, who, met.slug, someDay));
  const [common, own] = await read(rut);
  return {
    ...met,
    first,
    second,
    rut,
    bo,
    eva,
    read,
    common: { slug: met.slug, partId: common!.id },
    own: { slug: met.slug, partId: own!.id },
    item: { slug: met.slug, itemId: common!.items[0]!.id },
    ownItem: { slug: met.slug, itemId: own!.items[0]!.id },
  };
}

const writing = (over: object) => ItemWriting.parse({ body: "", basedOn: 0, ...over });
const finishing = Finishing.parse({});
const deeds = async (about: string) =>
  (await ownerDb.selectFrom("audit_record").where("about", "=", about).select("what").execute()).map(
    ({ what }) => what,
  );

test("begun, a joint meeting has a common part and one for each body, with what is on its agenda (R210)", async () => {
  const { rut, eva, read, slug, id } = await joint();
  await beginMinutes(db, eva, now, slug);
  const headings = (await read(rut)).map(({ bodyId, items }) => [bodyId === null, items.map(({ heading }) => heading)]);
  expect(headings).toEqual([
    [true, ["Yrkesresan"]],
    [false, ["Eget"]],
  ]);
  expect((await read(eva)).map(({ items }) => items.length)).toEqual([1, 0]);
  const meeting = await ownerDb.selectFrom("meeting").where("id", "=", id).select("state").executeTakeFirst();
  expect(meeting).toEqual({ state: "held" });
});

test("working parts are for those who sit, final ones for those who keep the body too", async () => {
  const { read, own, rut, eva } = await joint();
  const keeper = await given.someone("developmentLeader", { organisation: unit });
  expect(keeper.reach.has("bodies:manage")).toBe(true);
  expect(await read(keeper)).toEqual([]);
  await expect(writeItem(db, keeper, now, { slug: own.slug, itemId: own.partId }, writing({}))).rejects.toMatchObject({
    kind: "not_found",
  });
  await finishPart(db, rut, now, own, finishing);
  expect((await read(keeper)).map(({ id }) => id)).toEqual([own.partId]);
  expect((await read(eva)).some(({ id }) => id === own.partId)).toBe(false);
});

test("three write at once in different items and the same one, and nothing is lost (R217)", async () => {
  const { common, item, rut, bo, eva, read, id } = await joint();
  await chooseNoteTakers(db, rut, now, common, { people: [bo.personId, eva.personId] });
  const key = newId();
  await addItem(db, bo, now, common, NewItem.parse({ key, heading: "Övrigt" }));
  const other = { slug: common.slug, itemId: key as string };
  await Promise.all([
    writeItem(db, rut, now, item, writing({ body: "Rut", hand: randomUUID(), turn: 1 })),
    writeItem(db, eva, now, item, writing({ body: "Eva", hand: randomUUID(), turn: 1 })),
    writeItem(db, bo, now, other, writing({ body: "Bo", hand: randomUUID(), turn: 1 })),
  ]);
  const items = (await read(rut))[0]!.items;
  const beside = await otherTextsOf(db, id, items[0]!.id);
  expect([items[0]!.body, ...beside.map(({ body }) => body)].toSorted()).toEqual(["Eva", "Rut"]);
  expect(items[1]).toMatchObject({ body: "Bo" });
});

test("somebody whose seat ends in the middle writes no more, and their text stays (R217)", async () => {
  const { own, ownItem, rut, bo, read } = await joint();
  await expect(takeItem(db, bo, now, ownItem, false)).rejects.toMatchObject({ kind: "forbidden" });
  await chooseNoteTakers(db, rut, now, own, { people: [bo.personId] });
  await writeItem(db, bo, now, ownItem, writing({ body: "Innan platsen tog slut" }));
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ valid_to: someDay.subtract({ days: 1 }) })
    .where("person_id", "=", bo.personId)
    .execute();
  const late = writeItem(db, bo, now, ownItem, writing({ body: "Efter", basedOn: 1 }));
  await expect(late).rejects.toMatchObject({ kind: "not_found" });
  expect((await read(rut))[1]!.items[0]).toMatchObject({ body: "Innan platsen tog slut" });
});

const commission = {
  kind: "commission",
  details: {
    outcome: "Återkomma med förslag",
    ownerName: "FoU Länet",
    deliverables: [{ text: "Namn på projektledare" }, { text: "Vad det kostar" }],
  },
};

test("two who finish at once: one part, one commission, and the second is told that it is final (R212)", async () => {
  const { common, item, rut, eva, id, read } = await joint();
  await settleItem(db, rut, now, item, ItemOutcome.parse(commission));
  const both = await Promise.allSettled([
    finishPart(db, rut, now, common, finishing),
    finishPart(db, eva, now, common, finishing),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [refused] = both.filter((each) => each.status === "rejected");
  expect(refused?.reason).toMatchObject({ kind: "conflict", code: "minutes.already_final" });
  const commissions = await ownerDb.selectFrom("commission").where("given_at", "=", id).select("id").execute();
  expect(commissions).toHaveLength(1);
  const deliverables = await ownerDb
    .selectFrom("deliverable")
    .where("commission_id", "=", commissions[0]!.id)
    .orderBy("position")
    .select(["text", "due_on"])
    .execute();
  expect(deliverables).toEqual([
    { text: "Namn på projektledare", due_on: null },
    { text: "Vad det kostar", due_on: null },
  ]);
  expect((await read(rut))[0]!.items[0]!.matter).not.toBeNull();
  await expect(writeItem(db, rut, now, item, writing({ body: "Sent" }))).rejects.toMatchObject({
    code: "minutes.is_final",
  });
});

test("a decision without mandate is a position, and that it was so stands in the log (R218)", async () => {
  const { own, ownItem, rut, read } = await joint();
  await settleItem(db, rut, now, ownItem, ItemOutcome.parse({ kind: "decision", details: { outcome: "Vi är med" } }));
  await finishPart(db, rut, now, own, finishing);
  expect(await deeds(ownItem.itemId)).toContain("meetings.decided_without_mandate");
  const part = (await read(rut)).find(({ id }) => id === own.partId)!;
  expect(part).toMatchObject({ hadMandate: false, hadQuorum: null });
  const matter = await ownerDb
    .selectFrom("matter")
    .where("id", "=", part.items[0]!.matter!.id)
    .select(["state", "is_position"])
    .executeTakeFirst();
  expect(matter).toEqual({ state: "decided", is_position: true });
});

test("a decision without quorum is written, recorded as such and shown (R059)", async () => {
  const { own, ownItem, rut, read, first, id } = await joint({
    mandate: "Beslutar om verksamhetsplanen",
    quorum_of: "persons",
    quorum_count: 2,
  });
  await ownerDb
    .insertInto("attendance_at_meeting")
    .values({
      id: newId(),
      meeting_id: id,
      body_id: first,
      person_id: rut.personId,
      role: "member",
      state: "present",
      noted_at: now(),
    })
    .execute();
  await settleItem(db, rut, now, ownItem, ItemOutcome.parse({ kind: "decision", details: { outcome: "Vi är med" } }));
  await finishPart(db, rut, now, own, finishing);
  expect(await deeds(ownItem.itemId)).toContain("meetings.decided_without_quorum");
  expect(await deeds(ownItem.itemId)).not.toContain("meetings.decided_without_mandate");
  expect((await read(rut)).find((part) => part.id === own.partId)).toMatchObject({
    hadQuorum: false,
    hadMandate: true,
  });
});

test("a decision of another body keeps its day without a year, and is not ours (R214)", async () => {
  const { own, ownItem, rut, read } = await joint();
  const said = { outcome: "Rådet godkändes", decidedByName: "Chefsnätverket", decidedDay: "3 mars" };
  await settleItem(db, rut, now, ownItem, ItemOutcome.parse({ kind: "decision", details: said }));
  await finishPart(db, rut, now, own, finishing);
  expect(await deeds(ownItem.itemId)).not.toContain("meetings.decided_without_mandate");
  const [item] = (await read(rut)).find(({ id }) => id === own.partId)!.items;
  expect(item).toMatchObject({ decidedBy: "Chefsnätverket", decidedDay: "--03-03", decidedOn: null });
});

test("what a body asks for is asked: adjusters one by one, diary number, and that secrets were looked for", async () => {
  const { own, rut, bo, read } = await joint({ is_adjusted: true, has_diary: true, checks_secrecy: true });
  await expect(finishPart(db, rut, now, own, finishing)).rejects.toMatchObject({ code: "minutes.not_laid_before" });
  await askToAdjust(db, rut, now, own, { people: [bo.personId] });
  await expect(finishPart(db, rut, now, own, finishing)).rejects.toMatchObject({ code: "minutes.adjusters_left" });
  await expect(adjustMinutes(db, rut, now, own)).rejects.toMatchObject({ code: "minutes.not_your_adjusting" });
  await adjustMinutes(db, bo, now, own);
  const lacking = await finishPart(db, rut, now, own, finishing).catch((refusal: unknown) => refusal);
  expect(lacking).toMatchObject({ problems: [{ path: "diaryNumber" }, { path: "isSecrecyChecked" }] });
  await finishPart(db, rut, now, own, Finishing.parse({ diaryNumber: "FOU 2027/12", isSecrecyChecked: "yes" }));
  const part = (await read(rut)).find(({ id }) => id === own.partId);
  expect(part).toMatchObject({ state: "final", diaryNumber: "FOU 2027/12", secrecyCheckedBy: { name: "Rut Forsén" } });
});

test("after it is final a part is added to and never changed", async () => {
  const { own, ownItem, rut, bo, read } = await joint();
  const addition = NewAddition.parse({ key: randomUUID(), itemId: ownItem.itemId, text: "Det var den 4 april." });
  await expect(addToMinutes(db, rut, now, own, addition)).rejects.toMatchObject({ code: "minutes.not_final" });
  await finishPart(db, rut, now, own, finishing);
  await expect(addToMinutes(db, bo, now, own, addition)).rejects.toMatchObject({ kind: "forbidden" });
  await addToMinutes(db, rut, now, own, addition);
  await addToMinutes(db, rut, now, own, addition);
  const part = (await read(rut)).find(({ id }) => id === own.partId);
  expect(part?.additions.map(({ text, writtenBy }) => [text, writtenBy])).toEqual([
    ["Det var den 4 april.", "Rut Forsén"],
  ]);
});

test("a meeting that is called off or yet to come has no minutes", async () => {
  const body = await meetings.body(unit);
  const rut = await sits(body, "Rut Forsén", "secretary");
  const off = await meetings.meeting(unit, [body], { state: "calledOff", called_off_reason: "Sjukdom" });
  await expect(beginMinutes(db, rut, now, off.slug)).rejects.toMatchObject({ code: "minutes.called_off" });
  const ahead = await meetings.meeting(unit, [body], { day: someDay.add({ days: 1 }) });
  await expect(beginMinutes(db, rut, now, ahead.slug)).rejects.toMatchObject({ code: "minutes.not_yet" });
});

test("a user representative who has not agreed to be named takes notes by role and organisation", async () => {
  const { own, rut, read, first } = await joint();
  const vera = await sits(first, "Vera Ström", "userRepresentative");
  await chooseNoteTakers(db, rut, now, own, { people: [vera.personId] });
  const part = (await read(rut)).find(({ id }) => id === own.partId);
  expect(part?.noteTakers).toEqual([null]);
});
