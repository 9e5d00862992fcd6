import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { browser } from "../../../../../test/browser.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { monday } from "../../../../../test/given-registrations.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { given, circle, organiser, ownerDb, db, url, translate, few, rule } = await registrationStage();
const chrome = browser();

/** The address in the latest mail to somebody that leads to this kind of page. */
async function mailedAddress(to: string, path: string): Promise<string> {
  await runJobs(db, registrationJobs, { now: monday, translate });
  const mails = await ownerDb
    .selectFrom("mail")
    .where("to_address", "=", to)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .select("body_text")
    .execute();
  const found = mails
    .map(({ body_text: text }) => new RegExp(`https?://[^/]+(/${path}/[\\w-]{43})`).exec(text ?? "")?.[1])
    .find(Boolean);
  if (!found) throw new Error(`No mail to ${to} leads to ${path}`);
  return found;
}

/** Fills in the form as somebody who points and types. */
async function fillIn(page: Page, over: { name: string; email: string }) {
  await page.getByLabel("Ditt namn").fill(over.name);
  await page.getByLabel("E-post i arbetet").fill(over.email);
  await page.getByLabel("Arbetsgivare").fill("Mölndals stad");
  await page.getByLabel("Arbetsplats").fill("Mottagningen");
  await page.getByLabel("Yrke eller roll").fill("Socialsekreterare");
  await page.getByLabel("Socialtjänst").check();
  await page.getByLabel("Chefens namn").fill("Bo Lind");
}

describe.each([
  { why: "with script on a phone", width: 390, javaScript: true },
  { why: "without script at a desk", width: 1280, javaScript: false },
])("an applicant's whole way, $why", ({ width, javaScript }) => {
  test("apply, confirm, withdraw, and the offer moves on to the next, who takes it", async () => {
    const round = await given.published(organiser, few(1));
    const required = await rule(round.id, "required", "Du arbetar i kommun eller region i länet");
    const waiting = await (async () => {
      const page = await chrome.page({ width, javaScript, baseURL: url });
      const suffix = javaScript ? "skript" : "utan";
      await page.goto(`/cirklar/${round.slug}`);
      await page.getByRole("link", { name: "Anmäl dig", exact: true }).click();

      // Sent too early: everything that lacks is told, and nothing typed is lost.
      await page.getByLabel("Ditt namn").fill("Katarina Ödegård");
      await page.getByRole("button", { name: "Skicka anmälan" }).click();
      expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("9 saker behöver rättas");
      expect(await page.getByLabel("Ditt namn").inputValue()).toBe("Katarina Ödegård");

      await fillIn(page, { name: "Katarina Ödegård", email: `katarina.${suffix}@example.se` });
      await page.getByRole("radiogroup", { name: "Du arbetar i kommun eller region i länet" }).getByLabel("Ja").check();
      await page.getByLabel("Det här är avstämt med min chef").check();
      await page.getByLabel("Jag kan lägga cirka 70 timmar").check();
      await page.getByRole("button", { name: "Skicka anmälan" }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Titta i din inkorg");
      expect(page.url()).not.toContain("katarina");

      await page.goto(await mailedAddress(`katarina.${suffix}@example.se`, "anmalan/bekrafta"));
      await page.getByRole("button", { name: "Bekräfta min anmälan" }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Du har en plats");

      const next = await circle.confirmed(round.id, {
        meets: { [required]: "yes" },
        email: `nasta.${suffix}@example.se`,
      });
      expect(await circle.roster(round.id)).toEqual(["1 placed", "2 waitlisted"]);

      await page.getByRole("link", { name: "Lämna återbud" }).click();
      await page.getByRole("button", { name: "Lämna återbud" }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Din anmälan är återtagen");
      return { ...next, email: `nasta.${suffix}@example.se` };
    })();

    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 offered"]);
    const page = await chrome.page({ width, javaScript, baseURL: url });
    await page.goto(await mailedAddress(waiting.email, "erbjudande"));
    await page.getByRole("button", { name: "Ja, jag tar platsen" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Platsen är din");
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed"]);
  });
});

test("a draft stays on the device until it is sent, without what is sensitive (R011)", async () => {
  const round = await given.published(organiser, { asks_diet: true });
  const page = await chrome.page({ baseURL: url });
  await page.goto(`/cirklar/${round.slug}/anmalan`);
  await fillIn(page, { name: "Katarina Ödegård", email: "katarina.utkast@example.se" });
  await page.getByLabel("Specialkost eller allergi").fill("Vegetariskt");
  await page.waitForTimeout(500);
  const kept = String(await page.evaluate("JSON.stringify(localStorage)"));
  expect(kept).toContain("Ödegård");
  expect(kept).not.toContain("Vegetariskt");

  await page.reload();
  expect(await page.getByLabel("Ditt namn").inputValue()).toBe("Katarina Ödegård");
  await page.getByLabel("Det här är avstämt med min chef").check();
  await page.getByLabel("Jag kan lägga cirka 70 timmar").check();
  await page.getByRole("button", { name: "Skicka anmälan" }).click();
  await page.getByRole("heading", { name: "Titta i din inkorg" }).waitFor();
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

test("applying, confirming and withdrawing work by keyboard alone", async () => {
  const round = await given.published(organiser, few(1));
  const page = await chrome.page({ baseURL: url });
  const focused = () =>
    page.evaluate("document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent?.trim()");
  const tabTo = async (name: string) => {
    for (let step = 0; step < 60; step += 1) {
      if ((await focused()) === name) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Nothing called ${name} is reached`);
  };
  const type = async (name: string, words: string) => {
    await tabTo(name);
    await page.keyboard.type(words);
  };

  await page.goto(`/cirklar/${round.slug}/anmalan`);
  await type("name", "Katarina Ödegård");
  await type("email", "katarina.tangent@example.se");
  await type("employer", "Mölndals stad");
  await page.keyboard.press("Escape");
  await type("workplace", "Mottagningen");
  await type("profession", "Socialsekreterare");
  await tabTo("sector");
  await page.keyboard.press("Space");
  await type("managerName", "Bo Lind");
  await tabTo("managerDeclared");
  await page.keyboard.press("Space");
  await tabTo("hoursAccepted");
  await page.keyboard.press("Space");
  await tabTo("Skicka anmälan");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Titta i din inkorg" }).waitFor();

  await page.goto(await mailedAddress("katarina.tangent@example.se", "anmalan/bekrafta"));
  await tabTo("Bekräfta min anmälan");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Du har en plats" }).waitFor();
  await tabTo("Lämna återbud");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Lämna återbud" }).waitFor();
  await tabTo("Lämna återbud");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Din anmälan är återtagen" }).waitFor();
  expect(await circle.roster(round.id)).toEqual(["1 withdrawn"]);
});
