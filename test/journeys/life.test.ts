import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { day, givenRounds, time } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";

const ground = await journeyGround("2027-09-20T09:00");
const { ownerDb, url, itIs, morning, mailTo, linkTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();

/** A circle of five meetings and a follow-up, with two in it. */
async function circle() {
  const rounds = givenRounds(ownerDb);
  const round = await rounds.published(unit, { title: "Barns röster", slug: "barns-roster" });
  await rounds.session(round.id, {
    date: day("2028-05-05"),
    starts: time("09:00"),
    ends: time("12:00"),
    kind: "followUp",
  });
  const people = [];
  for (const name of ["Asta Berg", "Bo Ceder"]) {
    const email = `${name.toLowerCase().replace(" ", ".")}@example.se`;
    const personId = await given(ownerDb).person({ name, email });
    await rounds.registration(round.id, { person_id: personId, name, email });
    people.push({ name, email, personId });
  }
  return { slug: round.slug, asta: people[0]!, bo: people[1]! };
}

test(
  "a circle lives from its first meeting to the report: moved, noted, handed in, proposed, spread, followed up (R021, R022, R099, R100, R109)",
  { timeout: 300_000 },
  async () => {
    const { slug, asta, bo } = await circle();
    const page = (person: string, width = 1280) =>
      cookiesOf(person).then((cookies) => chrome.page({ baseURL: url, cookies, width }));
    const maja = await page(leader);
    const astas = await page(asta.personId, 390);
    const bos = await page(bo.personId);
    const press = (at: typeof maja, name: string) => at.getByRole("button", { name, exact: true }).click();

    // Planned, and then made digital: those with a place are told, and see it in the circle.
    await maja.goto(`/planera/${slug}/traffar`);
    await maja.getByRole("link", { name: /22 oktober/u }).click();
    await maja.getByLabel("Hur ses man?").selectOption("digital");
    await press(maja, "Spara");
    await maja.waitForURL(/klart=sparad/u);
    expect((await mailTo(asta.email)).subject).toBe("Ändrat i Barns röster");
    await astas.goto(`/cirkel/${slug}`);
    expect(await astas.locator("main").textContent()).toContain("Fre 22 oktober: träffen är digital");
    await maja.goto(`/cirkel/${slug}/andringar`);
    expect(await maja.locator("main").textContent()).toContain("1 av 2 har sett ändringen");

    // The room's code: shown by the leader, written on a phone.
    await itIs("2027-10-22T09:05");
    await maja.goto(`/cirkel/${slug}`);
    await maja
      .getByRole("link", { name: /22 oktober/u })
      .first()
      .click();
    const meeting = new URL(maja.url()).pathname;
    await maja.goto(`${meeting}/narvaro/kod`);
    await press(maja, "Visa en kod");
    const code = /\d{3}\s?\d{3}/u.exec(await maja.locator("main").innerText())?.[0].replace(/\s/u, "") ?? "";
    await astas.goto(`${meeting}/har`);
    await astas.getByLabel("Kod").fill(code);
    await astas.getByRole("radio", { name: "Jag är med digitalt" }).check();
    await press(astas, "Notera mig");
    await astas.getByText("Du är noterad").first().waitFor();
    await maja.goto(`${meeting}/narvaro`);
    expect(await maja.locator("main").textContent()).toContain("1 av 2 var med");

    // Two write notes at once, under headings of their own; neither's words are lost.
    await maja.goto(meeting);
    await press(maja, "Börja anteckna");
    await maja.getByRole("button", { name: "Skriv under Vad har hänt sedan sist" }).click();
    await bos.goto(meeting);
    await bos.getByRole("button", { name: "Skriv under Till nästa gång" }).click();
    await maja.getByLabel("Text", { exact: false }).fill("Två kommuner har provat");
    await bos.getByLabel("Text", { exact: false }).fill("Alla läser kapitel två");
    for (const writer of [maja, bos]) {
      await press(writer, "Spara");
      await writer.getByText("Anteckningen är sparad").waitFor();
    }
    await astas.goto(meeting);
    for (const words of ["Två kommuner har provat", "Alla läser kapitel två"])
      expect(await astas.locator("main").textContent()).toContain(words);

    // An assignment is given, handed in after its day, marked late, and answered.
    await maja.goto(`${meeting}/uppgift`);
    await maja.getByLabel("Rubrik").fill("Fråga tre barn");
    await maja.getByLabel("Vad deltagarna ska göra").fill("Vad vill de att vi frågar om?");
    await maja.getByLabel("Klart före").selectOption({ index: 1 });
    await maja.getByRole("radio", { name: "Alla i cirkeln" }).check();
    await press(maja, "Ge en uppgift");
    await maja.waitForURL(/klart=uppgift/u);
    const assignment = new URL(maja.url()).pathname;
    await itIs("2027-11-22T10:00");
    await astas.goto(assignment);
    expect(await astas.locator("main").textContent()).toContain("Tiden är ute.");
    await astas.getByLabel("Vad du kommit fram till").fill("De vill veta vad som händer sedan.");
    await press(astas, "Lämna in");
    await astas.waitForURL(/klart=inlamnat/u);
    await maja.goto(assignment);
    await maja.getByText("Inlämnad sent").first().waitFor();
    await maja
      .getByRole("link", { name: /Läs svaret|Asta Berg/u })
      .first()
      .click();
    await maja.getByRole("textbox", { name: "Återkoppling" }).fill("Ta med det till nästa träff.");
    await press(maja, "Spara återkopplingen");
    await maja.waitForURL(/aterkoppling=/u);
    expect((await mailTo(asta.email)).subject).toBe("Återkoppling på Fråga tre barn");
    await astas.goto(assignment);
    expect(await astas.locator("main").textContent()).toContain("Ta med det till nästa träff.");

    // A proposal is written, published, and read by anybody.
    await astas.goto(`/cirkel/${slug}/forslag/nytt`);
    await astas.getByLabel("Rubrik").fill("Barnets egna frågor");
    await astas.getByLabel("Problemet").fill("Barn får svar på det de inte frågat om.");
    await astas.getByLabel("Förslaget", { exact: false }).first().fill("Varje samtal börjar med barnets frågor.");
    await astas.getByLabel("Vems det är att genomföra").fill("Mölndals stad");
    await press(astas, "Spara");
    await arrives(astas, "Barnets egna frågor");
    const proposal = new URL(astas.url()).pathname;
    await maja.goto(proposal);
    await press(maja, "Publicera");
    await maja.waitForURL(/klart=publicerat/u);
    const anybody = await chrome.page({ baseURL: url, width: 390 });
    await anybody.goto(proposal.replace("/cirkel/", "/cirklar/"));
    await arrives(anybody, "Barnets egna frågor");
    expect(await anybody.locator("main").textContent()).not.toContain(asta.name);

    // What was learnt reaches others.
    await astas.goto(`/cirkel/${slug}/spridning/ny`);
    await astas.getByLabel("Vilka du berättade för").fill("Hela arbetsgruppen");
    await astas.getByRole("radio", { name: "På en arbetsplatsträff" }).check();
    await astas.getByLabel("Nådda kollegor").fill("14");
    await press(astas, "Spara");
    await astas.waitForURL(/\/spridning/u);

    // Months later, five working days before the follow-up (the first of May is none), a mail asks and one press answers.
    await morning("2028-04-27");
    const asked = await linkTo(asta.email);
    expect((await mailTo(asta.email)).subject).toBe("Hur gick det med förslaget Barnets egna frågor?");
    await anybody.goto(asked);
    await anybody.getByRole("button", { name: "Det är beslutat" }).click();
    await arrives(anybody, "Tack för svaret");

    // And the report shows it all, to a leader who signs in again: by now the old session is long over.
    await maja.context().addCookies(await cookiesOf(leader));
    await maja.goto(`/cirkel/${slug}/rapport`);
    const report = await maja.locator("main").innerText();
    for (const words of [
      /Hållna träffar som var digitala\s+1/u,
      /Digitalt\s+1/u,
      /Barnets egna frågor\s+Mölndals stad\s+Beslutat/u,
      /14 kollegor nådda/u,
    ])
      expect(report).toMatch(words);
  },
);
