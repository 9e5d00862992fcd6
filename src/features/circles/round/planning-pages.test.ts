import { beforeAll, describe, expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml, pictures } from "../../../../test/browser.ts";
import { day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";
import { newId } from "#kernel/ids.ts";
import { roundFacts, roundIdOf } from "#features/circles/round/queries.ts";

const { app, url, ownerDb, signedIn } = await testWeb(noon("2027-06-01"));
const given = givenRounds(ownerDb);
const chrome = browser();
let cookie = "";
const cookies = () => {
  const at = cookie.indexOf("=");
  return [{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }];
};
const addresses: Record<string, string> = {};

const invitation = `Inbjudan till forskningscirkel om tidiga samordnade insatser

Syftet är att deltagarnas kompetens ska lägga grunden för utveckling och samverkan.
Målet är fördjupad kunskap så att deltagarna kan formulera egna förslag.

Vi träffas fredagar 1 oktober, 22 oktober, 19 november, 10 december och 14 januari, kl. 9.00-13.00. Lunch ingår.
Max ca 12 platser. Den som anmäler sig först får plats. Sista dag för anmälan är den 10 september.
Tidsåtgång cirka 70 timmar. Kostnadsfritt, men stäm av med din chef.

Kontakt: Siv Alm, siv.alm@example.se`;

beforeAll(async () => {
  const organiser = await given.organiser({ name: "FoU-enheten i länet", short_name: "FoU Länet" });
  const personId = await given.person({ name: "Maja Ek", email: "maja.ek@example.se", email_verified: true });
  await ownerDb
    .insertInto("role_assignment")
    .values({
      id: newId(),
      person_id: personId,
      role: "developmentLeader",
      organisation_id: organiser,
      valid_from: day("2027-01-01"),
    })
    .execute();
  cookie = await signedIn(personId);
  const ready = await given.readyDraft(organiser, { slug: "redo" });
  const open = await given.published(organiser, {
    slug: "oppen",
    title: "Öppen omgång",
    minimum_participants: 8,
    go_no_go_date: day("2027-05-30"),
  });
  await given.draft(organiser, { slug: "tomt", title: "Tomt utkast" });
  await ownerDb.updateTable("session").set({ mode: "physical" }).where("round_id", "=", open.id).execute();
  for (let applicant = 0; applicant < 3; applicant += 1) await given.registration(open.id);
  await ownerDb
    .insertInto("deadline_change")
    .values({
      id: newId(),
      round_id: open.id,
      old_deadline: day("2027-08-01"),
      new_deadline: day("2027-09-10"),
      open_until_full: false,
      reason: "Stort intresse",
      changed_at: noon("2027-05-01")(),
    })
    .execute();
  const [session] = (await roundFacts(ownerDb, ready.id))!.sessions;
  Object.assign(addresses, {
    mine: "/planera",
    new: "/planera/ny",
    empty: "/planera/ny/tom",
    draft: "/planera/tomt",
    ready: "/planera/redo",
    open: "/planera/oppen",
    basics: "/planera/redo/rubrik",
    story: "/planera/redo/innehall",
    questions: "/planera/redo/fragor",
    people: "/planera/redo/personer",
    audience: "/planera/redo/deltagare",
    frame: "/planera/redo/ramar",
    wayin: "/planera/redo/anmalan",
    wayinOpen: "/planera/oppen/anmalan",
    sessions: "/planera/redo/traffar",
    session: `/planera/redo/traffar/${session!.id}`,
    sessionNew: "/planera/redo/traffar/ny",
    sessionsSeveral: "/planera/redo/traffar/flera",
    venue: "/planera/redo/traffar/plats",
    term: "/planera/redo/traffar/termin",
    publish: "/planera/redo/publicera",
    publishNot: "/planera/tomt/publicera",
    extend: "/planera/oppen/forlang",
    cancel: "/planera/oppen/stall-in",
    series: `/planera/serie/${
      (
        await ownerDb
          .selectFrom("programme")
          .select("slug")
          .where("id", "in", (eb) => eb.selectFrom("round").where("slug", "=", "oppen").select("programme_id"))
          .executeTakeFirstOrThrow()
      ).slug
    }`,
  });
});

const names = [
  "mine",
  "new",
  "empty",
  "draft",
  "ready",
  "open",
  "basics",
  "story",
  "questions",
  "people",
  "audience",
  "frame",
  "wayin",
  "wayinOpen",
  "sessions",
  "session",
  "sessionNew",
  "sessionsSeveral",
  "venue",
  "term",
  "publish",
  "publishNot",
  "extend",
  "cancel",
  "series",
];

describe.each(names)("the page %s", (name) => {
  // Whether it is accessible in light and dark is asked of every address at once in test/page-sweep.test.ts.
  test("is valid and fits the narrowest screen", async () => {
    const answer = await app.request(addresses[name]!, { headers: { cookie } });
    expect(answer.status).toBe(200);
    await expectValidHtml(await answer.text());
    const page = await chrome.lastingPage("leader", { baseURL: url, cookies: cookies() });
    await page.goto(addresses[name]!);
    await pictures(page, `planning-${name}`);
    await expectFits(page);
  });
});

test("nobody who is not signed in sees any of it", async () => {
  for (const address of Object.values(addresses)) {
    const answer = await app.request(address);
    expect([address, answer.status, answer.headers.get("location")?.startsWith("/logga-in")]).toEqual([
      address,
      303,
      true,
    ]);
  }
});

test(
  "a development leader pastes an invitation, puts it right and publishes it (R036)",
  { timeout: 90_000 },
  async () => {
    const page = await chrome.page({ width: 1280, baseURL: url, cookies: cookies() });
    await page.goto("/planera/ny");
    await page.getByLabel("Inbjudan").fill(invitation);
    await page.getByRole("button", { name: "Läs inbjudan" }).click();

    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).textContent(), { timeout: 10_000 })
      .toBe("Stämmer det här?");
    await pictures(page, "planning-reading");
    await expectAccessible(page);
    await expectFits(page);
    await expectValidHtml(await (await app.request(new URL(page.url()).pathname, { headers: { cookie } })).text());
    expect(await page.getByText("cirka 70 timmar").count()).toBeGreaterThan(0);

    await page.getByLabel(/^2027/).check();
    await page.getByLabel("Högst antal platser").fill("12");
    await page.getByRole("button", { name: "Spara utkastet" }).click();
    await expect.poll(() => page.getByRole("status").textContent(), { timeout: 10_000 }).toContain("granskat");

    await page.getByRole("link", { name: /Fyll i.*problem/i }).click();
    await page.getByLabel("Problem i vardagen").fill("Barn möts av många som inte möts.");
    await page.getByRole("button", { name: "Spara" }).click();
    await page.getByRole("link", { name: "Granska och publicera" }).click();
    await pictures(page, "planning-publishing");
    await page.getByRole("button", { name: "Publicera nu" }).click();
    await expect.poll(() => page.getByRole("status").textContent(), { timeout: 10_000 }).toContain("publicerad");

    const id = await roundIdOf(ownerDb, new URL(page.url()).pathname.split("/").at(-1)!);
    const round = (await roundFacts(ownerDb, id!))!;
    expect(round).toMatchObject({
      state: "published",
      hardCapacity: 12,
      hours: 70,
      cost: 0,
      allocation: "firstCome",
      deadline: day("2027-09-10"),
    });
    expect(round.sessions.map(({ date }) => date?.toString())).toEqual([
      "2027-10-01",
      "2027-10-22",
      "2027-11-19",
      "2027-12-10",
      "2028-01-14",
    ]);
  },
);
