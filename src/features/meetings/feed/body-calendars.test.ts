import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { renewOwnCalendar } from "#features/circles/calendar/commands.ts";
import { renewBodyCalendar } from "#features/meetings/feed/commands.ts";
import { callOffMeeting, changeMeeting } from "#features/meetings/meeting/planning/commands.ts";
import { CallingOff, MeetingChange } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import type { PersonId } from "#kernel/ids.ts";
import { personParts } from "#person-parts.ts";
import { loggedPath } from "#platform/web/log.ts";
import { given as sentences } from "../../../../test/given.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, signedIn, url } = await testWeb(now);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();

const own = (secret: string) => `/kalender/min/${secret}.ics`;
const ofBody = (secret: string) => `/kalender/grupp/${secret}.ics`;
const eventsAt = async (address: string) => {
  const answer = await app.request(address);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  return new ICAL.Component(ICAL.parse(await answer.text()) as string[]).getAllSubcomponents("vevent");
};
const titlesAt = async (address: string) =>
  (await eventsAt(address)).map((event) => new ICAL.Event(event).summary).toSorted();
const statusAt = async (address: string) => (await app.request(address)).status;

/** Two networks with a meeting each and a joint one, and somebody in the first, in the second and in both. */
async function twoNetworks() {
  const [first, second] = [await meetings.body(unit), await meetings.body(unit)];
  const [asta, bo, cim] = [await given.person(), await given.person(), await given.person()];
  for (const person of [asta, cim]) await meetings.sits(first, person);
  await meetings.sits(second, cim);
  await meetings.sits(second, bo, "secretary");
  const meet = (title: string, bodies: (typeof first)[], over: object = {}) =>
    meetings.meeting(unit, bodies, {
      title,
      day: day("2027-04-08"),
      mode: "digital",
      join_link: "https://example.se/hemligt-rum",
      ...over,
    });
  await meet("Första", [first]);
  const { slug } = await meet("Andra", [second]);
  await meet("Gemensamt", [first, second]);
  await meet("För länge sedan", [first], { day: day("2026-03-17"), state: "held" });
  return { first, second, asta, bo, cim, slug, slugOf: (id: string) => `n-${id}` };
}

async function leave(person: string) {
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ valid_to: day("2027-03-17") })
    .where("person_id", "=", person as never)
    .execute();
}

describe("one's own calendar", () => {
  test("holds the meetings of the bodies one sits in, each once and with where it is joined, and no others", async () => {
    const { asta, bo, cim } = await twoNetworks();
    const stranger = await given.person();
    const seen = async (person: typeof asta) =>
      titlesAt(own(await renewOwnCalendar(db, await given.actor(person), now)));
    expect(await seen(asta)).toEqual(["Första", "Gemensamt"]);
    expect(await seen(bo)).toEqual(["Andra", "Gemensamt"]);
    expect(await seen(cim)).toEqual(["Andra", "Första", "Gemensamt"]);
    expect(await seen(stranger)).toEqual([]);
    const secret = await renewOwnCalendar(db, await given.actor(asta), now);
    expect(await (await app.request(own(secret))).text()).toContain("hemligt-rum");
  });

  test("loses the meetings of a body when one leaves it, and never holds those of a body one keeps", async () => {
    const { asta, cim } = await twoNetworks();
    const secret = await renewOwnCalendar(db, await given.actor(asta), now);
    const others = await renewOwnCalendar(db, await given.actor(cim), now);
    await leave(asta);
    expect([await titlesAt(own(secret)), (await titlesAt(own(others))).length]).toEqual([[], 3]);
    const keeper = await given.someone("developmentLeader", { organisation: unit });
    expect(await titlesAt(own(await renewOwnCalendar(db, keeper, now)))).toEqual([]);
  });

  test("a moved meeting raises its sequence, and one that is called off stays as cancelled without its link", async () => {
    const { bo, slug } = await twoNetworks();
    const leading = await given.actor(bo);
    const secret = await renewOwnCalendar(db, leading, now);
    const meant = async () => {
      const found = (await eventsAt(own(secret))).find((event) => new ICAL.Event(event).summary === "Andra")!;
      return [
        found.getFirstPropertyValue("sequence"),
        found.getFirstPropertyValue("status"),
        found.toString(),
      ] as const;
    };
    const [before, , entry] = await meant();
    const moved = {
      title: "Andra",
      day: "2027-04-15",
      version: 1,
      mode: "digital",
      joinLink: "https://example.se/rum",
    };
    await changeMeeting(db, leading, now, slug, MeetingChange.parse(moved));
    const [after, status, changed] = await meant();
    expect([before, after, status]).toEqual([0, 1, "CONFIRMED"]);
    const uid = (text: string) => /UID:\S+/u.exec(text)?.[0];
    expect([uid(changed), changed.includes("20270415")]).toEqual([uid(entry), true]);
    await callOffMeeting(db, leading, now, slug, CallingOff.parse({ reason: "Sjukdom", version: 2 }));
    const [last, cancelled, text] = await meant();
    expect([last, cancelled, text.includes("example.se/rum"), uid(text)]).toEqual([2, "CANCELLED", false, uid(entry)]);
  });
});

