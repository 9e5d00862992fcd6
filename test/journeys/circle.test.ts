import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { applyTo, arrives, planFromInvitation, pressBehind } from "./circle-steps.ts";
import { calendarIn, journeyGround } from "./ground.ts";
import { keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-03-01T09:00");
const { app, url, itIs, mailTo, linkTo, cookiesOf } = ground;
const { leader } = await ground.staffed();
const chrome = browser();

const person = (name: string) => ({
  name,
  email: `${name.toLowerCase().replace(" ", ".")}@molndal.example.se`,
  manager: `chef.${name.toLowerCase().split(" ")[0]}@molndal.example.se`,
});
const [asta, bo, cim] = [person("Asta Berg"), person("Bo Ceder"), person("Cim Dahl")];

test(
  "from a pasted invitation to a place, a withdrawal, and the place passed on (R025, R115, R117, R119)",
  { timeout: 180_000 },
  async () => {
    const staff = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
    const page = await chrome.page({ baseURL: url, width: 390 });
    const main = page.locator("main");

    const slug = await planFromInvitation(staff, mouse);

    // Three apply, and confirm behind their links in another order than they applied: the number is the order.
    for (const one of [asta, bo, cim]) await applyTo(page, mouse, slug, one);
    const confirm = async ({ email }: typeof asta, heading: string) =>
      pressBehind(page, mouse, await linkTo(email), "Bekräfta min anmälan", heading);
    expect((await mailTo(asta.email)).subject).toBe("Bekräfta din anmälan till Barns röster");
    await confirm(cim, "Du står på väntelistan");
    const cimsPage = new URL(page.url()).pathname;
    await confirm(asta, "En plats hålls åt dig");
    const astasPage = new URL(page.url()).pathname;
    await confirm(bo, "Du står på väntelistan");
    expect(await main.textContent()).toContain("Du har reservplats 1.");
    await page.goto(cimsPage);
    expect(await main.textContent()).toContain("Du har reservplats 2.");

    // Two managers say yes: one settles a place, the other a place to come.
    expect((await mailTo(asta.manager)).subject).toBe("Asta Berg vill delta i Barns röster: ditt svar behövs");
    const request = await linkTo(asta.manager);
    await page.goto(request);
    expect(await main.textContent()).toContain("Asta Berg får lägga cirka 40 timmar på arbetstid");
    expect(await main.textContent()).not.toContain(bo.name);
    await pressBehind(page, mouse, request, "Ja, det är avstämt", "Tack, du har svarat ja");
    const placed = await mailTo(asta.email);
    expect(placed.subject).toBe("Du har en plats i Barns röster");
    expect(placed.replyTo).toBe("maja.ek@example.se");
    const first = calendarIn(placed.calendar ?? "");
    expect(first.method).toBe("REQUEST");
    expect(first.events.map(({ starts }) => starts)).toEqual([
      "2027-08-27T09:00:00",
      "2027-09-17T09:00:00",
      "2027-10-08T09:00:00",
    ]);
    await page.goto(astasPage);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Du har en plats");

    // The roster as the leader sees it.
    await staff.goto(`/planera/${slug}/anmalningar`);
    const roster = (await staff.locator("main").textContent()) ?? "";
    expect(roster).toContain("1 av 1 platser är tagna. 2 väntar på plats.");

    // A session is moved: the same entry, a higher number; and the managers are asked again.
    await itIs("2027-03-02T09:00");
    await staff.goto(`/planera/${slug}/traffar`);
    await staff.getByRole("link", { name: /17 september/u }).click();
    await staff.getByLabel(/^Dag/u).fill("2027-09-24");
    await staff.getByRole("button", { name: "Spara", exact: true }).click();
    await staff.waitForURL(/klart=sparad/u);
    const moved = await mailTo(asta.email);
    expect(moved.subject).toBe("Ändrat i Barns röster");
    const second = calendarIn(moved.calendar ?? "");
    expect(second.events.map(({ uid }) => uid)).toEqual(first.events.map(({ uid }) => uid));
    expect(second.events[1]!.starts).toBe("2027-09-24T09:00:00");
    expect(second.events[1]!.sequence).toBeGreaterThan(first.events[1]!.sequence);
    expect(second.events[0]!.sequence).toBe(first.events[0]!.sequence);
    const feed = calendarIn(await (await app.request(`/kalender/cirkel/${slug}.ics`)).text());
    expect(feed.method).toBe("PUBLISH");
    expect(feed.events.map(({ uid, sequence, starts }) => [uid, sequence, starts])).toEqual(
      second.events.map(({ uid, sequence, starts }) => [uid, sequence, starts]),
    );
    expect(await headingAt(request)).toBe("Dagar eller timmar har ändrats");
    for (const manager of [asta.manager, bo.manager]) {
      expect((await mailTo(manager)).subject).toMatch(
        /^(Ändrade tider i Barns röster: svara igen om|Bo Ceder vill delta)/u,
      );
      await pressBehind(page, mouse, await linkTo(manager), "Ja, det är avstämt", "Tack, du har svarat ja");
    }

    // One withdraws: her calendar lets go, and the first who waits is offered the place.
    await page.goto(astasPage);
    await page.getByRole("link", { name: "Lämna återbud" }).click();
    await page.getByRole("button", { name: "Lämna återbud" }).click();
    await arrives(page, "Din anmälan är återtagen");
    const gone = await mailTo(asta.email);
    const last = calendarIn(gone.calendar ?? "");
    expect(last.method).toBe("CANCEL");
    expect(last.events.map(({ uid }) => uid)).toEqual(first.events.map(({ uid }) => uid));
    expect(last.events.every(({ status }) => status === "CANCELLED")).toBe(true);
    expect(last.events[1]!.sequence).toBeGreaterThanOrEqual(second.events[1]!.sequence);

    // He does not answer in three working days, so the offer moves on, and is accepted.
    expect((await mailTo(bo.email)).subject).toBe("En plats är ledig åt dig i Barns röster");
    const silent = await linkTo(bo.email);
    await itIs("2027-03-08T09:00");
    expect((await mailTo(bo.email)).subject).toBe("Erbjudandet om en plats i Barns röster har gått vidare");
    await page.goto(silent);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Platsen har gått vidare");
    expect((await mailTo(cim.email)).subject).toBe("En plats är ledig åt dig i Barns röster");
    await pressBehind(page, mouse, await linkTo(cim.email), "Ja, jag tar platsen", "Platsen hålls åt dig");
    await pressBehind(page, mouse, await linkTo(cim.manager), "Ja, det är avstämt", "Tack, du har svarat ja");
    expect((await mailTo(cim.email)).subject).toBe("Du har en plats i Barns röster");

    await staff.goto(`/planera/${slug}/anmalningar`);
    expect(await staff.locator("main").textContent()).toContain("1 av 1 platser är tagna. Ingen väntar på plats.");
    expect((await staff.locator("main tbody tr").allTextContents()).map((row) => stateIn(row))).toEqual([
      "Asta Berg: Återtagen",
      "Bo Ceder: Tiden gick ut",
      "Cim Dahl: Har plats",
    ]);
  },
);

async function headingAt(path: string): Promise<string | undefined> {
  return /<h1[^>]*>(?<said>[^<]*)/u.exec(await (await app.request(path)).text())?.groups?.["said"];
}

function stateIn(row: string): string {
  const name = /Asta Berg|Bo Ceder|Cim Dahl/u.exec(row)?.[0];
  const state = /Återtagen|Tiden gick ut|Har plats|Väntelista|Erbjuden plats|Plats hålls/u.exec(row)?.[0];
  return `${name}: ${state}`;
}

test("the same by keyboard alone", { timeout: 180_000 }, async () => {
  const staff = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
  const slug = await planFromInvitation(staff, keyboard(staff));
  const page = await chrome.page({ baseURL: url });
  const hand = keyboard(page);
  const dan = person("Dan Ek");
  await applyTo(page, hand, slug, dan);
  await pressBehind(page, hand, await linkTo(dan.email), "Bekräfta min anmälan", "En plats hålls åt dig");
  const answer = await linkTo(dan.manager);
  await pressBehind(page, hand, answer, "Ja, det är avstämt", "Tack, du har svarat ja");
});

test("the same without JavaScript", { timeout: 120_000 }, async () => {
  const staff = await chrome.page({ baseURL: url, javaScript: false, cookies: await cookiesOf(leader) });
  const slug = await planFromInvitation(staff, mouse);
  const page = await chrome.page({ baseURL: url, javaScript: false });
  const eva = person("Eva Falk");
  await applyTo(page, mouse, slug, eva);
  await pressBehind(page, mouse, await linkTo(eva.email), "Bekräfta min anmälan", "En plats hålls åt dig");
  const answer = await linkTo(eva.manager);
  await pressBehind(page, mouse, answer, "Ja, det är avstämt", "Tack, du har svarat ja");
});
