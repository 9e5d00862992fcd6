import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { PersonId } from "../../src/kernel/ids.ts";
import { browser, expectAccessible, expectFits } from "../browser.ts";
import { given } from "../given.ts";
import { givenMeetings } from "../given-meetings.ts";
import {
  asks,
  asksByLink,
  answersQuestion,
  beginsToWeigh,
  comesToPhase,
  fills,
  laysMethod,
  marksSource,
  notesStep,
  says,
} from "./appraisal-steps.ts";
import { arrives } from "./circle-steps.ts";
import { holdsWorkshop, room } from "./five-phones.ts";
import { journeyGround } from "./ground.ts";
import { follows, gathersProposal, makesQuestion, presses, setsAside, sorted, wordForWord } from "./workshop-steps.ts";

const ground = await journeyGround("2027-04-15T13:00");
const { ownerDb, url, itIs, live, mailTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const { organisation, person, role } = given(ownerDb);
const { body, sits } = givenMeetings(ownerDb);

const network = "Metodnätverket";
const networkId = await body(unit, { name: network, slug: "metod" });
const [town] = await ownerDb.selectFrom("organisation").where("name", "=", "Mölndals stad").select("id").execute();
if (!town) throw new Error("There is no employer");
const family = await organisation({ name: "Familjeenheten", kinds: ["unit"], parent_id: town.id });

const bo = { id: await person({ name: "Bo Ceder", email: "bo@example.se" }), email: "bo@example.se" };
await role(bo.id, "unitManager", { organisation: family });
await sits(networkId, bo.id);
const rut = { id: await person({ name: "Rut Dahl", email: "rut@example.se" }), email: "rut@example.se" };
await role(rut.id, "headOfOperations", { organisation: town.id });

const method = {
  name: "Nätverksmöten",
  cost: "40 000 kronor om året",
  components: ["Familjen väljer vilka som kommer", "Mötet leds av två"],
};
const merged = "Vilka risker finns, och för vem?";
const pilot = {
  reason: "Forskningen är svag men lovande, och brukarna vill välja själva.",
  pilotWhat: "Nätverksmöten i början av en utredning",
  pilotWhom: "Två handläggare och högst tio familjer",
  pilotUntil: "2027-11-19",
  expectedEffect: "Färre barn placeras utanför släkten.",
  expectedBy: "2027-11-19",
  measuredHow: "Antal placeringar sex månader före och efter",
  decideAgainOn: "2027-11-26",
  saidBack: "Vi prövar, och du väljer själv vilka som är med.",
};

test(
  "what five phones in three groups ask becomes a checklist, a method is weighed by it, and the decision comes back (R065, R182-R209)",
  { timeout: 420_000 },
  async () => {
    const all = Object.values(room);
    const lead = await chrome.page({ baseURL: url, cookies: await cookiesOf(leader) });
    const main = lead.locator("main");
    await holdsWorkshop(chrome, url, lead, network);

    // The answers are laid together by a person, and each is kept as it was written.
    await follows(lead, "Slå ihop svaren", "Slå ihop svaren");
    await main.getByText("8 svar väntar. Inga frågor än.").waitFor();
    await expectAccessible(lead);
    await gathersProposal(lead, [room.risks.text, room.harm.text], merged, "Nackdelar och risker");
    await makesQuestion(lead, room.why.text, "Syfte och behov");
    await makesQuestion(lead, room.cost.text, "Kostnad");
    await makesQuestion(lead, room.instead.text, "Det som ersätts");
    await makesQuestion(lead, room.followUp.text, "Uppföljning");
    await makesQuestion(lead, room.who.text, "Ansvar för införandet");
    await setsAside(lead, room.coffee.text, "Handlar om dagen");
    await follows(lead, "Lägg till: Jämlikhet", "Lägg till en egen fråga");
    await presses(lead, "Spara", "Frågan är tillagd");
    await main.getByText("Alla svar är omhändertagna. 7 frågor, 1 svar lagt åt sidan.").waitFor();
    expect(sorted(await wordForWord(main))).toEqual(sorted(all));

    // Version 1 of a checklist, which leads back to the words of the room.
    await follows(lead, "Gör en checklista", "Gör en checklista");
    await lead.getByLabel("Vad checklistan heter").fill("Inför en ny metod");
    await presses(lead, "Gör en checklista", "Utkastet är gjort");
    await expectAccessible(lead);
    await follows(lead, "Publicera", "Publicera version 1");
    await presses(lead, "Publicera", "Versionen är publicerad");
    await main.getByText("Inte från gruppen").waitFor();
    const traced = all.filter((each) => each !== room.coffee);
    expect(sorted(await wordForWord(main))).toEqual(sorted(traced));
    const raw = ownerDb.selectFrom("workshop_answer").where("text", "is not", null);
    const kept = await raw.select("text").execute();
    expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(all.map(({ text }) => text)));
    expect(kept.length).toBe(all.length);

    // Whoever sits in the network is told, and weighs a method by it.
    const manager = await chrome.page({ baseURL: url, width: 390, cookies: await cookiesOf(bo.id) });
    await itIs("2027-04-26T09:00");
    await manager.goto("/idag");
    await manager.getByText(`${network} har gjort en checklista`).waitFor();
    await laysMethod(manager, method);
    const appraisal = await beginsToWeigh(
      manager,
      /^Inför en ny metod, version 1/u,
      "Tre familjer väntar.",
      "Rut Dahl",
    );
    const address = `/metodbedomning/${appraisal}`;

    // Nothing is proposed before all three sources are sought.
    const noneFound = { standing: "Sökt, inget funnet", on: "2027-04-20" } as const;
    await marksSource(manager, address, "Forskning", {
      standing: "Sökt, och det finns kunskap",
      summary: "Två mindre studier visar färre placeringar.",
      voice: "Talar för",
    });
    await marksSource(manager, address, "Professionens kunskap", { ...noneFound, where: "Nätverket och två kommuner" });
    await manager.goto(`${address}/foresla`);
    await manager.getByText("En av de tre källorna är inte sökt än").waitFor();
    await manager.getByRole("button", { name: "Föreslå beslut" }).click();
    await manager.locator("[data-error-summary]").getByText("En av de tre källorna är inte sökt än").waitFor();
    await manager.goto(address);
    await manager.getByText("Vägs samman", { exact: true }).waitFor();
    await expectAccessible(manager);
    await expectFits(manager, 390);

    const phone = () => chrome.page({ baseURL: url, width: 390 });

    // Staff and service users say what they think by a link, without an account and one of them without script.
    const forStaff = await asksByLink(manager, address, "Personal", "Ska vi börja med nätverksmöten?");
    const forUsers = await asksByLink(manager, address, "Brukare och närstående", "Vill du ha med ditt nätverk?");
    const staff = await phone();
    await staff.goto(forStaff);
    await says(staff, "Ja", "Det gör det lättare att samarbeta.");
    const user = await chrome.page({ baseURL: url, width: 390, javaScript: false });
    await user.goto(forUsers);
    await expectFits(user);
    await says(user, "Jag vet inte", "Bara om jag själv får välja vilka som är med.");
    const parent = await phone();
    await parent.goto(forUsers);
    await expectAccessible(parent);
    await says(parent, "Nej", "Jag vill inte sitta med hela släkten.");
    await manager.goto(`${address}/synpunkter`);
    await manager.getByText("Jag vill inte sitta med hela släkten.").waitFor();
    await manager.getByText("0 för, 1 osäker, 1 emot.").waitFor();
    await marksSource(manager, address, "Brukarnas kunskap", {
      standing: "Sökt, och det finns kunskap",
      summary: "Två har svarat: de vill själva välja vilka som är med.",
      voice: "Talar både för och emot",
    });
    await manager.goto(`${address}/synpunkter`);
    await follows(manager, "Skriv in det under Brukarnas kunskap", "Lägg till en fråga till brukare");
    expect(await manager.locator('[name="howMany"]').inputValue()).toBe("2");
    await presses(manager, "Spara", "Frågan till brukarna är sparad");
    await manager.getByText("Samråd, 2 tillfrågade").first().waitFor();

    // The questions are answered: one by what the register knows, one is not known and stands as a risk.
    await manager.goto(`${address}/fragor`);
    await manager.getByRole("button", { name: `Ta över som svar: ${room.cost.text}` }).click();
    await manager.getByText("Förslaget står nu som svar").waitFor();
    await answersQuestion(manager, address, room.why.text, "Tre familjer har väntat sedan i höstas.");
    await answersQuestion(manager, address, room.instead.text, "Två utredningsmöten i månaden.");
    await answersQuestion(manager, address, merged, "Att någon känner sig utpekad.");
    await answersQuestion(manager, address, room.followUp.text);
    await manager.getByText("En risk: det här är okänt").waitFor();
    await manager.goto(`${address}/foresla`);
    await presses(manager, "Föreslå beslut", "Förslaget är lämnat till den som beslutar");

    // Whoever decides is mailed, asks, is answered, and decides on a pilot.
    const boss = await chrome.page({ baseURL: url, width: 390, cookies: await cookiesOf(rut.id) });
    const proposed = await mailTo(rut.email);
    expect(proposed.subject).toBe("Förslag att besluta om: Nätverksmöten");
    await boss.goto("/idag");
    await boss.getByText("Föreslaget att du beslutar: Nätverksmöten").waitFor();
    await boss.goto(proposed.path ?? "");
    await arrives(boss, "Nätverksmöten");
    await expectAccessible(boss);
    await asks(boss, address, merged, "Hur märker vi det i tid?");
    const asked = await mailTo(bo.email);
    expect(asked.subject).toBe("En fråga om metodbedömningen Nätverksmöten");
    await manager.goto(asked.path ?? "");
    await arrives(manager, "Svara på frågan");
    await manager.getByText("Hur märker vi det i tid?").waitFor();
    await manager.getByLabel("Ditt svar").fill("Vi frågar efter varje möte.");
    await presses(manager, "Skicka svaret", "Svaret är skickat till den som frågade");
    const answered = await mailTo(rut.email);
    expect(answered.subject).toBe("Svar om metodbedömningen Nätverksmöten");
    await boss.goto(answered.path ?? "");
    await boss.getByText("Vi frågar efter varje möte.").waitFor();

    await itIs("2027-05-20T10:00");
    await boss.goto(address);
    await boss.locator("main").getByRole("link", { name: "Besluta", exact: true }).first().click();
    await arrives(boss, "Besluta");
    await boss.getByRole("link", { name: "Pröva i liten skala" }).click();
    await arrives(boss, "Pröva i liten skala");
    await fills(boss, pilot);
    await boss.getByRole("button", { name: "Spara beslutet" }).click();
    await boss.locator("[data-error-summary]").getByText("Skriv vad som skulle få dig att avbryta").waitFor();
    expect(await boss.locator('[name="reason"]').inputValue()).toBe(pilot.reason);
    await expectAccessible(boss);
    await fills(boss, { stopWhen: "Fler än två familjer hoppar av." });
    await presses(boss, "Spara beslutet", "Beslutet är sparat");
    for (const words of [pilot.expectedEffect, pilot.measuredHow, "Fler än två familjer hoppar av.", "26 november"])
      await boss.locator("main").getByText(words).first().waitFor();
    expect((await mailTo(bo.email)).subject).toBe("Beslut om Nätverksmöten");

    // Those who said what they think read at the same address what came of it.
    await user.goto(forUsers);
    await user.getByText(pilot.saidBack).waitFor();

    // It is brought in: phase by phase, with what is to be done and what is stopped.
    await manager.goto(address);
    await manager.getByRole("link", { name: "Börja införandet" }).click();
    await arrives(manager, "Börja införandet");
    await fills(manager, { responsibleRole: "Gruppledare", toTrain: "4" });
    await manager.locator('[name="responsibleId"]').selectOption({ label: "Bo Ceder" });
    await presses(manager, "Spara", "Införandet är påbörjat");
    await notesStep(manager, address, "done", { text: "Utbilda två som leder möten", dueOn: "2027-06-14" });
    await notesStep(manager, address, "stopped", { text: "Ett utredningsmöte i månaden" });
    await timeGoes("2027-06-08", manager, bo.id);
    expect((await mailTo(bo.email)).subject).toBe("Snart dags: Nätverksmöten");
    await manager.goto("/idag");
    await manager.getByText("Utbilda två som leder möten, senast").waitFor();
    await manager.goto(`${address}/inforande`);
    await presses(manager, "Klart: Utbilda två som leder möten", "Det är klart");
    await comesToPhase(manager, address, "Börjar användas");
    await timeGoes("2027-09-15", manager, bo.id);
    await comesToPhase(manager, address, "Används fullt ut");
    await follows(manager, "Följ upp om det används som tänkt", "Följ upp om det används som tänkt");
    const [chooses, leads] = method.components.map((name) => manager.getByRole("radiogroup", { name }));
    await chooses?.getByRole("radio", { name: "Som tänkt" }).check();
    await leads?.getByRole("radio", { name: "Delvis" }).check();
    await presses(manager, "Spara", "Uppföljningen är sparad");
    await expectAccessible(manager);
    await expectFits(manager, 390);

    // The day comes when the effect was expected, and how it went stands beside what was expected.
    await timeGoes("2027-11-19", boss, rut.id);
    const back = await mailTo(rut.email);
    expect(back.subject).toBe("Hur gick det med Nätverksmöten?");
    await boss.goto("/idag");
    await boss.getByText("Dags att se hur det gick: Nätverksmöten").waitFor();
    await boss.goto(back.path ?? "");
    await arrives(boss, "Berätta hur det gick");
    await boss.locator("main").getByText(pilot.expectedEffect).waitFor();
    await boss.getByRole("radio", { name: "Delvis" }).check();
    await boss.getByLabel("Vad hände?").fill("Två barn färre placerades, men en familj hoppade av.");
    await presses(boss, "Spara utfallet", "Utfallet är sparat bredvid det som väntades");
    await expectAccessible(boss);
    const beside = boss.locator(".side-by-side figure");
    expect(await beside.allTextContents()).toEqual([
      `Det som väntades${pilot.expectedEffect}`,
      "Så blev det: delvis som väntatTvå barn färre placerades, men en familj hoppade av.",
    ]);

    // And the decision itself comes back on its day.
    await timeGoes("2027-11-26", boss, rut.id);
    expect((await mailTo(rut.email)).subject).toBe("Dags att besluta på nytt om Nätverksmöten");
    await boss.goto("/idag");
    await boss.getByText("Dags att besluta på nytt: Nätverksmöten").waitFor();
    await follows(boss, "Öppna beslutet", "Beslut");
    await boss.getByRole("link", { name: "Besluta på nytt" }).click();
    await arrives(boss, "Besluta på nytt");
    await user.reload();
    await user.getByText("Så gick det").waitFor();
  },
);

/** Lives on until a day, when somebody has been signed out for long and signs in again. */
async function timeGoes(until: string, page: Page, who: PersonId): Promise<void> {
  await live(until);
  await page.context().addCookies(await cookiesOf(who));
}
