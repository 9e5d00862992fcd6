import { expect, test } from "vitest";
import { documentFrame, hyphensAtLineEnd, oddBulletsAt, quoteMarks, runTogetherAt } from "./pasted-lines.ts";

const cut = (text: string, spans: readonly (readonly [number, number])[]) =>
  spans.toReversed().reduce((kept, [start, end]) => kept.slice(0, start) + kept.slice(end), text);

test("letters that stand for bullets are bullets when two lines begin with them", () => {
  expect(oddBulletsAt("Tider:\n§ 3 mars\n§ 4 april")).toEqual([7, 16]);
  expect(oddBulletsAt("  o 8 september\n  o 29 september")).toEqual([2, 18]);
  expect(oddBulletsAt("Enligt lagen\n§ 4 gäller")).toEqual([]);
});

test("a word parted at the end of a line is one word again, and a word left hanging is not", () => {
  const joined = (text: string) => cut(text, hyphensAtLineEnd(text));
  expect(joined("för med-\narbetare")).toBe("för medarbetare");
  expect(joined("barn-\noch ungdomsvården")).toBe("barn-\noch ungdomsvården");
  expect(joined("kl 9-\n12")).toBe("kl 9-\n12");
});

test("the marks of quoted mails go, and an address in angle brackets stays", () => {
  const unquoted = (text: string) => cut(text, quoteMarks(text));
  expect(unquoted("> Hej\n>> När: 3 mars")).toBe("Hej\nNär: 3 mars");
  expect(unquoted("Ada <ada@example.se>")).toBe("Ada <ada@example.se>");
});

test("headings inside a page without line breaks are found, and not in an ordinary paragraph", () => {
  const long = `${"Ensamhet berör många. ".repeat(30)}Syfte Syftet är kunskap. 2 Kontakt Ada Ek`;
  expect(runTogetherAt(long).length).toBe(4);
  expect(runTogetherAt("Ensamhet berör många. Syfte Syftet är kunskap.")).toEqual([]);
});

test("the frame of a document site goes with the words it repeats", () => {
  const framed = 'Inbjudan Storlek: px Starta visningen från sidan: Download "Inbjudan" Transkript 1 Vi träffas';
  expect(cut(framed, documentFrame(framed))).toBe("Inbjudan Vi träffas");
  expect(documentFrame("Storlek på gruppen: tolv")).toEqual([]);
});
