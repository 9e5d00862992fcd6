import { expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../browser.ts";
import { givenRegistrations } from "../given-registrations.ts";
import { givenRounds } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { db, ownerDb, url, mailTo, linkTo, cookiesOf, itIs } = ground;
const { unit, leader } = await ground.staffed();
const { published } = givenRounds(ownerDb);
const { roster } = givenRegistrations(db, ownerDb);
const chrome = browser();

const latin1 = (text: string) => Buffer.from(text, "latin1");

/** What esMaker saves: semicolons, Windows line ends, Latin-1, and its own words for the columns. */
const answers = [
  "Svarsdatum;Förnamn;Efternamn;Din e-postadress;Vilken enhet?;Yrke;Verksamhetsområde",
  "2027-06-02 14:20;Bo;Ceder;bo.ceder@molndal.example.se;Öppenvården;kurator;Socialtjänst",
  "2027-06-01 08:05;Åsa;Öberg;asa.oberg@molndal.example.se;Barnenheten;socialsekreterare;Socialtjänst",
  "2027-06-03 10:00;Cim;Dahl;cim.dahl(a)molndal;Barnenheten;kurator;Socialtjänst",
  "2027-06-03 11:30;Dan;Ek;dan.ek@molndal.example.se;Familjecentralen;kurator;Socialtjänst",
  "",
].join("\r\n");

test(
  "answers from another service's form become places, in the order they came in there (R024)",
  { timeout: 120_000 },
  async () => {
    const round = await published(unit, {
      title: "Samverkan i tid",
      hard_capacity: 2,
      target_capacity: 2,
      manager_consultation: "none",
      external_form: "https://formular.example.se/samverkan",
    });

    // The public page leads to the other service, and says so; our own form is closed.
    const visitor = await chrome.page({ baseURL: url, width: 390 });
    await visitor.goto(`/cirklar/${round.slug}`);
    const button = visitor.getByRole("link", { name: "Anmäl dig", exact: true });
    expect(await button.getAttribute("href")).toBe("https://formular.example.se/samverkan");
    await visitor.getByText("Anmälan tas emot av en annan tjänst, formular.example.se.").waitFor();
    await visitor.goto(`/cirklar/${round.slug}/anmalan`);
    await visitor.getByRole("link", { name: "Anmäl dig där" }).waitFor();
    expect(await visitor.getByRole("button", { name: "Skicka anmälan" }).count()).toBe(0);
    await expectAccessible(visitor);

    // The leader reads the file, without scripts.
    const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader), javaScript: false });
    await page.goto(`/planera/${round.slug}/anmalningar`);
    await page.getByRole("link", { name: "Läs in från en fil" }).click();
    await page.getByLabel("Fil").setInputFiles({ name: "svar.csv", mimeType: "text/csv", buffer: latin1(answers) });
    await page.getByRole("button", { name: "Läs filen" }).click();
    await page.getByText("Ingen rad kan tas in.").waitFor();

    // The headings did not say who employs them, nor where the unit stands.
    await page.getByLabel("Arbetsplats", { exact: true }).first().selectOption({ label: "Vilken enhet?" });
    await page.getByLabel("E-post", { exact: true }).selectOption({ label: "Din e-postadress" });
    await page.getByRole("textbox", { name: "Arbetsgivare" }).fill("Mölndals stad");
    await page.getByRole("button", { name: "Läs om raderna" }).click();
    await page.getByText("3 rader kan tas in.").waitFor();
    const wrong = page.getByRole("row", { name: /Cim Dahl/u });
    expect(await wrong.textContent()).toContain("E-post går inte att läsa");
    await expectValidHtml(await page.content());
    await expectFits(page);

    await page.getByRole("button", { name: "Ta in alla 3 anmälningar" }).click();
    await page.getByText("3 nya anmälningar, inga hopslagna").waitFor();
    expect(await roster(round.id)).toEqual(["1 placed", "2 placed", "3 waitlisted"]);
    await page.goto(`/planera/${round.slug}/anmalningar`);
    const first = page.getByRole("row", { name: /Åsa Öberg/u });
    expect(await first.textContent()).toMatch(/^1.*Kom in genom ett annat formulär .*1 juni/u);

    // Everybody is told by whom, and opens their own page once they have said that it is they.
    const mail = await mailTo("asa.oberg@molndal.example.se");
    expect(mail.subject).toBe("Du är anmäld till Samverkan i tid");
    expect(mail.text).toContain("Maja Ek på FoU Länet har lagt in en anmälan");
    expect(mail.method).toBe("REQUEST");
    await visitor.goto(await linkTo("asa.oberg@molndal.example.se"));
    await arrives(visitor, "Du är anmäld till Samverkan i tid");
    expect(await visitor.textContent("main")).not.toContain("Barnenheten");
    await expectAccessible(visitor);
    await visitor.getByRole("button", { name: "Det är jag, visa min anmälan" }).click();
    await arrives(visitor, "Du har en plats");

    // The same file again, put right in one row, adds that row alone.
    await page.goto(`/planera/${round.slug}/anmalningar/import`);
    const better = answers.replace("cim.dahl(a)molndal", "cim.dahl@molndal.example.se");
    await page.getByLabel("Fil").setInputFiles({ name: "svar-2.csv", mimeType: "text/csv", buffer: latin1(better) });
    await page.getByRole("button", { name: "Läs filen" }).click();
    await page.getByLabel("Arbetsplats", { exact: true }).first().selectOption({ label: "Vilken enhet?" });
    await page.getByLabel("E-post", { exact: true }).selectOption({ label: "Din e-postadress" });
    await page.getByRole("textbox", { name: "Arbetsgivare" }).fill("Mölndals stad");
    await page.getByRole("button", { name: "Läs om raderna" }).click();
    await page.getByRole("link", { name: /^Redan inläst 3/u }).waitFor();
    await page.getByRole("button", { name: "Ta in en anmälan" }).click();
    await page.getByText("En ny anmälan, inga hopslagna").waitFor();
    expect(await roster(round.id)).toEqual(["1 placed", "2 placed", "3 waitlisted", "4 waitlisted"]);

    // Somebody telephones without having an address: what they are to be told waits on the leader's own page.
    await page.goto(`/planera/${round.slug}/anmalningar/ny`);
    await page.getByRole("radio", { name: "per telefon" }).check();
    await page.getByLabel("Namn", { exact: true }).fill("Sten Utan");
    await page.getByLabel(/^Telefon/u).fill("0481-450 00");
    await page.getByLabel("Arbetsgivare").fill("Mölndals stad");
    await page.getByLabel("Arbetsplats").fill("Boendet");
    await page.getByLabel("Yrke eller roll").fill("stödassistent");
    await page.getByRole("radio", { name: "Socialtjänst" }).check();
    await page.getByRole("checkbox", { name: /kan lägga cirka 70 timmar/u }).check();
    await page.getByRole("button", { name: "Spara anmälan" }).click();
    await arrives(page, "Sten Utan");
    await itIs("2027-06-07T10:00");
    await page.goto("/idag");
    const call = page.getByRole("listitem").filter({ hasText: "Meddela per telefon: Sten Utan" });
    expect(await call.textContent()).toContain("0481-450 00");
    await call.getByRole("button", { name: "Markera som ringt" }).click();
    await page.waitForURL("**/idag");
    expect(await page.getByText("Meddela per telefon").count()).toBe(0);
  },
);
