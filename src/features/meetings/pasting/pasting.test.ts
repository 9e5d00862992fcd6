import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { organisationCalled } from "#features/organisations/queries.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { packageRoot } from "#platform/package-root.ts";
import { formsIn } from "../../../../test/forms-in.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../test/given.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, ownerDb, url, signedIn } = await testWeb(noon("2027-03-18"));
await loadReferenceData(ownerDb);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();
const today = day("2027-03-18");
const samples = join(packageRoot, "src/features/meetings/minutes-reading/samples");
const sample = readFileSync(join(samples, "01-two-networks-bullets.txt"), "utf8");

/** Two networks with a secretary who sits in both, and a member of the first only. */
async function stage() {
  const children = await meetings.body(unit, { name: "Nätverket för barn och unga" });
  const elders = await meetings.body(unit, { name: "Nätverket för äldreomsorg" });
  const secretary = await given.person({ name: "Maja Holm" });
  const bo = await given.person({ name: "Bo Lindgren" });
  for (const body of [children, elders]) await meetings.sits(body, secretary, "secretary");
  await meetings.sits(children, bo);
  const ale = await organisationCalled(db, "Ale");
  await meetings.member(children, ale!.id);
  return {
    children,
    elders,
    secretary,
    bo,
    leads: visitor(app, url, await signedIn(secretary)),
    sits: visitor(app, url, await signedIn(bo)),
    outside: visitor(app, url, await signedIn(await given.person())),
  };
}
const send = (who: ReturnType<typeof visitor>, path: string, values: readonly (readonly [string, string])[]) => {
  const body = new URLSearchParams(values.map(([name, value]) => [name, value]));
  return app.request(path, { method: "POST", body, headers: { origin: url, cookie: cookieOf(who) } });
};
const cookieOf = ({ cookies }: ReturnType<typeof visitor>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
const paste = (who: ReturnType<typeof visitor>, bodies: readonly string[], text: string) =>
  send(who, "/anteckningar/klistra-in", [...bodies.map((id) => ["bodies", id] as const), ["text", text]]);
const to = (answer: Response) => answer.headers.get("location") ?? "";
/** The form as a browser would send it back, with what somebody changes. */
const filledIn = async (page: string, path: string, over: Readonly<Record<string, string>> = {}) => {
  const [form] = formsIn(page, path).filter(({ fields }) => fields.some(({ name }) => name === "title"));
  const values = new Map(form?.fields.map(({ name, values: own }) => [name, [...own]]));
  for (const [name, value] of Object.entries(over)) values.set(name, value === "" ? [] : [value]);
  return [...values].flatMap(([name, own]) => own.map((value) => [name, value] as const));
};
const meetingsThere = async () => (await ownerDb.selectFrom("meeting").select("id").execute()).length;

test("a pasted text is shown with its warnings and becomes a meeting when it is confirmed, and not before (R167-R172, R182, R216-R218)", async () => {
  const { children, elders, secretary, bo, leads, sits } = await stage();
  const before = await meetingsThere();
  const pasted = await paste(leads, [children, elders], sample.replaceAll("\n", "\r\n"));
  expect(pasted.status).toBe(303);
  const address = to(pasted);
  const page = await (await leads.open(address)).text();
  for (const words of ["Datum saknas", "FoU Helsingborg", "finns inte i registret", "Är Bo Lindgren som sitter"])
    expect(page).toContain(words);
  expect(await meetingsThere()).toBe(before);
  // It is nobody else's until it is confirmed.
  expect((await sits.open(address)).status).toBe(404);

  const confirmed = await send(leads, address, await filledIn(page, address));
  expect([confirmed.status, to(confirmed)]).toEqual([303, expect.stringMatching(/^\/mote\//u)]);
  const slug = to(confirmed).replace("/mote/", "");
  const inside = await meetingInside(db, actorWith([], {}, secretary), slug, today);
  expect([inside.meeting.day, inside.meeting.state]).toEqual([null, "held"]);
  const { lists, counts } = await attendanceOf(db, inside);
  expect(lists.map(({ rows }) => rows.length)).toEqual([6, 4, 6]);
  expect(counts).toEqual({ rows: 16, persons: 15, municipalities: 9 });
  expect(lists[0]?.rows.find(({ personId }) => personId === bo)?.name).toBe("Bo Lindgren");
  expect(lists[2]?.rows.find(({ name }) => name === "Leo Frank")).toMatchObject({
    organisation: "FoU Helsingborg",
    isOrganisationKnown: false,
    role: "guest",
  });

  const items = await ownerDb
    .selectFrom("minutes_item as i")
    .innerJoin("minutes_part as p", "p.id", "i.part_id")
    .where("p.meeting_id", "=", inside.meeting.id)
    .orderBy("i.position")
    .select([
      "p.body_id",
      "p.state",
      "i.heading",
      "i.kind",
      "i.outcome",
      "i.decided_by_name",
      "i.decided_day",
      "i.body",
    ])
    .execute();
  expect(items.every(({ state }) => state === "working")).toBe(true);
  const own = items.filter(({ body_id }) => body_id === children);
  expect(own.map(({ kind }) => kind)).toEqual(["continued", "commission", "parked", "decision", "information"]);
  expect(own[3]).toMatchObject({ decided_by_name: "socialchefsnätverket", decided_day: "--03-03" });
  expect(items.filter(({ body_id }) => body_id === elders)).toEqual([]);
  const questions = items.find(({ heading }) => heading === "Frågor");
  expect(questions?.body.split("\n")).toHaveLength(6);
  expect(questions?.body).toContain("- Vilka risker finns?\n");
  const deliverables = await ownerDb.selectFrom("minutes_deliverable").select("text").orderBy("position").execute();
  expect(deliverables.map(({ text }) => text)).toEqual(["förslag på processledare", "kostnad för denne"]);
  const takers = await ownerDb.selectFrom("minutes_note_taker").select("person_id").execute();
  expect(takers.map(({ person_id }) => person_id)).toEqual([secretary, secretary, secretary]);

  // The original is read by those who sit in both, and by nobody who sits in one.
  expect(await (await leads.open(`/mote/${slug}/original`)).text()).toContain("Vid pennan");
  expect((await sits.open(`/mote/${slug}/original`)).status).toBe(404);

  // Confirmed again, and pasted again with other line ends, it stays one meeting.
  const count = await meetingsThere();
  expect((await send(leads, address, await filledIn(page, address))).status).toBe(404);
  const again = await paste(leads, [children], sample);
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("redan inlagda")]);
  expect(await meetingsThere()).toBe(count);
});

test("what is changed in the form is what is kept: day, kind, list, and a next meeting that is ticked", async () => {
  const { children, elders, secretary, leads } = await stage();
  const address = to(await paste(leads, [children, elders], `${sample}\nTillägg`));
  const page = await (await leads.open(address)).text();
  const over = {
    day: "2027-03-03",
    "groups.2": children,
    "items.0.kind": "discussion",
    "items.2.leaveOut": "on",
    "attendance.1.personId": "",
    "next.0.plan": "on",
    keepQuestions: "",
  };
  const missing = await send(leads, address, await filledIn(page, address, over));
  expect([missing.status, await missing.text()]).toEqual([422, expect.stringContaining("Skriv vilken dag mötet är")]);
  const confirmed = await send(leads, address, await filledIn(page, address, { ...over, "next.0.day": "2027-05-12" }));
  expect(confirmed.status).toBe(303);
  const inside = await meetingInside(db, actorWith([], {}, secretary), to(confirmed).replace("/mote/", ""), today);
  expect(inside.meeting.day?.toString()).toBe("2027-03-03");
  const { lists } = await attendanceOf(db, inside);
  expect(lists.map(({ rows }) => rows.length)).toEqual([12, 4, 0]);
  expect(lists[0]?.rows.some(({ personId }) => personId !== null && personId !== secretary)).toBe(false);
  const next = await ownerDb
    .selectFrom("meeting")
    .where("day", "=", day("2027-05-12"))
    .select(["state", "starts"])
    .execute();
  expect(next.map(({ state, starts }) => `${state} ${starts?.toString()}`)).toEqual(["planned 09:00:00"]);
});

test("a service-user representative loses their name everywhere unless they have agreed to it", async () => {
  const { children, leads, secretary } = await stage();
  const text = [
    "Minnesanteckningar 2027-03-03",
    "Närvarande",
    "Anna Berg, Ale",
    "Ulla Brandt, brukarrepresentant, Föreningen Länken",
    "Anteckningar",
    "1. Stödet hemma",
    "Ulla Brandt berättade hur stödet fungerar. Ullas tankar skickas vidare.",
  ].join("\n");
  const address = to(await paste(leads, [children], text));
  const page = await (await leads.open(address)).text();
  const confirmed = await send(leads, address, await filledIn(page, address));
  expect(confirmed.status).toBe(303);
  const slug = to(confirmed).replace("/mote/", "");
  const inside = await meetingInside(db, actorWith([], {}, secretary), slug, today);
  const kept = JSON.stringify([
    await ownerDb.selectFrom("attendance_at_meeting").where("meeting_id", "=", inside.meeting.id).selectAll().execute(),
    await ownerDb.selectFrom("minutes_item").select(["heading", "body", "outcome"]).execute(),
    await ownerDb
      .selectFrom("pasted_minutes")
      .where("meeting_id", "=", inside.meeting.id)
      .select(["text", "read"])
      .execute(),
  ]);
  expect(kept).toContain("Anna Berg");
  expect(kept).toContain("userRepresentative");
  expect(kept).not.toMatch(/Ulla|Brandt/u);
});

test.each([
  ["nothing", "  \n ", 422, "Klistra in en text"],
  ["an identity number, with where it stands", "Rad ett\nNärvarande: Rut 19121212-1212 kom", 422, "på rad 2"],
  ["more than a million characters", "a ".repeat(500_001), 422, "Den får ha högst"],
  ["signs that are no text", "\u0000\u0001\u0002 abc", 422, "ingen text som går att läsa"],
])("refuses %s in a clear sentence, and keeps nothing", async (_, text, status, words) => {
  const { children, leads } = await stage();
  const before = await ownerDb.selectFrom("pasted_minutes").select("id").execute();
  const answer = await paste(leads, [children], text);
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
  expect(await ownerDb.selectFrom("pasted_minutes").select("id").execute()).toEqual(before);
});

test("only those who run every body that met bring minutes in for them", async () => {
  const { children, elders, sits, outside } = await stage();
  const before = await meetingsThere();
  for (const who of [sits, outside]) {
    expect((await who.open("/anteckningar/klistra-in")).status).toBe(403);
    expect((await paste(who, [children], sample)).status).toBe(403);
  }
  const chair = await given.person();
  await meetings.sits(children, chair, "chair");
  expect((await paste(visitor(app, url, await signedIn(chair)), [children, elders], sample)).status).toBe(403);
  expect(await meetingsThere()).toBe(before);
});
