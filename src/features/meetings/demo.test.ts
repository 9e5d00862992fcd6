import { sql } from "kysely";
import { expect, test } from "vitest";
import { dateIn } from "#kernel/clock.ts";
import { agendaOf } from "#features/meetings/agenda/queries.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { loadMeetingsDemo } from "#features/meetings/demo.ts";
import { meetingCallMail } from "#features/meetings/invitation/invitation-jobs.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";
import { openCommissions, openMatterRows, overviewCounts, overviewOf } from "#features/meetings/overview/queries.ts";
import { OverviewWish } from "#features/meetings/overview/overview-wish.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { actorOf } from "#features/organisations/people/queries.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { testDatabase } from "../../../test/database.ts";
import { noon } from "../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18");
const today = dateIn(now());
await loadReferenceData(db);
const ground = await loadOrganisationDemo(db, now);
await loadMeetingsDemo(db, ground, now);
const { planner, participant } = ground;

const meetings = await ownerDb
  .selectFrom("meeting")
  .select(["id", "slug", "day", "state", "title"])
  .orderBy("day")
  .execute();
const [held, heads, next] = meetings;
if (!held || !heads || !next) throw new Error("The demo's meetings are not there");
const insideTo = (slug: string, actor = planner) => meetingInside(db, actor, slug, today);
const names = (municipalities: readonly { readonly name: string }[]) => municipalities.map(({ name }) => name);

test("a joint meeting has been, another is planned in a month, and the heads are called to theirs", () => {
  expect(meetings.map(({ title, day, state }) => [title, day?.toString(), state])).toEqual([
    ["Gemensamt nätverksmöte", "2027-02-18", "held"],
    ["Socialchefsnätverkets möte", "2027-04-05", "called"],
    ["Gemensamt nätverksmöte", "2027-04-15", "planned"],
  ]);
});

test("rows, people and municipalities of the joint meeting are three different figures (R168-R172)", async () => {
  const { lists, counts, absentMunicipalities } = await attendanceOf(db, await insideTo(held.slug));
  expect(counts).toEqual({ rows: 15, persons: 13, municipalities: 6 });
  expect(names(absentMunicipalities)).toEqual(["Heby", "Tierp"]);
  const [families, disability, others] = lists;
  expect(families?.counts).toEqual({ rows: 7, persons: 7, municipalities: 4 });
  expect(disability?.counts).toEqual({ rows: 6, persons: 6, municipalities: 4 });
  const inBoth = families?.rows.flatMap(({ name, personId }) =>
    disability?.rows.some((row) => row.personId === personId) ? [name] : [],
  );
  expect(inBoth).toEqual(["Fatima Rahimi", "Maja Ek"]);
  expect(families?.rows.filter(({ state }) => state === "excused").map(({ name }) => name)).toEqual([
    "Gunnar Ö. Lilja",
    "Jonas Wik",
  ]);
  expect(families?.rows.filter(({ role }) => role === "substitute").map(({ name }) => name)).toEqual(["Elin Strand"]);
  expect(others?.rows).toMatchObject([
    { name: "Birgitta Falk", role: "guest", represents: "Socialchefsnätverket" },
    { name: "Hanna Berg", role: "guest", organisation: "Anhörigforum Upptuna", isOrganisationKnown: false },
  ]);
  expect(JSON.stringify(lists)).not.toContain("Mona");
});

