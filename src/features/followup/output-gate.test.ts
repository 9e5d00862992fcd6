import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  gateChange,
  gateMean,
  gatePairs,
  gateRow,
  smallestShown,
  type Tallied,
} from "#features/followup/output-gate.ts";

/** Every row of so many cells with so large a sum. */
function rowsOf(cells: number, total: number): number[][] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    rowsOf(cells - 1, total - first).map((rest) => [first, ...rest]),
  ).flat();
}

const tallyOf = (answers: readonly number[]): Tallied[] =>
  [1, 2, 3, 4, 5].map((value) => ({ value, answers: answers.filter((answer) => answer === value).length }));

const answer = fc.integer({ min: 1, max: 5 });

describe("one row of counts", () => {
  test.each([
    { why: "shows what is large", counts: [7, 5], cells: [7, 5], total: 12 },
    {
      why: "takes another along, so that the total does not tell",
      counts: [9, 3],
      cells: ["hidden", "hidden"],
      total: 12,
    },
    { why: "hides zero as any small count", counts: [7, 5, 0], cells: [7, "hidden", "hidden"], total: 12 },
    { why: "takes the next smallest along", counts: [3, 9, 20], cells: ["hidden", "hidden", 20], total: 32 },
    {
      why: "takes the large one along where all others are small",
      counts: [0, 3, 20],
      cells: ["hidden", "hidden", "hidden"],
      total: 23,
    },
    {
      why: "hides two zeros better than by themselves",
      counts: [0, 0, 6, 20],
      cells: ["hidden", "hidden", "hidden", 20],
      total: 26,
    },
    { why: "shows no small total", counts: [2, 2], cells: ["hidden", "hidden"], total: "hidden" },
    {
      why: "takes all along that are as small",
      counts: [5, 3, 5, 9],
      cells: ["hidden", "hidden", "hidden", 9],
      total: 22,
    },
    { why: "shows a single large cell", counts: [8], cells: [8], total: 8 },
    { why: "shows nothing of nothing", counts: [0, 0], cells: ["hidden", "hidden"], total: "hidden" },
  ])("$why", ({ counts, cells, total }) => {
    expect(gateRow(counts)).toEqual({ cells, total });
  });

  test("no hidden cell can be worked out, also by somebody who knows how the gate works", () => {
    let attacked = 0;
    for (const [cells, most] of [
      [2, 30],
      [3, 22],
      [4, 16],
    ] as const) {
      for (let total = 0; total <= most; total += 1) {
        // Everything that would have been published alike is alike to the reader. A total that is not shown is unknown too.
        const alike = new Map<string, number[][]>();
        const rows =
          total < smallestShown ? [0, 1, 2, 3, 4].flatMap((each) => rowsOf(cells, each)) : rowsOf(cells, total);
        for (const row of rows) {
          const shown = JSON.stringify(gateRow(row));
          alike.set(shown, [...(alike.get(shown) ?? []), row]);
        }
        for (const [shown, possible] of alike) {
          const { cells: drawn } = JSON.parse(shown) as { cells: (number | "hidden")[] };
          for (const [cell, count] of drawn.entries()) {
            if (count !== "hidden") continue;
            attacked += 1;
            expect(new Set(possible.map((row) => row[cell])).size, `${shown}, cell ${cell}`).toBeGreaterThan(1);
          }
        }
      }
    }
    expect(attacked).toBeGreaterThan(100);
  });

  test("the same attack gets through a gate that hides small cells and nothing more", () => {
    const weak = (row: readonly number[]) => row.map((count) => (count < smallestShown ? "hidden" : count));
    const possible = rowsOf(2, 12).filter((row) => JSON.stringify(weak(row)) === JSON.stringify(weak([9, 3])));
    expect(possible).toEqual([[9, 3]]);
  });

  test("shows no small count and no wrong one, whatever the row", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (counts) => {
        const { cells, total } = gateRow(counts);
        for (const [index, cell] of cells.entries()) {
          if (cell === "hidden") continue;
          expect(cell).toBe(counts[index]);
          expect(cell).toBeGreaterThanOrEqual(smallestShown);
        }
        const left =
          typeof total === "number"
            ? total - cells.reduce<number>((sum, cell) => sum + (cell === "hidden" ? 0 : cell), 0)
            : 0;
        const hidden = cells.filter((cell) => cell === "hidden").length;
        // Subtracting leaves nothing, or several cells that are many together.
        const tellsNothing = hidden === 0 ? left === 0 : left >= smallestShown;
        expect(total === "hidden" || tellsNothing).toBe(true);
      }),
    );
  });

  test("two rows about the same answers in finer and coarser words tell more than each: so answers have one shape", () => {
    const fine = gateRow([5, 1, 6]);
    const coarse = gateRow([6, 6]);
    expect(fine.cells).toEqual(["hidden", "hidden", 6]);
    expect(coarse.cells).toEqual([6, 6]);
    // Apart they hold; beside each other nothing more comes out only because what is hidden still stands together.
    const possible = rowsOf(3, 12).filter(
      (row) => JSON.stringify(gateRow(row)) === JSON.stringify(fine) && (row[0] ?? 0) + (row[1] ?? 0) === 6,
    );
    expect(possible.length).toBeGreaterThan(1);
    // Cut elsewhere they do not hold: 5 + 1 | 6 beside 5 | 1 + 6 gives every cell.
    const cutElsewhere = gateRow([5, 7]).cells[0];
    expect(possible.filter(([first]) => first === cutElsewhere)).toEqual([[5, 1, 6]]);
  });
});

