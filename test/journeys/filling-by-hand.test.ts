import { expect, test } from "vitest";
import { HarvestSourceId } from "../../src/features/knowledge/filling/filling.ts";
import { harvest } from "../../src/features/knowledge/filling/harvest/commands.ts";
import { outsideOf } from "../../src/platform/outside/ask-outside.ts";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { oaiServer, plainTitlePage } from "../oai-server.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { handOn } from "./hand-on-page.ts";
import { expectNoTrap, expectSeen, ways } from "./seen.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { db, ownerDb, url, config, now, itIs, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const colleague = await given(ownerDb).person({ name: "Siv Alm", email: "siv.alm@example.se" });
await given(ownerDb).role(colleague, "developmentLeader", { organisation: unit });

let archives = 0;

test.each(ways)(
  "what an archive has brought is gone through, made an item and published, $how (R132, R144)",
  { timeout: 300_000 },
  async (way) => {
    await itIs("2027-03-22T09:00");
    archives += 1;
    const part = (number: number) => `Barns delaktighet ${archives}, del ${number}`;
    const server = await oaiServer({
      records: 3,
      dc: (number) =>
        plainTitlePage(number)
          .replace(`Barns delaktighet, del ${number}`, part(number))
          .replaceAll(/arkiv\.|record\//gu, (each) => `${each}${archives}-`),
    });
    const { javaScript, width } = way;
    const as = async (id: typeof leader) =>
      handOn(await chrome.page({ baseURL: url, javaScript, width, cookies: await cookiesOf(id) }), way);
    const maja = await as(leader);
    const { page, hand, main } = maja;

    // An archive is told of: an address that is none is put right.
    await page.goto("/hamta/kallor");
    await maja.isOpen();
    await maja.follow("Lägg till ett arkiv", "Lägg till ett arkiv");
    await maja.write("name", `Arkiv ${archives}`);
    await maja.write("address", "arkivet");
    await maja.press("Lägg till ett arkiv");
    await maja.isRefused("adress", { name: `Arkiv ${archives}`, address: "arkivet" });
    await maja.write("address", server.address);
    await maja.press("Lägg till ett arkiv");
    await maja.says("Arkivet är tillagt");
    const { id } = await ownerDb
      .selectFrom("harvest_source")
      .where("address", "=", server.address)
      .select("id")
      .executeTakeFirstOrThrow();
    const asking = { outside: outsideOf(config), pause: 0, budget: 60_000 };
    expect(await harvest(db, now, HarvestSourceId.parse(id), asking)).toBe("ended");

    // The list: two are left out, one of them by a mistake that is taken back.
    await page.goto("/hamtat");
    await maja.isOpen();
    for (const number of [0, 1]) await hand.tick(main.getByRole("checkbox", { name: part(number) }));
    await maja.press("Välj bort de markerade");
    await maja.says("De är bortvalda");
    expect(await main.getByRole("link", { name: part(0) }).count()).toBe(0);
    await hand.choose(maja.named("visa"), "Bortvalda");
    await maja.press("Visa");
    await maja.follow(part(1), part(1));
    await maja.press("Lägg tillbaka i listan");
    await maja.says("Den står i listan igen");

    // Made a draft: nothing is taken before it is said what kind of knowledge it is.
    await maja.isOpen();
    await maja.press("Ta in som utkast");
    await maja.isRefused("Välj", { title: part(1) });
    await hand.tick(main.getByRole("radio", { name: /^Forskning/u }));
    await maja.press("Ta in som utkast");

    // Its summary is written in one's own words, and it is reviewed by a colleague.
    await arrives(page, "Ändra");
    const item = new URL(page.url()).pathname.replace("/andra", "");
    await maja.isOpen();
    await maja.write("says", "Barn som får berätta i egen takt säger mer.");
    await maja.write("use", "Låt barnet välja rum.");
    await maja.press("Spara utkastet");
    await maja.says("Ändringen är sparad i utkastet");
    await maja.follow("Skicka för granskning", "Granskning");
    await maja.follow("Skicka för granskning", "Skicka för granskning");
    await hand.tick(main.getByRole("checkbox", { name: "Siv Alm" }));
    await maja.press("Skicka för granskning");
    await maja.says("Texten är skickad för granskning");

    const siv = await as(colleague);
    await siv.page.goto(`${item}/granska/svara`);
    await siv.isOpen();
    await siv.tick("Behöver ändras");
    await siv.press("Skicka svaret");
    await siv.isRefused("Skriv", {});
    await siv.tick("Kan publiceras");
    await siv.press("Skicka svaret");
    await siv.says("Tack, svaret har gått till den som skrev");

    // Published, and open to everybody.
    await page.goto(`${item}/granska`);
    await maja.says("Kan publiceras");
    await maja.follow("Publicera", "Publicera");
    await hand.date(maja.named("reviewDue"), "2029-03-22");
    await maja.press("Publicera");
    await arrives(page, part(1));
    await maja.says("Texten är publicerad");
    await maja.isOpen();
    const reader = await chrome.page({ baseURL: url, javaScript, width });
    await reader.goto(item);
    await reader.getByText("Låt barnet välja rum.").waitFor();
  },
);

test("in the list, what holds the keyboard and a box whose place is hidden are found", async () => {
  const cookies = await cookiesOf(leader);
  const page = await chrome.page({ baseURL: url, width: 390, cookies });
  await page.goto("/hamtat");
  await expectNoTrap(page);
  await page.evaluate("document.querySelector('[name=candidates]').onkeydown = (event) => event.preventDefault()");
  await expect(expectNoTrap(page)).rejects.toThrow("without leaving the page");
  await page.goto("/hamtat");
  // Round a box the ring takes in its words, so both are taken away.
  await page.evaluate(`for (const each of document.querySelectorAll(".ds-field, [name=candidates]"))
    each.style.outline = "none"`);
  await page.locator("[name=candidates]").first().focus();
  await expect(expectSeen(page)).rejects.toThrow("has no ring");
});
