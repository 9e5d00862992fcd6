import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { givenMeetings } from "../given-meetings.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { ways } from "./seen.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { ownerDb, url, itIs, mailTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const { body, sits } = givenMeetings(ownerDb);

let networks = 0;

/** A network that may decide: the leader is its secretary, and one more sits in it. */
async function network() {
  networks += 1;
  const slug = `familj-${networks}`;
  const email = `asta.${networks}@example.se`;
  const id = await body(unit, { name: `Familjenätverket ${networks}`, slug, mandate: "Får besluta om rutiner." });
  await sits(id, leader, "secretary");
  await sits(id, await given(ownerDb).person({ name: "Asta Berg", email }));
  return { slug, email };
}

test.each(ways)(
  "a network meets, from its page to the notes sent, $how (R178, R210-R214)",
  { timeout: 300_000 },
  async ({ hand: handOf, javaScript, width }) => {
    await itIs("2027-03-22T09:00");
    const { slug, email } = await network();
    const page = await chrome.page({ baseURL: url, javaScript, width, cookies: await cookiesOf(leader) });
    const hand = handOf(page);
    const main = page.locator("main");
    const press = (name: string) => hand.press(main.getByRole("button", { name, exact: true }));
    const follow = (name: string) => hand.press(main.getByRole("link", { name, exact: true }).first());
    const says = (words: string) => main.getByText(words, { exact: true }).first().waitFor();
    const write = (label: string, text: string) => hand.write(page.getByLabel(label).first(), text);

    // Planned from the page of the network, which is ticked already.
    await page.goto(`/grupper/${slug}`);
    await follow("Planera ett möte");
    await arrives(page, "Planera ett möte");
    expect(await page.getByRole("checkbox", { name: `Familjenätverket ${networks}` }).isChecked()).toBe(true);
    await write("Vad mötet heter", "Aprilmötet");
    await hand.date(page.locator('[name="day"]'), "2027-04-15");
    await hand.date(page.locator('[name="starts"]'), "13:00");
    await hand.date(page.locator('[name="ends"]'), "15:00");
    await hand.tick(page.getByRole("radio", { name: "På plats", exact: true }));
    await hand.write(page.locator('[name="venue"]'), "Stadshuset, Enköping");
    await press("Lägg upp mötet");
    await says("Mötet är upplagt");

    // The agenda, and the call.
    for (const title of ["Rutin vid utskrivning", "Boendestöd"]) {
      await follow("Lägg till en punkt");
      await arrives(page, "Lägg till en punkt");
      await write("Rubrik", title);
      await press("Lägg till en punkt");
      await says("Punkten är tillagd");
    }
    await press("Skicka kallelsen");
    await says("Kallelsen är på väg till 2 personer");
    expect((await mailTo(email)).text).toContain("Rutin vid utskrivning");

    // The day: who came, and then the notes.
    await itIs("2027-04-15T13:15");
    await page.reload();
    await follow("Notera närvaro");
    await arrives(page, "Närvaro");
    await press("Fått förhinder: Asta Berg");
    await main.getByRole("button", { name: "Ta bort det som är noterat om Asta Berg" }).waitFor();
    await press(`Notera övriga som här: Familjenätverket ${networks}`);
    await main.getByText("1 rad, 1 person").first().waitFor();
    await follow("Aprilmötet");
    await arrives(page, "Aprilmötet");
    await follow("Börja anteckna");
    await arrives(page, "Minnesanteckningar");
    await press("Börja anteckna");
    await says("Nu går det att anteckna");

    const note = async (heading: string, text: string, kind: string, fill: () => Promise<void>) => {
      await press(`Skriv under ${heading}`);
      await arrives(page, heading);
      await write("Vad sades?", text);
      await press("Spara");
      await says("Texten är sparad");
      await follow(`Vad blev det av ${heading}?`);
      await arrives(page, "Vad blev det?");
      await follow(kind);
      await arrives(page, kind);
      await fill();
      await press("Spara");
      await says("Punkten är sparad");
    };
    await note("Rutin vid utskrivning", "Alla följer samma ordning.", "Beslut", () =>
      write("Vad beslutades?", "Rutinen gäller från 1 maj."),
    );
    await note("Boendestöd", "Avtalet är inte klart.", "Parkerad", async () => {
      await write("Varför väntar gruppen?", "Väntar på det nya avtalet.");
      await hand.tick(page.getByRole("radio", { name: "En dag", exact: true }));
      await hand.date(page.locator('[name="details.parkedUntil"]'), "2027-05-10");
    });

    // Finished, and sent to those who sit there.
    await follow("Gör klart");
    await arrives(page, "Gör klart");
    await press("Gör klart");
    await says("Anteckningarna är klara");
    await follow("Aprilmötet");
    await arrives(page, "Aprilmötet");
    await follow("Utskick");
    await arrives(page, "Utskick");
    await press("Skicka till 2 mottagare");
    await says("Skickat till 2 mottagare");

    // The other one reads it, and finds the same.
    const { path = "" } = await mailTo(email);
    await page.goto(path);
    await arrives(page, "Minnesanteckningar: Aprilmötet");
    const read = (await main.textContent()) ?? "";
    for (const words of ["Rutinen gäller från 1 maj.", "Väntar på det nya avtalet.", "10 maj"])
      expect(read).toContain(words);
  },
);
