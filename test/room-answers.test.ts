import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { workshopChannel } from "../src/features/workshops/workshop/leading/commands.ts";
import { notify } from "../src/platform/database/notices.ts";
import { browser, expectAccessible, expectFits } from "./browser.ts";
import { given } from "./given.ts";
import { givenWorkshops } from "./given-workshops.ts";
import { testWeb } from "./web.ts";

// A phone in a room, in a real browser: with and without script, with a network that goes away.
const { ownerDb, url } = await testWeb();
const chrome = browser();
const workshops = givenWorkshops(ownerDb);
const unit = await given(ownerDb).organisation();

async function open(over: Parameters<typeof workshops.workshop>[1] = {}) {
  const room = await workshops.workshop(unit, { state: "open", device: "person", title: "Innan vi inför", ...over });
  const question = await workshops.question(room.id, "open", "Vad behöver en chef ta reda på?");
  return { room, question };
}

async function tell(id: string) {
  await sql`update workshop set room_version = room_version + 1 where id = ${id}`.execute(ownerDb);
  await notify(ownerDb, workshopChannel, id);
}

const texts = async (workshopId: string) =>
  (
    await ownerDb
      .selectFrom("workshop_answer")
      .where("workshop_id", "=", workshopId as never)
      .orderBy("answer_no")
      .select("text")
      .execute()
  ).map(({ text }) => text);

const phone = (over = {}) => chrome.page({ width: 390, baseURL: url, ...over });

