import type { Page } from "playwright-core";
import { arrives } from "./circle-steps.ts";
import { follows, presses } from "./workshop-steps.ts";

export type Method = { readonly name: string; readonly cost: string; readonly components: readonly string[] };

/** Lays a method in the register with what it costs and what its core is, and comes to its page. */
export async function laysMethod(page: Page, { name, cost, components }: Method): Promise<void> {
  await page.goto("/metoder");
  await follows(page, "Lägg till en metod", "Lägg till en metod");
  await page.getByRole("radio", { name: "Insats" }).check();
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="cost"]').fill(cost);
  await presses(page, "Spara", "Metoden står i registret");
  await follows(page, "Skriv kärnkomponenterna", "Skriv kärnkomponenterna");
  for (const [row, text] of components.entries()) await page.locator(`[name="components.${row}.text"]`).fill(text);
  await presses(page, "Spara", "Kärnkomponenterna är sparade");
}

/** Begins to weigh the method of a page with a checklist, with somebody who decides. Gives its name in addresses. */
export async function beginsToWeigh(page: Page, checklist: RegExp, ask: string, decider: string): Promise<string> {
  await follows(page, "Bedöm metoden", "Börja på en metodbedömning");
  const field = page.getByLabel("Vilken checklista?");
  await field.selectOption({ label: (await field.getByRole("option", { name: checklist }).textContent()) ?? "" });
  await page.getByLabel("Vad gäller det hos dig?").fill(ask);
  await presses(page, "Börja", "Metodbedömningen har börjat");
  await page.locator('[name="deciderId"]').selectOption({ label: decider });
  await presses(page, "Spara", "Det är sparat vilka som skriver och beslutar");
  return new URL(page.url()).pathname.replace("/metodbedomning/", "");
}

export type Sought = {
  readonly standing: "Sökt, och det finns kunskap" | "Sökt, inget funnet";
  readonly summary?: string;
  readonly where?: string;
  readonly on?: string;
  readonly voice?: "Talar för" | "Talar både för och emot" | "Talar emot";
};

/** Says of one of the three sources whether it was sought, and what was found. */
export async function marksSource(page: Page, address: string, source: string, sought: Sought): Promise<void> {
  await page.goto(address);
  await follows(page, `${source}: läs och skriv`, source);
  await follows(page, "Ändra läget", "Ändra läget");
  const main = page.locator("main");
  await main.getByRole("radio", { name: sought.standing, exact: true }).check();
  if (sought.summary) await page.locator('[name="summary"]').fill(sought.summary);
  if (sought.voice) await main.getByRole("radio", { name: sought.voice, exact: true }).check();
  if (sought.where) await page.locator('[name="soughtWhere"]').fill(sought.where);
  if (sought.on) await page.locator('[name="soughtOn"]').fill(sought.on);
  await presses(page, "Spara", "Läget är sparat");
}

/** Makes a link by which staff or service users say what they think. Gives its address. */
export async function asksByLink(page: Page, address: string, audience: string, question: string): Promise<string> {
  await page.goto(`${address}/synpunkter`);
  await follows(page, "Ny länk", "Ny länk");
  await page.getByRole("radio", { name: audience }).check();
  await page.locator('[name="question"]').fill(question);
  await page.getByRole("button", { name: "Skapa länken" }).click();
  await arrives(page, "Länken är klar");
  return (await page.locator("copy-text code").textContent()) ?? "";
}

/** Says what one thinks behind a link, without an account. */
export async function says(page: Page, stance: "Ja" | "Jag vet inte" | "Nej", text: string): Promise<void> {
  await page.getByRole("radio", { name: stance, exact: true }).check();
  await page.getByLabel("Berätta varför").fill(text);
  await presses(page, "Skicka", "Tack, det har kommit fram");
}

/** Answers a question of the checklist in words, or says that it is not known. */
export async function answersQuestion(page: Page, address: string, question: string, text?: string): Promise<void> {
  await page.goto(`${address}/fragor`);
  await page.getByRole("link", { name: `Svara på: ${question}` }).click();
  await arrives(page, question);
  if (text) await page.locator('[name="text"]').fill(text);
  else await page.locator("main").getByRole("radio", { name: "Okänt" }).check();
  await presses(page, "Spara svaret", "Svaret är sparat");
}

/** Whoever decides asks about one of the questions, and the authors get it. */
export async function asks(page: Page, address: string, question: string, text: string): Promise<void> {
  await page.goto(`${address}/fragor`);
  await page.getByRole("link", { name: `Fråga om det här: ${question}` }).click();
  await arrives(page, "Fråga de som skriver");
  await page.getByLabel("Vad vill du veta?").fill(text);
  await presses(page, "Skicka frågan", "Frågan är skickad till de som skriver");
}

/** Writes the fields of a form by their names. */
export async function fills(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
}

/** Notes something to do, or something that is stopped, in an introduction. */
export async function notesStep(page: Page, address: string, kind: string, fields: Readonly<Record<string, string>>) {
  await page.goto(`${address}/inforande`);
  const heading = kind === "stopped" ? "Skriv något vi slutar med" : "Lägg till något att göra";
  await follows(page, heading, heading);
  await fills(page, fields);
  await presses(page, "Spara", "Det är sparat");
}

/** Comes to another phase of an introduction on the day it is. */
export async function comesToPhase(page: Page, address: string, phase: string): Promise<void> {
  await page.goto(`${address}/inforande`);
  await follows(page, "Gå till en annan fas", "Gå till en annan fas");
  await page.getByRole("radio", { name: phase }).check();
  await presses(page, "Spara", "Fasen är ändrad");
}
