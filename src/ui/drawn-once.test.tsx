import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { translators } from "#platform/web/translate.ts";
import { keptDrawings } from "#ui/drawn-once.ts";
import { en } from "#ui/messages.en.ts";
import { sv } from "#ui/messages.sv.ts";

const t = translators({ sv, en });
const roomy = { most: 1_000_000, longest: 60_000 };

afterEach(() => vi.useRealTimers());

/** A list drawn from the lines of a text, and how often it was drawn. */
function listing(bounds = roomy) {
  const drawnOnce = keptDrawings(bounds);
  const drawn: string[] = [];
  const list = drawnOnce((each, lines: string, count: number) => {
    drawn.push(lines);
    return (
      <ul title={each("ui.name")} lang={each.language}>
        {lines.split(" ").map((line) => (
          <li>
            {line} {count}
          </li>
        ))}
      </ul>
    );
  });
  return { list, drawn, drawnOnce };
}

test("the same content is drawn once, and stands every time as it was drawn", () => {
  const { list, drawn } = listing();
  const first = String(list(t.sv, "<å> b", 2));
  expect(first).toContain("<li>&lt;å&gt; 2</li><li>b 2</li>");
  expect(String(list(t.sv, "<å> b", 2))).toBe(first);
  expect(String(<div>{list(t.sv, "<å> b", 2)}</div>)).toBe(`<div>${first}</div>`);
  expect(drawn).toHaveLength(1);
});

test("other content, another language and another drawing are drawn by themselves", () => {
  const { list, drawn, drawnOnce } = listing();
  const other = drawnOnce((_, lines: string, count: number) => `${lines}, ${count}`);
  const words: readonly [string, number][] = [
    ["a b", 1],
    ["a b", 11],
    ["a b1", 1],
    ["a", 1],
    ['a b",1', 1],
  ];
  for (const content of words) {
    expect(String(list(t.sv, ...content))).toContain('lang="sv"');
    expect(String(list(t.en, ...content))).toContain('lang="en"');
    expect(String(other(t.sv, ...content))).not.toContain("<ul");
  }
  expect(drawn).toHaveLength(2 * words.length);
});

test("whatever is asked for and in whatever order, the answer is what drawing it anew would have given", () => {
  const word = fc.oneof(fc.constantFrom("", '"', ",", "1", "a", "å"), fc.string({ maxLength: 4 }));
  const asked = fc.record({ language: fc.constantFrom("sv", "en"), lines: word, count: fc.integer({ max: 3 }) });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 40 }), fc.integer({ min: 1, max: 2_000 }), (all, most) => {
      const kept = listing({ ...roomy, most });
      for (const { language, lines, count } of all)
        expect(String(kept.list(t[language], lines, count))).toBe(String(listing().list(t[language], lines, count)));
    }),
  );
});

test("no more is kept than there is room for", () => {
  const { list, drawn } = listing({ ...roomy, most: 200 });
  for (const lines of ["a", "b", "c", "d"]) list(t.sv, lines, 1);
  expect(drawn).toHaveLength(4);
  list(t.sv, "d", 1);
  expect(drawn, "the last one is still there").toHaveLength(4);
  list(t.sv, "a", 1);
  expect(drawn, "the first one had to go").toHaveLength(5);

  const long = "x".repeat(500);
  list(t.sv, long, 1);
  list(t.sv, long, 1);
  expect(drawn, "one that is larger than all the room is never kept").toHaveLength(7);
});

test("what people have written is gone from memory a while after it was kept, however often it is asked for", () => {
  vi.useFakeTimers();
  const { list, drawn } = listing({ ...roomy, longest: 60_000 });
  list(t.sv, "a", 1);
  vi.advanceTimersByTime(59_000);
  list(t.sv, "a", 1);
  expect(drawn).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(vi.getTimerCount()).toBe(0);
  list(t.sv, "a", 1);
  expect(drawn).toHaveLength(2);
});
