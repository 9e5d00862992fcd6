import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { arrives } from "./circle-steps.ts";

/** What somebody wrote in a room, and from which group. */
export type Written = { readonly text: string; readonly group: string };

/** Presses a button and reads what the page then says. */
export async function presses(page: Page, button: string, says: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.locator("main").getByText(says).first().waitFor();
}

/** Comes on to another page by a link, told by its heading. */
export async function follows(page: Page, link: string, heading: string): Promise<void> {
  await page.locator("main").getByRole("link", { name: link, exact: true }).first().click();
  await arrives(page, heading);
}

export type Plan = {
  readonly title: string;
  readonly body: string;
  readonly groups: readonly string[];
  readonly open: string;
  readonly single: { readonly text: string; readonly options: readonly string[] };
};

/** Prepares a workshop with groups and two questions, the first in words. Gives its name in addresses. */
export async function plansWorkshop(page: Page, { title, body, groups, open, single }: Plan): Promise<string> {
  await page.goto("/workshoppar");
  await follows(page, "Ny workshop", "Ny workshop");
  await page.getByLabel("Namn").fill(title);
  await page.getByRole("checkbox", { name: body }).check();
  await presses(page, "Börja förbereda", "Workshoppen är upplagd");

  await follows(page, "Lägg till grupper", "Ändra grupperna");
  for (const [row, name] of groups.entries()) await page.locator(`[name="groups.${row}.name"]`).fill(name);
  await presses(page, "Spara", "Grupperna är sparade");

  await follows(page, "Öppen fråga", "Ny fråga: Öppen fråga");
  await page.locator('[name="text"]').fill(open);
  await presses(page, "Spara", "Frågan är sparad");
  await page.getByText("Lägg till en fråga", { exact: true }).click();
  await follows(page, "Ett val", "Ny fråga: Ett val");
  await page.locator('[name="text"]').fill(single.text);
  await page.getByLabel("Alternativ").fill(single.options.join("\n"));
  await presses(page, "Spara", "Frågan är sparad");
  return new URL(page.url()).pathname.replace("/workshop/", "");
}

/** A phone comes in with the code as it stands on the screen, chooses its group and waits. */
export async function comesIn(phone: Page, code: string, group: string): Promise<void> {
  await phone.goto("/delta");
  await phone.getByLabel("Kod").fill(code);
  await phone.getByRole("button", { name: "Gå vidare" }).click();
  await phone.getByRole("radio", { name: group }).check();
  await phone.getByRole("button", { name: "Gå med" }).click();
  await phone.getByRole("heading", { name: "Vänta på nästa fråga" }).waitFor();
}

/** A phone sends an answer in words, and is told that it is in. */
export async function answers(phone: Page, text: string, given: number): Promise<void> {
  await phone.getByLabel("Ditt svar").fill(text);
  await phone.getByRole("button", { name: "Skicka svar" }).click();
  await isIn(phone, given);
}

/** So many answers of the phone are in; one that comes in later comes by itself. */
export async function isIn(phone: Page, given: number): Promise<void> {
  const words = given === 1 ? "1 svar av högst 5 är skickat" : `${given} svar av högst 5 är skickade`;
  await phone.getByText(words).waitFor();
}

/** What the screen shows of each group, in the order it shows it. */
export function shownByGroup(screen: Page): Promise<Written[]> {
  return screen.locator(".said-by-group section").evaluateAll((sections) =>
    sections.flatMap((section) => {
      const group = section.querySelector("h2, h4")?.textContent ?? "";
      return [...section.querySelectorAll("li")].map((line) => ({ text: line.textContent, group }));
    }),
  );
}

/** The answers word for word that stand in some part of a page, each with its group. */
export function wordForWord(part: Locator): Promise<Written[]> {
  return part.locator("li:has(> q.as-written)").evaluateAll((lines) =>
    lines.map((line) => ({
      text: line.querySelector("q")?.textContent ?? "",
      group: (line.querySelector("span")?.textContent ?? "").replace("Från ", ""),
    })),
  );
}

/** In an order of their own, so that two lists of what was written can be compared. */
export function sorted(written: readonly Written[]): Written[] {
  return written.toSorted((one, other) => one.text.localeCompare(other.text, "sv"));
}

/** Makes one question of answers that are proposed as alike, in words of one's own. */
export async function gathersProposal(page: Page, texts: readonly string[], question: string, about: string) {
  const proposal = page.locator("form").filter({ has: page.getByRole("button", { name: /Slå ihop.*Förslag/u }) });
  for (const text of texts) expect(await proposal.getByRole("checkbox", { name: text }).isChecked()).toBe(true);
  await proposal.getByLabel("Frågan med egna ord").fill(question);
  await proposal.getByLabel("Vad frågan handlar om").selectOption({ label: about });
  await proposal.getByRole("button", { name: /Slå ihop/u }).click();
  await page.getByText("Svaren är hopslagna").waitFor();
}

/** Makes a question of one answer that waits, and says what it is about. */
export async function makesQuestion(page: Page, text: string, about: string): Promise<void> {
  const waiting = page.getByRole("region", { name: "Svar som väntar" });
  await waiting.getByRole("checkbox", { name: text }).check();
  await waiting.getByLabel("Vad frågan handlar om").selectOption({ label: about });
  await waiting.getByRole("button", { name: "Slå ihop till en fråga" }).click();
  await page.getByRole("heading", { level: 3, name: text }).waitFor();
}

/** Lays an answer aside, with a reason. */
export async function setsAside(page: Page, text: string, reason: string): Promise<void> {
  const waiting = page.getByRole("region", { name: "Svar som väntar" });
  await waiting.getByRole("checkbox", { name: text }).check();
  await waiting.getByText("Lägg till en fråga som finns, eller lägg åt sidan").click();
  await waiting.getByLabel("Skäl till att lägga dem åt sidan").fill(reason);
  await waiting.getByRole("button", { name: "Lägg åt sidan" }).click();
  await page.getByText("Svaren är lagda åt sidan").waitFor();
}
