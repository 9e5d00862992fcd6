import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Minutes } from "./minutes.ts";
import { parseMinutes, readMinutes } from "./queries.ts";

const sample = readFileSync(new URL("./samples/01-two-networks-bullets.txt", import.meta.url), "utf8");

describe("a long text is read in time that grows with its length", () => {
  test.each([
    ["the sample", `${sample}\n`, 1_000_000],
    ["one letter", "a", 400_000],
    ["lines of names", "Anna Ek, Ale\n", 400_000],
    ["names in a row", "Anna Ek, ", 200_000],
    ["attendance labels", "Närvarande: Anna Ek, Ale\n", 400_000],
    ["questions", "- Vad kostar det?\n", 400_000],
    ["commissions", "Anna Ek får i uppdrag att skicka ut en lista och en plan till nästa möte. ", 400_000],
    ["days", "Nästa möte 12 maj kl. 9-12, ", 200_000],
    ["brackets", "(((", 200_000],
    ["colons", "Beslut: ", 200_000],
    ["tabs", "a\t", 200_000],
    ["bars", "| a ", 200_000],
    ["line breaks", "\n", 1_000_000],
    ["sections", "§ 4 Budget\n", 400_000],
    ["capitals", "Anna Ek ", 200_000],
    ["identity numbers", "191212121212 ", 200_000],
  ])("%s", { timeout: 60_000 }, (_, piece, length) => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    expect(Minutes.safeParse(parseMinutes(text)).success).toBe(true);
  });
});

describe("any text", () => {
  const line = fc.constantFrom(
    "Närvarande",
    "Närvarande: Anna Ek, Ale",
    "IFO",
    "Nätverk Funktionsstöd (3)",
    "Anna Ek, Göteborg",
    "Bo Al och Cia Dahl, GR",
    "Frånvarande: Bo Al",
    "cirka 30 deltagare",
    "§ 4 Budget",
    "Beslut:",
    "- GR får i uppdrag att återkomma med en plan och en budget",
    "- Frågan parkeras tills vidare.",
    "- Vad kostar det?",
    "- Vilka risker finns?",
    "Rådet godkändes av chefsnätverket den 3 mars.",
    "Nästa möte: 12 maj kl. 9-12",
    "Vid pennan: Anna och Bo",
    "Bilagor: plan.pdf",
    "Vad\tVem\tNär",
    "Boka lokal\tAnna Ek\t3 maj",
    "| Namn | Kommun |",
    "Datum: 4 mars 2025",
    "",
    "Tidigare\u00A0möte",
    "30 februari",
    "(",
    "Å\u030A",
  );
  const texts = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: line },
        fc.string({ maxLength: 12 }),
        fc.string({ unit: "grapheme", maxLength: 8 }),
      ),
      {
        maxLength: 30,
      },
    )
    .map((lines) => lines.join("\n"));
  const normalised = (text: string) =>
    text
      .normalize("NFC")
      .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, "")
      .replaceAll(/\s+/gu, "");

  test("gives valid JSON whose places lie in the text, never more persons than rows, and nothing that is not there", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { minutes, readFrom } = readMinutes(text);
        expect(Minutes.parse(minutes)).toEqual(minutes);
        expect(minutes.persons).toBeLessThanOrEqual(minutes.attendance.length);
        expect(minutes.municipalities).toBeLessThanOrEqual(minutes.persons);
        const places = [...Object.values(readFrom), ...minutes.warnings.flatMap(({ at }) => (at ? [at] : []))];
        for (const [start, end] of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("gives only names, organisations, questions and matters that stand in it", () => {
    const plain = fc.array(line, { maxLength: 25 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(plain, (text) => {
        const { attendance, items, questions, noteTakers, attachments } = parseMinutes(text);
        const said = [
          ...attendance.flatMap((row) => [row.group, row.name, row.organisation, row.represents, row.title]),
          ...items.flatMap((item) => [
            item.group,
            item.topic,
            item.text,
            item.owner,
            item.decidedBy,
            ...item.deliverables,
          ]),
          ...questions,
          ...noteTakers,
          ...attachments,
        ].filter((each) => each !== null);
        const all = normalised(text);
        for (const each of said) expect(all).toContain(normalised(each));
      }),
      { numRuns: 300 },
    );
  });
});
