import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Hand } from "./hand.ts";

/** An invitation as somebody wrote it last: no year on its days, too many places, nothing about the problem. */
export const invitation = `Forskningscirkel: Barns röster i utredningar

Hur kan barn bli hörda på riktigt?

Målgrupp
Du som utreder barnärenden i länets kommuner

Syfte
Syftet är att barns egna ord märks i besluten.

Träffar
Fredagarna 27 augusti, 17 september och 8 oktober 2027 kl. 9.00–12.00

Plats
Stadshuset, Enköping

Max 12 deltagare. Först till kvarn gäller.
Tidsåtgång: cirka 40 timmar.
Cirkeln är kostnadsfri.
Sista anmälningsdag är den 14 maj 2027.

Cirkelledare
Siv Alm, docent i socialt arbete

Kontakt
Maja Ek, maja.ek@example.se, 018-00 00 00
`;

/** A page comes, told by its heading. */
export async function arrives(page: Page, heading: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading, exact: true }).first().waitFor();
}

/** Pastes the invitation, puts right what was read, adds what is missing, publishes. Gives the round's name in addresses. */
export async function planFromInvitation(page: Page, hand: Hand): Promise<string> {
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  await page.goto("/planera");
  await hand.press(page.getByRole("link", { name: "Planera en ny omgång" }).first());
  await arrives(page, "Ny omgång");
  await hand.write(page.getByRole("textbox", { name: "Inbjudan" }), invitation);
  await hand.press(button("Läs inbjudan"));

  await arrives(page, "Stämmer det här?");
  expect(await page.getByLabel("Rubrik").inputValue()).toMatch(/Barns röster i utredningar/u);
  expect(
    await Promise.all([0, 1, 2].map((index) => page.locator(`[name="sessions.${index}.date"]`).inputValue())),
  ).toEqual(["2027-08-27", "2027-09-17", "2027-10-08"]);
  expect(await page.locator('[name="sessions.0.starts"]').inputValue()).toBe("09:00");
  expect(await page.getByLabel("Tidsåtgång i timmar").inputValue()).toBe("40");
  expect(await page.getByLabel("Sista anmälningsdag").inputValue()).toBe("2027-05-14");
  const places = page.getByLabel("Högst antal platser");
  expect(await places.inputValue()).toBe("12");
  // The words it was read from stand beside.
  expect(await page.locator("main").textContent()).toContain("Max 12 deltagare");

  await hand.write(page.getByLabel("Rubrik"), "Barns röster");
  await hand.write(places, "1");
  await hand.tick(page.getByRole("radio", { name: "Chefen svarar själv" }));
  await hand.write(page.getByLabel("Regel 1"), "Du utreder barnärenden");
  await hand.press(button("Spara utkastet"));

  await arrives(page, "Barns röster");
  const main = page.locator("main");
  expect(await main.textContent()).toContain("Utkastet är granskat");
  expect(await main.textContent()).toContain("Vilket problem från vardagen cirkeln arbetar med");
  await hand.press(main.getByRole("link", { name: "Fyll i nästa sak" }));
  await arrives(page, "Problem, syfte och mål");
  await hand.write(page.getByLabel("Problem i vardagen"), "Barn får säga sitt, men det märks sällan i beslutet.");
  await hand.press(button("Spara"));

  await arrives(page, "Barns röster");
  await hand.press(main.getByRole("link", { name: "Granska och publicera" }));
  await arrives(page, "Publicera");
  await hand.press(button("Publicera nu"));
  await page.waitForURL(/klart=publicerad/u);
  expect(await main.textContent()).toContain("Omgången är publicerad och öppen för anmälan.");
  return new URL(page.url()).pathname.replace("/planera/", "");
}

export type Applicant = { readonly name: string; readonly email: string; readonly manager: string };

/** Applies to a round without an account, and is told to look in the inbox. */
export async function applyTo(
  page: Page,
  hand: Hand,
  slug: string,
  { name, email, manager }: Applicant,
): Promise<void> {
  await page.goto(`/cirklar/${slug}`);
  await hand.press(page.getByRole("link", { name: /^(Anmäl dig|Ställ dig på väntelistan)/u }).first());
  await arrives(page, "Anmäl dig");
  await hand.write(page.getByLabel("Ditt namn"), name);
  await hand.write(page.getByLabel("E-post i arbetet"), email);
  await hand.write(page.getByLabel("Arbetsgivare"), "Mölndals stad");
  await hand.write(page.getByLabel("Arbetsplats"), "Familjeenheten");
  await hand.write(page.getByLabel("Yrke eller roll"), "socialsekreterare");
  await hand.tick(page.getByRole("radio", { name: "Socialtjänst" }));
  const rule = page.getByRole("radiogroup", { name: "Du utreder barnärenden" });
  await hand.tick(rule.getByRole("radio", { name: "Ja" }));
  await hand.write(page.getByLabel("Chefens namn"), "Bo Lind");
  await hand.write(page.getByLabel("Chefens e-post"), manager);
  await hand.tick(page.getByRole("checkbox", { name: "Jag kan lägga cirka 40 timmar" }));
  await hand.press(page.getByRole("button", { name: "Skicka anmälan" }));
  await arrives(page, "Titta i din inkorg");
}

/** Presses the button behind a mailed link, and comes to a page with this heading. */
export async function pressBehind(
  page: Page,
  hand: Hand,
  path: string,
  button: string,
  heading: string,
): Promise<void> {
  await page.goto(path);
  await hand.press(page.getByRole("button", { name: button, exact: true }));
  await arrives(page, heading);
}
