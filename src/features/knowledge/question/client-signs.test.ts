import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientSigns, foldedPhrase } from "#features/knowledge/question/client-signs.ts";

const known = new Set(
  ["Nätverksmöten", "Signs of Safety", "Södra Länets kommun", "Mölndals stad", "Mölndal", "FoU Länet", "Ester"].map(
    foldedPhrase,
  ),
);
const found = (text: string) => clientSigns(text, known).map(({ kind, found: words }) => [kind, words]);

describe("what may tell who a client is", () => {
  test.each([
    { text: "Hur stöttar vi Kalle Karlsson?", signs: [["name", "Kalle Karlsson"]] },
    { text: "hur stöttar vi kalle som inte går i skolan?", signs: [["name", "kalle"]] },
    { text: "Fatima vill flytta hem. Vad gör vi?", signs: [["name", "Fatima"]] },
    { text: "Inga Berg vill flytta hem.", signs: [["name", "Inga Berg"]] },
    { text: "Vad hjälper Karlssons son?", signs: [["name", "Karlssons"]] },
    { text: "Pojken bor med mamma Anna-Karin i Mölndal", signs: [["name", "Anna-Karin"]] },
    { text: "Ring mamman på 070-123 45 67 först", signs: [["phone", "070-123 45 67"]] },
    { text: "Hon nås på +46 8 123 456 78", signs: [["phone", "+46 8 123 456 78"]] },
    { text: "Skriv till mamma@example.se", signs: [["email", "mamma@example.se"]] },
    { text: "familjen på storgatan 5 B behöver stöd", signs: [["address", "storgatan 5 B"]] },
    { text: "Vad gäller i ärende 2024/1234?", signs: [["caseNumber", "ärende 2024/1234"]] },
    { text: "Se SN 2024-00123", signs: [["caseNumber", "SN 2024-00123"]] },
    { text: "Flickan är född 2012-03-14", signs: [["birthDate", "2012-03-14"]] },
    { text: "Flickan är född den 14 mars 2012", signs: [["birthDate", "14 mars 2012"]] },
    { text: "Flickan, född 120314, bor hemma", signs: [["birthDate", "född 120314"]] },
  ])("$text", ({ text, signs }) => {
    expect(found(text)).toEqual(signs);
  });

  test.each([
    "Vilka insatser minskar oplanerade placeringar för tonåringar?",
    "Hjälper Signs of Safety familjer i Södra Länets kommun?",
    "Har FoU Länets rapport om nätverksmöten följts upp?",
    "Vad säger Socialstyrelsen och SBU om BBIC?",
    "Vad gäller enligt SFS 2001:453 och prop. 2024/25:89?",
    "Sedan 2024 har vi provat i 12 månader, 3 gånger per vecka, med 10-15 unga.",
    "Hans skola har slutat. Inga svar finns. Per månad kostar det 5 000 kronor.",
    "LVU, LSS och SIP: hur hänger de ihop?",
    "Vi har läst. Vad gör vi nu?\nVem frågar vi?",
  ])("nothing in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("a name that is known to be of no client is no sign, and one beside it still is", () => {
    expect(found("Fick Ester stöd av Berg?")).toEqual([["name", "Berg"]]);
    expect(clientSigns("Fick Zoé stöd?").length).toBe(1);
    expect(clientSigns("Fick Zoé stöd?", new Set(["zoé"]))).toEqual([]);
  });

  test("every sign stands where it says, and none inside another", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: "grapheme", maxLength: 12 }),
            fc.constantFrom(
              "Kalle Karlsson",
              "070-123 45 67",
              "storgatan 5",
              "dnr 2024/123",
              "2012-03-14",
              "i",
              ".",
              "Mölndal",
            ),
          ),
          { maxLength: 12 },
        ),
        (pieces) => {
          const text = pieces.join(" ");
          const signs = clientSigns(text, known);
          for (const { start, end, found: words } of signs) expect(text.slice(start, end)).toBe(words);
          for (const [place, { start }] of signs.entries())
            expect(start).toBeGreaterThanOrEqual(signs[place - 1]?.end ?? 0);
        },
      ),
    );
  });

  test("ten thousand signs are read in no time", () => {
    for (const text of ["Aa ".repeat(3_400), "0 ".repeat(5_000), "ärende ".repeat(1_500), "å@".repeat(5_000)]) {
      const began = performance.now();
      clientSigns(text, known);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});
