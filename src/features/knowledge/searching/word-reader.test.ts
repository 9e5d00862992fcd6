import fc from "fast-check";
import { expect, test } from "vitest";
import { tokensIn } from "#features/knowledge/searching/tokens.ts";
import { openWordReader } from "#features/knowledge/searching/word-reader.ts";

const reader = openWordReader();

function wordsRead(text: string): { start: number; form: string }[] {
  reader.begin(text);
  const words: { start: number; form: string }[] = [];
  while (reader.next())
    words.push({ start: reader.start, form: String.fromCharCode(...reader.letters.subarray(0, reader.length)) });
  return words;
}

const wordsMatched = (text: string) => tokensIn(text).map(({ start, form }) => ({ start, form }));

test.each([
  { why: "capitals, figures and signs", text: "Vård 2026: ÄLDREomsorg – 3§ SoL!" },
  { why: "letters and accents apart", text: "bedo\u0308mning av André" },
  { why: "emoji between words", text: "stöd👩‍👧barn" },
  { why: "a capital that becomes two letters, and a sigma that ends a word", text: "İzmir ΟΔΟΣ Σ" },
  { why: "letters that stand for others", text: "3 Å ﬁn 가나 ㅏ \u1100\u1161" },
  { why: "a word longer than any", text: `${"å".repeat(200)} slut` },
  { why: "nothing", text: "" },
])("$why are read word by word as they are matched", ({ text }) => {
  expect(wordsRead(text)).toEqual(wordsMatched(text));
});

test("every character, alone and beside others, is read as it is matched", () => {
  const written = (words: { start: number; form: string }[]) => words.map(({ start, form }) => start + form).join();
  const readOtherwise = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    .map((letter) => `a${letter}b ${letter}`)
    .filter((text) => written(wordsRead(text)) !== written(wordsMatched(text)));
  expect(readOtherwise).toEqual([]);
});

test("any text is read as it is matched", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 80 }), (units) => {
      const text = String.fromCharCode(...units);
      expect(wordsRead(text)).toEqual(wordsMatched(text));
    }),
  );
});
