import ICAL from "ical.js";
import { expect, test } from "vitest";
import { given as givenPeople } from "../../../../test/given.ts";
import { givenRegistrations, monday } from "../../../../test/given-registrations.ts";
import { givenRounds } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";
import { linkHolder } from "#kernel/actor.ts";
import { renewOwnCalendar, renewRegistrationCalendar } from "#features/circles/calendar/commands.ts";
import { loggedPath } from "#platform/web/log.ts";

const { app, db, ownerDb, signedIn, url } = await testWeb(monday);
const given = givenRounds(ownerDb);
const people = givenPeople(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();

const asked = (secret: string) => app.request(`/kalender/min/${secret}.ics`);
const titlesIn = async (secret: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await (await asked(secret)).text()) as string[]);
  return [...new Set(calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).summary))].toSorted();
};

test("one's own calendar holds all one leads and all one has a place in, and nothing else", async () => {
  const asta = await people.someone("circleLeader", { organisation: organiser }, { name: "Asta Berg" });
  const led = await given.published(organiser, { title: "Leder jag" });
  await people.role(asta.personId, "circleLeader", { round: led.id });
  const taken = await given.published(organiser, { title: "Har plats i" });
  await given.registration(taken.id, { person_id: asta.personId });
  const waited = await given.published(organiser, { title: "Väntar på" });
  await given.registration(waited.id, { person_id: asta.personId, state: "waitlisted" });
  await given.published(organiser, { title: "Någon annans" });
  const draft = await given.readyDraft(organiser, { title: "Utkast" });
  await people.role(asta.personId, "circleLeader", { round: draft.id });

  const secret = await renewOwnCalendar(db, asta, monday);
  expect(await titlesIn(secret)).toEqual(["Har plats i", "Leder jag"]);
});

test("who answers for a round has it in the calendar as long as they may lead it", async () => {
  const leader = await people.someone("developmentLeader", { organisation: organiser });
  await given.published(organiser, { title: "Gjord av mig", created_by: leader.personId });
  const secret = await renewOwnCalendar(db, leader, monday);
  expect(await titlesIn(secret)).toEqual(["Gjord av mig"]);
  await ownerDb
    .updateTable("role_assignment")
    .set({ valid_to: monday().toZonedDateTimeISO("UTC").toPlainDate(), ended_at: monday() })
    .where("person_id", "=", leader.personId)
    .execute();
  expect(await titlesIn(secret)).toEqual([]);
});

test("a renewed address takes the place of the old one, which says that it is over", async () => {
  const leader = await people.someone("developmentLeader", { organisation: organiser });
  const old = await renewOwnCalendar(db, leader, monday);
  expect((await asked(old)).status).toBe(200);
  const now = await renewOwnCalendar(db, leader, monday);
  expect([(await asked(old)).status, (await asked(now)).status]).toEqual([410, 200]);
  expect((await asked("a".repeat(43))).status).toBe(404);
});

test("a calendar is never kept on the way, and its address is never logged", async () => {
  const leader = await people.someone("developmentLeader", { organisation: organiser });
  const secret = await renewOwnCalendar(db, leader, monday);
  const { headers } = await asked(secret);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("content-type")).toContain("text/calendar");
  expect(loggedPath(`/kalender/min/${secret}.ics`)).toBe("/kalender/min/…");
  const { rows } = await import("kysely").then(({ sql }) =>
    sql<{
      found: boolean;
    }>`select exists (select 1 from mailed_link t where t::text like ${`%${secret}%`}) as found`.execute(ownerDb),
  );
  expect(rows[0]!.found).toBe(false);
});

test("the calendar of one place is the applicant's own, and not the planner's", async () => {
  const round = await given.published(organiser, { title: "Min cirkel" });
  const id = await given.registration(round.id);
  const planner = await given.planner(organiser);
  await expect(renewRegistrationCalendar(db, planner, monday, { registrationId: id })).rejects.toMatchObject({
    code: "calendar.not_yours",
  });
  const waiting = await given.registration(round.id, { state: "waitlisted" });
  const ownToken = await circle.link("registration.own", waiting);
  await expect(renewRegistrationCalendar(db, linkHolder, monday, { ownToken })).rejects.toMatchObject({
    code: "calendar.no_place",
  });
});

test("the page shows the address the one time it is made, and offers a new one after that", async () => {
  const asta = await people.someone("developmentLeader", { organisation: organiser }, { name: "Asta Berg" });
  const headers = { cookie: await signedIn(asta.personId), origin: url };
  const page = async (method: string) => (await app.request("/mina-uppgifter/kalender", { method, headers })).text();
  expect(await page("GET")).toContain("Du har ingen kalenderadress än.");
  const made = await page("POST");
  const [, secret] = /\/kalender\/min\/([\w-]{43})\.ics/u.exec(made) ?? [];
  expect((await asked(secret!)).status).toBe(200);
  const again = await page("GET");
  expect(again).toContain("Gör en ny adress");
  expect(again).not.toContain(secret!);
});