test("a phone comes in with the code, and a question that is put stands there by itself", async () => {
  const { room, question } = await open();
  const page = await phone();
  await page.goto("/delta");
  await page.getByLabel("Kod").fill(room.code.toLowerCase());
  await page.getByRole("button", { name: "Gå vidare" }).click();
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.getByRole("heading", { name: "Vänta på nästa fråga" }).waitFor();

  await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  await tell(room.id);
  await page.getByRole("heading", { name: "Vad behöver en chef ta reda på?" }).waitFor({ timeout: 2_000 });
  await page.getByLabel("Ditt svar").fill("Vad kostar det?");
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await page.getByText("1 svar av högst 5 är skickat").waitFor();
  expect(await page.getByLabel("Ditt svar").inputValue()).toBe("");
  expect(await texts(room.id)).toEqual(["Vad kostar det?"]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
});

test("what is written survives a reload, a break and a lost network, and is sent once", async () => {
  const { room, question } = await open();
  await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  const page = await phone();
  await page.goto(`/delta/${room.code}`);
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.getByLabel("Ditt svar").fill("Vilka risker finns?");
  await page.reload();
  expect(await page.getByLabel("Ditt svar").inputValue()).toBe("Vilka risker finns?");

  await sql`update workshop set state = 'paused', paused_at = now() where id = ${room.id}`.execute(ownerDb);
  await tell(room.id);
  await page.getByRole("heading", { name: "Paus" }).waitFor({ timeout: 2_000 });
  await sql`update workshop set state = 'open', paused_at = null where id = ${room.id}`.execute(ownerDb);
  await tell(room.id);
  await page.getByLabel("Ditt svar").waitFor({ timeout: 2_000 });
  expect(await page.getByLabel("Ditt svar").inputValue()).toBe("Vilka risker finns?");

  let lost = 0;
  await page.route("**/svar", async (route) => {
    lost += 1;
    // The first is never heard; of the second the answer never comes back.
    if (lost === 1) return route.abort();
    if (lost === 2) {
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await page.getByText("Ingen kontakt. Svaret finns kvar").waitFor();
  await page.getByText("1 svar av högst 5 är skickat").waitFor({ timeout: 15_000 });
  expect([lost, await texts(room.id)]).toEqual([3, ["Vilka risker finns?"]]);
});

test("an answer that was not sent before the page was closed is sent when it is opened again", async () => {
  const { room, question } = await open();
  await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  const page = await phone();
  await page.goto(`/delta/${room.code}`);
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.route("**/svar", (route) => route.abort());
  await page.getByLabel("Ditt svar").fill("Vem ansvarar?");
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await page.getByText("Ingen kontakt").waitFor();
  await page.unroute("**/svar");
  await page.reload();
  await page.getByText("1 svar av högst 5 är skickat").waitFor({ timeout: 5_000 });
  expect(await texts(room.id)).toEqual(["Vem ansvarar?"]);
});

test("whoever is in the middle of a word when the question ends may send it", async () => {
  const { room, question } = await open();
  const round = await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  const page = await phone();
  await page.goto(`/delta/${room.code}`);
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.getByLabel("Ditt svar").fill("Halvskri");
  await ownerDb
    .updateTable("workshop_round")
    .set({ closed_at: Temporal.Now.instant() })
    .where("id", "=", round)
    .execute();
  await tell(room.id);
  await page.getByText("Frågan är avslutad. Skicka").waitFor({ timeout: 2_000 });
  await page.getByLabel("Ditt svar").fill("Halvskrivet");
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await page.getByRole("heading", { name: "Vänta på nästa fråga" }).waitFor();
  expect(await texts(room.id)).toEqual(["Halvskrivet"]);
});

test("a refusal is told where one writes, and nothing that was written is lost", async () => {
  const { room, question } = await open();
  await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  const page = await phone();
  await page.goto(`/delta/${room.code}`);
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.getByLabel("Ditt svar").fill("Gäller 19121212-1212");
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await page.locator("[data-error-summary]").getByText("personnummer").waitFor();
  expect(await page.getByLabel("Ditt svar").inputValue()).toBe("Gäller 19121212-1212");
  expect(await texts(room.id)).toEqual([]);
});

test("the time is counted down and warned of", async () => {
  const { room, question } = await open();
  const now = Temporal.Now.instant();
  await workshops.round(room.id, question.id, { opened_at: now, closes_at: now.add({ seconds: 13 }) });
  const page = await phone();
  await page.goto(`/delta/${room.code}`);
  await page.getByRole("button", { name: "Gå med" }).click();
  await page.getByText(/0:\d\d kvar/).waitFor();
  await page.getByText("15 sekunder kvar").waitFor();
  await page.getByText("Tiden är ute. Skicka").waitFor({ timeout: 15_000 });
  await page.getByLabel("Ditt svar").fill("Sent men under väg");
  await page.getByRole("button", { name: "Skicka svar" }).click();
  await vi.waitFor(async () => expect(await texts(room.id)).toEqual(["Sent men under väg"]));
});

test.each(["single", "multiple", "scale", "ranking", "points", "wordList"] as const)(
  "a question that is %s is answered on a phone, with and without script",
  async (kind) => {
    const { room } = await open();
    const question = await workshops.question(room.id, kind, "Vad är viktigast?", ["Kostnad", "Nytta", "Risk"]);
    await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
    for (const javaScript of [true, false]) {
      const page = await phone({ javaScript });
      await page.goto(`/delta/${room.code}`);
      await page.getByRole("button", { name: "Gå med" }).click();
      if (kind === "single") await page.getByLabel("Nytta").check();
      if (kind === "multiple") for (const label of ["Nytta", "Risk"]) await page.getByLabel(label).check();
      if (kind === "scale") await page.getByLabel("4", { exact: true }).check();
      if (kind === "ranking") {
        await page.getByLabel("Nytta").selectOption("1");
        await page.getByLabel("Kostnad").selectOption("2");
      }
      if (kind === "points") {
        await page.getByLabel("Nytta").fill("7");
        await page.getByLabel("Risk").fill("3");
      }
      if (kind === "wordList") for (const at of [1, 2]) await page.getByLabel(`Ord ${at}`).fill(`ord ${at}`);
      await page.getByRole("button", { name: "Skicka svar" }).click();
      if (kind === "wordList") await page.getByText("2 svar av högst 5 är skickade").waitFor();
      else await page.getByRole("heading", { name: "Svaret är skickat" }).waitFor();
      if (!javaScript) continue;
      await expectAccessible(page);
      await expectFits(page);
    }
    const kept = await ownerDb.selectFrom("workshop_answer").where("workshop_id", "=", room.id).selectAll().execute();
    expect(kept).toHaveLength(kind === "wordList" ? 4 : 2);
    const [nytta, kostnad, risk] = [question.options[1], question.options[0], question.options[2]] as string[];
    const wanted = {
      single: { options: [nytta] },
      multiple: { options: [nytta, risk] },
      scale: { number: 4 },
      ranking: { options: [nytta, kostnad] },
      points: { points: { [nytta!]: 7, [risk!]: 3 } },
      wordList: {},
    }[kind];
    for (const answer of kept) expect(answer).toMatchObject(wanted);
  },
);
