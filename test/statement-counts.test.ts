import { expect, test } from "vitest";
import { post } from "../src/platform/mail/mail.ts";
import { statements } from "./database.ts";
import { demoRoutes } from "./demo-routes.ts";
import type { Visitor } from "./demo-stage.ts";
import { newId } from "../src/kernel/ids.ts";
import { given } from "./given.ts";
import { givenMeetings } from "./given-meetings.ts";
import { givenRounds } from "./given-rounds.ts";

const { ask, db, ownerDb, cache, demo, rounds, joint, written, body } = await demoRoutes();

/** How many statements a page sends, drawn anew. */
async function countOf(who: Visitor, path: string): Promise<number> {
  cache.drop();
  return (await statements(async () => (await ask(who, path)).text())).length;
}

test("a public round takes at most a dozen statements, and none at all when it has just been shown", async () => {
  const path = `/cirklar/${rounds.first.slug}`;
  const count = await countOf("nobody", path);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(12);
  expect(await statements(async () => ask("nobody", path))).toEqual([]);
});

const lists: readonly (readonly [Visitor, string])[] = [
  ["nobody", "/cirklar"],
  ["nobody", "/flode.atom"],
  ["leader", "/idag"],
  ["leader", "/planera"],
  ["leader", `/planera/${rounds.first.slug}/anmalningar`],
  ["leader", `/planera/${rounds.selection.slug}/urval`],
  ["leader", "/personer"],
  ["leader", "/organisationer"],
  ["administrator", "/drift/utkorg"],
  ["administrator", "/drift/spar"],
];

test("a list takes the same statements however many rows it has", async () => {
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const [who, path] of lists) found[path] = await countOf(who, path);
    return found;
  };
  const few = await counts();
  await addRows();
  expect(await counts()).toEqual(few);
  // "Idag" asks one question for each kind of thing that may be forgotten.
  const most = (path: string) => (path === "/idag" ? 58 : 20);
  expect(Object.entries(few).filter(([path, count]) => count > most(path))).toEqual([]);
});

async function addRows(): Promise<void> {
  const { published, registration } = givenRounds(ownerDb);
  const { someone } = given(ownerDb);
  for (let time = 0; time < 6; time += 1) {
    const { id } = await published(demo.organisationId);
    await registration(id, { state: "placed" });
    for (const [round, state] of [
      [rounds.first.id, "held"],
      [rounds.selection.id, "applied"],
    ] as const) {
      await registration(round, { state, queue_no: 100 + time, held_until: null });
    }
    await someone("unitManager", { organisation: demo.organisationId }, { name: `Kollega ${time}` });
    await post(db, { to: `en${time}@example.se`, subject: "Hej", text: "Hej", html: "<p>Hej</p>" });
  }
}

test("a meeting's page takes the same statements however much hangs on it, ahead and when it is held", async () => {
  const meetings: readonly (readonly [Visitor, string])[] = [
    ["leader", `/mote/${joint.slug}`],
    ["participant", `/mote/${joint.slug}`],
    ["administrator", `/mote/${joint.slug}`],
    ["leader", `/mote/${written.slug}`],
    ["participant", `/mote/${written.slug}`],
  ];
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const [who, path] of meetings) found[`${who} ${path}`] = await countOf(who, path);
    return found;
  };
  const few = await counts();
  for (const slug of [joint.slug, written.slug]) await addToMeeting(slug);
  expect(await counts()).toEqual(few);
  expect(Object.entries(few).filter(([, count]) => count > 20)).toEqual([]);
});

/** Agenda entries with papers, matters that come back, people who came and answered, members, and more bodies that meet. */
async function addToMeeting(slug: string): Promise<void> {
  const { someone } = given(ownerDb);
  const meetings = givenMeetings(ownerDb);
  const meeting = await ownerDb.selectFrom("meeting").where("slug", "=", slug).select("id").executeTakeFirstOrThrow();
  const at = Temporal.Now.instant();
  for (let time = 0; time < 6; time += 1) {
    const body_id = await meetings.body(demo.organisationId);
    await meetings.member(body_id, demo.organisationId);
    await ownerDb
      .insertInto("meeting_body")
      .values({ meeting_id: meeting.id, body_id, position: 10 + time })
      .execute();
    const { personId } = await someone("guest", { organisation: demo.organisationId }, { name: `Ledamot ${time}` });
    await meetings.sits(body_id, personId, time % 2 === 0 ? "member" : "userRepresentative");
    // Who sits in all that meet may read more than who sits in some.
    for (const { id } of [demo.leader, demo.participant]) await meetings.sits(body_id, id);
    await meetings.matter(body.id, { title: `Fråga ${time}` }, [body_id]);
    const item_id = newId<"agenda_item">();
    const said = { meeting_id: meeting.id, position: 10 + time, title: `Punkt ${time}`, comes_from: "added" as const };
    await ownerDb
      .insertInto("agenda_item")
      .values({ ...said, id: item_id, body_id: time % 2 === 0 ? body_id : null })
      .execute();
    const paper = { meeting_id: meeting.id, title: `Handling ${time}`, link: "https://example.se/", added_at: at };
    await ownerDb
      .insertInto("meeting_paper")
      .values({ ...paper, id: newId(), item_id })
      .execute();
    await ownerDb
      .insertInto("attendance_at_meeting")
      .values({
        id: newId(),
        meeting_id: meeting.id,
        body_id,
        person_id: personId,
        role: "member",
        state: "present",
        noted_at: at,
      })
      .execute();
    await ownerDb
      .insertInto("meeting_reply")
      .values({ meeting_id: meeting.id, person_id: personId, answer: "inPlace", answered_at: at })
      .execute();
  }
}
