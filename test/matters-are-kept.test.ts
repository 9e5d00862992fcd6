import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../src/kernel/refusal.ts";
import { testDatabase } from "./database.ts";
import { someDay } from "./given.ts";
import { deeds, world, type Deed } from "./meetings-world.ts";

const database = await testDatabase();
const { ownerDb } = database;

test("whatever happens at meetings: no matter that is not closed is lost, and none is on two agendas of one body", async () => {
  const deed = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Deed>("plan", "planJoint", "raise") },
    { weight: 4, arbitrary: fc.constant<Deed>("meet") },
    { weight: 4, arbitrary: fc.constantFrom(...deeds) },
  );
  const done = new Map<Deed, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ deed, which: fc.nat(200) }), { minLength: 16, maxLength: 16 }),
      async (story) => {
        const { happens, wrongs } = await world(database);
        for (const which of [0, 1, 2]) await happens("raise", which);
        for (const { deed: what, which } of story) {
          try {
            if (await happens(what, which)) done.set(what, (done.get(what) ?? 0) + 1);
          } catch (error) {
            // Nothing can be done to what it cannot be done to; anything else is a fault.
            if (!(error instanceof Refusal)) throw error;
          }
          expect(await wrongs(), `after ${what} ${which}`).toEqual([]);
        }
      },
    ),
    { numRuns: 6 },
  );
  // The stories are about something: meetings were held and finished, alone and together.
  expect(done.get("meet")).toBeGreaterThan(8);
  expect(done.get("planJoint")).toBeGreaterThan(0);
}, 240_000);

test("a matter that an agenda forgets, or holds twice, is found (negative control)", async () => {
  const { happens, wrongs, openMatters, bodies } = await world(database);
  await happens("raise", 0);
  await happens("plan", 0);
  await happens("plan", 3);
  expect(await wrongs()).toEqual([]);
  await happens("call", 0);
  const [matter] = await openMatters();
  expect(await wrongs()).toEqual([]);
  await ownerDb.deleteFrom("matter_body").where("matter_id", "=", matter!.id).execute();
  expect(await wrongs()).toEqual([expect.stringContaining("is in no overview")]);
  await ownerDb
    .insertInto("matter_body")
    .values({ matter_id: matter!.id, body_id: bodies[0]!, since: someDay })
    .execute();
  await ownerDb.updateTable("matter_on_agenda").set({ is_open: false }).where("matter_id", "=", matter!.id).execute();
  const later = await ownerDb
    .selectFrom("meeting_body as b")
    .innerJoin("meeting as n", "n.id", "b.meeting_id")
    .where("b.body_id", "=", bodies[0]!)
    .orderBy("n.day", "desc")
    .select("n.id")
    .executeTakeFirstOrThrow();
  const id = crypto.randomUUID() as never;
  const item = { meeting_id: later.id, body_id: bodies[0]!, position: 9, title: "Igen", comes_from: "raised" as const };
  await ownerDb
    .insertInto("agenda_item")
    .values({ ...item, id, matter_id: matter!.id })
    .execute();
  expect(await wrongs()).toEqual([expect.stringContaining("stands twice")]);
});
