import { expect, test } from "vitest";
import { browser, expectAccessible } from "../browser.ts";
import { given } from "../given.ts";
import { givenRounds } from "../given-rounds.ts";
import { keyboard } from "./hand.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { url, ownerDb, afterwards, mailTo, cookiesOf } = ground;
const chrome = browser();

test(
  "somebody is hindered, says so without script or account, and is answered by keyboard; then sees all that is held about them",
  { timeout: 120_000 },
  async () => {
    const { unit } = await ground.staffed();
    const alva = await given(ownerDb).someone("administrator", { organisation: unit }, { name: "Alva Lind" });
    const round = await givenRounds(ownerDb).published(unit);

    // From a round's page by way of the foot, as a visitor on a phone without scripts.
    const elsa = await chrome.page({ baseURL: url, width: 390, javaScript: false });
    await elsa.goto(`/cirklar/${round.slug}`);
    await elsa.getByRole("link", { name: "Tillgänglighet" }).click();
    await elsa.getByRole("link", { name: "Berätta vad som hindrar dig" }).click();
    expect(await elsa.getByLabel("På vilken sida?").inputValue()).toBe(`/cirklar/${round.slug}`);
    await elsa
      .getByLabel("Vad hindrar dig?")
      .fill("Jag kommer inte till knappen Anmäl dig med tangentbordet. 191212121212");
    await elsa.getByLabel("Din e-postadress").fill("elsa.holm@example.se");
    await elsa.getByRole("button", { name: "Skicka" }).click();
    expect(await elsa.getByLabel("Vad hindrar dig?").inputValue()).toContain("Jag kommer inte till knappen");
    await elsa.getByLabel("Vad hindrar dig?").fill("Jag kommer inte till knappen Anmäl dig med tangentbordet.");
    await elsa.getByRole("button", { name: "Skicka" }).click();
    await elsa.getByText("Du får svar med e-post senast mån 21 juni").waitFor();

    // Whoever administers the organiser finds it in Idag, and answers it without a mouse.
    const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(alva.personId) });
    const hand = keyboard(page);
    await page.goto("/idag");
    await hand.press(page.getByRole("link", { name: "Läs och svara" }));
    await hand.press(page.getByText("Vad är det här?"));
    await page.getByText("Ditt svar mejlas om en adress lämnades").waitFor();
    await expectAccessible(page);
    await hand.write(page.getByLabel("Svar"), "Knappen går nu att nå. Tack för att du sa till.");
    await hand.press(page.getByRole("button", { name: "Skicka svaret och avsluta" }));
    await page.getByText("Svaret är sparat och rapporten avslutad").waitFor();
    const answer = await mailTo("elsa.holm@example.se");
    expect(answer).toMatchObject({ subject: "Svar om hindret du berättade om" });
    expect(answer.text).toContain("Knappen går nu att nå");

    // Elsa has no account, and sees all that is held about her by proving her address.
    await elsa.goto("/personuppgifter");
    await elsa.getByRole("link", { name: "Se vad som finns om dig" }).click();
    await elsa.getByLabel("Din e-postadress").fill("elsa.holm@example.se");
    await elsa.getByRole("button", { name: "Mejla mig länken" }).click();
    await afterwards.settled();
    await elsa.goto(await ground.linkTo("elsa.holm@example.se"));
    await elsa.getByRole("button", { name: "Visa allt" }).click();
    await elsa.getByText("Jag kommer inte till knappen Anmäl dig med tangentbordet.").first().waitFor();
    await elsa.goBack();
    const [file] = await Promise.all([
      elsa.waitForEvent("download"),
      elsa.getByRole("button", { name: "Ladda ner som fil (JSON)" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("mina-uppgifter.json");
  },
);
