import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browser } from "../browser.ts";
import { given } from "../given.ts";
import { day, givenRounds, time } from "../given-rounds.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { type Hand, keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-09-20T09:00");
const { ownerDb, url, itIs, morning, mailTo, linkTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();

let circles = 0;

/** A circle of five meetings and a follow-up, with two in it. */
async function circle() {
  circles += 1;
  const rounds = givenRounds(ownerDb);
  const round = await rounds.published(unit, { title: "Barns röster", slug: `barns-roster-${circles}` });
  await rounds.session(round.id, {
    date: day("2028-05-05"),
    starts: time("09:00"),
    ends: time("12:00"),
    kind: "followUp",
  });
  const people = [];
  for (const name of ["Asta Berg", "Bo Ceder"]) {
    const email = `${name.toLowerCase().replace(" ", ".")}.${circles}@example.se`;
    const personId = await given(ownerDb).person({ name, email });
    await rounds.registration(round.id, { person_id: personId, name, email });
    people.push({ name, email, personId });
  }
  return { slug: round.slug, asta: people[0]!, bo: people[1]! };
}

/** What somebody does on a page, with whatever hand they have. */
function visitor(page: Page, hand: Hand) {
  return {
    page,
    open: (path: string) => page.goto(path),
    follow: (name: RegExp) => hand.press(page.getByRole("link", { name }).first()),
    press: (name: string) => hand.press(page.getByRole("button", { name, exact: true })),
    write: (label: string, text: string) => hand.write(page.getByLabel(label).first(), text),
    choose: (label: string, option: string) => hand.choose(page.getByLabel(label), option),
    tick: (name: string) => hand.tick(page.getByRole("radio", { name })),
    reads: async () => page.locator("main").innerText(),
    comesTo: (address: RegExp) => page.waitForURL(address),
  };
}

const ways = [
  { how: "by mouse and finger", hand: () => mouse, javaScript: true },
  { how: "by keyboard alone", hand: keyboard, javaScript: true },
  { how: "without JavaScript", hand: () => mouse, javaScript: false },
];

test.each(ways)(
  "a circle lives from its first meeting to the report, $how (R021, R022, R099, R100, R109)",
  { timeout: 400_000 },
  async ({ hand, javaScript }) => {
    await itIs("2027-09-20T09:00");
    const { slug, asta, bo } = await circle();
    const someone = async (who: string | undefined, width = 1280) => {
      const cookies = who ? await cookiesOf(who) : [];
      const page = await chrome.page({ baseURL: url, cookies, width, javaScript });
      return visitor(page, hand(page));
    };
    const maja = await someone(leader);
    const hers = await someone(asta.personId, 390);
    const his = await someone(bo.personId);
    const anybody = await someone(undefined, 390);

    // Planned, and then made digital: those with a place are told, and see it in the circle.
    await maja.open(`/planera/${slug}/traffar`);
    await maja.follow(/22 oktober/u);
    await maja.choose("Hur ses man?", "Digitalt");
    await maja.press("Spara");
    await maja.comesTo(/klart=sparad/u);
    expect((await mailTo(asta.email)).subject).toBe("Ändrat i Barns röster");
    await hers.open(`/cirkel/${slug}`);
    expect(await hers.reads()).toContain("Fre 22 oktober: träffen är digital");
    await maja.open(`/cirkel/${slug}/andringar`);
    expect(await maja.reads()).toContain("1 av 2 har sett ändringen");

    // The room's code: shown by the leader, written on a phone.
    await itIs("2027-10-22T09:05");
    await maja.open(`/cirkel/${slug}`);
    await maja.follow(/22 oktober/u);
    await maja.comesTo(/\/traff\//u);
    const meeting = new URL(maja.page.url()).pathname;
    await maja.open(`${meeting}/narvaro/kod`);
    await maja.press("Visa en kod");
    await maja.page.getByText("Koden gäller till").waitFor();
    const code = /\d{3}\s?\d{3}/u.exec(await maja.reads())?.[0].replace(/\s/u, "") ?? "";
    await hers.open(`${meeting}/har`);
    await hers.write("Kod", code);
    await hers.tick("Jag är med digitalt");
    await hers.press("Notera mig");
    await hers.page.getByText("Du är noterad").first().waitFor();
    await maja.open(`${meeting}/narvaro`);
    expect(await maja.reads()).toContain("1 av 2 var med");

    // Two write notes at once, under headings of their own; neither's words are lost.
    await maja.open(meeting);
    await maja.press("Börja anteckna");
    await maja.press("Skriv under Vad har hänt sedan sist");
    await his.open(meeting);
    await his.press("Skriv under Till nästa gång");
    await maja.write("Text", "Två kommuner har provat");
    await his.write("Text", "Alla läser kapitel två");
    for (const writer of [maja, his]) {
      await writer.press("Spara");
      await writer.page.getByText("Anteckningen är sparad").waitFor();
    }
    await hers.open(meeting);
    for (const words of ["Två kommuner har provat", "Alla läser kapitel två"])
      expect(await hers.reads()).toContain(words);

    // An assignment is given, handed in after its day, marked late, and answered.
    await maja.open(`${meeting}/uppgift`);
    await maja.write("Rubrik", "Fråga tre barn");
    await maja.write("Vad deltagarna ska göra", "Vad vill de att vi frågar om?");
    await maja.tick("Alla i cirkeln");
    await maja.press("Ge en uppgift");
    await maja.comesTo(/klart=uppgift/u);
    const assignment = new URL(maja.page.url()).pathname;
    await itIs("2027-11-22T10:00");
    await hers.open(assignment);
    expect(await hers.reads()).toContain("Tiden är ute.");
    await hers.write("Vad du kommit fram till", "De vill veta vad som händer sedan.");
    await hers.press("Lämna in");
    await hers.comesTo(/klart=inlamnat/u);
    await maja.open(assignment);
    expect(await maja.reads()).toContain("Inlämnad sent");
    await maja.follow(/Läs svaret|Asta Berg/u);
    await maja.write("Återkoppling", "Ta med det till nästa träff.");
    await maja.press("Spara återkopplingen");
    await maja.comesTo(/aterkoppling=/u);
    expect((await mailTo(asta.email)).subject).toBe("Återkoppling på Fråga tre barn");
    await hers.open(assignment);
    expect(await hers.reads()).toContain("Ta med det till nästa träff.");

    // A proposal is written, published, and read by anybody.
    await hers.open(`/cirkel/${slug}/forslag/nytt`);
    await hers.write("Rubrik", "Barnets egna frågor");
    await hers.write("Problemet", "Barn får svar på det de inte frågat om.");
    await hers.write("Förslaget", "Varje samtal börjar med barnets frågor.");
    await hers.write("Vems det är att genomföra", "Mölndals stad");
    await hers.press("Spara");
    await arrives(hers.page, "Barnets egna frågor");
    const proposal = new URL(hers.page.url()).pathname;
    await maja.open(proposal);
    await maja.press("Publicera");
    await maja.comesTo(/klart=publicerat/u);
    await anybody.open(proposal.replace("/cirkel/", "/cirklar/"));
    await arrives(anybody.page, "Barnets egna frågor");
    expect(await anybody.reads()).not.toContain(asta.name);

    // What was learnt reaches others.
    await hers.open(`/cirkel/${slug}/spridning/ny`);
    await hers.write("Vilka du berättade för", "Hela arbetsgruppen");
    await hers.tick("På en arbetsplatsträff");
    await hers.write("Nådda kollegor", "14");
    await hers.press("Spara");
    await hers.comesTo(/\/spridning(?!\/ny)/u);

    // Months later, five working days before the follow-up (the first of May is none), a mail asks and one press answers.
    await morning("2028-04-27");
    const asked = await linkTo(asta.email);
    expect((await mailTo(asta.email)).subject).toBe("Hur gick det med förslaget Barnets egna frågor?");
    await anybody.open(asked);
    await anybody.press("Det är beslutat");
    await arrives(anybody.page, "Tack för svaret");

    // And the report shows it all, to a leader who signs in again: by now the old session is long over.
    await maja.page.context().addCookies(await cookiesOf(leader));
    await maja.open(`/cirkel/${slug}/rapport`);
    const report = await maja.reads();
    for (const words of [
      /Hållna träffar som var digitala\s+1/u,
      /Digitalt\s+1/u,
      /Barnets egna frågor\s+Mölndals stad\s+Beslutat/u,
      /14 kollegor nådda/u,
    ])
      expect(report).toMatch(words);
  },
);
