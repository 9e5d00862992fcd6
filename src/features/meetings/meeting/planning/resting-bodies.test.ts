import { expect, test } from "vitest";
import type { BodyId } from "#features/meetings/body/body.ts";
import { planMeeting } from "#features/meetings/meeting/planning/commands.ts";
import { NewMeeting } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();

const rests = (body_id: BodyId, from: string) =>
  ownerDb
    .insertInto("body_dormancy")
    .values({ body_id, from_day: day(from) })
    .execute();

/** A secretary of two networks, with a browser. */
async function leader() {
  const id = await given.person();
  const awake = await meetings.body(unit, { name: "Nätverket för äldreomsorg" });
  const resting = await meetings.body(unit, { name: "Nätverket för funktionsstöd" });
  for (const body of [awake, resting]) await meetings.sits(body, id, "secretary");
  return { awake, resting, actor: await given.actor(id), opens: visitor(app, url, await signedIn(id)) };
}
const wish = (bodies: readonly BodyId[], date: string, days: readonly string[] = []) =>
  NewMeeting.parse({ bodies, title: "Möte", day: date, days });
const planned = async () => (await ownerDb.selectFrom("meeting").select("id").execute()).length;

test("a body that rests is not offered as one that meets, and it says why", async () => {
  const { awake, resting, opens } = await leader();
  const before = await (await opens.open("/mote/nytt")).text();
  for (const id of [awake, resting]) expect(before).toContain(`value="${id}"`);

  await rests(resting, "2027-03-01");
  const page = await (await opens.open("/mote/nytt")).text();
  expect(page).toContain(`value="${awake}"`);
  expect(page).not.toContain(`value="${resting}"`);
  expect(page).toContain("Nätverket för funktionsstöd vilar och går inte att välja");
  expect(await (await opens.open(`/grupper/n-${awake}`)).text()).toContain(`/mote/nytt?grupp=n-${awake}`);
  expect(await (await opens.open(`/grupper/n-${resting}`)).text()).not.toContain("/mote/nytt");
});

test("when all rest, the page says that one is to be started again first", async () => {
  const { awake, resting, opens } = await leader();
  for (const id of [awake, resting]) await rests(id, "2027-03-01");
  const page = await opens.open("/mote/nytt");
  expect([page.status, await page.text()]).toEqual([409, expect.stringContaining("Alla grupper du leder vilar")]);
});

test("no meeting is planned on a day when a body rests, nor a series that comes to one", async () => {
  const { awake, resting, actor } = await leader();
  await rests(resting, "2027-04-01");
  const before = await planned();
  for (const refused of [wish([awake, resting], "2027-04-01"), wish([resting], "2027-03-25", ["2027-04-25"])])
    await expect(planMeeting(db, actor, now, refused)).rejects.toMatchObject({
      code: "meeting.body_rests",
      details: { body: "Nätverket för funktionsstöd" },
    });
  expect(await planned()).toBe(before);
  await planMeeting(db, actor, now, wish([awake, resting], "2027-03-31"));
  await planMeeting(db, actor, now, wish([awake], "2027-04-01"));
  expect(await planned()).toBe(before + 2);
});

test("minutes of what met before it rested are taken in, and it says that the body rests", async () => {
  const { awake, resting, opens } = await leader();
  await rests(resting, "2027-03-01");
  const page = await (await opens.open("/anteckningar/klistra-in")).text();
  for (const id of [awake, resting]) expect(page).toContain(`value="${id}"`);
  expect(page.match(/Vilar sedan/gu)).toHaveLength(1);
  const pasted = await opens.send("/anteckningar/klistra-in", {
    bodies: resting,
    text: "Minnesanteckningar\n\nYrkesresan",
  });
  expect(pasted.status).toBe(303);
  const confirm = pasted.headers.get("location")!;
  const said = { title: "Vintermötet", day: "2027-02-10", "next.0.plan": "on", "next.0.day": "2027-04-20" };
  const before = await planned();
  const ahead = await opens.send(confirm, said);
  expect([ahead.status, await ahead.text()]).toEqual([409, expect.stringContaining("vilar den dagen")]);
  expect(await planned()).toBe(before);
  expect((await opens.send(confirm, { title: "Vintermötet", day: "2027-02-10" })).status).toBe(303);
  expect(await planned()).toBe(before + 1);
});
