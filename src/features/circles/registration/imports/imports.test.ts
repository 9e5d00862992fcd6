import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { importApplications, mapColumns, sendApplications } from "#features/circles/registration/imports/commands.ts";
import { ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { countsOf } from "#features/circles/registration/imports/import-plan.ts";
import { fileSent, importPlan } from "#features/circles/registration/imports/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, givenRounds } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });

const header = "Slutförandetid;Namn;E-post;Arbetsplats;Kommun;Befattning;Verksamhet";
const person = (name: string, minute: number, email = `${name.toLowerCase()}@example.se`) =>
  `2027-06-04 09:${String(minute).padStart(2, "0")};${name};${email};Enheten;Mölndals stad;Kurator;Socialtjänst`;
const file = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join("\r\n"));
const openRound = (over: Parameters<typeof given.published>[1] = {}) =>
  given.published(organiser, { manager_consultation: "none", ...over });

async function sent(roundId: RoundId, bytes: Uint8Array) {
  const { id } = await sendApplications(db, planner, { roundId, file: { name: "svar.csv", bytes } }, monday);
  return id;
}
async function planOf(roundId: RoundId, id: Awaited<ReturnType<typeof sent>>) {
  const round = await roundFacts(db, roundId);
  return (await importPlan(db, round!, id, monday()))!;
}
const take = (roundId: RoundId, id: Awaited<ReturnType<typeof sent>>, lines?: number[], actor = planner) =>
  importApplications(db, actor, { roundId, id, choice: lines ? { lines } : {} }, monday);

