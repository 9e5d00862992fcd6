import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { BodyId } from "../../src/features/meetings/body/body.ts";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { givenMeetings } from "../given-meetings.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { ownerDb, url, itIs, work, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const { person } = given(ownerDb);
const { body, sits } = givenMeetings(ownerDb);

const family = "Familjenätverket";
const disability = "Funktionsnätverket";
const mandate = "Får besluta om gemensamma rutiner.";
const familyId = await body(unit, { name: family, slug: "familj", mandate });
const disabilityId = await body(unit, { name: disability, slug: "funktion", mandate });

async function seated(name: string, ...bodies: BodyId[]) {
  const email = `${name.toLowerCase().split(" ")[0]}@example.se`;
  const id = await person({ name, email });
  for (const each of bodies) await sits(each, id);
  return { id, name, email };
}
for (const each of [familyId, disabilityId]) await sits(each, leader, "secretary");
const asta = await seated("Asta Berg", familyId);
const bo = await seated("Bo Ceder", disabilityId);
const rut = await seated("Rut Dahl", familyId, disabilityId);
const maja = { id: leader, name: "Maja Ek", email: "maja.ek@example.se" };

// What is talked about, and in which part.
const common = "Rutin vid utskrivning";
const trip = "Yrkesresan";
const coaching = "Handledning";
const housing = "Boendestöd";

