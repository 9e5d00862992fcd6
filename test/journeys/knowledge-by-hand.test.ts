import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { givenKnowledge } from "../given-knowledge.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { handOn } from "./hand-on-page.ts";
import { expectNoTrap, expectSeen, ways } from "./seen.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { ownerDb, url, itIs, cookiesOf } = ground;
const { unit } = await ground.staffed();
const chrome = browser();
const { person, role } = given(ownerDb);
const { item } = givenKnowledge(ownerDb);

const study = "Familjehem som får stöd varje vecka";
const says = "Färre placeringar avbryts när familjehemmet får stöd varje vecka.";
await item(unit, { kind: "research" }, { title: study, says });
await item(unit, { kind: "professional" }, { title: "Vi ringer familjehemmet på måndagar", says: "Det ger lugn." });

let workers = 0;

/** A social worker, new for each way, so that nothing is saved from the one before. */
async function socialWorker() {
  workers += 1;
  const id = await person({ name: `Eva Lund ${workers}`, email: `eva.${workers}@example.se` });
  await role(id, "participant", { organisation: unit });
  return id;
}

const named = "Hur stöttar vi Kalle Karlsson när skolan börjar?";

test.each(ways)(
  "a social worker seeks, saves the search, says what was of use and asks, $how (R103, R143)",
  { timeout: 300_000 },
  async (way) => {
    await itIs("2027-03-22T09:00");
    const { javaScript, width } = way;
    const cookies = await cookiesOf(await socialWorker());
    const eva = handOn(await chrome.page({ baseURL: url, javaScript, width, cookies }), way);
    const { page, hand, main } = eva;

    // A word that is spelt wrong is found all the same, and what was meant is proposed.
    await page.goto("/sok");
    await eva.isOpen();
    await eva.write("q", "familjehmm");
    await eva.press("Sök");
    await eva.says("Menade du");
    await main.getByRole("link", { name: study }).first().waitFor();
    await hand.press(main.getByRole("link", { name: /^Menade du/u }));
    await eva.says("2 träffar på");
    expect(await eva.named("q").inputValue()).toBe("familjehem");
    await eva.isOpen();

    // Narrowed to one kind, opened, and back where one was.
    await eva.open("Avgränsa");
    await hand.press(main.getByRole("link", { name: "Forskning", exact: true }));
    await eva.says("1 träff på");
    await eva.follow(study, study);
    await eva.says(says);
    await page.goBack();
    await arrives(page, "Sök");
    await eva.says("1 träff på");

    // Kept for another day, with a mail when something is new, and found again with what it was narrowed to.
    await eva.press("Spara sökningen");
    await arrives(page, "Sparade sökningar");
    await eva.says("Sökningen är sparad");
    await eva.isOpen();
    await eva.press("Få mejl om det nya på sökningen familjehem");
    await eva.says("Ditt val om mejl är sparat");
    await eva.follow("familjehem", "Sök");
    await eva.says("1 träff på");

    // Whether it was of use, and another answer than the first.
    await eva.follow(study, study);
    await eva.isOpen();
    await eva.tick("Delvis");
    await eva.write("said", "Det gällde yngre barn.");
    await eva.press("Svara");
    await eva.says("Tack, ditt svar är sparat");
    expect(await main.getByRole("radio", { name: "Delvis" }).isChecked()).toBe(true);
    await eva.tick("Ja");
    await eva.press("Ändra svaret");
    await eva.says("Tack, ditt svar är sparat");
    expect(await main.getByRole("radio", { name: "Ja" }).isChecked()).toBe(true);

    // A question that names a client is stopped with what was written; what may be the answer is shown before it is sent.
    await page.goto("/fraga/ny");
    await eva.isOpen();
    await eva.write("text", named);
    await eva.write("population", "Tonåringar");
    await eva.press("Gå vidare");
    await eva.isRefused("Kalle Karlsson", { text: named, population: "Tonåringar" });
    const asked = `Hur stöttar vi familjehemmet när skolan börjar, fråga ${workers}?`;
    await eva.write("text", asked);
    await eva.press("Gå vidare");
    await arrives(page, "Finns svaret redan?");
    await main.getByRole("link", { name: study }).waitFor();
    await eva.isOpen();
    await eva.press("Skicka frågan");
    await arrives(page, asked);
    await eva.says("Frågan är skickad");

    // And it is found again among one's own.
    await eva.follow("Frågor från praktiken", "Frågor från praktiken");
    await eva.isOpen();
    await eva.follow(asked, asked);
    await eva.says("Tonåringar");
  },
);

test("on the way of a search, what holds the keyboard and what hides where it stands are found", async () => {
  const page = await chrome.page({ baseURL: url, width: 390 });
  await page.goto("/sok?q=familjehem");
  await expectNoTrap(page);
  await page.evaluate("document.querySelector('.narrowing summary').onkeydown = (event) => event.preventDefault()");
  await expect(expectNoTrap(page)).rejects.toThrow("without leaving the page");
  await page.goto("/sok?q=familjehem");
  await page.evaluate("document.querySelector('.narrowing summary').style.outline = 'none'");
  await page.locator(".narrowing summary").focus();
  await expect(expectSeen(page)).rejects.toThrow("has no ring");
});