describe("a file of applications", () => {
  test("comes in by the time it tells, behind everyone who has a number, with one record of its hash (R024)", async () => {
    const round = await openRound({ hard_capacity: 2, target_capacity: 2 });
    await circle.queue(round.id, 1);
    const id = await sent(round.id, file(person("Bo", 9), person("Alva", 1), person("Cim", 20)));
    expect(await take(round.id, id)).toEqual({ added: 3, merged: 0, known: 0, wrong: 0 });
    const rows = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", round.id)
      .orderBy("queue_no")
      .select(["name", "state", "way", "reached_at as reachedAt"])
      .execute();
    expect(rows.slice(1).map(({ name, state, way }) => [name, state, way])).toEqual([
      ["Alva", "placed", "otherForm"],
      ["Bo", "waitlisted", "otherForm"],
      ["Cim", "waitlisted", "otherForm"],
    ]);
    expect(rows[1]!.reachedAt?.toString()).toBe("2027-06-04T07:01:00Z");
    const deeds = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "circles.applications_imported")
      .where("about", "=", round.id)
      .select("payload")
      .execute();
    const { hash } = (await fileSent(db, round.id, id))!;
    expect(deeds).toEqual([{ payload: { after: { file: id, hash, added: 3, merged: 0, known: 0, wrong: 0 } } }]);
    expect((await circle.mailsLeft(round.id)).filter((mail) => mail.startsWith("added"))).toEqual([
      "added to 2",
      "added to 3",
      "added to 4",
    ]);
  });

  test("sent twice adds nothing the second time, nor what has been withdrawn since", async () => {
    const round = await openRound();
    const bytes = file(person("Alva", 1), person("Bo", 2));
    await take(round.id, await sent(round.id, bytes));
    const alva = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", round.id)
      .where("name", "=", "Alva")
      .select("id")
      .executeTakeFirstOrThrow();
    await withdraw(db, planner, { registrationId: alva.id }, monday);
    const before = await circle.roster(round.id);

    const again = await sent(round.id, bytes);
    expect(countsOf((await planOf(round.id, again)).rows)).toEqual({ new: 0, merges: 0, known: 2, error: 0 });
    await expect(take(round.id, again)).rejects.toMatchObject({ code: "registration.import.nothing_right" });
    expect(await circle.roster(round.id)).toEqual(before);
  });

  test("that has grown since adds only what is new", async () => {
    const round = await openRound();
    await take(round.id, await sent(round.id, file(person("Alva", 1))));
    const outcome = await take(round.id, await sent(round.id, file(person("Alva", 1), person("Bo", 2))));
    expect(outcome).toEqual({ added: 1, merged: 0, known: 1, wrong: 0 });
  });

  test("goes into the live application of the same person, in the round and in the file (R119)", async () => {
    const round = await openRound();
    const { id, email } = await circle.applied(round.id);
    await circle.confirm(id);
    const outcome = await take(
      round.id,
      await sent(round.id, file(person("Redan", 1, email), person("Alva", 5), person("Alva", 2))),
    );
    expect(outcome).toEqual({ added: 1, merged: 2, known: 0, wrong: 0 });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged", "3 placed", "4 merged"]);
  });

  test("can be taken in by chosen lines, the rest later", async () => {
    const round = await openRound();
    const id = await sent(round.id, file(person("Alva", 1), person("Bo", 2), person("Cim", 3)));
    expect(await take(round.id, id, [3])).toMatchObject({ added: 1 });
    expect(await take(round.id, id)).toEqual({ added: 2, merged: 0, known: 1, wrong: 0 });
  });

  test("is read by the columns a person says, with what is the same for everybody", async () => {
    const round = await openRound();
    const bytes = new TextEncoder().encode("när,vem,vart\n2027-06-04 09:00,Alva Ek,alva@example.se\n");
    const id = await sent(round.id, bytes);
    expect(countsOf((await planOf(round.id, id)).rows).error).toBe(1);
    const mapping = ImportMapping.parse({
      columns: { reached: "0", name: "1", email: "2" },
      same: { employer: "Mölndals stad", workplace: "Enheten", profession: "kurator", sector: "school" },
      way: "mail",
    });
    await mapColumns(db, planner, { roundId: round.id, id, mapping });
    expect(await take(round.id, id)).toMatchObject({ added: 1, wrong: 0 });
  });

  test.each([
    ["no name", person("", 1, "a@example.se"), "name"],
    ["an address that is none", person("Alva", 1, "alva"), "email"],
    ["a personal identity number", person("Alva 19121212-1212", 1, "a@example.se"), "name"],
    ["a time to come", person("Alva", 1).replace("2027-06-04", "2027-06-08"), "reached"],
    ["a time that can be read in two ways", person("Alva", 1).replace("2027-06-04", "4/6/2027"), "reached"],
    ["no way to reach them", person("Alva", 1, ""), "email"],
    ["a value too many", `${person("Alva", 1)};för mycket`, ""],
    ["a web address in the name", person("www.kop.se", 1, "a@example.se"), "name"],
    ["a name of a thousand letters", person("A".repeat(1_000), 1, "a@example.se"), "name"],
  ])("says what is wrong with %s, and takes in the others", async (_, wrong, path) => {
    const round = await openRound();
    const id = await sent(round.id, file(wrong, person("Rätt", 3, "ratt@example.se")));
    const { rows } = await planOf(round.id, id);
    expect(rows.find(({ line }) => line === 2)?.problems[0]?.path).toBe(path);
    expect(await take(round.id, id)).toEqual({ added: 1, merged: 0, known: 0, wrong: 1 });
  });

  test("takes nothing that came after the last day, and marks it as late in a selection (R120)", async () => {
    const after = "2027-09-11 09:00;Sen;sen@example.se;Enheten;Mölndals stad;Kurator;Socialtjänst";
    const now = () => Temporal.Instant.from("2027-09-13T10:00:00Z");
    const first = await openRound();
    const one = await sent(first.id, file(after));
    await expect(
      importApplications(db, planner, { roundId: first.id, id: one, choice: {} }, now),
    ).rejects.toMatchObject({
      code: "registration.import.nothing_right",
    });
    const selection = await openRound({ allocation: "selection", notice_date: Temporal.PlainDate.from("2027-09-20") });
    const other = await sent(selection.id, file(after));
    await importApplications(db, planner, { roundId: selection.id, id: other, choice: {} }, now);
    const row = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", selection.id)
      .select(["state", "late"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ state: "applied", late: true });
  });

  test("keeps a place for the manager's answer where managers answer, and asks them", async () => {
    const round = await openRound({ manager_consultation: "confirmed" });
    const bytes = new TextEncoder().encode(
      `${header};Chefens e-post\n${person("Alva", 1)};chef@example.se\n${person("Bo", 2)};\n`,
    );
    expect(await take(round.id, await sent(round.id, bytes))).toMatchObject({ added: 1, wrong: 1 });
    expect(await circle.roster(round.id)).toEqual(["1 held"]);
    expect(await circle.mailsLeft(round.id)).toContain("request to 1");
  });
});

