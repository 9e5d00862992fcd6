import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { post } from "../../src/platform/mail/mail.ts";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { givenRegistrations } from "../given-registrations.ts";
import { day, givenRounds } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { type Hand, keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-09-20T09:00");
const { db, ownerDb, url, app, now, mailTo, linkTo, cookiesOf, authentication } = ground;
const { unit, leader } = await ground.staffed();
const administrator = await given(ownerDb).someone("administrator", {}, { name: "Alva Lind" });
const { published } = givenRounds(ownerDb);
const { applied } = givenRegistrations(db, ownerDb);
const chrome = browser();

/** The three ways in which a person may have to do without: a mouse, or scripts. */
const hands: readonly { name: string; javaScript: boolean; hand: (page: Page) => Hand }[] = [
  { name: "by keyboard alone", javaScript: true, hand: keyboard },
  { name: "without JavaScript", javaScript: false, hand: () => mouse },
];

describe.each(hands)("$name", { timeout: 120_000 }, ({ name: way, javaScript, hand: handOf }) => {
  const isKeyboard = javaScript;
  const opened = async (personId?: string) => {
    const cookies = personId === undefined ? [] : await cookiesOf(personId);
    const page = await chrome.page({ baseURL: url, javaScript, cookies: cookies ?? [] });
    return { page, main: page.locator("main"), hand: handOf(page) };
  };

  test("a leader chooses, and sends all answers at once (R026)", async () => {
    const round = await published(unit, {
      title: `Evidens ${way}`,
      allocation: "selection",
      hard_capacity: 1,
      target_capacity: 1,
      deadline: day("2027-10-01"),
      notice_date: day("2027-09-20"),
    });
    const names = ["Asta Berg", "Bo Ceder"];
    for (const name of names) {
      const email = `${name.toLowerCase().replace(" ", ".")}.${isKeyboard ? "k" : "j"}@molndal.example.se`;
      await applied(round.id, { name, email }, now);
      const answer = await app.request(await linkTo(email), { method: "POST", headers: { origin: url } });
      expect(answer.status).toBe(303);
    }
    await ownerDb.updateTable("round").set({ state: "closed" }).where("id", "=", round.id).execute();

    const { page, main, hand } = await opened(leader);
    await page.goto(`/planera/${round.slug}/urval`);
    for (const [name, outcome] of [
      ["Asta Berg", "Plats"],
      ["Bo Ceder", "Ingen plats"],
    ] as const) {
      const form = page.getByRole("form", { name: `Beslut om ${name}` });
      await hand.write(form.getByLabel("Skäl"), "Från en kommun som annars saknas");
      await hand.press(form.getByRole("button", { name: `${outcome} till ${name}`, exact: true }));
      await main.getByRole("article", { name }).getByText(outcome, { exact: true }).first().waitFor();
    }
    await hand.press(page.getByRole("link", { name: "Granska och skicka besked" }));
    await arrives(page, "Skicka alla besked");
    await hand.press(page.getByRole("button", { name: "Skicka besked till 2 personer" }));
    await main.getByText("2 personer får sina besked nu").waitFor();
  });

  test("an administrator adds a unit, invites somebody to it, and ends the role", async () => {
    const { page, main, hand } = await opened(administrator.personId);
    await page.goto("/organisationer");
    await hand.press(main.getByRole("link", { name: "Lägg till en organisation" }).first());
    await arrives(page, "Lägg till en organisation");
    await page.getByLabel("Vad är det för slags organisation?").selectOption({ label: "FoU-enhet" });
    await hand.write(page.getByLabel("Namn", { exact: true }), `FoU ${way}`);
    await hand.press(page.getByRole("button", { name: "Lägg till", exact: true }));
    await arrives(page, `FoU ${way}`);

    await hand.press(main.getByRole("link", { name: "Bjud in någon hit" }));
    await arrives(page, "Bjud in en person");
    const email = `${isKeyboard ? "kim" : "jo"}.ny@example.se`;
    await hand.write(page.getByLabel("Namn", { exact: true }), isKeyboard ? "Kim Ny" : "Jo Färsk");
    await hand.write(page.getByLabel("E-post", { exact: true }), email);
    await page.getByLabel("Roll", { exact: true }).selectOption({ label: "Regional utvecklingsledare" });
    await hand.press(page.getByRole("button", { name: "Skicka inbjudan" }));
    await main.getByText("Inbjudan är på väg").waitFor();
    expect((await mailTo(email)).subject).toContain("Du är inbjuden");

    await hand.press(main.getByRole("link", { name: /^Avsluta rollen/u }).first());
    await arrives(page, "Avsluta rollen");
    await hand.tick(page.getByRole("radio", { name: "Genast" }));
    await hand.press(page.getByRole("button", { name: "Avsluta rollen" }));
    await main.getByText("Rollen är avslutad").waitFor();
  });

  test("an administrator finds a mail that did not arrive, and sends it again", async () => {
    const to = `borta.${isKeyboard ? "k" : "j"}@example.se`;
    const { mailId } = await failedMail(to);
    const { page, main, hand } = await opened(administrator.personId);
    await page.goto("/drift/utkorg");
    await hand.write(main.getByLabel("Till adressen"), to);
    await hand.press(main.getByRole("button", { name: /^(Visa|Sök|Filtrera)/u }).first());
    await hand.press(main.getByRole("link", { name: "Ett brev på vift" }));
    await hand.press(page.getByRole("button", { name: "Skicka igen" }));
    await main.getByText("Mejlet skickas igen").waitFor();
    const { state } = await ownerDb
      .selectFrom("mail")
      .where("id", "=", mailId)
      .select("state")
      .executeTakeFirstOrThrow();
    expect(state).toBe("waiting");
  });

  test("somebody signs in with a password, puts their own details right", async () => {
    const email = `pia.${isKeyboard ? "k" : "j"}@example.se`;
    const { personId } = await given(ownerDb).someone("guest", { organisation: unit }, { name: "Pia Gren", email });
    const { internalAdapter, password } = await authentication.$context;
    await internalAdapter.linkAccount({
      userId: personId,
      providerId: "credential",
      accountId: personId,
      password: await password.hash("en lång väg hem"),
    });
    const { page, main, hand } = await opened();
    await page.goto("/logga-in/losenord");
    await hand.write(page.getByLabel("E-post"), email);
    await hand.write(page.getByLabel("Lösenord", { exact: true }), "en lång väg hem");
    await hand.press(page.getByRole("button", { name: "Logga in", exact: true }));
    await page.waitForURL((address) => address.pathname !== "/logga-in/losenord");
    await page.goto("/mina-uppgifter");
    await hand.write(page.getByLabel("Telefon"), "0500-12 34 56");
    await hand.press(main.getByRole("button", { name: "Spara", exact: true }));
    await main.getByText("Dina uppgifter är sparade").waitFor();
  });
});

async function failedMail(to: string) {
  await db
    .transaction()
    .execute((tx) => post(tx, { to, subject: "Ett brev på vift", text: "Hej", html: "<p>Hej</p>" }));
  const mail = await ownerDb
    .updateTable("mail")
    .where("to_address", "=", to)
    .set({ state: "failed", problem: "550 no such mailbox", settled_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { mailId: mail.id };
}
