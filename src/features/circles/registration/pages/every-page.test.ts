import { describe, expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../../../../../test/browser.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, url, links, rule, few, asking, selecting, offered, read, press } = stage;
const chrome = browser();
const cookie = await stage.cookieOf("developmentLeader");
const [cookieName = "", cookieValue = ""] = cookie.split("=");
const cookies = [{ name: cookieName, value: decodeURIComponent(cookieValue), url }];

const long = "Barnrättsperspektivet i socialtjänstens myndighetsutövning och verksamhetsutvecklingsarbete";
const whole = await given.published(organiser, {
  title: long,
  asks_diet: true,
  asks_age_group: true,
  material_by_post: true,
  manager_consultation: "confirmed",
});
await rule(whole.id, "required", "Du arbetar i kommun eller region i länet");
await rule(whole.id, "recommended", "Du har högskoleutbildning");
const plain = await given.published(organiser);
const ask = await asking();
const offer = await offered();
const full = await given.published(organiser, { ...few(1), title: long });
const [placed, waiting] = await circle.queue(full.id, 2, {
  name: "Elsa-Maria Björkengren-Hallström af Ugglas",
  workplace: "Individ- och familjeomsorgsförvaltningens mottagningsenhet",
  motivation: "Vi möter barnen sent.",
});
const chosen = await selecting();
const [candidate] = await circle.queue(chosen.id, 3, { motivation: "Vi möter barnen sent." });
await press(
  `/planera/${chosen.slug}/urval/${candidate}`,
  { [`outcome-${candidate}`]: "place", [`reason-${candidate}`]: "Bredd" },
  cookie,
);
const unconfirmed = await circle.applied(plain.id);
const empty = await selecting();

const forAll = {
  "the form": `/cirklar/${whole.slug}/anmalan`,
  "the form where the manager's word is declared": `/cirklar/${plain.slug}/anmalan`,
  "the page of thanks": `/cirklar/${plain.slug}/anmalan/tack?senast=2027-06-09`,
  "a confirmation": await links.confirm(unconfirmed.id),
  "a confirmation that is done": await links.confirm(placed!),
  "a link that leads nowhere": "/anmalan/min/x",
  "one's own page with a place": await links.own(placed!),
  "one's own page on the waiting list": await links.own(waiting!),
  "one's own page with a kept place": await links.own(ask.id),
  "one's own page with an offer": await links.own(offer.second),
  "one's own page after withdrawing": await links.own(offer.first),
  "one's own page in a selection": await links.own(candidate!),
  withdrawing: `${await links.own(placed!)}/aterbud`,
  "the manager's page": await links.manager(ask.id),
  "an offer": await links.offer(offer.second),
};
const forPlanners = {
  "the roster": `/planera/${full.slug}/anmalningar`,
  "an empty roster": `/planera/${whole.slug}/anmalningar`,
  "an applicant": `/planera/${full.slug}/anmalningar/${placed}`,
  "an applicant whose manager has not answered": `/planera/${ask.round.slug}/anmalningar/${ask.id}`,
  "an applicant with an offer": `/planera/${offer.round.slug}/anmalningar/${offer.second}`,
  "turning somebody down": `/planera/${full.slug}/anmalningar/${placed}/neka`,
  "withdrawing for somebody": `/planera/${full.slug}/anmalningar/${placed}/aterbud`,
  "the selection": `/planera/${chosen.slug}/urval`,
  "a selection with nobody": `/planera/${empty.slug}/urval`,
  "before the answers": `/planera/${chosen.slug}/urval/skicka`,
  "the mails": `/planera/${whole.slug}/utskick`,
  "one mail": `/planera/${whole.slug}/utskick/manager-request`,
};
const every = [
  ...Object.entries(forAll).map(([what, path]) => ({ what, path, planner: false })),
  ...Object.entries(forPlanners).map(([what, path]) => ({ what, path, planner: true })),
];

describe.each(every)("$what", ({ path, planner }) => {
  test("is accessible in light and dark, and fits on the narrowest screen", async () => {
    const page = await chrome.page({ width: 390, baseURL: url, ...(planner ? { cookies } : {}) });
    await page.goto(path);
    for (const summary of await page.locator("details > summary").all()) await summary.click();
    await expectAccessible(page);
    await expectFits(page);
  });

  test("is valid HTML with one heading of the first level", async () => {
    const { page } = await read(path, planner ? cookie : "");
    await expectValidHtml(page);
    expect(page.match(/<h1/g)).toHaveLength(1);
  });
});

test("a form with everything wrong is accessible and valid", async () => {
  const { page: markup } = await press(`/cirklar/${whole.slug}/anmalan`, { name: "a".repeat(300), email: "x" });
  await expectValidHtml(markup);
  const page = await chrome.page({ width: 390, baseURL: url });
  await page.goto(`/cirklar/${whole.slug}/anmalan`);
  await page.getByRole("button", { name: "Skicka anmälan" }).click();
  await page.locator("[data-error-summary]").waitFor();
  await expectAccessible(page);
  await expectFits(page);
});

test.each(every)("in English: $what", async ({ path, planner }) => {
  const { page } = await read(`${path}${path.includes("?") ? "&" : "?"}lang=en`, planner ? cookie : "");
  expect(page).toContain('<html lang="en">');
});
