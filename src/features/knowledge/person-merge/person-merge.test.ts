import { expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { newId } from "#kernel/ids.ts";
import { personParts } from "#person-parts.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { person, organisation } = given(ownerDb);
const { item } = givenKnowledge(ownerDb);
const now = noon("2027-03-18");

test("whoever answered twice has one answer, and is asked once to review; undone it is as it was", async () => {
  const [from, to] = [await person(), await person()];
  const text = await item(await organisation(), {}, { state: "inReview", written_by: from });
  for (const person_id of [from, to]) {
    await ownerDb
      .insertInto("knowledge_feedback")
      .values({
        id: newId<"knowledge_feedback">(),
        item_id: text.id,
        person_id,
        was_useful: person_id === to ? "yes" : "no",
        given_on: someDay,
      })
      .execute();
    await ownerDb
      .insertInto("knowledge_review")
      .values({ id: newId<"knowledge_review">(), version_id: text.versionId, reviewer_id: person_id, asked_at: now() })
      .execute();
  }
  const answers = async () =>
    (await ownerDb.selectFrom("knowledge_feedback").selectAll().execute())
      .map(({ person_id, was_useful }) => `${person_id} ${was_useful}`)
      .toSorted();
  const reviewers = async () =>
    (await ownerDb.selectFrom("knowledge_review").selectAll().execute())
      .map(({ reviewer_id }) => String(reviewer_id))
      .toSorted();
  const before = [await answers(), await reviewers()];
  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  expect([await answers(), await reviewers()]).toEqual([[`${to} yes`], [to]]);
  expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
  expect([await answers(), await reviewers()]).toEqual(before);
});
