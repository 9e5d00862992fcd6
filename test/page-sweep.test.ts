import ICAL from "ical.js";
import type { BrowserContext, Page } from "playwright-core";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "./browser.ts";
import { demoRoutes, type DemoRoute, pageRoutes } from "./demo-routes.ts";
import { type Visitor, visitors } from "./demo-stage.ts";

const { app, ask, url, routes, ownerDb, cookies, rounds } = await demoRoutes();
const chrome = browser();

/** The first of the five who may see a page: its reader. */
function readerOf({ answers }: DemoRoute): Visitor | undefined {
  // An administrator may most; a leader is who most pages are made for.
  const order: readonly Visitor[] = ["nobody", "leader", "participant", "administrator"];
  return order.find((who) => answers[visitors.indexOf(who)] === "ok");
}

// One after the other: hundreds at once would wait for each other longer than a visitor is let wait.
const read: Awaited<ReturnType<typeof answered>>[] = [];
for (const route of routes) {
  const who = readerOf(route);
  if (who) read.push(await answered(route, who));
}

async function answered(route: DemoRoute, who: Visitor) {
  const response = await ask(who, route.address);
  const type = response.headers.get("content-type") ?? "";
  const sniffing = response.headers.get("x-content-type-options");
  return { ...route, who, type, sniffing, status: response.status, text: await response.text() };
}

const others = read.filter(({ type }) => !type.startsWith("text/html"));

function cookieOf(who: Visitor): Parameters<BrowserContext["addCookies"]>[0] {
  if (who === "nobody") return [];
  const [name = "", value = ""] = cookies[who].split("=");
  return [{ name, value: decodeURIComponent(value), url }];
}

const opened = (who: Visitor): Promise<Page> => chrome.page({ baseURL: url, cookies: cookieOf(who) });

/** The page in which a visitor looks at everything, one after the other, and does nothing. */
const lookedAtBy = (who: Visitor): Promise<Page> => chrome.lastingPage(who, { baseURL: url, cookies: cookieOf(who) });

/** A mail in its frame is a document of its own: it runs no script, not even axe's, and is styled as mail has to be. */
const mails = ["/planera/:slug/utskick/:which/html", "/drift/utkorg/:id/utseende"];
const documents = read.filter(({ type, route }) => type.startsWith("text/html") && !mails.includes(route));
const framed = read.filter(({ route }) => mails.includes(route));

/** What every page must be: valid, readable by everyone in light and dark, and no wider than the narrowest screen. */
async function expectGood(page: Page, markup: string): Promise<void> {
  await expectValidHtml(markup);
  await expectAccessible(page);
  await expectFits(page);
}

test("every page there is, is looked at", () => {
  const known = new Set(routes.map(({ route }) => route));
  expect(pageRoutes(app).filter((route) => !known.has(route))).toEqual([]);
  expect(documents.length).toBeGreaterThan(60);
});

test.each(documents)("$route is a good page for $who", { timeout: 60_000 }, async ({ address, who, status }) => {
  expect(status).toBe(200);
  const page = await lookedAtBy(who);
  const response = await page.goto(address);
  expect(response?.status()).toBe(200);
  await expectGood(page, await response!.text());
});

