import { expect, test } from "vitest";
import { newId, type PersonId } from "#kernel/ids.ts";
import { browser, expectAccessible } from "../../../../../test/browser.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const { ownerDb, url, signedIn } = await testWeb(noon("2027-03-18"));
const given = givenRounds(ownerDb);
const meetings = givenMeetings(ownerDb);
const chrome = browser();

test("minutes written while there was no line come up again, and lie beside what somebody else wrote meanwhile (R217)", async () => {
  const organisation = await given.organiser();
  const network = await meetings.body(organisation);
  const { id: meeting_id, slug } = await meetings.meeting(organisation, [network], { state: "held" });
  const part_id = newId<"minutes_part">();
  const id = newId<"minutes_item">();
  await ownerDb.insertInto("minutes_part").values({ id: part_id, meeting_id, state: "working" }).execute();
  await ownerDb.insertInto("minutes_item").values({ id, part_id, position: 0, heading: "Yrkesresan" }).execute();
  const item = `/mote/${slug}/anteckningar/punkt/${id}`;
  const pageOf = async (person: PersonId) => {
    await meetings.sits(network, person, "secretary", { valid_from: day("2027-01-01") });
    const [name = "", value = ""] = (await signedIn(person)).split(/=(.*)/su);
    return chrome.page({ baseURL: url, cookies: [{ name, value, url }] });
  };
  const begun = await pageOf(await given.person({ name: "Rut Forsén" }));
  const device = begun.context();
  const his = await pageOf(await given.person({ name: "Bo Lind" }));

  await begun.goto(item);
  await device.setOffline(true);
  await begun.getByLabel("Vad sades?").fill("Tretton kommuner är med");
  await begun.getByText("Ingen kontakt", { exact: false }).waitFor();
  await begun.close();
  // Her turn, where the page had time to take it, has passed.
  await ownerDb.updateTable("minutes_item").set({ writer_id: null, writing_until: null }).execute();

  await his.goto(item);
  await his.getByLabel("Vad sades?").fill("Tolv kommuner är med");
  await his.getByRole("button", { name: "Spara" }).click();
  await his.waitForURL((address) => !address.pathname.includes("/punkt/"));

  await device.setOffline(false);
  const hers = await device.newPage();
  await hers.goto(item);
  await hers.getByText("Någon annan har skrivit här").waitFor();
  await hers.getByRole("link", { name: "Jämför texterna" }).click();
  await hers.locator("figure", { hasText: "Tretton kommuner" }).waitFor();
  await hers.locator("figure", { hasText: "Tolv kommuner" }).waitFor();
  await expectAccessible(hers);
  await hers.getByLabel("Texten som ska stå där").fill("Tretton kommuner är med, en är inte");
  await hers.getByRole("button", { name: "Spara texten" }).click();
  await hers.waitForURL((address) => !address.pathname.includes("/punkt/"));

  expect(await ownerDb.selectFrom("minutes_item").where("id", "=", id).select(["body", "version"]).execute()).toEqual([
    { body: "Tretton kommuner är med, en är inte", version: 2 },
  ]);
  const others = await ownerDb
    .selectFrom("minutes_other_text")
    .select(["body", "settled_at"])
    .orderBy("body")
    .execute();
  expect(others.map(({ body, settled_at }) => [body, settled_at !== null])).toEqual([
    ["Tolv kommuner är med", true],
    ["Tretton kommuner är med", true],
  ]);
});
