import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answered, type Counted, tallyOf } from "#features/workshops/results/answer-tally.ts";

const nothing: Answered = { text: null, number: null, options: null, points: null, group: null };
const said = (text: string, group: string | null = null): Answered => ({ ...nothing, text, group });
const question = (kind: Counted["kind"], ...texts: string[]): Counted => ({
  kind,
  scaleLow: 1,
  scaleHigh: 5,
  options: texts.map((text) => ({ id: text, text })),
});

test("answers in words stand by group, word for word", () => {
  const answers = [said("Vad kostar det?", "Norr"), said("  vad KOSTAR det?", "Söder"), said("Vem leder?", "Norr")];
  expect(tallyOf(question("open"), answers)).toEqual({
    what: "said",
    groups: [
      { group: "Norr", texts: ["Vad kostar det?", "Vem leder?"] },
      { group: "Söder", texts: ["  vad KOSTAR det?"] },
    ],
  });
});

test("words that differ by capitals are one, the commonest first", () => {
  const words = ["Tid", "pengar", "tid", "Åtaganden", "TID"].map((word) => said(word));
  expect(tallyOf(question("wordList"), words)).toMatchObject({
    bars: [
      { label: "Tid", count: 3 },
      { label: "pengar", count: 1 },
      { label: "Åtaganden", count: 1 },
    ],
  });
});

test("a ranking tells the mean place among those who placed an option, the best first", () => {
  const answers = [["a", "b", "c"], ["b", "a"], ["a"]].map((options) => ({ ...nothing, options }));
  expect(tallyOf(question("ranking", "a", "b", "c", "d"), answers)).toEqual({
    what: "ranked",
    places: [
      { label: "a", mean: 4 / 3, placed: 3 },
      { label: "b", mean: 1.5, placed: 2 },
      { label: "c", mean: 3, placed: 1 },
      { label: "d", mean: null, placed: 0 },
    ],
  });
});

test("every choice, point and step is counted once, and none comes from nowhere", () => {
  const options = ["a", "b", "c"];
  const points = fc.record({ a: fc.nat(5), b: fc.nat(5) }, { requiredKeys: [] });
  const answer = fc.record({ options: fc.subarray(options), points, number: fc.integer({ min: 1, max: 5 }) });
  const sum = (bars: readonly { count: number }[]) => bars.reduce((total, { count }) => total + count, 0);
  fc.assert(
    fc.property(fc.array(answer), (drawn) => {
      const answers = drawn.map((each) => ({ ...nothing, ...each, points: each.points as Record<string, number> }));
      const bars = (kind: Counted["kind"]) => {
        const tally = tallyOf(question(kind, ...options), answers);
        return "bars" in tally ? sum(tally.bars) : undefined;
      };
      expect(bars("multiple")).toBe(drawn.reduce((total, each) => total + each.options.length, 0));
      expect(bars("points")).toBe(
        drawn.reduce((total, each) => total + (each.points.a ?? 0) + (each.points.b ?? 0), 0),
      );
      expect(bars("scale")).toBe(drawn.length);
    }),
  );
});