describe("a mean", () => {
  test("is shown with its spread from five answers on", () => {
    expect(gateMean(tallyOf([1, 2, 3, 4]))).toBeUndefined();
    expect(gateMean(tallyOf([1, 2, 3, 4, 5]))).toEqual({ answers: 5, mean: 3, spread: 1.6 });
  });

  test("is not shown where all have answered alike, since it is then what each of them said", () => {
    expect(gateMean(tallyOf([4, 4, 4, 4, 4, 4]))).toBeUndefined();
    expect(gateMean(tallyOf([4, 4, 4, 4, 4, 5]))).toBeDefined();
  });

  test("never lets out a group below five, nor an answer that all have given, whatever is answered", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 14 }), (answers) => {
        const shown = gateMean(tallyOf(answers));
        expect(shown === undefined).toBe(answers.length < smallestShown || new Set(answers).size === 1);
        const mean = answers.reduce((a, b) => a + b, 0) / answers.length;
        expect(shown === undefined || Math.abs(shown.mean - mean) <= 0.051).toBe(true);
      }),
    );
  });

  test("changes by as much as the two means that are shown differ, and no more finely", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 14 }), fc.array(answer, { maxLength: 14 }), (first, second) => {
        const [before, after] = [gateMean(tallyOf(first)), gateMean(tallyOf(second))];
        const shown = gateChange(before, after);
        expect(shown === undefined).toBe(!before || !after);
        expect(shown?.change ?? 0).toBeCloseTo(before && after ? after.mean - before.mean : 0, 5);
      }),
    );
  });
});

describe("those who are followed", () => {
  const person = fc.record({ before: fc.option(answer), after: fc.option(answer), keepsCode: fc.boolean() });
  const sumsOf = (changes: readonly number[]) => ({
    pairs: changes.length,
    sum: changes.reduce((a, b) => a + b, 0),
    squares: changes.reduce((a, b) => a + b ** 2, 0),
  });

  test("are shown from five on, with the spread of their changes", () => {
    const changes = [0, 1, 1, 2, 2];
    expect(gatePairs(sumsOf(changes), { before: 5, after: 5 })).toEqual({ pairs: 5, change: 1.2, spread: 0.8 });
    expect(gatePairs(sumsOf(changes.slice(1)), { before: 4, after: 4 })).toBeUndefined();
    expect(gatePairs(sumsOf([1, 1, 1, 1, 1]), { before: 5, after: 5 })).toBeUndefined();
  });

  test("never leave one to four others whose change is what is left over (differencing)", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 16 }), (people) => {
        const before = people.filter((each) => each.before !== null);
        const after = people.filter((each) => each.after !== null);
        const followed = people.filter((each) => each.keepsCode && each.before !== null && each.after !== null);
        const sums = sumsOf(followed.map((each) => (each.after ?? 0) - (each.before ?? 0)));
        const shown = gatePairs(sums, { before: before.length, after: after.length });
        if (!shown) return;
        for (const whole of [before, after]) {
          const left = whole.length - shown.pairs;
          expect(left === 0 || left >= smallestShown).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("would tell the change of the one who is left, if they were shown", () => {
    // All: 6 people, together +9. Five of them followed: +5. So the sixth has gone from 1 to 5.
    const all = sumsOf([0, 1, 1, 1, 2, 4]);
    const five = sumsOf([0, 1, 1, 1, 2]);
    expect(all.sum - five.sum).toBe(4);
    expect(gatePairs(five, { before: 6, after: 6 })).toBeUndefined();
  });
});