describe("when two entries turn out to be one person", () => {
  const merged = (from: PersonId, to: PersonId) => mergePeople(db, machineOwner, now, { from, to }, personParts);

  test("both calendar addresses show the meetings of whoever is kept, until a new one takes their place", async () => {
    const { asta, bo } = await twoNetworks();
    const [gone, kept] = [
      await renewOwnCalendar(db, await given.actor(asta), now),
      await renewOwnCalendar(db, await given.actor(bo), now),
    ];
    const { mergeId } = await merged(asta, bo);
    const all = ["Andra", "Första", "Gemensamt"];
    expect([await titlesAt(own(gone)), await titlesAt(own(kept))]).toEqual([all, all]);
    await undoMerge(db, machineOwner, now, mergeId, personParts);
    expect([await titlesAt(own(gone)), await titlesAt(own(kept))]).toEqual([
      ["Första", "Gemensamt"],
      ["Andra", "Gemensamt"],
    ]);
    await merged(asta, bo);
    const made = await renewOwnCalendar(db, await given.actor(bo), now);
    expect(await Promise.all([own(gone), own(kept), own(made)].map(statusAt))).toEqual([410, 410, 200]);
  });

  test("both addresses of a body that both follow go on", async () => {
    const { first, asta, cim, slugOf } = await twoNetworks();
    const [gone, kept] = [
      await renewBodyCalendar(db, await given.actor(asta), now, slugOf(first)),
      await renewBodyCalendar(db, await given.actor(cim), now, slugOf(first)),
    ];
    await merged(asta, cim);
    expect(await Promise.all([ofBody(gone), ofBody(kept)].map(statusAt))).toEqual([200, 200]);
  });

  test("an address whose owner is nobody any more says that it is over, and shows no empty calendar", async () => {
    const { asta, bo } = await twoNetworks();
    const secret = await renewOwnCalendar(db, await given.actor(asta), now);
    await ownerDb.updateTable("person").set({ merged_into: bo }).where("id", "=", asta).execute();
    expect(await statusAt(own(secret))).toBe(410);
  });
});

describe("the calendar of a body", () => {
  test("holds its meetings and the joint ones, without where they are joined", async () => {
    const { first, asta, slugOf } = await twoNetworks();
    const secret = await renewBodyCalendar(db, await given.actor(asta), now, slugOf(first));
    expect(await titlesAt(ofBody(secret))).toEqual(["Första", "Gemensamt"]);
    expect(await (await app.request(ofBody(secret))).text()).not.toContain("hemligt-rum");
  });

  test("is for exactly those who sit in it: not for the other body's, for whoever keeps it, or for whoever has left", async () => {
    const { first, asta, bo, cim, slugOf } = await twoNetworks();
    const keeper = await given.someone("developmentLeader", { organisation: unit });
    const made = () => ownerDb.selectFrom("body_feed").where("body_id", "=", first).select("person_id").execute();
    for (const who of [await given.actor(bo), keeper])
      await expect(renewBodyCalendar(db, who, now, slugOf(first))).rejects.toMatchObject({
        code: "body_feed.calendar.members_only",
      });
    expect(await made()).toEqual([]);
    const [left, stays] = [
      await renewBodyCalendar(db, await given.actor(asta), now, slugOf(first)),
      await renewBodyCalendar(db, await given.actor(cim), now, slugOf(first)),
    ];
    expect(await statusAt(ofBody(left))).toBe(200);
    await leave(asta);
    expect([await statusAt(ofBody(left)), await statusAt(ofBody(stays))]).toEqual([404, 200]);
  });

  test("a renewed address takes the place of the old one, and one that never was is not there", async () => {
    const { first, asta, slugOf } = await twoNetworks();
    const actor = await given.actor(asta);
    const old = await renewBodyCalendar(db, actor, now, slugOf(first));
    const made = await renewBodyCalendar(db, actor, now, slugOf(first));
    const asked = [ofBody(old), ofBody(made), ofBody("x".repeat(43)), `/flode/grupp/${made}.atom`];
    expect(await Promise.all(asked.map(statusAt))).toEqual([410, 200, 404, 404]);
  });

  test("names no service-user representative who has not agreed to it", async () => {
    const { first, asta, slugOf } = await twoNetworks();
    await meetings.sits(first, await given.person({ name: "Mona Sjö" }), "userRepresentative");
    await meetings.meeting(unit, [first], { title: "Samtal med Mona Sjö" });
    const actor = await given.actor(asta);
    const addresses = [
      ofBody(await renewBodyCalendar(db, actor, now, slugOf(first))),
      own(await renewOwnCalendar(db, actor, now)),
    ];
    for (const address of addresses) {
      const titles = await titlesAt(address);
      expect(titles).toContain("Samtal med …");
      expect(titles.join(" ")).not.toContain("Mona");
    }
  });

  test("its page shows the address the one time it is made, and the body's page leads there for those who sit", async () => {
    const { first, asta, bo, slugOf } = await twoNetworks();
    const headers = { cookie: await signedIn(asta), origin: url };
    const page = `/grupper/${slugOf(first)}/kalender`;
    const read = async (address: string, method = "GET") =>
      (await app.request(address, { method, headers: { ...headers } })).text();
    expect(await read(`/grupper/${slugOf(first)}`)).toContain(`href="${page}"`);
    const made = await read(page, "POST");
    const [, secret] = /\/kalender\/grupp\/([\w-]{43})\.ics/u.exec(made) ?? [];
    expect(await statusAt(ofBody(secret!))).toBe(200);
    expect(await read(page)).not.toContain(secret!);
    const others = { headers: { cookie: await signedIn(bo) } };
    expect((await app.request(page, others)).status).toBe(403);
    expect(await (await app.request(`/grupper/${slugOf(first)}`, others)).text()).not.toContain(page);
  });
});

test("no secret of these addresses, or of a mailed question, is logged", () => {
  for (const address of ["/kalender/grupp", "/flode/grupp", "/mote/svar", "/sluta-folja", "/forslag"])
    expect(loggedPath(`${address}/hemligt`)).toBe(`${address}/…`);
});
