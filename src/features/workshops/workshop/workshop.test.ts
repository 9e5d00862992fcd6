import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "#features/workshops/workshop/asking/commands.ts";
import {
  closeWorkshop,
  endRound,
  goOnWithWorkshop,
  openWorkshop,
  openWorkshopAgain,
  pauseWorkshop,
  putQuestion,
  showOnScreen,
} from "#features/workshops/workshop/commands.ts";
import { addLeader, removeLeader } from "#features/workshops/workshop/leaders/commands.ts";
import { openRoundOf } from "#features/workshops/workshop/leading/queries.ts";
import { addWorkshop, changeWorkshop, writeGroups } from "#features/workshops/workshop/preparing/commands.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import { workshopsListed } from "#features/workshops/workshop/register/queries.ts";
import { workshopSteps } from "#features/workshops/workshop/workshop-lifecycle.ts";
import { questionKinds, workshopStates } from "#features/workshops/workshop/workshop.ts";
import { Groups, NewQuestion, NewWorkshop, WorkshopChange } from "#features/workshops/workshop/workshop-words.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person, role, actor } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const holder = await someone("developmentLeader", { organisation: unit });
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const listed = { limit: 50 };

async function statesIn(table: string, column = "state"): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = ${table}::regclass and conname = ${`${table}_${column}_check`}`.execute(ownerDb);
  return [...(rows[0]?.text ?? "").matchAll(/'([A-Za-z]+)'/gu)].map(([, state]) => state ?? "").toSorted();
}

async function prepared(over: Parameters<typeof workshops.workshop>[1] = { state: "open" }) {
  const room = await workshops.workshop(unit, over);
  const question = await workshops.question(room.id, "open", "Vad behöver vi veta?");
  return { ...room, question };
}

const inside = (slug: string, as: Actor = holder) => workshopInside(db, as, slug, someDay);
const text = (said: string, more = {}) => NewQuestion.parse({ kind: "open", text: said, ...more });

test("the database knows the same states and kinds as we do, and every state is come to by a step, save the first", async () => {
  expect(await statesIn("workshop")).toEqual(workshopStates.toSorted());
  expect(await statesIn("workshop_question", "kind")).toEqual(questionKinds.toSorted());
  const reached = new Set(Object.values(workshopSteps).map(({ to }) => to));
  expect(workshopStates.filter((state) => !reached.has(state))).toEqual(["draft"]);
});

test("a workshop is begun by whoever holds them for the organisation, and by nobody else", async () => {
  const wish = NewWorkshop.parse({ organisationId: unit, title: "Innan vi inför", device: "group" });
  await expect(addWorkshop(db, stranger, now, wish)).rejects.toMatchObject({ code: "workshop.not_yours_to_hold" });
  const { slug } = await addWorkshop(db, holder, now, wish);
  expect(await inside(slug)).toMatchObject({ workshop: { state: "draft", version: 1 }, can: { lead: true } });
  const again = await addWorkshop(db, holder, now, wish);
  expect(again.slug).toBe(`${slug}-2`);
});

test("a workshop at a meeting is held with the bodies that meet, when none are chosen", async () => {
  const body = await meetings.body(unit);
  const { id } = await meetings.meeting(unit, [body], { day: someDay });
  await meetings.sits(body, holder.personId, "secretary");
  const wish = NewWorkshop.parse({ organisationId: unit, title: "På mötet", device: "person", meetingId: id });
  const { slug } = await addWorkshop(db, holder, now, wish);
  expect((await inside(slug)).bodies.map((each) => each.id)).toEqual([body]);
});

test("others do not see that it is there; those who sit in its bodies read it when it is closed", async () => {
  const body = await meetings.body(unit);
  const member = await person();
  await meetings.sits(body, member);
  const seated = await actor(member);
  const room = await workshops.workshop(unit, { state: "open" }, [body]);
  for (const who of [stranger, seated])
    await expect(inside(room.slug, who)).rejects.toMatchObject({ kind: "not_found" });
  expect((await workshopsListed(db, seated, someDay, listed)).count).toBe(0);
  await closeWorkshop(db, holder, now, room.slug);
  expect(await inside(room.slug, seated)).toMatchObject({ can: { lead: false, read: true } });
  expect((await workshopsListed(db, seated, someDay, listed)).workshops).toMatchObject([{ leads: false }]);
  await expect(openWorkshopAgain(db, seated, now, room.slug)).rejects.toMatchObject({ code: "workshop.not_yours" });
  await expect(inside(room.slug, stranger)).rejects.toMatchObject({ kind: "not_found" });
});

test("whoever is named leads it without holding workshops, and no longer when they are taken away", async () => {
  const room = await prepared();
  const named = await person({ email: "nina@example.se" });
  await expect(addLeader(db, holder, now, room.slug, { email: "nina@example.se" })).rejects.toMatchObject({
    problems: [{ code: "workshop.nobody_with_address" }],
  });
  await role(named, "guest", { organisation: unit });
  await addLeader(db, holder, now, room.slug, { email: "nina@example.se" });
  const leader = await actor(named);
  await pauseWorkshop(db, leader, now, room.slug);
  await removeLeader(db, holder, now, room.slug, named);
  await expect(inside(room.slug, leader)).rejects.toMatchObject({ kind: "not_found" });
});

test("a code is new when it is opened again, and free when it is closed", async () => {
  const room = await prepared({ state: "draft" });
  await openWorkshop(db, holder, now, room.slug);
  expect((await inside(room.slug)).workshop.joinCode).toBe(room.code);
  await closeWorkshop(db, holder, now, room.slug);
  expect((await inside(room.slug)).workshop.joinCode).toBeNull();
  await openWorkshopAgain(db, holder, now, room.slug);
  expect((await inside(room.slug)).workshop.joinCode).toMatch(/^[A-HJ-NP-Z2-9]{6}$/u);
});

test("closing ends what is asked and forgets the telephones, but no answer", async () => {
  const { id, slug, question } = await prepared();
  const round = await workshops.round(id, question.id);
  const device = await workshops.device(id);
  await workshops.answer(id, question.id, { text: "Vem leder?" }, { round, device: device.id });
  await closeWorkshop(db, holder, now, slug);
  expect(await openRoundOf(db, id)).toBeUndefined();
  const left = await ownerDb.selectFrom("workshop_answer").where("workshop_id", "=", id).selectAll().execute();
  expect(left).toMatchObject([{ text: "Vem leder?", device_id: null }]);
  expect(await ownerDb.selectFrom("workshop_device").where("workshop_id", "=", id).execute()).toEqual([]);
  await expect(pauseWorkshop(db, holder, now, slug)).rejects.toMatchObject({ code: "workshop.not_now" });
});

test("the same question put again is a new round, and what was asked before ends", async () => {
  const { id, slug, question } = await prepared();
  const first = await putQuestion(db, holder, now, slug, { questionId: question.id, seconds: 60 });
  const second = await putQuestion(db, holder, now, slug, { questionId: question.id, seconds: null });
  expect([first.roundNo, second.roundNo]).toEqual([1, 2]);
  expect(await openRoundOf(db, id)).toMatchObject({ roundNo: 2, closesAt: null });
  expect((await inside(slug)).workshop).toMatchObject({ screenShows: "question", screenQuestion: question.id });
  await endRound(db, holder, now, slug);
  expect((await inside(slug)).workshop).toMatchObject({ screenShows: "results" });
  await expect(endRound(db, holder, now, slug)).rejects.toMatchObject({ code: "workshop.nothing_asked" });
});

test("a time to answer in stands still while the workshop rests", async () => {
  const { id, slug, question } = await prepared();
  await putQuestion(db, holder, now, slug, { questionId: question.id, seconds: 60 });
  await pauseWorkshop(db, holder, () => now().add({ seconds: 20 }), slug);
  await goOnWithWorkshop(db, holder, () => now().add({ minutes: 10 }), slug);
  const round = await openRoundOf(db, id);
  expect(round?.closesAt?.toString()).toBe(
    now()
      .add({ seconds: 60 + 580 })
      .toString(),
  );
});

test("every change that the room must see raises its version by one", async () => {
  const { slug, question } = await prepared({ state: "draft" });
  const version = async () => (await inside(slug)).workshop.roomVersion;
  const steps = [
    () => openWorkshop(db, holder, now, slug),
    () => putQuestion(db, holder, now, slug, { questionId: question.id, seconds: null }),
    () => endRound(db, holder, now, slug),
    () => showOnScreen(db, holder, now, slug, { shows: "joining", questionId: null }),
    () => pauseWorkshop(db, holder, now, slug),
    () => closeWorkshop(db, holder, now, slug),
  ];
  for (const [done, take] of steps.entries()) {
    await take();
    expect(await version()).toBe(done + 1);
  }
});

test("a question that was put stands as it was put; one that was not can be changed, moved and taken away", async () => {
  const { slug, question } = await prepared();
  const { id } = await addQuestion(db, holder, now, slug, text("En till?"));
  await changeQuestion(
    db,
    holder,
    now,
    slug,
    id,
    NewQuestion.parse({ kind: "single", text: "Vilken?", options: ["A", "B"] }),
  );
  await moveQuestion(db, holder, now, slug, id, { towards: "up" });
  expect((await inside(slug)).questions.map((each) => [each.text, each.options.length])).toEqual([
    ["Vilken?", 2],
    ["Vad behöver vi veta?", 0],
  ]);
  await putQuestion(db, holder, now, slug, { questionId: question.id, seconds: null });
  await expect(changeQuestion(db, holder, now, slug, question.id, text("Annat?"))).rejects.toMatchObject({
    code: "workshop.question_was_put",
  });
  await expect(removeQuestion(db, holder, now, slug, question.id)).rejects.toMatchObject({ kind: "conflict" });
  await removeQuestion(db, holder, now, slug, id);
  expect((await inside(slug)).questions).toHaveLength(1);
});

test("a group that somebody has come in for keeps its place, under another name if that is wished", async () => {
  const { id, slug } = await prepared();
  const north = await workshops.group(id, "Norr");
  await workshops.device(id, north);
  await writeGroups(db, holder, now, slug, Groups.parse({ groups: [{ id: north, name: "Nord" }, { name: "Söder" }] }));
  expect((await inside(slug)).groups.map(({ name }) => name)).toEqual(["Nord", "Söder"]);
  await expect(writeGroups(db, holder, now, slug, { groups: [] })).rejects.toMatchObject({
    code: "workshop.group_in_use",
  });
  expect(Groups.safeParse({ groups: [{ name: "Norr" }, { name: "norr" }] }).success).toBe(false);
});

test("once it has been open nobody changes what the participants were promised", async () => {
  const { slug } = await prepared({ state: "open", is_anonymous: true, device: "person" });
  const change = (over: object) =>
    changeWorkshop(
      db,
      holder,
      now,
      slug,
      WorkshopChange.parse({ title: "Nytt namn", device: "person", isAnonymous: true, version: 1, ...over }),
    );
  await expect(change({ isAnonymous: false })).rejects.toMatchObject({ problems: [{ path: "isAnonymous" }] });
  await expect(change({ device: "group" })).rejects.toMatchObject({ problems: [{ path: "device" }] });
  await change({});
  await expect(change({})).rejects.toMatchObject({ code: "workshop.changed_meanwhile" });
});

test("a question says what belongs to its kind and no more, and no text holds a personal number", () => {
  expect(text("Vad?", { options: ["A", "B"], scaleLow: 1 })).toMatchObject({ options: [], scaleLow: null, most: 5 });
  expect(NewQuestion.safeParse({ kind: "ranking", text: "Ordna", options: ["A"] }).success).toBe(false);
  expect(NewQuestion.safeParse({ kind: "single", text: "Välj", options: ["Ja", "ja"] }).success).toBe(false);
  expect(NewQuestion.safeParse({ kind: "scale", text: "Hur?", scaleLow: 0, scaleHigh: 40 }).success).toBe(false);
  expect(NewQuestion.safeParse({ kind: "open", text: "Vad hände 191212121212?" }).success).toBe(false);
});
