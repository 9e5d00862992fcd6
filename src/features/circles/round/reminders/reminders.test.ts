import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { runRecurring } from "../../../../../test/jobs.ts";
import { catalogues } from "../../../../catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { advanceRoundsHandler, remindOfSessionsHandler } from "#features/circles/round/jobs.ts";
import { isReminderDue } from "#features/circles/round/reminders/reminder-moment.ts";
import { roundFacts } from "#features/circles/round/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const translate = translators(catalogues);
const mails = async () =>
  ownerDb
    .selectFrom("mail")
    .orderBy("id")
    .select(["to_address as to", "subject", "body_text as text", "reply_to_address as replyTo"])
    .execute();

test.each([
  ["2027-10-01", "2027-09-28", false],
  ["2027-10-01", "2027-09-29", true],
  ["2027-10-01", "2027-09-30", true],
  ["2027-10-01", "2027-10-01", false],
  ["2027-10-04", "2027-09-30", true],
  ["2027-12-27", "2027-12-22", true],
])("a meeting on %s is reminded of on %s: %s", (meeting, today, due) => {
  expect(isReminderDue(day(meeting), day(today))).toBe(due);
});

test("those with a place are reminded once, and nobody else", async () => {
  const round = await given.published(organiser, { state: "closed" });
  await given.registration(round.id, { email: "har.plats@example.se" });
  await given.registration(round.id, { state: "waitlisted", email: "vantar@example.se" });
  await given.registration(round.id, { state: "withdrawn", email: "borta@example.se" });

  await runRecurring(db, remindOfSessionsHandler, { now: noon("2027-09-28"), translate });
  expect(await mails()).toEqual([]);
  await runRecurring(db, remindOfSessionsHandler, { now: noon("2027-09-29"), translate });
  await runRecurring(db, remindOfSessionsHandler, { now: noon("2027-09-30"), translate });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    to: "har.plats@example.se",
    subject: "Påminnelse: Tidiga samordnade insatser, fre 1 oktober",
    replyTo: "siv.alm@example.se",
  });
  expect(mail!.text).toContain("Plats meddelas");
  expect(mail!.text).not.toContain("Deltagare 2");
});

test("a meeting that is called off, and a round that is cancelled, remind nobody", async () => {
  const before = (await mails()).length;
  const off = await given.published(organiser, { state: "closed" });
  await given.registration(off.id);
  await ownerDb.updateTable("session").set({ called_off: true }).where("round_id", "=", off.id).execute();
  const cancelled = await given.published(organiser, { state: "cancelled", cancelled_reason: "För få" });
  await given.registration(cancelled.id);
  await runRecurring(db, remindOfSessionsHandler, { now: noon("2027-10-20"), translate });
  expect((await mails()).slice(before).map(({ to }) => to)).toEqual(["har.plats@example.se"]);
});

test("rounds take their steps by themselves when their day has come", async () => {
  const round = await given.published(organiser);
  await runRecurring(db, advanceRoundsHandler, { now: noon("2027-09-11") });
  expect(await roundFacts(db, round.id)).toMatchObject({ state: "closed" });
  await runRecurring(db, advanceRoundsHandler, { now: noon("2027-10-01") });
  expect(await roundFacts(db, round.id)).toMatchObject({ state: "running" });
});
