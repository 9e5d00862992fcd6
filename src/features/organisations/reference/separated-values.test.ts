import fc from "fast-check";
import { expect, test } from "vitest";
import { recordsOf } from "#features/organisations/reference/separated-values.ts";

test("reads quoted commas, quotes and line breaks, and keeps leading zeros", () => {
  expect(recordsOf('code,name\r\n0115,"Hälsa, arbetsliv"\r\n0117,"Sagt ""så""\nom det"\r\n')).toEqual([
    { code: "0115", name: "Hälsa, arbetsliv" },
    { code: "0117", name: 'Sagt "så"\nom det' },
  ]);
});

test("an empty last value is read", () => {
  expect(recordsOf("a,b\n1,\n")).toEqual([{ a: "1", b: "" }]);
});

test("refuses a row that has slipped", () => {
  expect(() => recordsOf("a,b\n1,2,3\n")).toThrow("Row 2 has 3 values");
});

test("what is written is read back, whatever the values hold", () => {
  const written = (values: readonly string[]) => values.map((each) => `"${each.replaceAll('"', '""')}"`).join(",");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 8 }), (rows) => {
      const text = ["a,b", ...rows.map(written)].join("\n");
      expect(recordsOf(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
    }),
  );
});
