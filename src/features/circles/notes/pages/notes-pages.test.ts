import { beforeAll, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { browser, expectAccessible, pictures } from "../../../../../test/browser.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const web = await testWeb(noon("2027-10-01"));
const { ownerDb, url, signedIn } = web;
const given = givenRounds(ownerDb);
const chrome = browser();
const round = await given.published(await given.organiser(), { slug: "samordning-2027" });
const session = await ownerDb
  .selectFrom("session")
  .where("round_id", "=", round.id)
  .orderBy("position")
  .select("id")
  .executeTakeFirstOrThrow();
const address = `/cirkel/${round.slug}/traff/${session.id}`;

async function visitor(name: string, leads = false) {
  const person_id = await given.person({ name });
  if (leads)
    await ownerDb
      .insertInto("round_leader")
      .values({ id: newId<"round_leader">(), round_id: round.id, position: 9, name, person_id })
      .execute();
  else await given.registration(round.id, { person_id, name });
  const cookie = await signedIn(person_id);
  const at = cookie.indexOf("=");
  const signed = { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
  return (options: { width?: number; javaScript?: boolean } = {}) =>
    chrome.page({ ...options, baseURL: url, cookies: [signed] });
}

let rut: Awaited<ReturnType<typeof visitor>>;
let bo: Awaited<ReturnType<typeof visitor>>;
beforeAll(async () => {
  rut = await visitor("Rut Forsén", true);
  bo = await visitor("Bo Lind");
});

test("two write under the same heading: one takes over, both texts are kept and compared", async () => {
  const hers = await rut();
  await hers.goto(address);
  await hers.getByRole("button", { name: "Börja anteckna" }).click();
  await expectAccessible(hers);
  await hers.getByRole("button", { name: "Skriv under Vad har hänt sedan sist" }).click();
  await hers.getByLabel("Text", { exact: false }).fill("Vi har provat i två veckor");
  await hers.getByText("Sparat", { exact: true }).waitFor();
  await expectAccessible(hers);

  const his = await bo({ width: 390 });
  await his.goto(address);
  await his.getByText("Rut Forsén skriver här nu").waitFor();
  await his.getByRole("button", { name: "Skriv under Vad har hänt sedan sist" }).click();
  await his.getByText("Här skriver Rut Forsén just nu").waitFor();
  await expectAccessible(his);
  await his.getByRole("button", { name: "Ta över" }).click();
  await his.getByLabel("Text", { exact: false }).fill("Vi har provat i två veckor\nBo fyller på");

  await hers.getByLabel("Text", { exact: false }).fill("Vi har provat i två veckor och tre dagar");
  await hers.getByText("Någon annan har skrivit här").waitFor();
  await his.getByRole("button", { name: "Spara" }).click();
  await his.getByText("Anteckningen är sparad").waitFor();

  await hers.getByRole("link", { name: "Jämför texterna" }).click();
  await hers.locator("figure", { hasText: "och tre dagar" }).waitFor();
  await hers.locator("figure", { hasText: "Bo fyller på" }).first().waitFor();
  await expectAccessible(hers);
  await pictures(hers, "notes-compare");
  await hers.getByLabel("Texten som ska stå där").fill("Två veckor och tre dagar\nBo fyller på");
  await hers.getByRole("button", { name: "Spara texten" }).click();
  await hers.getByText("Anteckningen är sparad").waitFor();
  expect(await hers.getByText("Båda texterna finns kvar").count()).toBe(0);
  await pictures(hers, "notes");
});

test("what was typed while there was no line comes up again, and is sent", async () => {
  const page = await bo();
  await page.goto(address);
  await page.getByRole("button", { name: "Skriv under Till nästa gång" }).click();
  await page.context().setOffline(true);
  await page.getByLabel("Text", { exact: false }).fill("Alla läser kapitel två");
  await page.getByText("Ingen kontakt", { exact: false }).waitFor();
  const editor = page.url();
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.goto(editor);
  const stands = () =>
    ownerDb.selectFrom("session_note_section").where("body", "=", "Alla läser kapitel två").select("version").execute();
  await expect.poll(stands).toEqual([{ version: 1 }]);
  await expect.poll(() => page.getByLabel("Text", { exact: false }).inputValue()).toBe("Alla läser kapitel två");
});

test("without script the notes are written, added to and arranged by plain forms", async () => {
  const page = await rut({ javaScript: false });
  await page.goto(address);
  await page.getByRole("button", { name: "Skriv under Föreläsning eller text" }).click();
  await page.getByLabel("Text", { exact: false }).fill("Hon heter 191212121212");
  await page.getByRole("button", { name: "Spara" }).click();
  expect(await page.getByLabel("Text", { exact: false }).inputValue()).toBe("Hon heter 191212121212");
  await page.getByLabel("Text", { exact: false }).fill("Kapitel ett");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Kapitel ett").waitFor();

  await page.getByRole("link", { name: "Lämna ett bidrag till Föreläsning eller text" }).click();
  await page.getByLabel("Ditt bidrag").fill("Jag kände igen oss");
  await page.getByLabel("Visa mitt namn").uncheck();
  await page.getByRole("button", { name: "Lämna bidraget" }).click();
  await page.getByRole("listitem").filter({ hasText: "Jag kände igen oss" }).getByText("Utan namn").waitFor();
  await page.getByRole("button", { name: "Ta bort bidraget: Jag kände igen oss" }).click();
  await page.getByText("Bidraget är borttaget").waitFor();

  await page.getByRole("link", { name: "Ordna rubrikerna" }).click();
  await page.getByRole("group", { name: "Ny rubrik" }).getByLabel("Rubrik", { exact: false }).fill("Parkerat");
  await page.getByRole("group", { name: "Ny rubrik" }).getByLabel("Ordning", { exact: false }).fill("1");
  await page.getByRole("button", { name: "Spara rubrikerna" }).click();
  await page.getByRole("heading", { name: "Parkerat" }).waitFor();
});
