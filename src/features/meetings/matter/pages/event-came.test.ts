import { expect, test } from "vitest";
import { sayEventCame } from "#features/meetings/matter/commands.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const network = await meetings.body(await given.organisation());
const sara = await given.person({ name: "Sara Ek" });
await meetings.sits(network, sara, "secretary");
const secretary = await given.actor(sara);
const leads = visitor(app, url, await signedIn(sara));

const waiting = { state: "parked", reason: "Lagen är inte antagen", parked_event: "Lagen är antagen" } as const;
const steps = async (slug: string) =>
  (
    await ownerDb
      .selectFrom("matter_step as s")
      .innerJoin("matter as m", "m.id", "s.matter_id")
      .where("m.slug", "=", slug)
      .select("s.what")
      .execute()
  ).map(({ what }) => what);

test("a matter that waits for something leads to where it is said that it has come (R213)", async () => {
  const { slug } = await meetings.matter(network, waiting);
  expect(await (await leads.open(`/fraga/${slug}`)).text()).toContain(`/fraga/${slug}/handelsen`);
  expect((await leads.open(`/fraga/${slug}/handelsen`)).status).toBe(200);
  expect((await leads.send(`/fraga/${slug}/handelsen`, { day: "2027-03-17" })).status).toBe(303);
  expect(await steps(slug)).toEqual(["eventCame"]);
});

test.each([
  ["one that was raised", { state: "raised" as const }],
  ["one that is parked until a day", { ...waiting, parked_event: null, parked_until: day("2027-09-01") }],
  ["one that is parked until further notice", { ...waiting, parked_event: null, remind_on: day("2027-06-16") }],
  ["one whose event has come", { ...waiting, event_came_on: day("2027-03-01") }],
])("%s waits for nothing: no link leads there, and the page says so", async (_, over) => {
  const { slug } = await meetings.matter(network, over);
  expect(await (await leads.open(`/fraga/${slug}`)).text()).not.toContain("/handelsen");
  const page = await leads.open(`/fraga/${slug}/handelsen`);
  expect([page.status, await page.text()]).toEqual([409, expect.stringContaining("Frågan väntar inte på en händelse")]);
  expect((await leads.send(`/fraga/${slug}/handelsen`, { day: "2027-03-17" })).status).toBe(409);
  expect(await steps(slug)).toEqual([]);
});

test("of two who say it at once one is told that the matter waits no more, and it is told once", async () => {
  const { slug } = await meetings.matter(network, waiting);
  const both = await Promise.allSettled([1, 2].map(() => sayEventCame(db, secretary, now, slug, { day: null })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((each) => each.status === "rejected")?.reason).toMatchObject({ code: "matter.waits_for_nothing" });
  expect(await steps(slug)).toEqual(["eventCame"]);
});
