import { expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../browser.ts";
import { givenRegistrations } from "../given-registrations.ts";
import { day, givenRounds } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-06-07T09:00");
const { db, ownerDb, url, mailTo, linkTo, cookiesOf, itIs } = ground;
const { unit, leader } = await ground.staffed();
const { published } = givenRounds(ownerDb);
const { roster, confirmed } = givenRegistrations(db, ownerDb);
const chrome = browser();

test(
  "a principal registers a team, which is chosen by its theme and gets all its places (R121)",
  { timeout: 120_000 },
  async () => {
    const round = await published(unit, {
      title: "Forska tillsammans",
      allocation: "teamByPrincipal",
      hard_capacity: 5,
      target_capacity: 5,
      team_least: 2,
      team_most: 4,
      hours: 60,
      notice_date: day("2027-09-20"),
    });
    const other = [1, 2, 3].map((number) => ({ name: `Annan ${number}`, email: `annan${number}@example.se` }));
    await confirmed(round.id, { name: "Vera Vik", employer: "Härryda kommun", members: other }, ground.now);

    // On a telephone, without an account.
    const visitor = await chrome.page({ baseURL: url, width: 390 });
    await visitor.goto(`/cirklar/${round.slug}`);
    await visitor.getByText("Lag från huvudmän, 2–4 personer i varje.").waitFor();
    await visitor.getByRole("link", { name: "Anmäl ett lag" }).click();
    await arrives(visitor, "Anmäl ett lag");
    await visitor.getByLabel("Ditt namn").fill("Asta Berg");
    await visitor.getByLabel("E-post i arbetet").fill("asta.berg@molndal.example.se");
    await visitor.getByLabel("Arbetsgivare").fill("Mölndals stad");
    await visitor.getByLabel("Arbetsplats").fill("Socialförvaltningen");
    await visitor.getByLabel("Yrke eller roll").fill("verksamhetschef");
    await visitor.getByRole("radio", { name: "Socialtjänst" }).check();
    await visitor.getByLabel("Vad vill laget arbeta med?").fill("Hur märks barnets ord i beslutet?");
    await visitor.getByLabel("Namn, person 1").fill("Bo Ceder");
    await visitor.getByLabel("E-post, person 1").fill("bo.ceder@molndal.example.se");
    await visitor.getByLabel("Roll, person 1").fill("enhetschef");
    await visitor.getByRole("checkbox", { name: /kan lägga cirka 60 timmar/u }).check();
    await visitor.getByRole("button", { name: "Skicka anmälan" }).click();

    // One person is no team; nothing typed is lost.
    await visitor.getByText("Ett lag ska ha 2–4 personer. Du har skrivit en").first().waitFor();
    await expectAccessible(visitor);
    await expectValidHtml(await visitor.content());
    await expectFits(visitor);
    // The second is written two rows down: an empty row between is no person.
    await visitor.getByLabel("Namn, person 3").fill("Cim Dahl");
    await visitor.getByLabel("E-post, person 3").fill("cim.dahl@molndal.example.se");
    await visitor.getByRole("button", { name: "Skicka anmälan" }).click();
    await arrives(visitor, "Titta i din inkorg");

    // Nobody in the team hears anything before the address is proved; then each gets a mail that names no other.
    await expect(mailTo("bo.ceder@molndal.example.se")).rejects.toThrow("No mail has come");
    await visitor.goto(await linkTo("asta.berg@molndal.example.se"));
    await visitor.getByRole("button", { name: "Bekräfta min anmälan" }).click();
    await arrives(visitor, "Du är med i urvalet");
    const named = await mailTo("bo.ceder@molndal.example.se");
    expect(named.subject).toBe("Du är med i ett lag som är anmält till Forska tillsammans");
    expect(named.text).toContain("Asta Berg har anmält ett lag från Mölndals stad");
    expect(named.text).not.toContain("Cim");
    expect(await roster(round.id)).toEqual(["1 applied", "2 applied"]);

    // The leader sees teams, their themes and their people, and cannot choose more people than there are places.
    const page = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
    await page.goto(`/planera/${round.slug}/urval`);
    const team = page.getByRole("article", { name: "Lag från Mölndals stad" });
    expect(await team.textContent()).toMatch(/2 personer.*Hur märks barnets ord i beslutet/su);
    await expectAccessible(page);
    const decide = async (name: string, principal: string, outcome: string) => {
      const form = page.getByRole("form", { name: `Beslut om ${name}` });
      await form.getByLabel("Skäl").fill("Temat passar forskaren");
      await form.getByRole("button", { name: `${outcome} till ${name}`, exact: true }).click();
      await page
        .getByRole("article", { name: `Lag från ${principal}` })
        .getByText(outcome, { exact: true })
        .first()
        .waitFor();
    };
    await decide("Asta Berg", "Mölndals stad", "Plats");
    await decide("Vera Vik", "Härryda kommun", "Plats");
    await page.getByText("5 av 5 platser valda").waitFor();
    await itIs("2027-09-20T08:00");
    await page.goto(`/planera/${round.slug}/urval/skicka`);
    await page.getByRole("button", { name: /Skicka besked till 2/u }).click();
    await page.getByText(/får sina besked nu/u).waitFor();
    expect(await roster(round.id)).toEqual(["1 placed", "2 placed"]);

    const placed = await mailTo("cim.dahl@molndal.example.se");
    expect(placed.subject).toBe("Ditt lag har plats i Forska tillsammans");
    expect(placed.method).toBe("REQUEST");
    expect((await mailTo("asta.berg@molndal.example.se")).subject).toBe("Du har en plats i Forska tillsammans");

    // One leaves the team: they are told, and the place is free.
    await page.goto(`/planera/${round.slug}/anmalningar`);
    await page.getByRole("link", { name: "Vera Vik" }).click();
    await page.getByRole("link", { name: "Rätta uppgifter" }).click();
    for (const field of ["Namn", "E-post"]) await page.getByLabel(`${field}, person 3`).fill("");
    await page.getByRole("button", { name: "Spara rättelsen" }).click();
    await page.getByText("Uppgifterna är rättade").waitFor();
    expect((await mailTo("annan3@example.se")).subject).toBe("Du är inte längre med i laget till Forska tillsammans");
    await page.goto(`/planera/${round.slug}/anmalningar`);
    expect(await page.getByRole("row", { name: /Vera Vik/u }).textContent()).toContain("2 personer");
    await page.getByText("4 av 5 platser är tagna").waitFor();
  },
);
