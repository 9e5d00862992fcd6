import fc from "fast-check";
import { expect, test } from "vitest";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { testDatabase } from "../test/database.ts";
import { given } from "../test/given.ts";
import { givenRounds, noon } from "../test/given-rounds.ts";
import { columnsThatNamePeople, givenRowsAbout, type Who, wholeDatabase } from "../test/given-two-people.ts";
import { personParts } from "./person-parts.ts";

const { db, ownerDb } = await testDatabase();
const { person, role, organisation } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const { stage, put } = givenRowsAbout(ownerDb);
const now = noon("2027-03-18");

/** Columns that name a person and keep naming whoever was merged, each with its reason. */
const leftAlone: Readonly<Record<string, string>> = {
  "api_token.person_id":
    "A key belongs to the entry that made it: it is taken back, and works again when the merge is undone.",
  "audit_record.person_id": "Who did what is never changed.",
  "person.merged_into": "Where an entry leads; those that led to the one that went in lead on to the one that is kept.",
  "person_distinct.one_id": "Said of two entries; read through what they have been merged into.",
  "person_distinct.other_id": "Said of two entries; read through what they have been merged into.",
  "person_distinct.decided_by": "Said about a merge, whoever that person turns out to be.",
  "person_merge.from_id": "What the merge was.",
  "person_merge.to_id": "What the merge was.",
  "person_merge.merged_by": "Said about a merge, whoever that person turns out to be.",
  "person_merge.undone_by": "Said about a merge, whoever that person turns out to be.",
  "sign_in_passkey.person_id": "Opens nothing for an entry that was merged, and must not open the one that is kept.",
  "sign_in_two_factor.person_id": "Opens nothing for an entry that was merged, and must not open the one that is kept.",
};

const handled = personParts.flatMap(({ personColumns }) =>
  Object.entries(personColumns).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
);

test("every column of the database that names a person is handled by a feature, or left alone for a reason", async () => {
  const columns = await columnsThatNamePeople(ownerDb);
  expect(columns.length).toBeGreaterThan(25);
  expect(columns.filter((column) => !handled.includes(column) && !(column in leftAlone))).toEqual([]);
  expect([...handled, ...Object.keys(leftAlone)].filter((column) => !columns.includes(column))).toEqual([]);
  expect(handled.filter((column) => column in leftAlone)).toEqual([]);
  expect(Object.keys(put).toSorted(), "rows to try it with").toEqual(handled.toSorted());
});

/** What still names somebody, in columns that are not left alone. */
async function whatNames(who: PersonId): Promise<string[]> {
  const rows = await wholeDatabase(ownerDb);
  return [...rows].flatMap(([key, row]) => {
    const table = key.split(" ")[0] ?? "";
    return Object.entries(row)
      .filter(([column, value]) => value === who && handled.includes(`${table}.${column}`))
      .map(([column]) => `${table}.${column}`);
  });
}

const live = fc.constantFrom(undefined, "applied" as const, "held" as const, "placed" as const, "waitlisted" as const);
const whose = fc.constantFrom("from", "to", "third", "nobody");
const world = fc.record({
  rows: fc.array(fc.tuple(fc.constantFrom(...Object.keys(put)), whose), { maxLength: 30 }),
  // Of each round, how the two stand in it, and who applied first.
  rounds: fc.array(fc.record({ from: live, to: live, fromFirst: fc.boolean(), extra: fc.boolean() }), { maxLength: 3 }),
  bothHold: fc.boolean(),
  addressOf: fc.constantFrom("both", "from", "to", "neither"),
});

test("a merge loses no row of any feature, and undone it leaves everything as it was", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const email = (who: "from" | "to") =>
        drawn.addressOf === "both" || drawn.addressOf === who ? `${newId()}@example.se` : null;
      const from = await person({ name: "Kristina Ek", email: email("from"), phone: "0500-12 34 56" });
      const to = await person({ name: "Christina Ek", email: email("to") });
      const who: Record<string, Who> = { from, to, third: await person(), nobody: null };
      const on = await stage();
      for (const [column, named] of drawn.rows) await put[column]?.(on, who[named] ?? null);
      if (drawn.bothHold) for (const each of [from, to]) await role(each, "guest", { organisation: on.unit });
      for (const { fromFirst, extra, ...standing } of drawn.rounds) {
        // A full round: whoever waits in it waits for a reason.
        const seated = Object.values(standing).filter((state) => state === "placed" || state === "held").length;
        const seats = { hard_capacity: Math.max(1, seated), target_capacity: 1 };
        const round = await rounds.published(await organisation({ name: `FoU ${newId()}` }), seats);
        if (seated === 0) await rounds.registration(round.id);
        for (const each of fromFirst ? (["from", "to"] as const) : (["to", "from"] as const)) {
          const state = standing[each];
          if (!state) continue;
          const held_until = state === "held" ? now() : null;
          const registration_id = await rounds.registration(round.id, {
            state,
            person_id: { from, to }[each],
            held_until,
          });
          const asked = {
            registration_id,
            diet: "vegetariskt",
            delete_after: now().toZonedDateTimeISO("UTC").toPlainDate(),
          };
          if (extra) await ownerDb.insertInto("registration_extra").values(asked).execute();
        }
      }
      await ownerDb.deleteFrom("sign_in_session").where("person_id", "=", from).execute();
      const before = await wholeDatabase(ownerDb);

      const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
      const merged = await wholeDatabase(ownerDb);
      const lost = [...before.keys()].filter((key) => !merged.has(key));
      // What is asked for a purpose goes with the application that is no more, as always.
      expect(lost.filter((key) => !key.startsWith("registration_extra"))).toEqual([]);
      expect(await whatNames(from)).toEqual([]);

      expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
      const after = await wholeDatabase(ownerDb);
      for (const [key, row] of before) expect(after.get(key), key).toEqual(row);
      expect([...after.keys()].filter((key) => !before.has(key))).toEqual([]);
      const memory = ownerDb.selectFrom("remembered_row").where("occasion", "=", mergeId);
      expect(await memory.selectAll().execute()).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test("without one of the parts, what it would have moved is found (negative control)", async () => {
  const [from, to] = [await person(), await person()];
  const on = await stage();
  for (const column of Object.keys(put)) await put[column]?.(on, from);
  for (const part of personParts) {
    const rest = personParts.filter((each) => each !== part);
    await expect(
      mergePeople(db, machineOwner, now, { from, to }, rest).then(async ({ mergeId }) => {
        const left = await whatNames(from);
        await undoMerge(db, machineOwner, now, mergeId, rest);
        return left.length;
      }),
    ).resolves.toBeGreaterThan(0);
  }
});
