import { expect, test } from "vitest";
import { ItemWish, Later, NewItem, Order } from "#features/meetings/agenda/agenda-wish.ts";
import {
  addItem,
  changeItem,
  moveToLater,
  orderAgenda,
  removeItem,
} from "#features/meetings/agenda/arranging/commands.ts";
import { agendaOf, postponedFrom } from "#features/meetings/agenda/queries.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");

/** Two meetings ahead of a network with a secretary and a member, and a matter that comes back to the next one. */
async function twoMeetings() {
  const unit = await organisation();
  const body = await meetings.body(unit);
  const [rut, bo] = [await person({ name: "Rut Åberg" }), await person({ name: "Bo Ek" })];
  await meetings.sits(body, rut, "secretary");
  await meetings.sits(body, bo);
  const next = await meetings.meeting(unit, [body], { day: someDay.add({ days: 7 }) });
  const later = await meetings.meeting(unit, [body], { day: someDay.add({ days: 37 }) });
  const matter = await meetings.matter(body, { title: "Bostäder" });
  const secretary = await actor(rut);
  const agenda = async (slug: string, today = someDay) => agendaOf(db, await meetingInside(db, secretary, slug, today));
  const titles = async (slug: string, today = someDay) => (await agenda(slug, today)).map(({ title }) => title);
  const add = (title: string) => addItem(db, secretary, now, next.slug, NewItem.parse({ title }));
  return { unit, body, next, later, matter, secretary, member: await actor(bo), agenda, titles, add };
}

test("what is added stands last and what has come back is written down before it; it is changed and taken away", async () => {
  const { next, secretary, agenda, titles, add } = await twoMeetings();
  const entry = await add("Laget runt");
  expect(await titles(next.slug)).toEqual(["Bostäder", "Laget runt"]);
  const wish = ItemWish.parse({ title: "Rundan", minutes: "20", presenter: "Bo Ek" });
  await changeItem(db, secretary, now, { slug: next.slug, entry }, wish);
  expect((await agenda(next.slug))[1]).toMatchObject({ title: "Rundan", minutes: 20, presenter: "Bo Ek" });
  await removeItem(db, secretary, now, { slug: next.slug, entry });
  expect(await titles(next.slug)).toEqual(["Bostäder"]);
});

test("a matter is changed by its own id before anybody has written it down, and is not taken away", async () => {
  const { next, matter, secretary, agenda } = await twoMeetings();
  const where = { slug: next.slug, entry: matter.id };
  await expect(removeItem(db, secretary, now, where)).rejects.toMatchObject({ code: "agenda.matter_stays" });
  await changeItem(db, secretary, now, where, ItemWish.parse({ title: "Bostäder för unga" }));
  expect(await agenda(next.slug)).toMatchObject([{ title: "Bostäder för unga", matter: { id: matter.id } }]);
});

test("the entries stand in the order that is asked for", async () => {
  const { next, matter, secretary, titles, add } = await twoMeetings();
  const [one, two] = [await add("Ett"), await add("Två")];
  const entries = [two, matter.id, one].map((id, at) => ({ id, place: at + 1 }));
  await orderAgenda(db, secretary, now, next.slug, Order.parse({ entries }));
  expect(await titles(next.slug)).toEqual(["Två", "Bostäder", "Ett"]);
});

test("what is moved to a named meeting stands there and nowhere else (R213)", async () => {
  const { next, later, matter, secretary, titles } = await twoMeetings();
  await moveToLater(db, secretary, now, { slug: next.slug, entry: matter.id }, Later.parse({ to: later.id }));
  expect([await titles(next.slug), await titles(later.slug)]).toEqual([[], ["Bostäder"]]);
});

test("a matter put off to the next time is told here and comes back by itself there (R213)", async () => {
  const { next, later, matter, secretary, titles } = await twoMeetings();
  await moveToLater(db, secretary, now, { slug: next.slug, entry: matter.id }, Later.parse({ to: "next" }));
  expect([await titles(next.slug), await postponedFrom(db, next.id)]).toEqual([[], ["Bostäder"]]);
  expect(await titles(later.slug)).toEqual([]);
  expect(await titles(later.slug, someDay.add({ days: 8 }))).toEqual(["Bostäder"]);
});

test("nothing is moved back in time, to others' meetings, or to the next time without being a matter", async () => {
  const { unit, next, later, matter, secretary, titles, add } = await twoMeetings();
  const entry = await add("Laget runt");
  const others = await meetings.meeting(unit, [await meetings.body(unit)], { day: someDay.add({ days: 40 }) });
  const refused = { kind: "invalid" };
  const move = (slug: string, id: string, to: string) =>
    moveToLater(db, secretary, now, { slug, entry: id }, Later.parse({ to }));
  await expect(move(next.slug, matter.id, others.id)).rejects.toMatchObject(refused);
  await expect(move(next.slug, matter.id, next.id)).rejects.toMatchObject(refused);
  await expect(move(next.slug, entry, "next")).rejects.toMatchObject(refused);
  expect([await titles(next.slug), await titles(later.slug)]).toEqual([["Bostäder", "Laget runt"], []]);
});

test("only whoever runs a body arranges, and only what is ahead", async () => {
  const { next, secretary, member, titles, add } = await twoMeetings();
  await add("Laget runt");
  const item = NewItem.parse({ title: "Mitt" });
  await expect(addItem(db, member, now, next.slug, item)).rejects.toMatchObject({ kind: "forbidden" });
  const stranger = await actor(await person());
  await expect(addItem(db, stranger, now, next.slug, item)).rejects.toMatchObject({ kind: "not_found" });
  await ownerDb.updateTable("meeting").set({ state: "held" }).where("id", "=", next.id).execute();
  await expect(addItem(db, secretary, now, next.slug, item)).rejects.toMatchObject({ code: "meeting.is_held" });
  expect(await titles(next.slug)).toEqual(["Bostäder", "Laget runt"]);
});