test("its minutes are final: a decision of the heads, a commission in two parts, one parked, one continued, and a part in which nothing is noted (R163, R211-R214)", async () => {
  const parts = await minutesOf(db, await insideTo(held.slug));
  expect(parts.map(({ state, items }) => [state, items.map(({ kind }) => kind)])).toEqual([
    ["final", ["information", "decision"]],
    ["final", ["commission", "parked", "continued"]],
    ["final", []],
  ]);
  const [common, own] = parts;
  expect(common?.items[1]).toMatchObject({
    decidedBy: "Socialchefsnätverket",
    decidedOn: null,
    decidedDay: "--02-04",
    matter: { title: "Kunskapsutvecklingsråd" },
  });
  expect(own?.items[0]).toMatchObject({
    owner: "Noor Haddad",
    dueOn: null,
    deliverables: [
      { text: "Ett namn på en projektledare", dueOn: null },
      { text: "Vad projektledaren kostar", dueOn: null },
    ],
  });
  const council = await ownerDb
    .selectFrom("matter")
    .where("title", "=", "Kunskapsutvecklingsråd")
    .select(["state", "is_position as isPosition"])
    .executeTakeFirst();
  expect(council).toEqual({ state: "decidedElsewhere", isPosition: false });
});

test("the member of one network reads the common part and that network's own", async () => {
  const noor = (await actorOf(db, participant.id, today))?.actor;
  const parts = await minutesOf(db, await insideTo(held.slug, noor));
  expect(parts.map(({ items }) => items.length)).toEqual([2, 3]);
});

test("the minutes have been sent, once to each: those in both networks got all three parts in one mail", async () => {
  const sent = await ownerDb
    .selectFrom("minutes_receiver as r")
    .innerJoin("minutes_mail as m", "m.receiver_id", "r.id")
    .innerJoin("minutes_sent_part as s", "s.mail_id", "m.id")
    .innerJoin("person as p", "p.id", "r.person_id")
    .groupBy(["p.name", "m.id"])
    .orderBy("p.name")
    .select(({ fn }) => ["p.name", fn.countAll<string>().as("parts")])
    .execute();
  expect(new Set(sent.map(({ name }) => name)).size).toBe(sent.length);
  expect(sent.filter(({ parts }) => Number(parts) === 3).map(({ name }) => name)).toEqual(["Fatima Rahimi", "Maja Ek"]);
  expect(sent.filter(({ parts }) => Number(parts) === 2).length).toBe(sent.length - 2);
});

test("the next joint meeting's agenda holds the continued matter and the commission without a day, and not the parked one (R211-R213)", async () => {
  const agenda = await agendaOf(db, await insideTo(next.slug));
  expect(agenda).toMatchObject([
    {
      id: null,
      title: "Gemensam ansökan om medel för kompetensutveckling",
      comesFrom: "continued",
      because: { why: "continued" },
    },
    {
      id: null,
      title: "Projektledare för yrkesresan",
      comesFrom: "commission",
      because: { why: "commissionWithoutDay" },
    },
  ]);
});

test("the overview shows what is open, with who has it and that nobody has set a day", async () => {
  const whose = await overviewOf(db, planner, today);
  const wish = OverviewWish.parse({});
  expect(await overviewCounts(db, whose, wish, today)).toEqual({
    commissions: 3,
    overdue: 0,
    withoutDay: 1,
    matters: 3,
    parked: 1,
  });
  expect((await openCommissions(db, whose, wish, today))[0]).toMatchObject({
    title: "Återkomma med förslag på projektledare och vad den kostar",
    owner: "Noor Haddad",
    state: "inProgress",
    lacksDay: true,
    parts: 2,
    waiting: 2,
  });
  expect(await openMatterRows(db, whose, OverviewWish.parse({ visa: "parkerade" }))).toMatchObject([
    { title: "Uppföljning av den gemensamma frågan om tidiga insatser", reason: "Utredningen är inte klar" },
  ]);
});

test("the heads are called with their agenda, one letter to each of those who sit", async () => {
  const agenda = await agendaOf(db, await insideTo(heads.slug));
  expect(agenda.map(({ title }) => title)).toEqual([
    "Budgeten för det gemensamma stödet nästa år",
    "Läget i länets kommuner",
  ]);
  const { rows: called } = await sql`
    select distinct data->>'personId' from pgboss.job where name = ${meetingCallMail.name}`.execute(ownerDb);
  expect(called).toHaveLength(9);
});
