import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { loadReferenceData } from "../../src/features/organisations/reference/commands.ts";
import { browser, expectAccessible, expectFits, expectValidHtml, pictures } from "../browser.ts";
import { given } from "../given.ts";
import { givenRounds, noon } from "../given-rounds.ts";
import { pngOf } from "../images.ts";
import { testWeb } from "../web.ts";

const { db, ownerDb, url, signedIn } = await testWeb(noon("2027-03-18"));
const chrome = browser();
let cookies: { name: string; value: string; url: string }[] = [];

beforeAll(async () => {
  await loadReferenceData(db);
  const { personId } = await given(db).someone("nationalCoordinator", {}, { name: "Nora Kord" });
  const [name = "", value = ""] = (await signedIn(personId)).split(/=(.*)/s);
  cookies = [{ name, value, url }];
});

const page = (options: Parameters<typeof chrome.page>[0] = {}) => chrome.page({ baseURL: url, cookies, ...options });
test(
  "a file is looked through and taken in, one part is merged into another, and its old address leads on",
  { timeout: 60_000 },
  async () => {
    const csv = [
      "Namn;Slag;Hör till;Skrivs också",
      "FoU Fjäll;FoU-enhet;;",
      "FoU Kust;FoU-enhet;;FoU vid kusten",
      "Mottagningen;Enhet;FoU Kust;",
      "Vilse;Klubb;Ingenstans;",
      "Göteborgs Stad;;;Stan på västkusten",
    ].join("\r\n");
    const on = await page();

    await on.goto("/organisationer");
    await on.getByRole("link", { name: "Ta in en fil" }).click();
    await on.getByRole("button", { name: "Visa vad filen gör" }).click();
    expect(await on.getByRole("alert").innerText()).toContain("Välj en fil");
    await on
      .getByLabel("CSV-fil")
      .setInputFiles({ name: "enheter.csv", mimeType: "text/csv", buffer: Buffer.from(csv, "latin1") });
    await on.getByRole("button", { name: "Visa vad filen gör" }).click();
    await on.getByRole("heading", { name: "Vad filen gör" }).waitFor();
    expect(await on.getByRole("row", { name: /Vilse/ }).innerText()).toContain("Ett sådant slag finns inte");
    expect(await on.getByRole("row", { name: /Göteborgs Stad/ }).innerText()).toContain("Ändrar skrivs också");
    await expectValidHtml(await on.content());
    await expectAccessible(on);
    await expectFits(on);
    await pictures(on, "organisations-journey-preview");

    // By keyboard: one chosen row, then the rest.
    await on.getByRole("checkbox", { name: "Ta in rad 3, FoU Kust" }).focus();
    await on.keyboard.press("Space");
    await on.getByRole("button", { name: "Ta in de markerade" }).focus();
    await on.keyboard.press("Enter");
    expect(await on.getByRole("status").innerText()).toContain("1 lades till, inget ändrades");
    await on.getByRole("button", { name: "Ta in alla 3 rätta rader" }).click();
    expect(await on.getByRole("status").innerText()).toContain("2 lades till, 1 ändrades");
    const [download] = await Promise.all([
      on.waitForEvent("download"),
      on.getByRole("link", { name: "Hämta raderna med fel" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain('"Vilse"');

    await on.goto("/organisationer/fou-fjall");
    await on.getByRole("link", { name: "Gå upp i en annan" }).click();
    await on.getByLabel("Vilken går de upp i?").fill("FoU Kst");
    await on.getByLabel("Första dagen i den nya ordningen").fill("2027-03-17");
    await on.getByRole("button", { name: "Spara sammanslagningen" }).click();
    expect(await on.getByRole("alert").innerText()).toContain("FoU Kst finns inte ännu");
    expect(await on.getByLabel("Första dagen i den nya ordningen").inputValue()).toBe("2027-03-17");
    await pictures(on, "organisations-journey-merge");
    await on.getByLabel("Vilken går de upp i?").fill("FoU vid kusten");
    await on.getByLabel("Var står det?").fill("Styrgruppens protokoll");
    await on.getByRole("button", { name: "Spara sammanslagningen" }).click();
    await on.getByRole("heading", { level: 1, name: "FoU Kust" }).waitFor();
    await on.goto("/organisationer/fou-fjall");
    expect(on.url()).toContain("/organisationer/fou-kust");
    expect(await on.locator("main").innerText()).toContain("FoU Fjäll finns inte längre. Den gick upp i FoU Kust.");
    await expectAccessible(on);
    await expectFits(on);
    await pictures(on, "organisations-journey-led-on");
    await on.getByRole("link", { name: "Visa FoU Fjäll som den var" }).click();
    await on.getByRole("heading", { level: 1, name: "FoU Fjäll" }).waitFor();
    await expectValidHtml(await on.content());
    await pictures(on, "organisations-journey-as-it-was");
  },
);

test(
  "an organisation's own name and mark stand on its public pages, without any script",
  { timeout: 60_000 },
  async () => {
    const unit = await given(db).organisation({ name: "FoU Skog", slug: "fou-skog" });
    const round = await givenRounds(ownerDb).published(unit);
    const on = await page({ javaScript: false });
    await on.goto("/organisationer/fou-skog/utseende");
    await on.getByLabel("Namn på sidor och i mejl").fill("FoU i Skogslän");
    await on.getByRole("button", { name: "Spara" }).click();
    await on
      .getByLabel("Välj en bild")
      .setInputFiles({ name: "m.png", mimeType: "image/png", buffer: Buffer.from(pngOf(200, 80)) });
    await on.getByRole("button", { name: "Byt märke" }).click();
    expect(await on.getByRole("status").innerText()).toContain("Utseendet är sparat");
    await pictures(on, "organisations-journey-look");

    const seen = await chrome.page({ baseURL: url });
    await seen.goto(`/cirklar/${round.slug}`);
    expect(await seen.getByRole("banner").innerText()).toContain("FoU i Skogslän");
    expect(await seen.locator("img.host-mark").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(200);
    await expectAccessible(seen);
    await expectFits(seen);
    await pictures(seen, "organisations-journey-public");
  },
);

test(
  "a change of name and a split are written down by hand, and the page answers for then and now",
  { timeout: 60_000 },
  async () => {
    await given(db).organisation({ name: "FoU Slätt", slug: "fou-slatt" });
    const on = await page();
    await on.goto("/organisationer/fou-slatt/namn");
    await on.getByLabel("Namn", { exact: true }).fill("FoU Slättland");
    await on.getByLabel("Kort namn eller förkortning").fill("FoU Slättland");
    await on.getByLabel("Namnet gäller från och med").fill("2020-01-01");
    await on.getByRole("button", { name: "Spara namnet" }).click();
    await on.goto("/organisationer/fou-slatt?den=2019-06-01");
    expect(await on.locator("main").innerText()).toContain("Heter nu FoU Slättland.");
    await on.getByRole("link", { name: "Dela" }).click();
    await on.getByLabel("Vilka är delarna?").fill("FoU Åker\nFoU Äng");
    await on.getByLabel("Lägg till dem som inte finns").check();
    await on.getByLabel("Den upphör").check();
    await on.getByLabel("Första dagen i den nya ordningen").fill("2027-01-01");
    await on.getByRole("button", { name: "Spara delningen" }).click();
    expect(await on.locator("main").innerText()).toContain("Delades i FoU Åker, FoU Äng");
    await on.goto("/organisationer/fou-slatt?den=2019-06-01");
    await on.getByRole("heading", { level: 1, name: "FoU Slätt", exact: true }).waitFor();
    expect(await on.locator("main").innerText()).toContain("Organisationen upphörde 31 december 2026.");
    await expectAccessible(on);
    await pictures(on, "organisations-journey-then");
  },
);