test(
  "a joint meeting from the call to the minutes sent, each with the common part and their own (R178, R210, R212)",
  { timeout: 240_000 },
  async () => {
    // No script runs: what the leader does here can be done in any browser.
    const page = await chrome.page({ baseURL: url, javaScript: false, cookies: await cookiesOf(leader) });
    const main = page.locator("main");

    const slug = await plan(page, "Gemensamt möte i april", "2027-04-15");
    const next = await plan(page, "Gemensamt möte i maj", "2027-05-20");
    await add(page, slug, common);
    await add(page, slug, trip, family);
    await add(page, slug, coaching, family);
    await add(page, slug, housing, disability);

    // Called: one mail to each, with no more of the agenda than is theirs.
    await page.goto(`/mote/${slug}`);
    await main.getByRole("button", { name: "Skicka kallelsen" }).click();
    await main.getByText("Kallelsen är på väg till 4 personer").waitFor();
    const called = async (who: typeof asta, told: readonly string[], untold: readonly string[], month = "april") => {
      const { text } = await onlyMailTo(who.email, `Kallelse: Gemensamt möte i ${month}`);
      for (const each of told) expect(text, who.name).toContain(each);
      for (const each of untold) expect(text, who.name).not.toContain(each);
    };
    await called(asta, [common, family, trip, coaching], [disability, housing]);
    await called(bo, [common, disability, housing], [family, trip, coaching]);
    await called(rut, [common, family, trip, coaching, disability, housing], []);
    await called(maja, [common, family, trip, coaching, disability, housing], []);

    // The day: who is there is noted, and who sits in both is one person on two lines.
    await itIs("2027-04-15T13:15");
    await page.goto(`/mote/${slug}/narvaro`);
    await main.getByRole("button", { name: `Fått förhinder: ${asta.name}` }).click();
    await main.getByRole("button", { name: `Notera övriga som här: ${family}` }).click();
    await main.getByRole("button", { name: `Notera övriga som här: ${disability}` }).click();
    await main.getByText("3 rader, 3 personer").first().waitFor();
    await page.goto(`/mote/${slug}`);
    await main
      .getByText(/3 personer på 5 rader/u)
      .first()
      .waitFor();

    // The minutes: an item for each on the agenda, each said what became of it.
    await page.goto(`/mote/${slug}/anteckningar`);
    await main.getByRole("button", { name: "Börja anteckna" }).click();
    await main.getByText("Nu går det att anteckna").waitFor();
    await write(page, common, "Alla följer samma ordning.");
    await settle(page, common, "Beslut", () =>
      page.locator('[name="details.outcome"]').fill("Den gemensamma rutinen gäller från 1 maj."),
    );
    await write(page, trip, "Kommunerna vill ha ett gemensamt förslag.");
    await settle(page, trip, "Uppdrag", async () => {
      await page.locator('[name="details.outcome"]').fill("Ta fram ett förslag till yrkesresa.");
      await page.locator('[name="details.ownerPerson"]').selectOption({ label: asta.name });
      await page.locator('[name="details.deliverables.0.text"]').fill("En kostnadsberäkning");
      await page.locator('[name="details.deliverables.0.dueOn"]').fill("2027-05-12");
      await page.locator('[name="details.deliverables.1.text"]').fill("Ett färdigt förslag");
      await page.locator('[name="details.deliverables.1.dueOn"]').fill("2027-09-30");
    });
    await write(page, coaching, "Gruppen hann inte klart.");
    await settle(page, coaching, "Fortsätter");
    await write(page, housing, "Avtalet är inte klart.");
    await settle(page, housing, "Parkerad", async () => {
      await page.locator('[name="details.reason"]').fill("Väntar på det nya avtalet.");
      await page.getByRole("radio", { name: "En dag" }).check();
      await page.locator('[name="details.parkedUntil"]').fill("2027-05-10");
    });

    // While it is written it is read by those whose part it is, nobody is sent anything, and the next agenda is empty.
    const writing = await chrome.page({ baseURL: url, width: 390, cookies: await cookiesOf(bo.id) });
    await writing.goto(`/mote/${slug}/anteckningar`);
    await arrives(writing, "Minnesanteckningar");
    const seen = (await writing.locator("main").textContent()) ?? "";
    for (const each of [common, housing]) expect(seen).toContain(each);
    for (const each of [trip, coaching]) expect(seen).not.toContain(each);
    await page.goto(`/mote/${slug}/utskick`);
    expect(await main.getByRole("button", { name: /^Skicka till/u }).count()).toBe(0);
    await page.goto(`/mote/${next}`);
    for (const each of [common, trip, coaching, housing]) expect(await main.textContent()).not.toContain(each);

    // Part for part it is finished.
    await page.goto(`/mote/${slug}/anteckningar`);
    for (const left of [3, 2, 1]) {
      const ready = main.getByRole("link", { name: "Gör klart", exact: true });
      expect(await ready.count()).toBe(left);
      await ready.first().click();
      await arrives(page, "Gör klart");
      await main.getByRole("button", { name: "Gör klart" }).click();
      await main.getByText("Anteckningarna är klara", { exact: true }).first().waitFor();
    }

    // Sent: one mail to each, which leads to the common part and their own.
    await itIs("2027-04-16T09:00");
    await page.goto(`/mote/${slug}/utskick`);
    await main.getByRole("button", { name: "Skicka till 4 mottagare" }).click();
    await main.getByText("Skickat till 4 mottagare").waitFor();
    await main.getByText("Alla har fått allt som är klart").waitFor();
    const words = {
      common: "Den gemensamma rutinen gäller från 1 maj.",
      family: ["Ta fram ett förslag till yrkesresa.", "En kostnadsberäkning", "Gruppen hann inte klart."],
      disability: ["Avtalet är inte klart.", "Väntar på det nya avtalet."],
    };
    const reads = async (
      who: typeof asta,
      own: readonly string[],
      told: readonly string[],
      untold: readonly string[],
    ) => {
      const mail = await onlyMailTo(who.email, "Minnesanteckningar: Gemensamt möte i april");
      expect(mail.text).toContain("den gemensamma delen");
      for (const each of [family, disability])
        expect(mail.text.includes(`delen för ${each}`), `${who.name}: ${each}`).toBe(own.includes(each));
      for (const each of untold) expect(mail.text, who.name).not.toContain(each);
      const reader = await chrome.page({ baseURL: url, width: 390, cookies: await cookiesOf(who.id) });
      await reader.goto(mail.path ?? "");
      await arrives(reader, "Minnesanteckningar: Gemensamt möte i april");
      const shown = (await reader.locator("main").textContent()) ?? "";
      for (const each of [words.common, ...told]) expect(shown, who.name).toContain(each);
      for (const each of untold) expect(shown, who.name).not.toContain(each);
    };
    await reads(asta, [family], words.family, words.disability);
    await reads(bo, [disability], words.disability, words.family);
    await reads(rut, [family, disability], [...words.family, ...words.disability], []);

    // The next agenda has taken what comes back, each in its own part and with why; what was decided stays away.
    const agenda = page.locator("#dagordning");
    await page.goto(`/mote/${next}`);
    const parts = await Promise.all(
      [family, disability].map((name) =>
        agenda
          .locator("section")
          .filter({ has: page.getByRole("heading", { name, exact: true }) })
          .textContent(),
      ),
    );
    expect(parts[0]).toContain(coaching);
    expect(parts[0]).toMatch(/Fortsätter sedan .*15 april/u);
    expect(parts[0]).toContain(trip);
    expect(parts[0]).toMatch(/Uppdrag som skulle vara klart .*12 maj/u);
    expect(parts[0]).not.toContain(housing);
    expect(parts[1]).toContain(housing);
    expect(parts[1]).toMatch(/Parkerad till .*10 maj/u);
    expect(parts[1]).not.toContain(trip);
    expect(await agenda.textContent()).not.toContain(common);

    // And so it is called, once the days have passed.
    await itIs("2027-05-14T09:00");
    await page.goto(`/mote/${next}`);
    await main.getByRole("button", { name: "Skicka kallelsen" }).click();
    await main.getByText("Kallelsen är på väg till 4 personer").waitFor();
    await called(asta, [trip, "Uppdrag som skulle vara klart", coaching], [common, housing], "maj");
    await called(bo, [housing, "Parkerad till"], [common, trip, coaching], "maj");
    await called(rut, [trip, coaching, housing], [common], "maj");
  },
);

