import fc from "fast-check";
import { expect, test } from "vitest";
import { openNumberLists } from "#features/knowledge/searching/number-lists.ts";

test("each list holds what was put into it, whatever happens to the others, and rooms that were left are used again", () => {
  const step = fc.record({
    list: fc.nat(4),
    does: fc.constantFrom("push", "push", "push", "insert", "removeAt", "close"),
    value: fc.nat(1_000),
    place: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const lists = openNumberLists();
      const held = Array.from({ length: 5 }, (): { list: number; values: number[] } => ({
        list: lists.open(),
        values: [],
      }));
      for (const { list: number, does, value, place } of steps) {
        const one = held[number]!;
        if (does === "close") {
          lists.close(one.list);
          held[number] = { list: lists.open(), values: [] };
        } else if (does === "push") {
          lists.push(one.list, value);
          one.values.push(value);
        } else if (does === "insert") {
          const at = place % (one.values.length + 1);
          lists.insert(one.list, at, value);
          one.values.splice(at, 0, value);
        } else if (one.values.length > 0) {
          const at = place % one.values.length;
          lists.removeAt(one.list, at);
          one.values.splice(at, 1);
        }
      }
      const read = held.map(({ list }) => [...lists.all.subarray(lists.startOf(list), lists.endOf(list))]);
      expect(read).toEqual(held.map(({ values }) => values));
    }),
  );
});

test("ten thousand lists that come and go take no more room than those that stay", () => {
  const lists = openNumberLists();
  for (let time = 0; time < 10_000; time++) {
    const list = lists.open();
    for (let value = 0; value < 100; value++) lists.push(list, value);
    lists.close(list);
  }
  expect(lists.all.length).toBeLessThanOrEqual(1_024);
});
