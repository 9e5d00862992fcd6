import { expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { personParts } from "#person-parts.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { person, organisation } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const now = noon("2027-03-18");

test("an appraisal that both entries write has one author, and two again if it was no merge", async () => {
  const [from, to] = [await person(), await person()];
  const unit = await organisation();
  const { id } = await appraisals.appraisal(unit, { decider_id: from }, { authors: [from, to] });
  const own = await appraisals.appraisal(unit, {}, { authors: [from] });
  const authors = async (appraisal: typeof id) =>
    (
      await ownerDb.selectFrom("appraisal_author").where("appraisal_id", "=", appraisal).select("person_id").execute()
    ).map(({ person_id }) => person_id);
  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  expect([await authors(id), await authors(own.id)]).toEqual([[to], [to]]);
  const { decider_id } = await ownerDb
    .selectFrom("appraisal")
    .where("id", "=", id)
    .select("decider_id")
    .executeTakeFirstOrThrow();
  expect(decider_id).toBe(to);
  expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
  expect((await authors(id)).toSorted()).toEqual([from, to].toSorted());
  expect(await authors(own.id)).toEqual([from]);
});
