import { beforeAll, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { browser, expectAccessible } from "../../../../../test/browser.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const { ownerDb, url, signedIn } = await testWeb(noon("2027-10-01"));
const given = givenRounds(ownerDb);
const chrome = browser();
const round = await given.published(await given.organiser(), { state: "running" });
const address = `/cirkel/${round.slug}/fragor`;

async function visitor(name: string, leads = false) {
  const person_id = await given.person({ name });
  const led = { id: newId<"round_leader">(), round_id: round.id, position: 9, name, person_id };
  if (leads) await ownerDb.insertInto("round_leader").values(led).execute();
  else await given.registration(round.id, { person_id, name });
  const cookie = await signedIn(person_id);
  const at = cookie.indexOf("=");
  const signed = { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
  return (options: { width?: number; javaScript?: boolean } = {}) =>
    chrome.page({ ...options, baseURL: url, cookies: [signed] });
}

type Visitor = Awaited<ReturnType<typeof visitor>>;
let [rut, bo, asa]: Visitor[] = [];
beforeAll(async () => {
  [rut, bo, asa] = [await visitor("Rut Forsén", true), await visitor("Bo Lind"), await visitor("Åsa Berg")];
});

test("a leader takes both sets up and asks a question, and a workplace goes through the six, without script (R005)", async () => {
  const hers = await rut!({ javaScript: false });
  await hers.goto(`/cirkel/${round.slug}`);
  await hers.getByRole("link", { name: "Välj frågor" }).click();
  await hers.getByLabel("Förutsättningar för en evidensbaserad praktik").check();
  await hers.getByLabel("Varför vi gör som vi gör").check();
  await hers.getByRole("button", { name: "Lägg till frågorna" }).click();
  await hers.getByText("Frågorna är tillagda").waitFor();
  await hers.goto(`${address}/ny`);
  await hers.getByLabel("Frågan", { exact: true }).fill("Hur möts vi?");
  await hers.getByRole("button", { name: "Lägg till frågan" }).click();
  await hers.getByText("Fyll i").first().waitFor();
  expect(await hers.getByLabel("Frågan", { exact: true }).inputValue()).toBe("Hur möts vi?");
  await hers.getByLabel("Tema").fill("Vardagen");
  await hers.getByRole("button", { name: "Lägg till frågan" }).click();
  await hers.getByRole("link", { name: "Hur möts vi?" }).waitFor();

  const his = await bo!({ width: 390, javaScript: false });
  await his.goto(address);
  await his.getByRole("link", { name: "Tillgång till relevant forskning" }).click();
  await his.getByRole("link", { name: "Svara för Familjeenheten" }).click();
  for (const level of ["Saknas", "Har börjat", "Finns delvis", "Finns och fungerar", "Har börjat"]) {
    await his.getByLabel(level, { exact: true }).check();
    await his.getByRole("button", { name: "Spara och gå till nästa" }).click();
  }
  await his.getByRole("heading", { name: "Relevant utbildning" }).waitFor();
  await his.getByRole("button", { name: "Spara" }).click();
  await his.getByText("Fyll i det här").first().waitFor();
  await his.getByLabel("Finns delvis", { exact: true }).check();
  await his.getByRole("button", { name: "Spara" }).click();
  await his.getByText("Svaret är sparat").waitFor();
  await his.goto(`${address}/forutsattningar`);
  const own = his.getByRole("table", { name: "Familjeenheten, Mölndals stad" });
  expect(await own.getByRole("row").nth(1).innerText()).toMatch(/Tillgång till relevant forskning\s+–\s+Saknas/u);
});

test("of two from a workplace who write at once the second sees both texts, and a lost connection takes nothing", async () => {
  const his = await bo!();
  await his.goto(address);
  await his.getByRole("link", { name: "Hur möts vi?" }).click();
  await his.getByRole("link", { name: "Svara för Familjeenheten" }).click();
  await his.getByLabel("Svaret").fill("På måndagar.");

  const hers = await asa!({ width: 390 });
  await hers.goto(his.url());
  await hers.getByLabel("Svaret").fill("Aldrig i samma rum.");
  await hers.context().setOffline(true);
  await hers.getByRole("button", { name: "Spara" }).click();
  await hers.context().setOffline(false);

  await his.getByRole("button", { name: "Spara" }).click();
  await his.getByText("Svaret är sparat").waitFor();

  await hers.goto(his.url().replace(/\?.*$/u, ""));
  await hers.getByRole("link", { name: "Ändra eller bygg på svaret för Familjeenheten" }).click();
  // What she had typed is still on her device, and still knows from which version it was written.
  expect(await hers.getByLabel("Svaret").inputValue()).toBe("Aldrig i samma rum.");
  await hers.getByRole("button", { name: "Spara" }).click();
  await hers.getByText("Ditt är kvar här och inte sparat").waitFor();
  await hers.getByRole("region", { name: "Så står det nu" }).getByText("På måndagar.").waitFor();
  await expectAccessible(hers);
  await hers.getByLabel("Svaret").fill("På måndagar, aldrig i samma rum.");
  await hers.getByRole("button", { name: "Spara" }).click();
  await hers.getByText("Svaret är sparat").waitFor();
  expect(await hers.getByText("På måndagar, aldrig i samma rum.").count()).toBe(1);
});

test("what tells of a client is taken away by somebody from the workplace, after a question", async () => {
  const his = await bo!();
  await his.goto(address);
  await his.getByRole("link", { name: "Hur möts vi?" }).click();
  await his.getByRole("link", { name: "Ändra eller bygg på svaret för Familjeenheten" }).click();
  await his.getByText("Ta bort något som inte ska stå här").click();
  await his.getByRole("button", { name: "Ta bort texten" }).click();
  await his.getByRole("dialog").getByRole("button", { name: "Ta bort texten" }).click();
  await his.getByText("Texten är borttagen").waitFor();
  expect(await his.getByText("aldrig i samma rum").count()).toBe(0);
});