describe("an import is refused, and changes nothing", () => {
  test.each([
    { why: "to somebody who only reads", actor: reader, code: "registration.not_yours" },
    { why: "to a stranger", actor: nobody, code: "registration.no_such_round" },
  ])("$why", async ({ actor, code }) => {
    const round = await openRound();
    const id = await sent(round.id, file(person("Alva", 1)));
    const before = await circle.everything();
    await expect(take(round.id, id, undefined, actor)).rejects.toMatchObject({ code });
    expect(await circle.everything()).toEqual(before);
  });

  test("where the manager's word is declared and nobody has said that the form asked for it (R115)", async () => {
    const round = await openRound({ manager_consultation: "declared" });
    const id = await sent(round.id, file(person("Alva", 1)));
    await expect(take(round.id, id)).rejects.toMatchObject({ code: "registration.import.not_settled" });
  });

  test("for a round of teams, for a draft, and for what is no table", async () => {
    const teams = await openRound({
      allocation: "teamByPrincipal",
      notice_date: Temporal.PlainDate.from("2027-09-20"),
    });
    await expect(sent(teams.id, file(person("Alva", 1)))).rejects.toMatchObject({
      code: "registration.import.no_teams",
    });
    const draft = await given.readyDraft(organiser);
    await expect(sent(draft.id, file(person("Alva", 1)))).rejects.toMatchObject({ code: "registration.import.draft" });
    const round = await openRound();
    await expect(sent(round.id, new Uint8Array([0x50, 0x4b, 3, 4]))).rejects.toMatchObject({
      code: "platform.csv.spreadsheet",
    });
  });

  test("two at once of the same file add it once", async () => {
    const round = await openRound();
    const id = await sent(round.id, file(person("Alva", 1), person("Bo", 2)));
    const both = await Promise.allSettled([take(round.id, id), take(round.id, id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 placed"]);
  });
});

test("fifty thousand rows, half of them wrong, come in at once while others are answered", async () => {
  const round = await openRound();
  const rows = Array.from({ length: 50_000 }, (_, index) =>
    index % 2 === 0 ? person(`Alva${index}`, index % 60) : person("", index % 60, `nej${index}`),
  );
  const id = await sent(round.id, file(...rows));
  let turns = 0;
  const watch = setInterval(() => (turns += 1), 20);
  const outcome = await take(round.id, id);
  clearInterval(watch);
  expect(outcome).toEqual({ added: 25_000, merged: 0, known: 0, wrong: 25_000 });
  // While the file is read and written everybody else gets their turn, again and again.
  expect(turns).toBeGreaterThan(50);
  const { placed, last: lastNo } = await ownerDb
    .selectFrom("registration")
    .where("round_id", "=", round.id)
    .select((eb) => [
      eb.fn.countAll<string>().filterWhere("state", "=", "placed").as("placed"),
      eb.fn.max("queue_no").as("last"),
    ])
    .executeTakeFirstOrThrow();
  expect([Number(placed), lastNo]).toEqual([12, 25_000]);
}, 60_000);
