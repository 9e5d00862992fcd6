import { expect, test } from "vitest";
import type { RoundId } from "../../src/features/circles/round/round.ts";
import { browser } from "../browser.ts";
import { givenRegistrations } from "../given-registrations.ts";
import { day, givenRounds } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { db, ownerDb, url, app, now, itIs, mailTo, linkTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const { published } = givenRounds(ownerDb);
const { applied, roster } = givenRegistrations(db, ownerDb);
const chrome = browser();

type Round = { readonly id: RoundId; readonly slug: string };

/** Two places, chosen among those who have applied by 10 September; everybody is told on 20 September. */
const choosing = (): Promise<Round> =>
  published(unit, {
    title: "Evidens i vardagen",
    allocation: "selection",
    hard_capacity: 2,
    target_capacity: 2,
    notice_date: day("2027-09-20"),
  });

/** Somebody applies, and presses the button behind the link in their mail. */
async function appliesAndConfirms(round: Round, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(" ", ".")}@molndal.example.se`;
  await applied(round.id, { name, email }, now);
  const path = await linkTo(email);
  const answer = await app.request(path, { method: "POST", headers: { origin: url } });
  expect(answer.status).toBe(303);
  return email;
}

test(
  "nobody is placed before the day of notice; then all get their answer at once (R026)",
  { timeout: 120_000 },
  async () => {
    const round = await choosing();
    const [asta, bo, cim, dan] = [
      await appliesAndConfirms(round, "Asta Berg"),
      await appliesAndConfirms(round, "Bo Ceder"),
      await appliesAndConfirms(round, "Cim Dahl"),
      await appliesAndConfirms(round, "Dan Ek"),
    ];
    expect(await roster(round.id)).toEqual(["1 applied", "2 applied", "3 applied", "4 applied"]);
    const received = await mailTo(asta);
    expect(received.subject).toBe("Din anmälan till Evidens i vardagen är bekräftad");
    expect(received.text).toContain("20 september");

    // Somebody comes after the last day, and is told so.
    await itIs("2027-09-13T09:00");
    const eva = await appliesAndConfirms(round, "Eva Falk");
    expect((await mailTo(eva)).text).toContain("märkt som sen");

    const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
    const main = page.locator("main");
    await page.goto(`/planera/${round.slug}/urval`);
    expect(await main.textContent()).toContain("Ingen får veta något förrän beskeden skickas, tidigast");
    expect(await main.getByRole("article", { name: "Eva Falk" }).textContent()).toContain("Sen");

    const decide = async (name: string, outcome: string, reason: string) => {
      const form = page.getByRole("form", { name: `Beslut om ${name}` });
      await form.getByLabel("Skäl").fill(reason);
      await form.getByRole("button", { name: `${outcome} till ${name}`, exact: true }).click();
      await main.getByRole("article", { name }).getByText(outcome, { exact: true }).first().waitFor();
    };
    // A decision without a reason is none.
    const undecided = page.getByRole("form", { name: "Beslut om Asta Berg" });
    await undecided.getByRole("button", { name: "Plats till Asta Berg", exact: true }).click();
    await undecided.getByText("Fyll i det här fältet").waitFor();

    await page.goto(`/planera/${round.slug}/urval`);
    await decide("Asta Berg", "Plats", "Från en kommun som annars saknas");
    await decide("Bo Ceder", "Ingen plats", "Två från samma enhet");
    await decide("Cim Dahl", "Plats", "Möter brukarna varje dag");
    await decide("Dan Ek", "Reservplats", "Först i tur om någon lämnar återbud");

    // It is too early: nothing is sent, and still nobody has a place.
    await page.goto(`/planera/${round.slug}/urval/skicka`);
    expect(await main.textContent()).toContain("Beskeden kan skickas tidigast");
    expect(await page.getByRole("button", { name: /Skicka besked/u }).count()).toBe(0);
    const early = await app.request(`/planera/${round.slug}/urval/skicka`, {
      method: "POST",
      headers: { origin: url, cookie: await ground.signedIn(leader) },
    });
    expect(early.status).toBe(409);
    expect(await roster(round.id)).toEqual(Array.from({ length: 5 }, (_, index) => `${index + 1} applied`));
    expect((await mailTo(bo)).subject).toBe("Din anmälan till Evidens i vardagen är bekräftad");

    // The day has come, but one has no decision.
    await itIs("2027-09-20T08:00");
    await page.goto(`/planera/${round.slug}/urval/skicka`);
    expect(await main.textContent()).toContain("En anmälan saknar beslut");
    await page.goto(`/planera/${round.slug}/urval`);
    await decide("Eva Falk", "Ingen plats", "Anmälan kom efter sista dagen");
    await page.getByRole("link", { name: "Granska och skicka besked" }).click();
    await arrives(page, "Skicka alla besked");
    await page.getByRole("button", { name: "Skicka besked till 5 personer" }).click();
    await main.getByText("5 personer får sina besked nu").waitFor();
    expect(await roster(round.id)).toEqual(["1 placed", "2 declined", "3 placed", "4 waitlisted", "5 declined"]);

    const told = await Promise.all([asta, bo, cim, dan, eva].map(async (email) => (await mailTo(email)).subject));
    expect(told).toEqual([
      "Du har en plats i Evidens i vardagen",
      "Besked om Evidens i vardagen",
      "Du har en plats i Evidens i vardagen",
      "Du har reservplats 1 i Evidens i vardagen",
      "Besked om Evidens i vardagen",
    ]);
    const no = await mailTo(bo);
    expect(no.text).toContain("Skälet: Två från samma enhet");
    for (const other of ["Asta", "Cim", "Dan", "Eva"]) expect(no.text).not.toContain(other);

    // The one with a place opens their page behind the link.
    const visitor = await chrome.page({ baseURL: url, width: 390 });
    await visitor.goto(await linkTo(cim));
    await arrives(visitor, "Du har en plats");
  },
);
