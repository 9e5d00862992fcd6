import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type browser, expectAccessible, expectFits } from "../browser.ts";
import { answers, comesIn, isIn, plansWorkshop, shownByGroup, sorted, type Written } from "./workshop-steps.ts";

const title = "Innan vi inför något nytt";
const question = "Vad behöver en chef ta reda på innan en metod införs?";
const single = { text: "Vad väger tyngst?", options: ["Forskning", "Professionens kunskap", "Brukarnas kunskap"] };
const [north, middle, south] = ["Norr", "Mitt", "Söder"] as const;

/** What the room writes: eight answers from five phones in three groups. */
export const room = {
  risks: { text: "Vilka risker tar vi?", group: north },
  cost: { text: "Vad får det här kosta oss?", group: north },
  harm: { text: "Finns det risker för barnen?", group: north },
  why: { text: "Varför just det här och just nu?", group: middle },
  who: { text: "Vem håller i det?", group: middle },
  instead: { text: "Vad lägger vi ner i stället?", group: south },
  followUp: { text: "När och hur utvärderar vi?", group: south },
  coffee: { text: "Mer kaffe i pausen", group: south },
} as const satisfies Record<string, Written>;

/**
 * A workshop from its plan until it is closed, with five phones in three groups: one of them loses its network and one is
 * loaded anew, and what they write comes in once and as it was written.
 */
export async function holdsWorkshop(chrome: ReturnType<typeof browser>, baseURL: string, lead: Page, body: string) {
  const main = lead.locator("main");
  const slug = await plansWorkshop(lead, {
    title,
    body,
    groups: [north, middle, south],
    open: question,
    single,
  });
  await lead.getByRole("button", { name: "Öppna workshoppen" }).click();
  await main.getByText("Ingen är inne än.").waitFor();
  const screen = await lead.context().newPage();
  await screen.goto(`/workshop/${slug}/skarm`);
  const code = (await screen.locator(".room-code code").textContent()) ?? "";

  // Five phones come in, each a browser of its own.
  const phone = () => chrome.page({ baseURL, width: 390, height: 760 });
  const [asta, cim, dag, eli, fia] = [await phone(), await phone(), await phone(), await phone(), await phone()];
  const phones = [asta, cim, dag, eli, fia];
  for (const [at, group] of [north, north, middle, middle, south].entries()) await comesIn(phones[at]!, code, group);
  await screen.getByText("5 är inne").waitFor();
  await expectAccessible(screen);

  // The question comes by itself, and is answered.
  await screen.getByRole("button", { name: "Ställ nästa fråga" }).click();
  for (const each of phones) await each.getByRole("heading", { name: question }).waitFor();
  await expectAccessible(asta);
  await expectFits(asta);
  await answers(asta, room.risks.text, 1);
  await answers(asta, room.cost.text, 2);
  await answers(cim, room.harm.text, 1);
  await answers(dag, room.why.text, 1);

  // One loses its network when it sends, another is loaded anew in the middle of a sentence.
  await eli.context().setOffline(true);
  await eli.getByLabel("Ditt svar").fill(room.who.text);
  await eli.getByRole("button", { name: "Skicka svar" }).click();
  await eli.getByText("Ingen kontakt. Svaret finns kvar").waitFor();
  await answers(fia, room.instead.text, 1);
  await fia.getByLabel("Ditt svar").fill(room.followUp.text);
  await fia.reload();
  await fia.getByRole("heading", { name: question }).waitFor();
  expect(await fia.getByLabel("Ditt svar").inputValue()).toBe(room.followUp.text);
  await fia.getByRole("button", { name: "Skicka svar" }).click();
  await isIn(fia, 2);
  await answers(fia, room.coffee.text, 3);
  await screen.getByText("7 svar från 4 deltagare").waitFor();
  await eli.context().setOffline(false);
  await isIn(eli, 1);
  await screen.getByText("8 svar från 5 deltagare").waitFor();

  // The screen shows them by group, each once and word for word.
  await screen.getByRole("button", { name: "Visa svaren" }).click();
  await screen.locator(".said-by-group").waitFor();
  expect(sorted(await shownByGroup(screen))).toEqual(sorted(Object.values(room)));
  await expectAccessible(screen);

  await screen.getByRole("button", { name: "Ställ nästa fråga" }).click();
  for (const each of phones) {
    await each.getByRole("radio", { name: "Brukarnas kunskap" }).check();
    await each.getByRole("button", { name: "Skicka svar" }).click();
    await each.getByRole("heading", { name: "Svaret är skickat" }).waitFor();
  }
  await screen.getByRole("button", { name: "Visa svaren" }).click();
  await screen.getByText("5 svar").first().waitFor();

  // Closed: the phones are told, and the code leads nowhere.
  await lead.getByRole("button", { name: "Stäng workshoppen" }).first().click();
  await lead.getByRole("dialog").getByRole("button", { name: "Stäng workshoppen" }).click();
  await main.getByText("Workshoppen är stängd. Svaren finns kvar.").waitFor();
  await asta.getByRole("heading", { name: "Workshoppen är avslutad" }).waitFor();
  const late = await phone();
  await late.goto("/delta");
  await late.getByLabel("Kod").fill(code);
  await late.getByRole("button", { name: "Gå vidare" }).click();
  await late.getByRole("heading", { name: /Ingen öppen workshop har koden/u }).waitFor();
}
