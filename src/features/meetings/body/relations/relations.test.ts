import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { given } from "../../../../../test/given.ts";
import { day } from "../../../../../test/given-rounds.ts";
import { bodyRelations } from "#features/meetings/body/relations/queries.ts";
import { measures, relationPicture } from "#features/meetings/body/relations/relation-picture.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const today = day("2027-03-18");

test("bodies hang together by the people in both today and by matters referred; who is not to be named is counted only", async () => {
  const [unit, other] = [await organisation(), await organisation({ name: "FoU Väst" })];
  const [one, two, heads] = [await meetings.body(unit), await meetings.body(unit), await meetings.body(other)];
  const [ada, mona, left] = [await person({ name: "Ada" }), await person({ name: "Mona" }), await person()];
  for (const body of [one, two]) {
    await meetings.sits(body, ada);
    await meetings.sits(body, left, "member", { valid_to: day("2027-03-17") });
  }
  await meetings.sits(one, mona, "userRepresentative");
  await meetings.sits(two, mona);
  await meetings.matter(two, { state: "referred", referred_to: heads });
  const { relations, bodies } = await bodyRelations(db, today);
  expect(relations).toMatchObject([
    { kind: "shares", count: 2, names: ["Ada"] },
    { kind: "refers", from: two, to: heads, count: 1, names: [] },
  ]);
  expect(new Set([relations[0]?.from, relations[0]?.to])).toEqual(new Set([one, two]));
  expect(bodies).toHaveLength(3);
  expect((await bodyRelations(db, today, other)).relations).toMatchObject([{ kind: "refers" }]);
  await ownerDb.insertInto("body_dormancy").values({ body_id: two, from_day: today }).execute();
  expect((await bodyRelations(db, today)).relations).toEqual([]);
});

const placed = (count: number, organisations: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, organisation: `O${index % organisations}` }));

test("every body stands once in the picture, under its organisation, and the list is as high as the drawing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (count, organisations) => {
      const bodies = placed(count, organisations);
      const { rows, height } = relationPicture(bodies, []);
      const drawn = rows.flatMap((row) => (row.kind === "body" ? [row.body.id] : []));
      expect(drawn.toSorted()).toEqual(bodies.map(({ id }) => id).toSorted());
      const headings = rows.filter(({ kind }) => kind === "organisation").length;
      expect(height).toBe(count * measures.body + headings * measures.organisation);
    }),
  );
});

test("a bow stays within the drawing, and one to a body that is not drawn is left out", () => {
  const relations = [
    { kind: "shares" as const, from: "0", to: "19", count: 3 },
    { kind: "refers" as const, from: "19", to: "0", count: 1 },
    { kind: "refers" as const, from: "0", to: "99", count: 1 },
  ];
  const { arcs } = relationPicture(placed(20, 3), relations);
  expect(arcs.map(({ kind, count }) => [kind, count])).toEqual([
    ["shares", 3],
    ["refers", 1],
  ]);
  for (const { x } of arcs) expect(x).toBeLessThan(measures.width);
});
