import { expect, test } from "vitest";
import { browser, expectAccessible } from "../../../../test/browser.ts";
import { given } from "../../../../test/given.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";
import { endRound, pauseWorkshop, putQuestion } from "#features/workshops/workshop/commands.ts";

const now = noon("2027-03-18");
const { db, ownerDb, url, signedIn } = await testWeb(now);
const { organisation, someone } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const holder = await someone("developmentLeader", { organisation: unit });
const chrome = browser();

async function stage() {
  const { id, slug } = await workshops.workshop(unit, { state: "open", title: "Innan vi inför" });
  const north = await workshops.group(id, "Norr");
  const question = await workshops.question(id, "open", "Vad behöver vi veta?");
  const device = await workshops.device(id, north);
  const [name = "", value = ""] = (await signedIn(holder.personId)).split("=");
  const open = async (path: string, javaScript = true) => {
    const cookies = [{ name, value: decodeURIComponent(value), url }];
    const page = await chrome.page({ baseURL: url, cookies, javaScript });
    await page.goto(`/workshop/${slug}${path}`);
    return page;
  };
  const put = async (seconds: number | null = null) => {
    await putQuestion(db, holder, now, slug, { questionId: question.id, seconds });
    const asked = ownerDb.selectFrom("workshop_round").where("workshop_id", "=", id).where("closed_at", "is", null);
    return (await asked.select("id").executeTakeFirstOrThrow()).id;
  };
  return { id, slug, north, question, device, open, put };
}

test("the screen follows the room by itself: the way in, the question, how many have answered, and the answers by group", async () => {
  const { id, slug, north, question, device, open, put } = await stage();
  const page = await open("/skarm");
  await expect.poll(() => page.getByText("En är inne").isVisible()).toBe(true);
  const round = await put(90);
  await expect.poll(() => page.getByRole("heading", { name: "Vad behöver vi veta?" }).isVisible()).toBe(true);
  await workshops.answer(id, question.id, { text: "Vem leder?" }, { round, device: device.id, group: north });
  await expect.poll(() => page.getByText("Ett svar från en deltagare").isVisible()).toBe(true);
  expect(await page.getByText("Vem leder?").count()).toBe(0);
  await expectAccessible(page);
  await endRound(db, holder, now, slug);
  await expect.poll(() => page.getByText("Vem leder?").isVisible()).toBe(true);
  expect(await page.getByRole("heading", { name: "Norr" }).isVisible()).toBe(true);
  await expectAccessible(page);
  await pauseWorkshop(db, holder, now, slug);
  await expect.poll(() => page.getByRole("heading", { name: "Paus" }).isVisible()).toBe(true);
  await expect.poll(() => page.getByRole("status").first().textContent()).toContain("Paus");
});

test("a time to answer in counts down, and says when it is up", async () => {
  const { open, put } = await stage();
  await put(2);
  const page = await open("/skarm");
  await expect.poll(() => page.locator("room-timer [data-seen]").textContent()).toMatch(/0:0\d|Tiden är ute/u);
  await expect
    .poll(() => page.locator("room-timer [data-seen]").textContent(), { timeout: 5_000 })
    .toBe("Tiden är ute");
});

test("whoever leads puts a question, ends it and closes the room without script", async () => {
  const { open, id } = await stage();
  const page = await open("", false);
  await page.getByRole("button", { name: "Ställ frågan: Vad behöver vi veta?" }).click();
  await page.getByRole("button", { name: "Avsluta frågan" }).click();
  expect(await page.getByText("Skärmen visar svaren på").isVisible()).toBe(true);
  const rounds = await ownerDb.selectFrom("workshop_round").where("workshop_id", "=", id).selectAll().execute();
  expect(rounds).toMatchObject([{ round_no: 1 }]);
  expect(rounds[0]?.closed_at).not.toBeNull();
});
