import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenRounds } from "../../../../test/given-rounds.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { renameOrganisation } from "#features/organisations/naming/commands.ts";
import { mergeOrganisations, splitOrganisation } from "#features/organisations/succession/commands.ts";
import { nowOf, roundCounts } from "#features/organisations/succession/queries.ts";
import { countedNowAt, type Succession } from "#features/organisations/succession/succession.ts";

const { db, ownerDb } = await testDatabase();
const now = () => someDay.toZonedDateTime("Europe/Stockholm").toInstant();
const admin = await given(db).someone("administrator");
const { draft: round } = givenRounds(ownerDb);

/** What may happen next, told by places in the list of organisations so far: a place beyond its end starts anew. */
const step = fc.oneof(
  fc.record({
    what: fc.constant("merge" as const),
    from: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
    into: fc.nat(9),
    on: fc.nat(60),
  }),
  fc.record({
    what: fc.constant("mergeAnew" as const),
    from: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
    on: fc.nat(60),
  }),
  fc.record({
    what: fc.constant("split" as const),
    one: fc.nat(9),
    heir: fc.constantFrom(undefined, 0, 1),
    ends: fc.boolean(),
    on: fc.nat(60),
  }),
  fc.record({ what: fc.constant("rename" as const), one: fc.nat(9), on: fc.nat(60) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test("after any mergers, splits and renamings nothing is lost or counted twice, then as now (O-5, O-6)", async () => {
  const rows = fc.array(fc.nat(3), { minLength: 4, maxLength: 5 });
  let done = 0;
  await fc.assert(
    fc.asyncProperty(rows, fc.array(step, { minLength: 4, maxLength: 10 }), async (counts, steps) => {
      const organisations: OrganisationId[] = [];
      for (const count of counts) {
        const id = await given(db).organisation({ name: `FoU ${newId()}` });
        organisations.push(id);
        for (let each = 0; each < count; each += 1) await round(id);
      }
      for (const each of steps) {
        try {
          organisations.push(...(await carriedOut(each, organisations)));
          done += 1;
        } catch (error) {
          // A "no" is an answer too: what may not happen must not have half happened.
          if (!(error instanceof Refusal)) throw error;
        }
      }

      const all = [...new Set(organisations)];
      const total = counts.reduce((sum, count) => sum + count, 0);
      const then = new Map<OrganisationId, number>();
      const counted = new Map<OrganisationId, number>();
      for (const id of all) {
        const found = await roundCounts(db, id);
        then.set(id, found.inOwnName);
        counted.set(id, found.now);
      }
      // Then: each as it was.
      expect(counts.map((_, at) => then.get(organisations[at]!))).toEqual(counts);
      expect(sumOf(then)).toBe(total);
      // Now: every row in one place, the one the rule says.
      expect(sumOf(counted)).toBe(total);
      const successions = await successionsAmong(all);
      const expected = new Map(all.map((id) => [id, 0]));
      for (const [id, count] of then) {
        const place = countedNowAt(id, successions);
        expected.set(place, (expected.get(place) ?? 0) + count);
      }
      expect(counted).toEqual(expected);
      await everyHeirIsThere(all);
    }),
    { numRuns: 25 },
  );
  expect(done).toBeGreaterThan(40);
}, 60_000);

async function carriedOut(each: Step, all: readonly OrganisationId[]): Promise<OrganisationId[]> {
  const at = (place: number) => all[place % all.length]!;
  const day = someDay.subtract({ days: 61 - each.on });
  const name = `FoU ${newId()}`;
  switch (each.what) {
    case "merge": {
      const fromIds = [...new Set(each.from.map(at))];
      return [(await mergeOrganisations(db, admin, now, { fromIds, into: { organisationId: at(each.into) }, day })).id];
    }
    case "mergeAnew":
      return [
        (await mergeOrganisations(db, admin, now, { fromIds: [...new Set(each.from.map(at))], into: { name }, day }))
          .id,
      ];
    case "split": {
      const parts = [0, 1].map((part) => ({
        successor: { name: `${name} ${part}` },
        inherits: each.ends && part === each.heir,
      }));
      const made = await splitOrganisation(db, admin, now, at(each.one), { parts, ends: each.ends, day });
      return made.parts.map(({ id }) => id);
    }
    case "rename":
      await renameOrganisation(db, admin, now, at(each.one), { name, from: day });
      return [];
  }
}

const sumOf = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

async function successionsAmong(ids: readonly OrganisationId[]): Promise<Succession[]> {
  return db
    .selectFrom("organisation_succession")
    .where("from_id", "in", ids)
    .select(["from_id as fromId", "to_id as toId", "inherits"])
    .execute();
}

/** What is counted now stands on an organisation that is still there, or on one that was divided without an heir. */
async function everyHeirIsThere(ids: readonly OrganisationId[]): Promise<void> {
  const rows = await db
    .selectFrom("organisation as o")
    .innerJoin("organisation as heir", (join) => join.on("heir.id", "=", nowOf(sql.ref("o.id"))))
    .where("o.id", "in", ids)
    .where("heir.valid_to", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("organisation_succession as s")
            .whereRef("s.from_id", "=", "heir.id")
            .where("s.kind", "=", "split"),
        ),
      ),
    )
    .select("o.id")
    .execute();
  expect(rows).toEqual([]);
}

test("the database itself refuses a second heir, which would count everything twice", async () => {
  const [one, two, three] = [
    await given(db).organisation({ name: `Ett ${newId()}` }),
    await given(db).organisation({ name: `Två ${newId()}` }),
    await given(db).organisation({ name: `Tre ${newId()}` }),
  ];
  const succession = (to_id: OrganisationId) =>
    ownerDb
      .insertInto("organisation_succession")
      .values({ from_id: one, to_id, kind: "merged", day: someDay, inherits: true })
      .execute();
  await round(one);
  await succession(two);
  await expect(succession(three)).rejects.toThrow("organisation_succession_heir");

  // The guard taken away: the sum of what is counted now is more than there is.
  await sql`drop index organisation_succession_heir`.execute(ownerDb);
  await succession(three);
  const found = await db
    .selectFrom("organisation_succession as s")
    .where("s.from_id", "=", one)
    .select("s.to_id")
    .execute();
  const { rows } = await sql<{ now: number }>`
    select count(*)::int as now from round join organisation_succession s on s.from_id = round.organisation_id
    where round.organisation_id = ${one}`.execute(db);
  expect([found.length, rows[0]?.now]).toEqual([2, 2]);
});

test("what is counted follows heirs to the last one, and stays where there is none", () => {
  const successions = [
    { fromId: "a", toId: "b", inherits: true },
    { fromId: "b", toId: "c", inherits: true },
    { fromId: "d", toId: "b", inherits: false },
  ];
  expect(["a", "b", "c", "d"].map((id) => countedNowAt(id, successions))).toEqual(["c", "c", "c", "d"]);
});
