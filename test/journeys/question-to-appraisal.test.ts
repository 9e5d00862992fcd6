import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newId, type PersonId } from "../../src/kernel/ids.ts";
import { browser, expectAccessible, expectFits } from "../browser.ts";
import { given } from "../given.ts";
import { givenAppraisals } from "../given-appraisals.ts";
import { beginsToWeigh, fills, laysMethod } from "./appraisal-steps.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { follows, presses } from "./workshop-steps.ts";

const ground = await journeyGround("2027-03-22T09:00");
const { ownerDb, url, itIs, live, mailTo, linkTo, cookiesOf } = ground;
const { unit, leader } = await ground.staffed();
const chrome = browser();
const { organisation, person, role } = given(ownerDb);

// A unit in a town that is a member of the R&D unit.
const town = await ownerDb
  .selectFrom("organisation")
  .where("name", "=", "Mölndals stad")
  .select("id")
  .executeTakeFirst();
if (!town) throw new Error("There is no employer");
await ownerDb
  .insertInto("organisation_relation")
  .values({ id: newId(), from_id: town.id, to_id: unit, kind: "memberOf" })
  .execute();
const homes = await organisation({ name: "Familjehemsenheten", kinds: ["unit"], parent_id: town.id });
await givenAppraisals(ownerDb).checklist(["Vad ska det ersätta?", "Vad kostar det?"], { title: "Inför en ny metod" });

type Who = { readonly id: PersonId; readonly email: string };
async function somebody(name: string, ...[as, place]: [Parameters<typeof role>[1], typeof unit]): Promise<Who> {
  const email = `${name.toLowerCase().split(" ")[0]}@example.se`;
  const id = await person({ name, email });
  await role(id, as, { organisation: place });
  return { id, email };
}
const eva = await somebody("Eva Lund", "participant", homes);
const bo = await somebody("Bo Ceder", "unitManager", homes);
await somebody("Rut Dahl", "headOfOperations", town.id);
const siv = await somebody("Siv Alm", "developmentLeader", unit);
const maja = { id: leader, email: "maja.ek@example.se" };

const words = "familjehem som avbryts i förtid";
const named = "Hur stöttar vi Kalle Karlsson så att familjehemmet håller?";
const asked = "Hur stöttar vi tonåringar så att familjehemmet håller?";
const answer = "Tätt stöd till familjehemmet den första tiden ger färre avbrott.";
const said = {
  research: "Två översikter visar färre avbrott när familjehemmet får stöd varje vecka.",
  profession: "Tre enheter ringer familjehemmet varje måndag.",
  nowhere: "Brukarföreningen och Barnombudsmannens rapporter",
};
const title = "Stöd varje vecka minskar avbrott i familjehem";
const method = {
  name: "Veckostöd till familjehem",
  cost: "90 000 kronor om året",
  components: ["Ett samtal i veckan"],
};
const reason = "En ny översikt ser ingen skillnad.";

