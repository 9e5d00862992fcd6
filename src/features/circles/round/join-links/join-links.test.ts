import { expect, test } from "vitest";
import { catalogues } from "../../../../catalogues.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { day, givenRounds, time } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { pageRoutes } from "../../../../../test/demo-routes.ts";
import { testWeb } from "../../../../../test/web.ts";
import { translators } from "#platform/web/translate.ts";
import { renewRegistrationCalendar } from "#features/circles/calendar/commands.ts";
import { linkHolder } from "#kernel/actor.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { setJoinLink } from "#features/circles/round/join-links/commands.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { JoinLink } from "#features/circles/round/join-links/join-links.ts";

const { app, db, ownerDb } = await testWeb(monday);
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const translate = translators(catalogues);
const secret = "teams.example.se/hemligt-rum";
const joinLink = `https://${secret}?pwd=1`;

const round = await given.published(organiser);
const digital = await given.session(round.id, { date: day("2027-11-05"), starts: time("09:00"), mode: "digital" });
const inRoom = await given.session(round.id, { date: day("2027-11-12"), mode: "physical" });
const placed = await given.registration(round.id, { email: "har.plats@example.se" });
const waiting = await given.registration(round.id, { state: "waitlisted", email: "vantar@example.se" });
const offered = await given.registration(round.id, { state: "offered", email: "erbjuden@example.se" });
const links = {
  placed: await circle.link("registration.own", placed),
  waiting: await circle.link("registration.own", waiting),
  offered: await circle.link("registration.own", offered),
};
await setJoinLink(db, planner, round.id, JoinLink.parse({ joinLink, sessionIds: [digital] }));
await runJobs(db, registrationJobs, { now: monday, translate });

const answerOf = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
};

test("no public answer holds where a digital meeting is joined", async () => {
  const open = [
    "/",
    "/cirklar",
    `/cirklar/${round.slug}`,
    `/cirklar/${round.slug}?lang=en`,
    `/cirklar/${round.slug}/anmalan`,
    `/kalender/cirkel/${round.slug}.ics`,
    "/flode.atom",
    "/api/v1/rounds",
    `/api/v1/rounds/${round.slug}`,
    `/anmalan/min/${links.waiting}`,
    `/anmalan/min/${links.offered}`,
    `/erbjudande/${await circle.link("offer.answer", offered)}`,
    `/chef/${await circle.link("manager.answer", placed, { version: "1" })}`,
  ];
  for (const path of open) {
    const { status, text } = await answerOf(path);
    expect([path, status < 500, text.includes(secret)]).toEqual([path, true, false]);
  }
  for (const kind of ["docx", "pdf"]) {
    const file = await app.request(`/cirklar/${round.slug}/inbjudan.${kind}`);
    expect([kind, file.status]).toEqual([kind, 200]);
  }
  // Every other address, asked by somebody who is not signed in: whatever it answers, the link is not in it.
  for (const route of pageRoutes(app)) {
    const path = route.replace(":slug", round.slug).replaceAll(/:(\w+)(?:\{[^}]*\})?/gu, placed);
    expect([route, (await answerOf(path)).text.includes(secret)]).toEqual([route, false]);
  }
});

test("whoever has a place sees it on their own page, in their mail and in their calendar", async () => {
  expect((await answerOf(`/anmalan/min/${links.placed}`)).text).toContain(`href="${joinLink}"`);
  const address = await renewRegistrationCalendar(db, linkHolder, monday, { ownToken: links.placed });
  const { text } = await answerOf(`/kalender/min/${address}.ics`);
  expect(text.replaceAll("\r\n ", "")).toContain(`LOCATION:${joinLink}`);

  const mails = await ownerDb
    .selectFrom("mail")
    .select(["to_address as to", "subject", "body_text as text", "calendar_file as file", "calendar_method as method"])
    .execute();
  expect(mails.map(({ to }) => to)).toEqual(["har.plats@example.se"]);
  expect(mails[0]).toMatchObject({
    subject: "Länk till digitala träffar i Tidiga samordnade insatser",
    method: "REQUEST",
  });
  expect(mails[0]!.text).toContain(joinLink);
  expect(mails[0]!.file!.replaceAll("\r\n ", "")).toContain(joinLink);
});

test("whoever leaves their place sees it no more, though their addresses still work", async () => {
  const leaver = await given.registration(round.id, { email: "gar@example.se" });
  const own = await circle.link("registration.own", leaver);
  const address = await renewRegistrationCalendar(db, linkHolder, monday, { ownToken: own });
  expect((await answerOf(`/kalender/min/${address}.ics`)).text).toContain("hemligt");
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", leaver).execute();
  expect((await answerOf(`/kalender/min/${address}.ics`)).text).not.toContain("hemligt");
  expect((await answerOf(`/anmalan/min/${own}`)).text).not.toContain(secret);
});

test("the log does not remember it", async () => {
  const log = await ownerDb.selectFrom("audit_record").select(["what", "payload"]).execute();
  expect(log.map(({ what }) => what)).toContain("circles.join_link_set");
  expect(JSON.stringify(log)).not.toContain(secret);
});

test("calendars hear of a new address, and of none", async () => {
  const sequence = async () =>
    (await ownerDb.selectFrom("session").where("id", "=", digital).select("sequence").executeTakeFirstOrThrow())
      .sequence;
  const before = await sequence();
  await setJoinLink(db, planner, round.id, JoinLink.parse({ joinLink, sessionIds: [digital] }));
  expect(await sequence()).toBe(before);
  await setJoinLink(db, planner, round.id, JoinLink.parse({ joinLink: "", sessionIds: digital }));
  expect(await sequence()).toBe(before + 1);
  expect((await answerOf(`/anmalan/min/${links.placed}`)).text).not.toContain(secret);
});

test("a meeting that is made one on site is not joined, until it is digital again", async () => {
  await setJoinLink(db, planner, round.id, JoinLink.parse({ joinLink, sessionIds: [digital] }));
  const mode = (to: "physical" | "digital") =>
    ownerDb.updateTable("session").set({ mode: to }).where("id", "=", digital).execute();
  await mode("physical");
  expect((await joinLinksOf(db, round.id)).has(digital)).toBe(false);
  await mode("digital");
  expect((await joinLinksOf(db, round.id)).get(digital)).toBe(joinLink);
});

test("a meeting on site has none, a stranger sets none, and an address that is none is refused", async () => {
  await expect(
    setJoinLink(db, planner, round.id, JoinLink.parse({ joinLink, sessionIds: [inRoom] })),
  ).rejects.toMatchObject({ problems: [{ path: "sessionIds", code: "round.join_link.physical" }] });
  const stranger = await given.planner(await given.organiser());
  await expect(
    setJoinLink(db, stranger, round.id, JoinLink.parse({ joinLink, sessionIds: [digital] })),
  ).rejects.toMatchObject({ code: "round.no_such_round" });
  for (const wrong of ["javascript:alert(1)", "teams", "https://", "ftp://example.se"])
    expect(JoinLink.safeParse({ joinLink: wrong, sessionIds: [digital] }).success).toBe(false);
  expect(JoinLink.safeParse({ joinLink, sessionIds: [] }).success).toBe(false);
});
