import { expect, test } from "vitest";
import { kindOfAnswer, titleOf } from "#features/knowledge/question/answer/answer-item.ts";

test("an answer is of the kind that was found", () => {
  const of = (...standings: ("found" | "notSought")[]) =>
    kindOfAnswer(
      (["research", "profession", "serviceUsers"] as const).map((source, place) => ({
        source,
        standing: standings[place]!,
      })),
    );
  expect([
    of("found", "found", "found"),
    of("notSought", "found", "found"),
    of("notSought", "notSought", "found"),
  ]).toEqual(["research", "professional", "serviceUsers"]);
  expect(titleOf("Vad hjälper?\nVi har provat allt.")).toBe("Vad hjälper?");
  expect(titleOf("ord ".repeat(200)).length).toBeLessThanOrEqual(300);
});