/** Plans a meeting of both networks. Gives its name in addresses. */
async function plan(page: Page, title: string, day: string): Promise<string> {
  await page.goto("/mote/nytt?grupp=familj,funktion");
  await arrives(page, "Planera ett möte");
  for (const name of [family, disability]) expect(await page.getByRole("checkbox", { name }).isChecked()).toBe(true);
  await page.getByLabel("Vad mötet heter").fill(title);
  await page.locator('[name="day"]').fill(day);
  await page.locator('[name="starts"]').fill("13:00");
  await page.locator('[name="ends"]').fill("15:00");
  await page.getByRole("radio", { name: "På plats", exact: true }).check();
  await page.locator('[name="venue"]').fill("Stadshuset, Enköping");
  await page.getByRole("button", { name: "Lägg upp mötet" }).click();
  await page.getByText("Mötet är upplagt").waitFor();
  return new URL(page.url()).pathname.replace("/mote/", "");
}

/** Adds to the agenda, in the common part unless a network is named. */
async function add(page: Page, slug: string, title: string, part?: string): Promise<void> {
  await page.goto(`/mote/${slug}`);
  await page.getByRole("link", { name: "Lägg till en punkt" }).click();
  await arrives(page, "Lägg till en punkt");
  await page.getByLabel("Rubrik").fill(title);
  if (part) await page.locator('[name="bodyId"]').selectOption({ label: part });
  await page.getByRole("button", { name: "Lägg till en punkt" }).click();
  await page.getByText("Punkten är tillagd").waitFor();
}

async function write(page: Page, heading: string, text: string): Promise<void> {
  await page.getByRole("button", { name: `Skriv under ${heading}` }).click();
  await arrives(page, heading);
  await page.getByLabel("Vad sades?").fill(text);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Texten är sparad").waitFor();
}

/** Says what became of an item: its kind, and what that kind asks. */
async function settle(page: Page, heading: string, kind: string, fill?: () => Promise<unknown>): Promise<void> {
  await page.getByRole("link", { name: `Vad blev det av ${heading}?` }).click();
  await arrives(page, "Vad blev det?");
  await page.getByRole("link", { name: kind, exact: true }).click();
  await arrives(page, kind);
  await fill?.();
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Punkten är sparad").waitFor();
}

/** The one mail with this subject that somebody has got, once all has been written; its lines run together. */
async function onlyMailTo(address: string, subject: string) {
  await work();
  const mails = await ownerDb
    .selectFrom("mail")
    .where("to_address", "=", address)
    .where("subject", "like", `${subject}%`)
    .select("body_text")
    .execute();
  expect(mails.length, `mails to ${address}: ${subject}`).toBe(1);
  const { path } = await ground.mailTo(address);
  return { text: mails[0]?.body_text?.replaceAll(/\s+/gu, " ") ?? "", path };
}
