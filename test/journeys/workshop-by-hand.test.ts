import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { givenAppraisals } from "../given-appraisals.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { handOn } from "./hand-on-page.ts";
import { expectNoTrap, expectSeen, type Way, ways } from "./seen.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { ownerDb, url, itIs, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const { person, role } = given(ownerDb);
const { method, checklist } = givenAppraisals(ownerDb);

const boss = await person({ name: "Nils Berg", email: "nils.berg@example.se" });
await role(boss, "headOfOperations", { organisation: unit });

// The published test number: it stands for what nobody may write.
const guarded = "Gäller 19121212-1212";

async function someone(way: Way, personId?: Parameters<typeof cookiesOf>[0]) {
  const cookies = personId ? { cookies: await cookiesOf(personId) } : {};
  const { javaScript, width } = way;
  return handOn(await chrome.page({ baseURL: url, javaScript, width, ...cookies }), way);
}

const question = "Vad behöver en chef veta?";
const [cost, costs, risks] = ["Vad kostar det att börja?", "Vad kostar det att börja med det?", "Vilka risker finns?"];

test.each(ways)(
  "a room is led, answered and made into a checklist, $how (R182-R187)",
  { timeout: 300_000 },
  async (way) => {
    await itIs("2027-03-22T09:00");
    const lead = await someone(way, leader);
    const phone = await someone({ ...way, width: 390 });

    // Prepared: what was written is kept when something is missing.
    await lead.page.goto("/workshoppar");
    await lead.isOpen();
    await lead.follow("Ny workshop", "Ny workshop");
    await lead.write("purpose", "Frågorna blir en checklista.");
    await lead.press("Börja förbereda");
    await lead.isRefused("Fyll i", { purpose: "Frågorna blir en checklista." });
    await lead.write("title", "Innan vi inför");
    await lead.press("Börja förbereda");
    await lead.says("Workshoppen är upplagd");
    await lead.follow("Öppen fråga", "Ny fråga: Öppen fråga");
    await lead.write("text", question);
    await lead.press("Spara");
    await lead.says("Frågan är sparad");
    await lead.press("Öppna workshoppen");
    await lead.says("Ingen är inne än");
    await lead.isOpen();
    const code = (await lead.main.locator(".room-code code").textContent()) ?? "";

    // Into the room by its code: a mistake in it is told, and can be put right.
    await phone.page.goto("/delta");
    await phone.write("code", "ABC");
    await phone.press("Gå vidare");
    await phone.isRefused("Koden är sex bokstäver och siffror", { code: "ABC" });
    await phone.write("code", code);
    await phone.press("Gå vidare");
    await arrives(phone.page, "Innan vi inför");
    await phone.press("Gå med");
    await phone.page.getByRole("heading", { name: "Vänta på nästa fråga" }).waitFor();

    // The question is put; without script the page is asked for again.
    await lead.press(`Ställ frågan: ${question}`);
    await lead.says("Frågan är ställd");
    const look = async (heading: string) => {
      if (!way.javaScript) await phone.hand.press(phone.main.getByRole("link", { name: "Hämta sidan på nytt" }));
      await phone.page.getByRole("heading", { name: heading }).waitFor();
    };
    await look(question);
    await phone.isOpen();
    await phone.write("text", guarded);
    await phone.press("Skicka svar");
    await phone.isRefused("personnummer", { text: guarded });
    const given = ["1 svar av högst 5 är skickat", "2 svar av högst 5 är skickade", "3 svar av högst 5 är skickade"];
    for (const [at, answer] of [cost, costs, risks].entries()) {
      await phone.write("text", answer);
      await phone.press("Skicka svar");
      await phone.says(given[at]!);
    }

    // Paused, gone on with, ended and closed.
    await lead.press("Pausa");
    await lead.says("Workshoppen är pausad");
    await look("Paus");
    await lead.press("Fortsätt");
    await lead.says("Frågan är ställd");
    await look(question);
    await lead.press("Avsluta frågan");
    await lead.says("Ingen fråga är ställd");
    await lead.press("Stäng workshoppen");
    const dialog: Locator = lead.page.getByRole("dialog");
    await lead.hand.press(dialog.getByRole("button", { name: "Stäng workshoppen" }));
    await lead.says("Workshoppen är stängd");
    // The code leads nowhere any more: whoever asks again is told that, and the others that it is over.
    await look(way.javaScript ? "Workshoppen är avslutad" : "Ingen öppen workshop har koden");

    // Merged: those that are alike into one question, the last by itself.
    await lead.follow("Slå ihop svaren", "Slå ihop svaren");
    await lead.says("3 svar väntar");
    await lead.isOpen();
    const proposal = lead.main.getByRole("form", { name: "Förslag 1: 2 svar" });
    await lead.hand.write(proposal.getByLabel("Frågan med egna ord"), "Vad kostar det?");
    await lead.hand.choose(proposal.getByLabel("Vad frågan handlar om"), "Kostnad");
    await lead.hand.press(proposal.getByRole("button"));
    await lead.says("Svaren är hopslagna");
    const waiting = lead.main.getByRole("form", { name: "Svar som väntar" });
    await lead.hand.write(waiting.getByLabel("Frågan med egna ord"), "Vilka risker ser vi?");
    await lead.hand.press(waiting.getByRole("button", { name: "Slå ihop till en fråga" }));
    await lead.isRefused("Bocka för minst ett svar", { text: "Vilka risker ser vi?" });
    await lead.hand.tick(waiting.getByRole("checkbox", { name: risks }));
    await lead.hand.press(waiting.getByRole("button", { name: "Slå ihop till en fråga" }));
    await lead.says("Alla svar är omhändertagna. 2 frågor");

    // A checklist that is published.
    await lead.follow("Gör en checklista", "Gör en checklista");
    await lead.press("Gör en checklista");
    await lead.says("Utkastet är gjort");
    await lead.isOpen();
    await lead.follow("Publicera", "Publicera version 1");
    await lead.press("Publicera");
    await arrives(lead.page, "Innan vi inför");
    await lead.says("Versionen är publicerad");
    const published = (await lead.main.textContent()) ?? "";
    for (const words of ["Vad kostar det?", "Vilka risker ser vi?"]) expect(published).toContain(words);
  },
);

