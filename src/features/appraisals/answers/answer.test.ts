import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerStandings, askedIn, tallyOf } from "#features/appraisals/answers/answer.ts";

const question = (name: string, isShort = false) => ({ name, isShort });
const list = [question("purpose", true), question("cost", true), question("harmRisk"), question("followUp")];

describe("the form", () => {
  test("asks the short questions by default and all of them when it is full (R181)", () => {
    expect(askedIn("short", list).map(({ name }) => name)).toEqual(["purpose", "cost"]);
    expect(askedIn("full", list)).toEqual(list);
  });

  test("is never empty: a checklist that marks none as short is asked whole", () => {
    expect(askedIn("short", [question("purpose"), question("cost")])).toHaveLength(2);
  });
});

test("every question is counted once, whatever has been said of it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(undefined, ...answerStandings)), (standings) => {
      const { all, answered, unknown, notRelevant, waiting } = tallyOf(standings);
      expect(answered + unknown + notRelevant + waiting).toBe(all);
      expect(all).toBe(standings.length);
    }),
  );
});
