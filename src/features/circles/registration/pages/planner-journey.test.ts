import { describe, expect, test } from "vitest";
import { browser } from "../../../../../test/browser.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, url, links, asking, selecting, few } = stage;
const chrome = browser();

/** The browser of somebody who plans the organiser's circles. */
async function planner(options: { width?: number; javaScript?: boolean } = {}) {
  const [name = "", value = ""] = (await stage.cookieOf("developmentLeader")).split("=");
  return chrome.page({ ...options, baseURL: url, cookies: [{ name, value: decodeURIComponent(value), url }] });
}
const ways = [
  { why: "with script at a desk", width: 1280, javaScript: true },
  { why: "without script on a phone", width: 390, javaScript: false },
];

describe.each(ways)("a manager, $why (R115)", ({ width, javaScript }) => {
  test("asks first, gets the answer, and says yes", async () => {
    const { round, id } = await asking();
    const page = await chrome.page({ width, javaScript, baseURL: url });
    await page.goto(await links.manager(id));
    await page.getByText("Jag har en fråga").click();
    await page.getByLabel("Vad undrar du?").fill("Kan det göras på distans?");
    await page.getByRole("button", { name: "Skicka frågan" }).click();
    await page.getByText("Din fråga är skickad").waitFor();
    await page.getByRole("button", { name: "Ja, det är avstämt" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tack, du har svarat ja");
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
  });

  test("says no, and the applicant sees it", async () => {
    const { round, id } = await asking();
    const page = await chrome.page({ width, javaScript, baseURL: url });
    await page.goto(await links.manager(id));
    await page.getByRole("button", { name: "Nej", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tack, du har svarat nej");
    expect(await circle.roster(round.id)).toEqual(["1 ineligible"]);
    await page.goto(await links.own(id));
    await page.getByText("Din chef har svarat nej").waitFor();
  });
});

describe.each(ways)("a planner, $why", ({ width, javaScript }) => {
  test("chooses among applicants, sees the balance, and sends all answers at once (R026, R102)", async () => {
    const round = await selecting();
    for (const name of ["Ali Noor", "Berit Holm", "Cia Strand"])
      await circle.confirmed(round.id, { name, employer: `${name}s kommun` });
    const page = await planner({ width, javaScript });
    await page.goto(`/planera/${round.slug}/urval`);
    await page.getByText("0 av 2 platser valda").waitFor();

    const ali = page.getByRole("article", { name: "Ali Noor" });
    await ali.getByLabel("Skäl").fill("Bredd över kommunerna");
    // Something half-written elsewhere stays where script keeps the page; without it, it is sent on its own.
    await ali.getByRole("button", { name: "Plats till Ali Noor", exact: true }).click();
    await page.getByText("1 av 2 platser valda").waitFor();
    expect(await ali.getByText("Plats", { exact: true }).first().isVisible()).toBe(true);

    await page.getByLabel("Ingen plats").last().check();
    await page.getByLabel("Skäl").last().fill("Fler sökande än platser");
    await page.getByRole("button", { name: "Besluta om 2 personer" }).click();
    await page.getByText("Alla har ett beslut").waitFor();

    stage.goTo(noon("2027-06-21"));
    await page.goto(`/planera/${round.slug}/urval`);
    await page.getByRole("link", { name: "Granska och skicka besked" }).click();
    await page.getByRole("button", { name: "Skicka besked till 3 personer" }).click();
    await page.getByText("3 personer får sina besked nu").waitFor();
    stage.goTo(noon("2027-06-07"));
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 declined", "3 declined"]);
  });

  test("finds an applicant, turns them down with a reason, and takes it back", async () => {
    const round = await given.published(organiser, few(1));
    await circle.confirmed(round.id, { name: "Ali Noor" });
    const page = await planner({ width, javaScript });
    await page.goto(`/planera/${round.slug}/anmalningar`);
    await page.getByRole("link", { name: "Har plats" }).click();
    await page.getByRole("link", { name: "Ali Noor" }).click();
    await page.getByRole("link", { name: "Neka med skäl" }).click();
    await page.getByRole("button", { name: "Neka anmälan" }).click();
    await page.getByLabel("Skäl").fill("Arbetar i ett annat län");
    await page.getByRole("button", { name: "Neka anmälan" }).click();
    await page.getByText("Anmälan är nekad, och personen får ett mejl med skälet").waitFor();
    await page.getByRole("button", { name: "Ta tillbaka nekandet" }).click();
    await page.getByText("Anmälan gäller igen, och personen får ett mejl").waitFor();
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
  });
});

test("with script, a choice keeps what is half-written about somebody else, and where the focus was", async () => {
  const round = await selecting();
  for (const name of ["Ali Noor", "Berit Holm"]) await circle.confirmed(round.id, { name });
  const page = await planner();
  await page.goto(`/planera/${round.slug}/urval`);
  await page.getByRole("article", { name: "Berit Holm" }).getByLabel("Skäl").fill("Halvskrivet");
  const ali = page.getByRole("article", { name: "Ali Noor" });
  await ali.getByLabel("Skäl").fill("Bredd");
  await ali.getByRole("button", { name: "Reservplats till Ali Noor" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("1 saknar beslut").or(page.getByText("En saknar beslut")).waitFor();
  expect(await page.getByRole("article", { name: "Berit Holm" }).getByLabel("Skäl").inputValue()).toBe("Halvskrivet");
  expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe("Reservplats till Ali Noor");
});

test("a mail can be read in its frame, and the frame runs nothing", async () => {
  const round = await given.published(organiser);
  const page = await planner();
  await page.goto(`/planera/${round.slug}/utskick`);
  await page.getByRole("link", { name: "Du har en plats" }).click();
  const frame = page.frameLocator("iframe.mail-frame");
  await frame.getByText("Du har en plats i Tidiga samordnade insatser. Välkommen.").waitFor();
  await page.getByText("Samma mejl som ren text").click();
  expect(await page.locator(".mail-text").textContent()).toContain("Välkommen");
});
