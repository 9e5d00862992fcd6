import { expect, test } from "vitest";
import { eraseFeedback, eraseKnowledgeWriters } from "#features/knowledge/retention/commands.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { newId } from "#kernel/ids.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person } = given(ownerDb);
const { item, version } = givenKnowledge(ownerDb);
const unit = await organisation();
const elsewhere = await organisation({ name: "FoU Väst" });
const now = noon("2027-03-18")();
const long = noon("2024-06-01")();
const lately = noon("2026-12-01")();
const eva = await person();
const by = { written_by: eva, published_by: eva };

const erase = () =>
  eraseDue(db, "knowledgeWriter", { ...dueAt(now, 730), organisationId: unit }, eraseKnowledgeWriters);
const writers = async (id: Awaited<ReturnType<typeof version>>) =>
  ownerDb
    .selectFrom("knowledge_version")
    .where("id", "=", id)
    .select(["written_by", "published_by", "title"])
    .executeTakeFirstOrThrow();

test("who wrote and reviewed goes when a text has long been out of use, and what it says stays", async () => {
  const retired = await item(unit, { retired_at: long, retired_reason: "Ersatt" }, by);
  await ownerDb
    .insertInto("knowledge_review")
    .values({
      id: newId<"knowledge_review">(),
      version_id: retired.versionId,
      reviewer_id: eva,
      asked_at: long,
      verdict: "approved",
      said: "Bra",
      answered_at: long,
    })
    .execute();
  const changed = await item(unit, {}, { ...by, state: "replaced" });
  const standing = await version(changed.id, { ...by, version_no: 2, published_at: long });
  expect(await erase()).toBe(2);
  for (const id of [retired.versionId, changed.versionId])
    expect(await writers(id)).toEqual({ written_by: null, published_by: null, title: "Stöd till föräldrar" });
  const reviews = await ownerDb.selectFrom("knowledge_review").selectAll().execute();
  expect(reviews).toMatchObject([{ reviewer_id: null, said: "Bra" }]);
  expect((await writers(standing)).written_by).toBe(eva);
  expect(await erase()).toBe(0);
});

test("what stands, was replaced or retired lately, or is another organisation's stays", async () => {
  const kept = [
    await item(unit, {}, by),
    await item(unit, { retired_at: lately, retired_reason: "Ersatt" }, by),
    await item(elsewhere, { retired_at: long, retired_reason: "Ersatt" }, by),
  ];
  const changed = await item(unit, {}, { ...by, state: "replaced" });
  await version(changed.id, { ...by, version_no: 2, published_at: lately });
  expect(await erase()).toBe(0);
  for (const { versionId } of [...kept, changed]) expect((await writers(versionId)).written_by).toBe(eva);
});

test("an answer on whether a text was of use goes when it is old", async () => {
  const { id } = await item(unit);
  for (const given_on of [day("2024-06-01"), day("2026-12-01")])
    await ownerDb
      .insertInto("knowledge_feedback")
      .values({
        id: newId<"knowledge_feedback">(),
        item_id: id,
        person_id: await person(),
        was_useful: "yes",
        given_on,
      })
      .execute();
  expect(await eraseDue(db, "knowledgeFeedback", dueAt(now, 730), eraseFeedback)).toBe(1);
  const left = await ownerDb.selectFrom("knowledge_feedback").select("given_on").execute();
  expect(left.map(({ given_on }) => given_on.toString())).toEqual(["2026-12-01"]);
});
