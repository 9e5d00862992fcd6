import { describe, expect, test } from "vitest";
import type { PersonId } from "#kernel/ids.ts";
import { agendaOf } from "#features/meetings/agenda/queries.ts";
import { closeAgenda, settleAgenda } from "#features/meetings/agenda/commands.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);

async function twoNetworks() {
  const unit = await organisation();
  const one = await meetings.body(unit, { name: "Nätverket för barn och unga" });
  const other = await meetings.body(unit, { name: "Nätverket för funktionsstöd" });
  const rut: PersonId = await person({ name: "Rut Åberg" });
  await meetings.sits(one, rut, "secretary");
  await meetings.sits(other, rut);
  const agenda = async (slug: string, today = someDay) =>
    (await agendaOf(db, await meetingInside(db, await actor(rut), slug, today))).map(
      ({ id, bodyId, title, comesFrom, because }) => ({
        title,
        comesFrom,
        part: bodyId === null ? "common" : bodyId === one ? "one" : "other",
        isWritten: id !== null,
        why: because?.why,
      }),
    );
  return { unit, one, other, rut, agenda };
}

const settle = (id: MeetingId, at = noon("2027-03-18")()) => db.transaction().execute((tx) => settleAgenda(tx, id, at));
const openRows = (matterId: string) =>
  ownerDb
    .selectFrom("matter_on_agenda as o")
    .innerJoin("agenda_item as i", "i.id", "o.item_id")
    .where("o.matter_id", "=", matterId as never)
    .where("o.is_open", "=", true)
    .select("i.meeting_id as meeting")
    .execute();

describe("the agenda of a body's next meeting (R211-R214)", () => {
  test("holds what must come back, each thing with why, and nothing that need not yet", async () => {
    const { unit, one, agenda } = await twoNetworks();
    const { slug } = await meetings.meeting(unit, [one], { day: someDay.add({ days: 10 }) });
    await meetings.matter(one, { title: "Nyväckt" });
    await meetings.matter(one, { title: "Fortsätter", state: "continued" });
    await meetings.matter(one, {
      title: "Parkerad till en dag",
      state: "parked",
      reason: "Väntar",
      parked_until: someDay.add({ days: 10 }),
    });
    await meetings.matter(one, {
      title: "Parkerad till dagen efter",
      state: "parked",
      reason: "Väntar",
      parked_until: someDay.add({ days: 11 }),
    });
    await meetings.matter(one, {
      title: "Händelsen har kommit",
      state: "parked",
      reason: "Väntar",
      parked_event: "Lagen har börjat gälla",
      event_came_on: someDay,
    });
    await meetings.matter(one, { title: "Avslutad", state: "dropped", reason: "Inte aktuell" });
    expect(await agenda(slug)).toEqual([
      { title: "Händelsen har kommit", comesFrom: "parked", part: "one", isWritten: false, why: "eventCame" },
      { title: "Parkerad till en dag", comesFrom: "parked", part: "one", isWritten: false, why: "parkedUntil" },
      { title: "Fortsätter", comesFrom: "continued", part: "one", isWritten: false, why: "continued" },
      { title: "Nyväckt", comesFrom: "raised", part: "one", isWritten: false, why: "raised" },
    ]);
  });

  test("has a matter of several of the bodies that meet once, in the common part (R210)", async () => {
    const { unit, one, other, agenda } = await twoNetworks();
    const { slug, id } = await meetings.meeting(unit, [one, other], { day: someDay.add({ days: 10 }) });
    await meetings.matter(one, { title: "Bådas" }, [other]);
    await meetings.matter(other, { title: "Bara den andras" });
    const expected = (isWritten: boolean) => [
      { title: "Bådas", comesFrom: "raised", part: "common", isWritten, why: "raised" },
      { title: "Bara den andras", comesFrom: "raised", part: "other", isWritten, why: "raised" },
    ];
    expect(await agenda(slug)).toEqual(expected(false));
    await settle(id);
    await settle(id);
    expect(await agenda(slug)).toEqual(expected(true));
  });

  test("is only the next meeting's: a later one holds nothing until then", async () => {
    const { unit, one, agenda } = await twoNetworks();
    const next = await meetings.meeting(unit, [one], { day: someDay });
    const later = await meetings.meeting(unit, [one], { day: someDay.add({ days: 30 }) });
    await meetings.matter(one, { title: "Väntar" });
    expect([await agenda(next.slug), await agenda(later.slug)]).toMatchObject([[{ title: "Väntar" }], []]);
    await settle(later.id);
    expect(await agenda(later.slug)).toEqual([]);
    expect(await agenda(later.slug, someDay.add({ days: 1 }))).toMatchObject([{ title: "Väntar" }]);
  });

  test("takes over from a meeting that passed without minutes, and leaves what is being written", async () => {
    const { unit, one } = await twoNetworks();
    const passed = await meetings.meeting(unit, [one], { day: someDay });
    const { id: matter } = await meetings.matter(one);
    await settle(passed.id);
    const next = await meetings.meeting(unit, [one], { day: someDay.add({ days: 30 }) });
    await settle(next.id, noon("2027-03-18")());
    expect(await openRows(matter)).toEqual([{ meeting: passed.id }]);
    await settle(next.id, noon("2027-03-19")());
    expect(await openRows(matter)).toEqual([{ meeting: next.id }]);
  });

  test("gets back what its meeting did not finish when the part is closed", async () => {
    const { unit, one, agenda } = await twoNetworks();
    const held = await meetings.meeting(unit, [one], { day: someDay });
    await meetings.matter(one, { title: "Fortsätter", state: "continued" });
    await settle(held.id);
    await ownerDb.updateTable("meeting").set({ state: "held" }).where("id", "=", held.id).execute();
    const next = await meetings.meeting(unit, [one], { day: someDay.add({ days: 30 }) });
    expect(await agenda(next.slug)).toEqual([]);
    await db.transaction().execute((tx) => closeAgenda(tx, held.id, one));
    expect(await agenda(next.slug)).toMatchObject([{ title: "Fortsätter" }]);
  });

  test("the database itself refuses a matter on two open agendas of one body", async () => {
    const { unit, one } = await twoNetworks();
    const [first, second] = [await meetings.meeting(unit, [one]), await meetings.meeting(unit, [one])];
    const { id: matter } = await meetings.matter(one);
    await settle(first.id);
    const item = (id: MeetingId) => ({
      id: crypto.randomUUID() as never,
      meeting_id: id,
      body_id: one,
      position: 0,
      title: "Igen",
      comes_from: "raised" as const,
      matter_id: matter,
    });
    const again = item(second.id);
    await ownerDb.insertInto("agenda_item").values(again).execute();
    await expect(
      ownerDb.insertInto("matter_on_agenda").values({ item_id: again.id, matter_id: matter, body_id: one }).execute(),
    ).rejects.toThrow("matter_on_agenda_once");
  });
});