let methods = 0;

test.each(ways)(
  "a method is weighed, asked about and decided on, $how (R181-R203)",
  { timeout: 300_000 },
  async (way) => {
    await itIs("2027-03-22T09:00");
    methods += 1;
    const name = `Nätverksmöten ${methods}`;
    const title = `Inför införande ${methods}`;
    await method(unit, { name, slug: `natverksmoten-${methods}` });
    await checklist(["Vad ska det ersätta?", "Vad kostar det?"], { title });
    const author = await someone(way, leader);
    const { page, hand } = author;

    await page.goto(`/metod/natverksmoten-${methods}`);
    await author.follow("Bedöm metoden", "Börja på en metodbedömning");
    await hand.choose(author.named("checklistVersionId"), `${title}, version 1 (2 frågor)`);
    await author.write("question", guarded);
    await author.press("Börja");
    await author.isRefused("personnummer", { question: guarded });
    await author.write("question", "Ska vi börja med nätverksmöten?");
    await author.press("Börja");
    await author.says("Metodbedömningen har börjat");
    await hand.choose(author.named("deciderId"), "Nils Berg");
    await author.press("Spara");
    await author.says("Det är sparat vilka som skriver och beslutar");
    const address = new URL(page.url()).pathname;
    await author.isOpen();

    // The three sources, each on its own page and never without the other two.
    const sources = [
      { source: "Forskning", summary: "Två mindre studier.", voice: "Talar för" },
      { source: "Professionens kunskap", summary: "Fyra kommuner arbetar så.", voice: "Talar för" },
      { source: "Brukarnas kunskap", summary: "Tre vill välja själva.", voice: "Talar både för och emot" },
    ];
    for (const { source, summary, voice } of sources) {
      await page.goto(address);
      await author.follow(`${source}: läs och skriv`, source);
      await author.follow("Ändra läget", "Ändra läget");
      await author.tick("Sökt, och det finns kunskap");
      await author.write("soughtWhere", "Metodguiden");
      await author.press("Spara");
      await author.isRefused("Skriv", { soughtWhere: "Metodguiden" });
      await author.write("summary", summary);
      await author.tick(voice);
      await author.press("Spara");
      await author.says("Läget är sparat");
      await author.isOpen();
    }

    // The questions: one is answered, one is not known and seen as a risk.
    await page.goto(address);
    await author.follow("Svara på frågorna", "Frågor att besvara");
    await author.follow("Svara på: Vad ska det ersätta?", "Vad ska det ersätta?");
    await author.write("text", guarded);
    await author.press("Spara svaret");
    await author.isRefused("personnummer", { text: guarded });
    await author.write("text", "Ett utredningsmöte i månaden.");
    await author.press("Spara svaret");
    await author.says("Svaret är sparat");
    await author.follow("Svara på: Vad kostar det?", "Vad kostar det?");
    await author.tick("Okänt");
    await author.press("Spara svaret");
    await author.says("En risk: det här är okänt");
    await author.isOpen();

    // What service users think, by a link and without an account.
    await page.goto(address);
    await author.follow("Be om synpunkter", "Synpunkter");
    await author.follow("Ny länk", "Ny länk");
    await author.write("question", "Vill du ha med ditt nätverk?");
    await author.press("Skapa länken");
    await author.isRefused("Välj ett av alternativen", { question: "Vill du ha med ditt nätverk?" });
    await author.tick("Brukare och närstående");
    await author.press("Skapa länken");
    await arrives(page, "Länken är klar");
    const link = new URL((await page.locator("copy-text code").textContent()) ?? "").pathname;
    const user = await someone({ ...way, width: 390 });
    await user.page.goto(link);
    await user.isOpen();
    await user.tick("Ja");
    await user.press("Skicka");
    await user.isRefused("Fyll i", {});
    expect(await user.main.getByRole("radio", { name: "Ja", exact: true }).isChecked()).toBe(true);
    await user.write("text", "Bara om jag får välja vilka.");
    await user.press("Skicka");
    await user.says("Tack, det har kommit fram");

    // Proposed, and decided on by somebody else.
    await page.goto(address);
    await author.follow("Föreslå beslut", "Föreslå beslut");
    await author.press("Föreslå beslut");
    await author.says("Förslaget är lämnat till den som beslutar");
    const decider = await someone(way, boss);
    await decider.page.goto(address);
    await decider.isOpen();
    await decider.follow("Besluta", "Besluta");
    await decider.follow("Pröva i liten skala", "Pröva i liten skala");
    const pilot = {
      reason: "Forskningen är svag men lovande.",
      pilotWhat: "Nätverksmöten tidigt",
      pilotWhom: "Två handläggare",
      expectedEffect: "Färre placeringar",
      measuredHow: "Antal, före och efter",
      saidBack: "Vi prövar, och du väljer vilka som är med.",
    };
    for (const [field, text] of Object.entries(pilot)) await decider.write(field, text);
    const days = { pilotUntil: "2027-10-01", expectedBy: "2027-11-01", decideAgainOn: "2027-11-15" };
    for (const [field, day] of Object.entries(days)) await decider.hand.date(decider.named(field), day);
    await decider.press("Spara beslutet");
    await decider.isRefused("Skriv vad som skulle få dig att avbryta", { ...pilot, ...days });
    await decider.write("stopWhen", "Fler än tre avhopp");
    await decider.press("Spara beslutet");
    await decider.says("Beslutet är sparat");
    await decider.isOpen();
  },
);

test("a page that holds the keyboard, and one that hides where it stands, are found", async () => {
  const page = await chrome.page({ baseURL: url });
  await page.goto("/delta");
  await expectNoTrap(page);
  await page.evaluate("document.querySelector('[name=code]').onkeydown = (event) => event.preventDefault()");
  await expect(expectNoTrap(page)).rejects.toThrow("without leaving the page");
  await page.goto("/delta");
  await page.evaluate("document.querySelector('[name=code]').style.outline = 'none'");
  await page.getByLabel("Kod").focus();
  await expect(expectSeen(page)).rejects.toThrow("has no ring");
});
