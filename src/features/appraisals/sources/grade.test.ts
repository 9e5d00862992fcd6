import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import {
  contradiction,
  downs,
  type Grade,
  type Level,
  levelOfSteps,
  levels,
  starts,
  ups,
} from "#features/appraisals/sources/grade.ts";
import { testDatabase } from "../../../../test/database.ts";

const { ownerDb } = await testDatabase();
const plain: Grade = {
  start: "high",
  riskOfBias: 0,
  inconsistency: 0,
  indirectness: 0,
  imprecision: 0,
  publicationBias: 0,
  largeEffect: 0,
  doseResponse: 0,
  opposingConfounding: 0,
};

const anyGrade: fc.Arbitrary<Grade> = fc.record({
  start: fc.constantFrom(...starts),
  riskOfBias: fc.nat(2),
  inconsistency: fc.nat(2),
  indirectness: fc.nat(2),
  imprecision: fc.nat(2),
  publicationBias: fc.nat(2),
  largeEffect: fc.nat(ups.largeEffect),
  doseResponse: fc.nat(ups.doseResponse),
  opposingConfounding: fc.nat(ups.opposingConfounding),
});

test.each<{ why: string; over: Partial<Grade>; gives: Level }>([
  { why: "randomised studies start high", over: {}, gives: "high" },
  { why: "others start low", over: { start: "low" }, gives: "low" },
  { why: "each reason takes it down by its steps", over: { riskOfBias: 1, imprecision: 2 }, gives: "veryLow" },
  { why: "and up", over: { start: "low", largeEffect: 1 }, gives: "moderate" },
  { why: "never under very low", over: { start: "low", riskOfBias: 2, inconsistency: 2 }, gives: "veryLow" },
  { why: "never over high", over: { largeEffect: 2, doseResponse: 1 }, gives: "high" },
  {
    why: "what goes up and down is summed before it is stopped",
    over: { riskOfBias: 2, largeEffect: 2 },
    gives: "high",
  },
])("$why: $gives", ({ over, gives }) => {
  expect(levelOfSteps({ ...plain, ...over })).toBe(gives);
});

test("a judgement that its own steps contradict is told what they lead to; one that agrees is not", () => {
  expect(contradiction({ ...plain, riskOfBias: 1 }, "high")).toBe("moderate");
  expect(contradiction({ ...plain, riskOfBias: 1 }, "moderate")).toBeUndefined();
});

test("one reason more against never makes anybody surer, and one more for never less sure", () => {
  fc.assert(
    fc.property(anyGrade, fc.constantFrom(...downs), (grade, down) => {
      const at = (each: Grade) => levels.indexOf(levelOfSteps(each));
      expect(at({ ...grade, [down]: grade[down] + 1 })).toBeLessThanOrEqual(at(grade));
      expect(at({ ...grade, largeEffect: grade.largeEffect + 1 })).toBeGreaterThanOrEqual(at(grade));
    }),
  );
});

describe("the database's own constraint", () => {
  const constraint = async () => {
    const { rows } = await sql<{ text: string }>`
      select pg_get_expr(conbin, conrelid) as text from pg_constraint
      where conrelid = 'appraisal_outcome'::regclass and pg_get_constraintdef(oid) like '%array_position%'`.execute(
      ownerDb,
    );
    return rows;
  };
  const accepted = async (grade: Grade, level: Level) => {
    const [{ text } = { text: "" }] = await constraint();
    const { rows } = await sql<{ holds: boolean }>`
      select (${sql.raw(text)}) as holds from (values ('grade', ${grade.start}::text, ${level}::text,
        ${grade.riskOfBias}::int, ${grade.inconsistency}::int, ${grade.indirectness}::int, ${grade.imprecision}::int,
        ${grade.publicationBias}::int, ${grade.largeEffect}::int, ${grade.doseResponse}::int,
        ${grade.opposingConfounding}::int)) as q(approach, starts, level, risk_of_bias, inconsistency, indirectness,
        imprecision, publication_bias, large_effect, dose_response, opposing_confounding)`.execute(ownerDb);
    return rows[0]?.holds;
  };

  test("is one, and says the same as the rule of every judgement and every level", async () => {
    expect(await constraint()).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(anyGrade, fc.constantFrom(...levels), async (grade, level) => {
        expect(await accepted(grade, level)).toBe(contradiction(grade, level) === undefined);
      }),
      { numRuns: 300 },
    );
  });
});