test.each(framed)("$route is a good document for $who", async ({ status, text }) => {
  expect(status).toBe(200);
  const page = await opened("nobody");
  await page.setContent(text);
  await expectValidHtml(text.replaceAll(/ style="[^"]*"/gu, ""));
  await expectAccessible(page, "mail");
  await expectFits(page);
});

test("every answer, page or not, tells a browser how to treat it", () => {
  expect(read.filter(({ sniffing }) => sniffing !== "nosniff").map(({ route }) => route)).toEqual([]);
});

test("what is no page is what it says it is", () => {
  const kinds = Object.fromEntries(others.map(({ route, type }) => [route, type.split(";")[0]]));
  expect(kinds).toEqual({
    "/kalender/cirkel/:file{[a-z0-9-]+\\.ics}": "text/calendar",
    "/kalender/min/:file{[A-Za-z0-9_-]{43}\\.ics}": "text/calendar",
    "/cirklar/:slug/inbjudan.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/cirklar/:slug/inbjudan.pdf": "application/pdf",
    "/planera/:slug/inbjudan.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/planera/:slug/inbjudan.pdf": "application/pdf",
    "/cirklar/:slug/forslag/:proposal/forslag.docx":
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/cirkel/:slug/forslag/:proposal/forslag.docx":
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/planera/:slug/listor/post/etiketter.csv": "text/csv",
    "/cirkel/:slug/material/:material/fil": "text/plain",
    "/cirkel/:slug/uppgift/:assignment/filer/:file/fil": "text/plain",
    "/cirkel/:slug/intyg/:registration/intyg.pdf": "application/pdf",
    "/cirkel/:slug/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}": "text/csv",
    "/planera/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}":
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/drift/utkorg/:id/kalender.ics": "text/calendar",
    "/organisationer/importera/:id/fel.csv": "text/csv",
    "/planera/:slug/anmalningar/import/:id/fel.csv": "text/csv",
    "/marke/:file{[0-9a-f]{64}\\.(?:png|jpg|webp)}": "image/png",
    "/mote/:slug/las/:file{anteckningar\\.(?:docx|pdf)}": "application/pdf",
    "/metodbedomning/:slug/sammanfattning/:file{sammanfattning\\.(?:docx|pdf)}":
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/anteckningar/min/:token/:file{anteckningar\\.(?:docx|pdf)}": "application/pdf",
    "/utlamnande/:part/:release/:file{anteckningar\\.(?:docx|pdf)}": "application/pdf",
    "/kalender/grupp/:file{[A-Za-z0-9_-]{43}\\.ics}": "text/calendar",
    "/kunskap.atom": "application/atom+xml",
    "/kunskap/:slug/:file{referens\\.(?:ris|json)}": "application/x-research-info-systems",
    "/sok/forslag": "application/json",
    "/flode.atom": "application/atom+xml",
    "/flode/grupp/:file{[A-Za-z0-9_-]{43}\\.atom}": "application/atom+xml",
    "/api/v1/openapi.json": "application/json",
    "/mina-uppgifter/allt.json": "application/json",
    "/foretradare.csv": "text/csv",
    "/foretradare.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/mote/:slug/handlingar/:paper/fil": "text/plain",
    "/uppdrag/:file{lista\\.(?:csv|xlsx)}": "text/csv",
    "/workshop/:slug/handelser": "application/json",
    "/workshop/:slug/sla-ihop/svar.csv": "text/csv",
    "/workshop/:slug/resultat.csv": "text/csv",
    "/workshop/:slug/resultat.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/health": "application/json",
  });
  for (const { route, type, text } of others) {
    const parse = type.startsWith("text/calendar")
      ? ICAL.parse
      : type.startsWith("application/json")
        ? JSON.parse
        : String;
    expect(parse(text), route).toBeTruthy();
  }
});

describe("a page that says no", () => {
  test("because you may not (403)", async () => {
    const page = await opened("participant");
    const response = await page.goto("/planera/ny");
    expect(response?.status()).toBe(403);
    await expectGood(page, await response!.text());
  });

  test("because it is not there (404)", async () => {
    const page = await opened("nobody");
    const response = await page.goto("/cirklar/finns-inte");
    expect(response?.status()).toBe(404);
    await expectGood(page, await response!.text());
    expect(
      await page.getByRole("link", { name: "Se öppna cirklar" }).or(page.locator('main a[href="/cirklar"]')).count(),
    ).toBeGreaterThan(0);
  });

  test("because what was written has to be put right (422)", async () => {
    const page = await opened("nobody");
    await page.goto(`/cirklar/${rounds.first.slug}/anmalan`);
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === "POST"),
      page.getByRole("button", { name: "Skicka anmälan" }).click(),
    ]);
    expect(response.status()).toBe(422);
    await page.waitForLoadState();
    await expectGood(page, await response.text());
  });

  test("because something broke (500)", async () => {
    await sql`alter table activity_kind rename to activity_kind_gone`.execute(ownerDb);
    try {
      const page = await opened("leader");
      const response = await page.goto("/planera/ny/tom");
      expect(response?.status()).toBe(500);
      const markup = await response!.text();
      expect(markup).not.toContain("activity_kind");
      await expectGood(page, markup);
    } finally {
      await sql`alter table activity_kind_gone rename to activity_kind`.execute(ownerDb);
    }
  });
});
