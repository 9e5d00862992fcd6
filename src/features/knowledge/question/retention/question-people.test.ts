import { expect, test } from "vitest";
import { eraseQuestionPeople } from "#features/knowledge/question/retention/commands.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenQuestions } from "../../../../../test/given-questions.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person } = given(ownerDb);
const questions = givenQuestions(ownerDb);
const unit = await organisation();
const elsewhere = await organisation({ name: "FoU Väst" });
const [eva, nils] = [await person(), await person()];
const erase = (now: string) =>
  eraseDue(db, "questionPeople", { ...dueAt(noon(now)(), 730), organisationId: unit }, eraseQuestionPeople);

test("who asked and answered goes when a question has long been over; the question and its answer stay", async () => {
  const { id } = await questions.answered(unit, {
    asked_by: eva,
    answered_by: nils,
    helped: "yes",
    helped_said: "Tack",
  });
  const kept = [
    await questions.question(unit, { asked_by: eva }),
    await questions.answered(elsewhere, { asked_by: eva }),
  ];
  expect(await erase("2028-03-18")).toBe(0);
  expect(await erase("2029-04-18")).toBe(1);
  const row = (of: typeof id) =>
    ownerDb.selectFrom("knowledge_question").where("id", "=", of).selectAll().executeTakeFirstOrThrow();
  expect(await row(id)).toMatchObject({ asked_by: null, answered_by: null, helped: "yes", helped_said: null });
  expect((await row(id)).answer).toContain("färre avbrott");
  for (const each of kept) expect((await row(each.id)).asked_by).toBe(eva);
  const steps = await ownerDb.selectFrom("question_step").where("question_id", "=", id).select("by_id").execute();
  expect(steps).toEqual([{ by_id: null }]);
  expect(await erase("2029-04-18")).toBe(0);
});
