import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browser, expectAccessible } from "../browser.ts";
import { given } from "../given.ts";
import { givenRounds } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { type Hand, keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { ownerDb, url, mailTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const { published, registration, contact } = givenRounds(ownerDb);
const { someone } = given(ownerDb);
const chrome = browser();

/** With a mouse and scripts, without scripts, and with a keyboard alone. */
const ways: readonly {
  readonly how: string;
  readonly open: () => Promise<Page>;
  readonly handOf: (page: Page) => Hand;
}[] = [
  {
    how: "a mouse",
    open: async () => chrome.page({ baseURL: url, cookies: await cookiesOf(leader) }),
    handOf: () => mouse,
  },
  {
    how: "a phone without scripts",
    open: async () => chrome.page({ baseURL: url, width: 390, javaScript: false, cookies: await cookiesOf(leader) }),
    handOf: () => mouse,
  },
  {
    how: "a keyboard alone",
    open: async () => chrome.page({ baseURL: url, cookies: await cookiesOf(leader) }),
    handOf: keyboard,
  },
];

test.each(ways)(
  "a message with somebody to answer to, then the round is handed over, with $how",
  { timeout: 120_000 },
  async ({ how, open, handOf }) => {
    const mark = how.replaceAll(" ", "-");
    const round = await published(unit, { title: `Våld och ${how}`, created_by: leader });
    await contact(round.id, { name: "Maja Ek", email: "maja.ek@example.se", position: 1 });
    const placed = [`asta-${mark}@example.se`, `bo-${mark}@example.se`];
    for (const email of placed) await registration(round.id, { email });
    await registration(round.id, { email: `vantar-${mark}@example.se`, state: "waitlisted" });
    const cim = await someone(
      "circleLeader",
      { organisation: unit },
      { name: `Cim ${how}`, email: `cim-${mark}@example.se` },
    );

    const page = await open();
    const hand = handOf(page);
    const main = page.locator("main");
    await page.goto(`/planera/${round.slug}/anmalningar`);
    await hand.press(main.getByRole("link", { name: "Skicka meddelande", exact: true }));
    await arrives(page, "Skriv meddelande");

    // What is wrong is said, and what was typed stays.
    await hand.tick(main.getByRole("radio", { name: "De som har plats" }));
    await hand.write(main.getByLabel("Ämne"), "Nytt rum");
    await hand.write(main.getByLabel("Meddelande", { exact: true }), "Ring 19121212-1212 om något är oklart.");
    await hand.press(main.getByRole("button", { name: "Granska" }));
    await main.getByText("personnummer").first().waitFor();
    expect(await main.getByLabel("Ämne").inputValue()).toBe("Nytt rum");

    await hand.write(main.getByLabel("Meddelande", { exact: true }), "Hej.\n\nVi ses i Rådhuset.");
    await hand.choose(main.getByLabel("Svar går till"), "Maja Ek, maja.ek@example.se");
    await hand.press(main.getByRole("button", { name: "Granska" }));
    await arrives(page, "Granska meddelandet");
    await main.getByText("Det går till 2 personer").waitFor();
    if (how === "a mouse") await expectAccessible(page);
    await hand.press(main.getByRole("button", { name: "Ändra texten" }));
    await arrives(page, "Skriv meddelande");
    await hand.write(main.getByLabel("Ämne"), "Nytt rum i Rådhuset");
    await hand.press(main.getByRole("button", { name: "Granska" }));
    await arrives(page, "Granska meddelandet");
    await hand.press(main.getByRole("button", { name: "Skicka till 2 personer" }));
    await arrives(page, "Nytt rum i Rådhuset");
    await main.getByText("Meddelandet är på väg till 2 personer").waitFor();

    for (const address of placed) {
      const mail = await mailTo(address);
      expect(mail).toMatchObject({ subject: "Nytt rum i Rådhuset", replyTo: "maja.ek@example.se" });
      expect(mail.text).toContain("Vi ses i Rådhuset.");
      for (const other of placed.filter((each) => each !== address)) expect(mail.text).not.toContain(other);
    }
    await expect(mailTo(`vantar-${mark}@example.se`)).rejects.toThrow("No mail");

    // The history tells, and the round goes to a colleague.
    await page.goto(`/planera/${round.slug}/meddelanden`);
    await main.getByRole("row", { name: /Nytt rum i Rådhuset.*De som har plats, 2 personer.*Maja Ek/u }).waitFor();
    await page.goto(`/planera/${round.slug}/anmalningar`);
    await hand.press(main.getByRole("link", { name: "Lämna över", exact: true }));
    await arrives(page, "Lämna över");
    await main.getByText("En står på väntelistan").waitFor();
    await hand.press(main.getByRole("button", { name: "Lämna över" }));
    await main.getByText("Välj en kollega").first().waitFor();
    await hand.choose(main.getByLabel("Kollega som tar över"), `Cim ${how}, FoU Länet`);
    await hand.write(main.getByLabel("Något kollegan behöver veta?"), "Kaffet är beställt.");
    await hand.press(main.getByRole("button", { name: "Lämna över" }));
    await main.getByText("Omgången är överlämnad").waitFor();

    const told = await mailTo(`cim-${mark}@example.se`);
    expect(told.subject).toBe(`Du tar över Våld och ${how}`);
    expect(told.text).toContain("Kaffet är beställt.");
    const taker = await chrome.page({ baseURL: url, cookies: await cookiesOf(cim.personId) });
    await taker.goto(`/planera/${round.slug}`);
    await taker.getByText("Ansvarig").waitFor();
    await taker.goto(`/cirklar/${round.slug}`);
    await taker.getByText(`cim-${mark}@example.se`).waitFor();
  },
);

test("addresses are copied for Outlook, and can be marked where there is no script", { timeout: 60_000 }, async () => {
  const round = await published(unit);
  for (const email of ["asta@example.se", "bo@example.se"]) await registration(round.id, { email });
  const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/planera/${round.slug}/listor`);
  await page.getByRole("button", { name: "Kopiera" }).click();
  await page.getByRole("button", { name: "Kopierat" }).waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("asta@example.se; bo@example.se");

  const bare = await chrome.page({ baseURL: url, javaScript: false, cookies: await cookiesOf(leader) });
  await bare.goto(`/planera/${round.slug}/listor`);
  expect(await bare.getByLabel("2 adresser").inputValue()).toBe("asta@example.se; bo@example.se");
  expect(await bare.getByRole("button", { name: "Kopiera" }).count()).toBe(0);
});

test("the invitation goes to contact persons, and asks before it goes again", { timeout: 60_000 }, async () => {
  const round = await published(unit, { title: "Evidens i vardagen" });
  const page = await chrome.page({ baseURL: url, javaScript: false, cookies: await cookiesOf(leader) });
  const main = page.locator("main");
  await page.goto(`/planera/${round.slug}/inbjudan`);
  expect(await main.getByLabel("Som text till ett eget mejl").inputValue()).toContain("Så anmäler du dig");
  await main.getByRole("link", { name: "Skicka till kontaktpersoner" }).click();
  await main.getByRole("link", { name: "Lägg till kontaktperson" }).click();
  await main.getByLabel("Namn").fill("Lena Ström");
  await main.getByLabel("E-post").fill("lena.strom@example.se");
  await main.getByRole("button", { name: "Lägg till" }).click();
  await main.getByText("Kontaktpersonen är tillagd").waitFor();
  await main.getByRole("button", { name: "Granska" }).click();
  await arrives(page, "Granska inbjudan");
  await main.getByRole("button", { name: "Skicka till en kontaktperson" }).click();
  await main.getByText("Inbjudan är på väg till en kontaktperson").waitFor();
  expect((await mailTo("lena.strom@example.se")).subject).toBe("Inbjudan: Evidens i vardagen");

  await page.goto(`/planera/${round.slug}/inbjudan/skicka`);
  await main.getByRole("checkbox", { name: "Lena Ström" }).check();
  await main.getByRole("button", { name: "Granska" }).click();
  await main.getByText("En av dem har redan fått inbjudan: Lena Ström.").waitFor();
  await main.getByRole("button", { name: "Skicka till en kontaktperson" }).click();
  await main.getByText("Kryssa i om de ska få den igen.").first().waitFor();
  await main.getByRole("checkbox", { name: "Skicka även till dem som redan har fått den" }).check();
  await main.getByRole("button", { name: "Skicka till en kontaktperson" }).click();
  await main.getByText("Inbjudan är på väg till en kontaktperson").waitFor();
});
