import { expect, test } from "vitest";
import type { OrganisationId } from "#kernel/ids.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { organisationCalled } from "#features/organisations/queries.ts";
import { NewAttendee } from "#features/meetings/attendance/attendance.ts";
import { addAttendee, removeAttendee, setApproximateCount } from "#features/meetings/attendance/commands.ts";
import { presenceOverYear } from "#features/meetings/attendance/never-present/queries.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
await loadReferenceData(ownerDb);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();
const keeper = actorWith(
  ["bodies:manage"],
  { organisations: new Set([unit]) },
  await given.person({ name: "Maja Ek" }),
);
const theDay = noon("2027-03-18");
const today = day("2027-03-18");

const municipality = async (name: string): Promise<OrganisationId> => {
  const found = await organisationCalled(db, name);
  if (!found) throw new Error(`${name} is not in the register`);
  return found.id;
};
const region = ["Ale", "Alingsås", "Göteborg", "Härryda", "Kungsbacka", "Kungälv", "Lerum", "Lilla Edet", "Mölndal"];
const members = [...region, "Partille", "Stenungsund", "Tjörn", "Öckerö"];

const network = async (name: string, over = {}) => {
  const id = await meetings.body(unit, { name, ...over });
  for (const each of members) await meetings.member(id, await municipality(each));
  return id;
};
const insideOf = (slug: string) => meetingInside(db, keeper, slug, today);
const attendanceAt = async (slug: string) => attendanceOf(db, await insideOf(slug));
const from = (bodyId: BodyId | null, name: string, organisation: string | null, over: object = {}) =>
  NewAttendee.parse({ bodyId, name, organisation, role: bodyId ? "member" : "guest", ...over });
const add = (slug: string, attendee: NewAttendee) => addAttendee(db, keeper, theDay, slug, attendee);
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

test("thirty-three rows are thirty-one people from eleven municipalities, and Alingsås and Partille are missing (R168-R174)", async () => {
  const families = await network("Nätverket för individ- och familjeomsorg");
  const support = await network("Nätverket för funktionsstöd");
  const { slug } = await meetings.meeting(unit, [families, support], { state: "held", day: null });

  const first = [
    ["Anna Alm", "Ale"],
    ["Berit Ek", "Göteborg"],
    ["Carl Fors", "Göteborgs Stad"],
    ["Dana Gran", "Härryda"],
    ["Elsa Holm", "Kungsbacka"],
    ["Frans Ivarsson", "Kungälv"],
    ["Gun Jonsson", "Lerum"],
    ["Hans Kron", "Mölndals stad"],
    ["Ida Lund", "Stenungsund"],
    ["Jon Malm", "Öckerö"],
  ] as const;
  const second = [
    // Two who sit in both networks, once written in another way.
    ["Berit Ek", "Göteborgs stad"],
    ["Ida Lund", "Stenungsunds kommun"],
    ["Karin Nord", "Ale"],
    ["Lars Olsson", "Göteborg"],
    ["Mona Palm", "Göteborgs Stad"],
    ["Nils Qvist", "Härryda"],
    ["Olga Rask", "Kungsbacka kommun"],
    ["Pia Sand", "Kungälv"],
    ["Rut Tall", "Lerum"],
    ["Sara Udd", "Lilla Edet"],
    ["Tor Vik", "Mölndal"],
    ["Ulla Wik", "Mölndals stad"],
    ["Vera Åker", "Öckerö"],
    ["Wille Ädel", "Lilla Edets kommun"],
  ] as const;
  const others = [
    ["Åsa Berg", "FoU i Väst"],
    ["Ängla Dal", "FoU i Väst"],
    ["Örjan Eng", "FoU i Väst"],
    ["Bodil Flod", "FoU i Väst"],
    ["Cecilia Gård", "Tjörn"],
    ["Disa Hav", "FoU Malmö"],
    ["Ebbe Is", "FoU Malmö"],
    ["Fia Jord", null],
    ["Göran Källa", "Lunds forskningsmiljö"],
  ] as const;
  for (const [name, place] of first) await add(slug, from(families, name, place));
  for (const [name, place] of second) await add(slug, from(support, name, place));
  for (const [name, place] of others)
    await add(slug, from(null, name, place, name === "Fia Jord" ? { represents: "Nätverket för äldre" } : {}));

  const found = await attendanceAt(slug);
  expect(found.lists.map(({ counts }) => counts.rows)).toEqual([10, 14, 9]);
  expect(found.counts).toEqual({ rows: 33, persons: 31, municipalities: 11 });
  expect(found.countsInBodies).toEqual({ rows: 24, persons: 22, municipalities: 10 });
  expect(names(found.absentMunicipalities)).toEqual(["Alingsås", "Partille"]);
  // Kungsbacka lies in Halland and is a member all the same.
  const kungsbacka = found.lists
    .flatMap(({ rows }) => rows)
    .filter(({ municipalityCode }) => municipalityCode === "1384");
  expect(kungsbacka.map(({ name }) => name)).toEqual(["Elsa Holm", "Olga Rask"]);
  const unknown = found.lists.flatMap(({ rows }) => rows).filter(({ isOrganisationKnown }) => !isOrganisationKnown);
  expect(unknown.map(({ organisation }) => organisation)).toContain("Lunds forskningsmiljö");
  expect(found.lists[2]?.rows.find(({ name }) => name === "Fia Jord")?.represents).toBe("Nätverket för äldre");

  // Without those two in the second list they are as many people as rows: it is the two lists that differ.
  for (const { id, name } of found.lists[1]?.rows ?? [])
    if (name === "Berit Ek" || name === "Ida Lund") await removeAttendee(db, keeper, theDay, slug, id);
  expect((await attendanceAt(slug)).counts).toEqual({ rows: 31, persons: 31, municipalities: 11 });
});

