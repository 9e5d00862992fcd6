import { expect, test } from "vitest";
import { ofDecision, questionOf, SelectionWish } from "#features/circles/registration/selection/selection-wish.ts";

const candidates = [{ outcome: "place" }, { outcome: "wait" }, { outcome: undefined }] as const;

test.each([
  { asked: {}, wish: { beslut: undefined, sida: 1 }, question: "", count: 3 },
  { asked: { beslut: "inget" }, wish: { beslut: "inget", sida: 1 }, question: "?beslut=inget", count: 1 },
  {
    asked: { beslut: "place", sida: "2" },
    wish: { beslut: "place", sida: 2 },
    question: "?beslut=place&sida=2",
    count: 1,
  },
  { asked: { beslut: "decline" }, wish: { beslut: "decline", sida: 1 }, question: "?beslut=decline", count: 0 },
  { asked: { beslut: "nonsens", sida: "-3" }, wish: { beslut: undefined, sida: 1 }, question: "", count: 3 },
])("$asked is read as $wish and shows $count", ({ asked, wish, question, count }) => {
  const read = SelectionWish.parse(asked);
  expect(read).toEqual(wish);
  expect(questionOf(read)).toBe(question);
  expect(ofDecision(candidates, read)).toHaveLength(count);
});
