import { beforeAll, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { browser, expectAccessible } from "../../../../../test/browser.ts";
import { day, givenRounds, noon, time } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const web = await testWeb(noon("2027-10-01"));
const { ownerDb, url, signedIn, app } = web;
const given = givenRounds(ownerDb);
const chrome = browser();
const round = await given.published(await given.organiser(), { slug: "samordning-2027" });
await ownerDb.deleteFrom("session").where("round_id", "=", round.id).execute();
const times = { starts: time("09:00"), ends: time("11:00") };
const session = await given.session(round.id, { date: day("2027-10-08"), theme: "Hinder", ...times });
const circle = `/cirkel/${round.slug}`;
const meeting = `${circle}/traff/${session}`;

let leader = "";
let participant = "";
beforeAll(async () => {
  const rut = await given.person({ name: "Rut Forsén" });
  const led = { id: newId<"round_leader">(), round_id: round.id, position: 9, name: "Rut Forsén", person_id: rut };
  await ownerDb.insertInto("round_leader").values(led).execute();
  leader = await signedIn(rut);
  const bo = await given.person({ name: "Bo Lind" });
  await given.registration(round.id, { person_id: bo, name: "Bo Lind" });
  participant = await signedIn(bo);
});

const opened = (cookie: string, options: { width?: number; javaScript?: boolean } = {}) => {
  const [name = "", value = ""] = cookie.split("=");
  return chrome.page({ ...options, baseURL: url, cookies: [{ name, value: decodeURIComponent(value), url }] });
};
const read = async (cookie: string, path: string) => (await app.request(path, { headers: { cookie } })).text();
const sent = (cookie: string, path: string, values: Record<string, string>) =>
  app.request(path, { method: "POST", headers: { cookie, origin: url }, body: new URLSearchParams(values) });
const markIn = (page: string) => /name="mark" value="([0-9a-z]+)"/u.exec(page)?.[1] ?? "";

test("themes, the plan of a meeting and who contributes are written without script, and read by those who take part", async () => {
  const page = await opened(leader, { javaScript: false, width: 390 });
  await page.goto(circle);
  await page.getByRole("link", { name: "Skriv teman" }).click();
  expect(await page.getByLabel("Namn").first().inputValue()).toBe("Hinder");
  await page.getByLabel("Namn").nth(1).fill("Lagen");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Ett tema av 2 har sin träff.").waitFor();
  await page.getByText("Ingen träff än").waitFor();

  await page.goto(meeting);
  await page.getByRole("link", { name: "Planera träffen" }).click();
  await page.getByLabel("Lagen").check();
  await page.getByLabel("Minuter").first().fill("30");
  await page.getByLabel("Minuter").nth(1).fill("100");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("9.30, 100 min").waitFor();
  await page.getByRole("link", { name: "Lägg till medverkande" }).click();
  await page.getByLabel("Namn").fill("Anna Berg");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Välj ett perspektiv, eller skriv ett eget").first().waitFor();
  expect(await page.getByLabel("Namn").inputValue()).toBe("Anna Berg");
  await page.getByLabel("Perspektiv", { exact: false }).first().selectOption("law");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Anna Berg").waitFor();

  const his = await opened(participant);
  await his.goto(meeting);
  await his.getByText("Anna Berg").waitFor();
  await expectAccessible(his);
  expect(await his.getByRole("link", { name: "Ändra upplägget" }).count()).toBe(0);
  expect(await read("", `/cirklar/${round.slug}`)).toContain("Medverkar: Anna Berg (juridik)");
});

test("what two plan at once is not written over unseen: what was typed stays and holds by one more press", async () => {
  const path = `${meeting}/upplagg`;
  const mark = markIn(await read(leader, path));
  await sent(leader, path, { mark, "items.0.heading": "Laget runt" });
  const late = { "items.0.heading": "Föreläsning", "items.0.text": "Om lagen" };
  const answer = await sent(leader, path, { mark, ...late });
  const drawn = await answer.text();
  expect(answer.status).toBe(409);
  expect(drawn).toContain("Någon annan har sparat under tiden");
  expect(drawn).toContain("Om lagen");
  expect(markIn(drawn)).not.toBe(mark);
  expect((await sent(leader, path, { mark: markIn(drawn), ...late })).status).toBe(303);
  expect(await read(participant, meeting)).toContain("Om lagen");
});

test("the follow-up begins with what was promised, and no other meeting does", async () => {
  const followUp = await given.session(round.id, { date: day("2028-05-05"), kind: "followUp" });
  expect(await read(participant, `${circle}/traff/${followUp}`)).toContain("Det vi lovade");
  expect(await read(participant, meeting)).not.toContain("Det vi lovade");
});
