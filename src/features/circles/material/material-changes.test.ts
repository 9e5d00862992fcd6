import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addMaterial, changeMaterial, countOpening } from "#features/circles/material/commands.ts";
import { MaterialWish, toldOpenings } from "#features/circles/material/material.ts";
import { materialIn } from "#features/circles/material/queries.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { openFiles } from "#platform/files/files.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-material-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const files = openFiles(dataDir);
const early = noon("2027-09-01");
const link = MaterialWish.parse({ title: "Länk", shown: "before", address: "https://example.se/a", toRead: "on" });

async function circle() {
  const { id: roundId, slug } = await given.published(organiser, { state: "closed" });
  const sessionId = (await roomOf(db, planner, slug))!.round.sessions[0]!.id;
  const personId = await given.person();
  await given.registration(roundId, { person_id: personId });
  const participant = actorWith([], {}, personId);
  const room = async (who = planner) => (await roomOf(db, who, slug))!;
  const id = await addMaterial(db, files, planner, early, { roundId, sessionId }, link);
  const seen = async (who = planner) => materialIn(db, await room(who), early());
  return { roundId, sessionId, slug, participant, room, id, seen };
}

test("a link says something else, leads elsewhere and is seen later", async () => {
  const { roundId, id, seen, participant } = await circle();
  const wish = MaterialWish.parse({ title: "Ny", shown: "after", address: "https://example.se/b", hours: "1,5" });
  await changeMaterial(db, planner, { roundId, id }, wish);
  expect(await seen()).toMatchObject([
    { title: "Ny", address: "https://example.se/b", shown: "after", toRead: false, minutes: 90 },
  ]);
  expect(await seen(participant)).toEqual([]);
});

test("a file stays a file and a link a link", async () => {
  const { roundId, sessionId, id, seen } = await circle();
  const { address: _, ...words } = link;
  const said = (code: string) => ({ problems: [{ path: "address", code }] });
  await expect(changeMaterial(db, planner, { roundId, id }, words)).rejects.toMatchObject(said("web.field_missing"));
  const bytes = new TextEncoder().encode("rader");
  const file = await addMaterial(db, files, planner, early, { roundId, sessionId }, words, { name: "a.txt", bytes });
  await expect(changeMaterial(db, planner, { roundId, id: file }, link)).rejects.toMatchObject(
    said("material.stays_file"),
  );
  await changeMaterial(db, planner, { roundId, id: file }, { ...words, title: "Rader" });
  expect((await seen()).map(({ title, fileName }) => [title, fileName])).toEqual([
    ["Länk", null],
    ["Rader", "a.txt"],
  ]);
});

test("nobody else changes it, nor anybody when the circle is over", async () => {
  const { roundId, id, participant, seen } = await circle();
  const other = await circle();
  const stranger = await given.planner(await given.organiser());
  const changed = { ...link, title: "Ny" };
  await expect(changeMaterial(db, participant, { roundId, id }, changed)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(changeMaterial(db, stranger, { roundId, id }, changed)).rejects.toMatchObject({ kind: "not_found" });
  await expect(changeMaterial(db, planner, { roundId: other.roundId, id }, changed)).rejects.toMatchObject({
    kind: "not_found",
  });
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", roundId).execute();
  await expect(changeMaterial(db, planner, { roundId, id }, changed)).rejects.toMatchObject({ kind: "conflict" });
  expect(await seen()).toMatchObject([{ title: "Länk" }]);
});

test("openings are counted and nothing else: no record says who or when", async () => {
  const { id, participant, room, seen } = await circle();
  const records = async () => (await ownerDb.selectFrom("audit_record").select("id").execute()).length;
  const before = await records();
  for (let time = 0; time < 4; time += 1) await countOpening(db, participant, await room(participant), id);
  expect((await seen())[0]!.opened).toBe("few");
  await countOpening(db, participant, await room(participant), id);
  expect((await seen())[0]!.opened).toBe(5);
  expect(await records()).toBe(before);
});

test("those who lead are not counted, and those who take part are not told", async () => {
  const { id, participant, room, seen } = await circle();
  for (let time = 0; time < 6; time += 1) await countOpening(db, planner, await room(), id);
  const { opened } = await ownerDb
    .selectFrom("session_material")
    .where("id", "=", id)
    .select("opened")
    .executeTakeFirstOrThrow();
  expect(opened).toBe(0);
  expect((await seen(participant))[0]!.opened).toBeUndefined();
});

test("the row that is counted on has no moment and no person in it", async () => {
  const { id } = await circle();
  const row = await ownerDb.selectFrom("session_material").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  expect(
    Object.keys(row)
      .filter((column) => /opened|_at$|person|registration/u.test(column))
      .toSorted(),
  ).toEqual(["added_at", "opened"]);
});

test.each([
  [0, "few"],
  [1, "few"],
  [4, "few"],
  [5, 5],
] as const)("%i openings are told as %s", (opened, told) => {
  expect(toldOpenings(opened)).toBe(told);
});
