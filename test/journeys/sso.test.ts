import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { given } from "../given.ts";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../browser.ts";
import { clientId, clientSecret, openIdProvider } from "../openid-provider.ts";
import { journeyGround } from "./ground.ts";
import { type Hand, keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { ownerDb, url, cookiesOf, mailTo } = ground;
const { organisation, person, role } = given(ownerDb);
const chrome = browser();
const directory = {
  "asta.berg": { email: "asta.berg@molndal.example.se", email_verified: true, name: "Asta Berg" },
  "bo.ceder": { email: "bo.ceder@molndal.example.se", email_verified: true, name: "Bo Ceder" },
  stranger: { email: "vem@annan.example.se", email_verified: true, name: "Vem Som Helst" },
};
const { issuer } = await openIdProvider(directory, `${url}/logga-in/organisation/svar`);

const city = await organisation({ name: "Mölndals stad", slug: "molndals-stad" });
await ownerDb
  .insertInto("organisation_domain")
  .values({ domain: "molndal.example.se", organisation_id: city })
  .execute();
const local = await person({ name: "Lena Adm", email: "lena@molndal.example.se" });
await role(local, "administrator", { organisation: city });
const whole = await person({ name: "Ove Drift", email: "ove.drift@example.se" });
await role(whole, "administrator");
await person({ name: "Asta Berg", email: "asta.berg@molndal.example.se" });

/** At the provider, which is another's site: its own form, then its question whether we may know who it is. */
async function signsInThere(page: Page, login: string, { write, press }: Hand) {
  await page.waitForURL((at) => at.origin === issuer);
  await write(page.locator("input[name=login]"), login);
  await write(page.locator("input[name=password]"), "ett lösenord som bara leverantören känner");
  await press(page.locator("button[type=submit]"));
  await page.locator("input[name=prompt][value=consent]").waitFor({ state: "attached" });
  await press(page.locator("button[type=submit]"));
}

async function comesIn(page: Page, email: string, login: string, hand: Hand) {
  await page.goto("/logga-in?till=/mina-uppgifter");
  await hand.write(page.getByRole("textbox", { name: "E-post" }), email);
  await hand.press(page.getByRole("button", { name: "Fortsätt" }));
  const onward = page.getByRole("link", { name: "Fortsätt till Mölndals stad" });
  await onward.waitFor();
  return { onward, there: () => signsInThere(page, login, hand) };
}

test(
  "an administrator sets it up, tries it, and it answers once the domain is approved",
  { timeout: 90_000 },
  async () => {
    const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(local) });
    await page.goto("/organisationer/molndals-stad");
    await page.getByRole("link", { name: "Inloggning genom Mölndals stad" }).click();
    await page.getByRole("link", { name: "Lägg till inloggningstjänst" }).click();
    await page.getByLabel("Utfärdare").fill(`${issuer}/`);
    await page.getByLabel("Klient-id").fill(clientId);
    await page.getByLabel("Klienthemlighet").fill(clientSecret);
    await page.getByRole("button", { name: "Spara" }).click();
    await page.getByText("Inloggningstjänsten är registrerad").waitFor();
    expect(await page.content()).not.toContain(clientSecret);

    await page.getByRole("button", { name: "Prova anslutningen" }).click();
    await page.getByText("kallar sig något annat").waitFor();
    await page.getByRole("button", { name: "Slå på" }).click();
    await page.getByText("Anslutningen fungerar inte").waitFor();

    await page.getByRole("link", { name: "Ändra" }).click();
    await page.getByLabel("Utfärdare").fill(issuer);
    await page.getByRole("button", { name: "Spara" }).click();
    await page.getByRole("button", { name: "Prova anslutningen" }).click();
    await page.getByText("Anslutningen fungerar").waitFor();
    await page.getByRole("button", { name: "Slå på" }).click();
    await page.getByText("På, domän väntar på godkännande").waitFor();

    const mail = await mailTo("ove.drift@example.se");
    expect(mail.subject).toBe("Mölndals stad vill logga in sina medarbetare själv");
    const other = await chrome.page({ baseURL: url, cookies: await cookiesOf(whole) });
    await other.goto(mail.path ?? "");
    await other.getByRole("button", { name: "Godkänn molndal.example.se för Mölndals stad" }).click();
    await other.getByText("Domänen är godkänd").waitFor();
    await page.reload();
    await page.getByText("molndal.example.se (godkänd)").waitFor();
  },
);

test("somebody signs in through their organisation with the keyboard alone", { timeout: 60_000 }, async () => {
  const page = await chrome.page({ baseURL: url });
  const hand = keyboard(page);
  const { onward, there } = await comesIn(page, "asta.berg@molndal.example.se", "asta.berg", hand);
  await expectAccessible(page);
  await expectFits(page);
  await expectValidHtml(await page.content());
  await hand.press(onward);
  await there();
  await page.waitForURL(`${url}/mina-uppgifter`);
  expect(await page.getByLabel("Namn").inputValue()).toBe("Asta Berg");
});

test("and without script", { timeout: 60_000 }, async () => {
  const page = await chrome.page({ baseURL: url, javaScript: false, width: 390 });
  const { onward, there } = await comesIn(page, "asta.berg@molndal.example.se", "asta.berg", mouse);
  await onward.click();
  await there();
  await page.waitForURL(`${url}/mina-uppgifter`);
});

test(
  "somebody without an account, or vouched for with another's address, is told why not",
  { timeout: 60_000 },
  async () => {
    for (const { login, says } of [
      { login: "bo.ceder", says: "Be en kollega bjuda in dig" },
      { login: "stranger", says: "utanför de domäner som organisationen loggar in" },
    ]) {
      const page = await chrome.page({ baseURL: url });
      const { onward, there } = await comesIn(page, "bo.ceder@molndal.example.se", login, mouse);
      await onward.click();
      await there();
      await page.getByRole("heading", { name: "Du är inte inloggad" }).waitFor();
      await page.getByText(says).waitFor();
      await expectAccessible(page);
      await expectFits(page);
      await page.reload();
      await page.getByRole("heading", { name: "Inloggningen är redan använd eller för gammal" }).waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Börja om" }).click();
      await page.getByRole("textbox", { name: "E-post" }).waitFor();
    }
  },
);