test("seven of thirteen municipalities are enough for half, and six are not (R059)", async () => {
  const body = await network("Chefsnätverket", { quorum_of: "municipalities", quorum_percent: 50 });
  const { slug } = await meetings.meeting(unit, [body]);
  const quorum = async () => {
    const inside = await insideOf(slug);
    const [facts] = inside.bodies;
    return facts && quorumOf(facts, await attendanceOf(db, inside));
  };
  expect(await quorum()).toMatchObject({ isEnough: null });
  for (const [n, place] of members.slice(0, 6).entries()) await add(slug, from(body, `Chef ${n}`, place));
  // A guest from one more, and a member from a municipality that is none here, make no difference.
  await add(slug, from(body, "Gäst Gran", "Tjörn", { role: "guest" }));
  await add(slug, from(body, "Långväga Lund", "Malmö"));
  expect(await quorum()).toMatchObject({ here: 6, total: 13, needed: 7, isEnough: false });
  await add(slug, from(body, "Chef Tjörn", "Tjörn"));
  expect(await quorum()).toMatchObject({ here: 7, isEnough: true });
});

test("who was a member is asked about the meeting's day, not about today", async () => {
  const body = await meetings.body(unit);
  await meetings.member(body, await municipality("Ale"), { valid_to: day("2027-03-17") });
  await meetings.member(body, await municipality("Lerum"));
  const [before, after] = [
    await meetings.meeting(unit, [body], { day: day("2027-03-17") }),
    await meetings.meeting(unit, [body]),
  ];
  const absent = async (slug: string) => names((await attendanceAt(slug)).absentMunicipalities);
  expect([await absent(before.slug), await absent(after.slug)]).toEqual([["Ale", "Lerum"], ["Lerum"]]);
});

test("a municipality nobody has come from for a year is told of, with the last time somebody came", async () => {
  const body = await meetings.body(unit);
  for (const each of ["Ale", "Lerum", "Tjörn"]) await meetings.member(body, await municipality(each));
  await meetings.member(body, await municipality("Öckerö"), { valid_from: day("2027-03-01") });
  const [long, recent, unlisted] = [
    await meetings.meeting(unit, [body], { day: day("2026-03-18"), state: "held" }),
    await meetings.meeting(unit, [body], { day: day("2026-03-19"), state: "held" }),
    await meetings.meeting(unit, [body], { day: day("2027-02-01"), state: "held" }),
  ];
  expect((await presenceOverYear(db, body, today)).meetings).toBe(0);
  await add(long.slug, from(body, "Anna Alm", "Ale"));
  await add(recent.slug, from(body, "Gun Jonsson", "Lerum"));
  await add(recent.slug, from(body, "Cecilia Gård", "Tjörn", { state: "excused" }));
  await setApproximateCount(db, keeper, theDay, unlisted.slug, { bodyId: body, count: 12 });
  const found = await presenceOverYear(db, body, today);
  expect(found.meetings).toBe(1);
  expect(found.municipalities.map((each) => [each.name, each.meetings, each.lastDay?.toString() ?? null])).toEqual([
    ["Ale", 0, "2026-03-18"],
    ["Lerum", 1, "2026-03-19"],
    ["Tjörn", 0, null],
    ["Öckerö", 0, null],
  ]);
  expect(found.municipalities.map(({ memberSince }) => memberSince?.toString() ?? null)).toEqual([
    null,
    null,
    null,
    "2027-03-01",
  ]);
});
