import { expect, test } from "vitest";
import { dayPart, givenName } from "#features/today/day-part.ts";
import { loadCircleDemo } from "#features/circles/demo.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { statements } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { day } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";
import { testWeb } from "../../../../test/web.ts";

const now = () => Temporal.ZonedDateTime.from("2027-03-01T08:00[Europe/Stockholm]").toInstant();
const { app, db, ownerDb, signedIn } = await testWeb(now);
const bodies = givenMeetings(ownerDb);
await loadReferenceData(db);
const demo = await loadOrganisationDemo(db, now);
await loadCircleDemo(db, demo, now);

const idag = async (personId: string) => {
  const response = await app.request("/idag", { headers: { cookie: await signedIn(personId) } });
  return { status: response.status, text: (await response.text()).replaceAll(/\s+/g, " ") };
};

test("a development leader sees what waits over all their circles, each with the button that deals with it (R031)", async () => {
  const { status, text } = await idag(demo.leader.id);
  expect(status).toBe(200);
  expect(text).toContain("God morgon, Maja");
  expect(text).toMatch(/\d chefer har inte svarat/);
  expect(text).toContain('action="/planera/tidiga-samordnade-insatser-for-barn-och-unga-2027/anmalningar/paminn"');
  expect(text).toContain("Ett erbjudande går ut");
  expect(text).toMatch(/Ett utkast saknar \d+ uppgifter/);
});

test("a participant sees where their own application stands, and nothing of what others plan", async () => {
  const { text } = await idag(demo.participant.id);
  expect(text).toContain("Du har plats");
  expect(text).toContain("Nästa träff");
  expect(text).not.toContain("chefer har inte svarat");
  expect(text).not.toContain("/planera");
});

test("somebody who only sits in a network sees when it meets next, and nothing of circles", async () => {
  const personId = await given(ownerDb).person({ name: "Bo Ek" });
  const network = await bodies.body(demo.organisationId);
  await bodies.sits(network, personId);
  const unplanned = await idag(personId);
  expect(unplanned.text).toContain("Inget möte är planerat");
  expect(unplanned.text).toContain("Inget väntar");
  expect(unplanned.text).not.toContain("Du har inga anmälningar");
  const over = {
    title: "Vårmöte",
    day: day("2027-03-05"),
    starts: Temporal.PlainTime.from("09:00"),
    venue: "Torget 2",
  };
  const { slug } = await bodies.meeting(demo.organisationId, [network], over);
  const { text } = await idag(personId);
  expect(text).toContain(`<a href="/mote/${slug}">Vårmöte</a>`);
  expect(text).toContain("Nästa möte fre 5 mars 9.00 · Torget 2");
  expect(text).toContain('<a href="/uppdrag">Uppdrag och frågor</a>');
  expect((await idag(demo.participant.id)).text).not.toContain("Dina grupper");
});

test("the page takes the same few statements however much waits", async () => {
  const cookie = await signedIn(demo.leader.id);
  const sent = await statements(async () => app.request("/idag", { headers: { cookie } }));
  expect(sent.length).toBeLessThanOrEqual(52);
});

test("somebody who is not signed in is asked to, and comes back", async () => {
  const response = await app.request("/idag");
  expect(response.headers.get("location")).toBe("/logga-in?till=%2Fidag");
});

test.each([
  { at: "2027-03-01T04:59", part: "night" },
  { at: "2027-03-01T05:00", part: "morning" },
  { at: "2027-03-01T10:00", part: "day" },
  { at: "2027-03-28T18:00", part: "evening" },
])("$at in Sweden is $part", ({ at, part }) => {
  expect(dayPart(Temporal.ZonedDateTime.from(`${at}[Europe/Stockholm]`).toInstant())).toBe(part);
});

test("somebody is greeted by the first of their names", () => {
  expect(givenName(" Anna-Karin von Essen ")).toBe("Anna-Karin");
});
