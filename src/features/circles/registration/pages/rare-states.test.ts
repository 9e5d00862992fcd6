import { expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../../../../../test/browser.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, url, links, rule, few, asking, selecting, offered, read } = stage;
const chrome = browser();
const cookie = await stage.cookieOf("developmentLeader");
const [cookieName = "", cookieValue = ""] = cookie.split("=");
const cookies = [{ name: cookieName, value: decodeURIComponent(cookieValue), url }];

/**
 * The pages in the states that the demo does not reach; test/page-sweep.test.ts looks at every address once, in its
 * usual state.
 */
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
const empty = await selecting();

const forAll = {
  "the form with every question": `/cirklar/${whole.slug}/anmalan`,
  "a confirmation that is done": await links.confirm(placed!),
  "a link that leads nowhere": "/anmalan/min/x",
  "one's own page on the waiting list": await links.own(waiting!),
  "one's own page with a kept place": await links.own(ask.id),
  "one's own page with an offer": await links.own(offer.second),
  "one's own page after withdrawing": await links.own(offer.first),
  "one's own page in a selection": await links.own(candidate!),
};
const forPlanners = {
  "a full roster with long names": `/planera/${full.slug}/anmalningar`,
  "an empty roster": `/planera/${whole.slug}/anmalningar`,
  "an applicant with an offer": `/planera/${offer.round.slug}/anmalningar/${offer.second}`,
  "a selection with nobody": `/planera/${empty.slug}/urval`,
};
const states = [
  ...Object.entries(forAll).map(([what, path]) => ({ what, path, planner: false })),
  ...Object.entries(forPlanners).map(([what, path]) => ({ what, path, planner: true })),
];

test.each(states)("$what is valid, accessible in light and dark, and fits", async ({ path, planner }) => {
  const page = await chrome.page({ width: 390, baseURL: url, ...(planner ? { cookies } : {}) });
  const response = await page.goto(path);
  for (const summary of await page.locator("details > summary").all()) await summary.click();
  await expectAccessible(page);
  await expectFits(page);
  await expectValidHtml(await response!.text());
});

test.each(states)("$what is in English for those who want it", async ({ path, planner }) => {
  const { page } = await read(`${path}?lang=en`, planner ? cookie : "");
  expect(page).toContain('<html lang="en">');
});