test(
  "a question becomes an answer, the answer knowledge, and what rests on it is looked over when it is retired (R046, R087, R103, R143, R146)",
  { timeout: 300_000 },
  async () => {
    const phone = async (who: Who) => chrome.page({ baseURL: url, width: 390, cookies: await cookiesOf(who.id) });
    const [asker, lead, keeper] = [await phone(eva), await phone(maja), await phone(bo)];

    // Nothing answers what is searched for, and the way on is to ask.
    await asker.goto("/sok");
    await arrives(asker, "Sök");
    await asker.locator('[name="q"]').fill(words);
    await asker.locator("main").getByRole("button", { name: "Sök", exact: true }).click();
    await asker.getByRole("heading", { name: "Inget hittades" }).waitFor();
    await looked(asker);
    await follows(asker, "Ställ frågan", "Ställ en fråga");
    expect(await asker.locator('[name="text"]').inputValue()).toBe(words);

    // A sentence that names a client goes nowhere, and nothing that was typed is lost.
    await fills(asker, { text: named, population: "Tonåringar i familjehem", outcome: "Färre avbrott" });
    await asker.getByRole("button", { name: "Gå vidare" }).click();
    await asker.locator("[data-error-summary]").getByText("Är ”Kalle Karlsson” (tecken 16–29)").waitFor();
    expect(await asker.locator('[name="text"]').inputValue()).toBe(named);
    expect(await asker.locator('[name="population"]').inputValue()).toBe("Tonåringar i familjehem");
    expect(await asker.locator('[name="outcome"]').inputValue()).toBe("Färre avbrott");
    expect(await ownerDb.selectFrom("knowledge_question").select("id").execute()).toEqual([]);
    await looked(asker);
    await fills(asker, { text: asked });
    await presses(asker, "Gå vidare", "Frågan är skickad");
    await asker.getByText("FoU Länet").first().waitFor();
    const question = new URL(asker.url()).pathname;

    // Whoever answers in the R&D unit is told, takes it, and says how it is with each of the three sources.
    const came = await mailTo(maja.email);
    expect(came.subject).toBe("En fråga från Familjehemsenheten väntar på svar");
    expect(came.path).toBe(question);
    await itIs("2027-03-24T10:00");
    await lead.goto("/idag");
    await lead.getByText("En fråga från praktiken väntar på svar").waitFor();
    await follows(lead, "Svara", asked);
    await presses(lead, "Ta frågan", "Frågan är din att svara på");
    await follows(lead, "Svara", "Svara");
    await fills(lead, {
      answer,
      "sources.research.says": said.research,
      "sources.profession.says": said.profession,
      "sources.serviceUsers.soughtWhere": said.nowhere,
    });
    await stands(lead, "research", "found");
    await stands(lead, "profession", "found");
    await stands(lead, "serviceUsers", "soughtNoneFound");
    await looked(lead);
    await presses(lead, "Skicka svaret", "Svaret är skickat");

    // One press makes it a draft, which nobody else finds before a colleague has reviewed it and it is published.
    await lead.getByRole("button", { name: "Gör svaret till ett utkast i kunskapsbasen" }).click();
    await arrives(lead, asked);
    await lead.getByText("Det här är ett utkast").waitFor();
    for (const each of [answer, said.research, said.profession, "Sökt, inget funnet."])
      await lead.getByText(each).waitFor();
    const item = new URL(lead.url()).pathname;
    expect((await ground.app.request(item)).status).toBe(404);
    await follows(lead, "Skriv vidare", "Ändra");
    await fills(lead, { title, holdsFor: "Tonåringar i familjehem, de första tre månaderna." });
    await presses(lead, "Spara utkastet", "Ändringen är sparad i utkastet");
    await follows(lead, "Skicka för granskning", "Granskning");
    await follows(lead, "Skicka för granskning", "Skicka för granskning");
    await lead.getByRole("checkbox", { name: "Siv Alm" }).check();
    await presses(lead, "Skicka för granskning", "Texten är skickad för granskning");
    await looked(lead);

    const colleague = await phone(siv);
    expect((await mailTo(siv.email)).subject).toBe(`Vill du granska ${title}?`);
    await colleague.goto("/idag");
    await colleague.getByText(`Du är ombedd att granska ${title}`).waitFor();
    await follows(colleague, "Granska", "Svara på granskningen");
    await colleague.getByRole("radio", { name: "Kan publiceras" }).check();
    await presses(colleague, "Skicka svaret", "Tack, svaret har gått till den som skrev");
    await lead.goto("/idag");
    await lead.getByText(`${title} är klar att publicera`).waitFor();
    await follows(lead, "Publicera", "Publicera");
    await presses(lead, "Publicera", "Texten är publicerad");

    // It is found at once.
    const published = performance.now();
    await asker.goto(`/sok?${new URLSearchParams({ q: words }).toString()}`);
    await asker.getByRole("link", { name: title }).waitFor();
    expect(performance.now() - published).toBeLessThan(2_000);
    await looked(asker);

    // Whoever asked is told by mail and at home, and reads the answer and what became of it.
    const answered = await mailTo(eva.email);
    expect([answered.subject, answered.path]).toEqual(["Din fråga är besvarad", question]);
    await asker.goto("/idag");
    await asker.getByText("Din fråga är besvarad").waitFor();
    await follows(asker, "Läs svaret", asked);
    for (const each of [answer, said.research, said.profession, "Sökt, inget funnet."])
      await asker.getByText(each).waitFor();
    await asker.getByText(said.nowhere).waitFor();
    await looked(asker);
    await follows(asker, title, title);
    await looked(asker);

    // A method is weighed where the question was asked, and its authors say that the appraisal rests on the item.
    await laysMethod(keeper, method);
    const slug = await beginsToWeigh(keeper, /^Inför en ny metod/u, "Fyra familjehem vill ha det.", "Rut Dahl");
    const address = `/metodbedomning/${slug}`;
    await keeper.goto(address);
    await follows(keeper, "Ange vad bedömningen bygger på", "Kunskap som bedömningen bygger på");
    await keeper.locator('[name="ord"]').fill("avbrott");
    await keeper.locator("main").getByRole("button", { name: "Sök", exact: true }).click();
    await keeper.getByRole("radio", { name: title }).check();
    await fills(keeper, { note: "Varför en gång i veckan" });
    await presses(keeper, "Knyt", "De är knutna till varandra");
    await keeper.goto(item);
    await arrives(keeper, title);
    const lineage = keeper.getByRole("region", { name: "Vad det bygger på, och vad som bygger på det" });
    await lineage.getByRole("link", { name: method.name }).waitFor();
    await lineage.getByRole("img", { name: /1 sak bygger på texten/u }).waitFor();
    await looked(keeper);
    const passerBy = await chrome.page({ baseURL: url, width: 390 });
    await passerBy.goto(item);
    await arrives(passerBy, title);
    expect(await passerBy.getByText(method.name).count(), "an appraisal that is weighed is not for all").toBe(0);
    await keeper.goto("/att-se-over");
    await keeper.getByText("Inget att se över").waitFor();

    // The item is retired with why: all may still read it, marked, and whoever keeps the appraisal is told.
    await itIs("2027-04-05T10:00");
    await lead.goto(item);
    await follows(lead, "Inte längre aktuell", "Inte längre aktuell");
    await fills(lead, { reason });
    await presses(lead, "Märk som inte längre aktuell", "Det står nu att texten inte längre är aktuell");
    await lead.getByText(reason).waitFor();
    const retired = await mailTo(bo.email);
    expect([retired.subject, retired.path]).toEqual([`Gäller inte längre: ${title}`, "/att-se-over"]);
    await keeper.goto("/idag");
    await keeper.getByText("En sak bygger på kunskap som har ändrats").waitFor();
    await follows(keeper, "Se över", "Att se över");
    const row = keeper.getByRole("row").filter({ has: keeper.getByRole("link", { name: method.name }) });
    for (const each of ["Familjehemsenheten", title, reason]) await row.getByText(each).first().waitFor();
    await looked(keeper);
    await lead.goto("/att-se-over");
    await lead.getByText("Inget att se över").waitFor();

    // "Seen, it stands" takes it off, here and at home.
    await presses(keeper, `Sett, står kvar: ${method.name}`, "Det är sett och står kvar");
    await keeper.getByText("Inget att se över").waitFor();
    await keeper.goto("/idag");
    expect(await keeper.getByText("bygger på kunskap som har ändrats").count()).toBe(0);
    await keeper.goto(address);
    await keeper
      .getByRole("region", { name: "Kunskap som bedömningen bygger på" })
      .getByText("Inte längre aktuell")
      .waitFor();

    // Weeks later whoever asked is asked whether it helped, and answers with one press behind the link.
    await live("2027-04-14");
    expect((await mailTo(eva.email)).subject).toBe("Hjälpte svaret?");
    await passerBy.goto(await linkTo(eva.email));
    await arrives(passerBy, "Hjälpte svaret?");
    await looked(passerBy);
    await passerBy.getByRole("button", { name: "Delvis" }).click();
    await arrives(passerBy, "Tack, ditt svar är sparat");
    await lead.context().addCookies(await cookiesOf(leader));
    await lead.goto(question);
    await lead.getByRole("definition").getByText("Delvis").waitFor();
  },
);

/** Says how it is with one of the three sources of an answer. */
async function stands(page: Page, source: string, standing: string): Promise<void> {
  await page.locator(`[name="sources.${source}.standing"][value="${standing}"]`).check();
}

/** A stop on the way: everybody can use the page, and it fits the phone. */
async function looked(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFits(page, 390);
}
