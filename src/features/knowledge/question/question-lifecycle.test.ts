import { sql } from "kysely";
import { expect, test } from "vitest";
import { possibleQuestionSteps, questionSteps } from "#features/knowledge/question/question-lifecycle.ts";
import {
  answerSources,
  helpfulnesses,
  questionEvents,
  questionStates,
  sourceStandings,
} from "#features/knowledge/question/question.ts";
import { testDatabase } from "../../../../test/database.ts";

const { ownerDb } = await testDatabase();

/** The words that the database lets stand in a column. */
async function wordsIn(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = ${table}::regclass and conname = ${`${table}_${column}_check`}`.execute(ownerDb);
  return [...(rows[0]?.text ?? "").matchAll(/'([A-Za-z]+)'/gu)].map(([, word]) => word ?? "").toSorted();
}

test("the database knows the same words as the lifecycle, and no others", async () => {
  expect(await wordsIn("knowledge_question", "state")).toEqual(questionStates.toSorted());
  expect(await wordsIn("knowledge_question", "helped")).toEqual(helpfulnesses.toSorted());
  expect(await wordsIn("question_step", "step")).toEqual(questionEvents.toSorted());
  expect(await wordsIn("question_source", "source")).toEqual(answerSources.toSorted());
  expect(await wordsIn("question_source", "standing")).toEqual(sourceStandings.toSorted());
});

test("every state is come to by a step save the first, and answered and closed are ends", () => {
  const reached = new Set(Object.values(questionSteps).map(({ to }) => to));
  expect(questionStates.filter((state) => !reached.has(state))).toEqual([]);
  expect(questionStates.filter((state) => possibleQuestionSteps(state).length === 0)).toEqual(["answered", "closed"]);
  expect(possibleQuestionSteps("asked")).toEqual(["take", "passOn", "answer", "close"]);
});
