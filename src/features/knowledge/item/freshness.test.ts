import { expect, test } from "vitest";
import { firstSentence, freshnessOf } from "#features/knowledge/item/freshness.ts";

const today = Temporal.PlainDate.from("2027-03-18");
const at = today.toZonedDateTime("Europe/Stockholm").toInstant();

test.each([
  { why: "its day is today", reviewDue: today, retiredAt: null, is: "fresh" },
  { why: "its day was yesterday", reviewDue: today.subtract({ days: 1 }), retiredAt: null, is: "due" },
  { why: "it has no day", reviewDue: null, retiredAt: null, is: "noDay" },
  { why: "it is retired, whatever its day", reviewDue: today, retiredAt: at, is: "retired" },
])("$why: $is", ({ reviewDue, retiredAt, is }) => {
  expect(freshnessOf({ reviewDue, retiredAt }, today)).toBe(is);
});

test.each([
  ["Det hjälper. Det gäller alla.", "Det hjälper."],
  ["Bl.a. barn hjälps. Sedan mer.", "Bl.a. barn hjälps."],
  ["Utan punkt", "Utan punkt"],
  [`${"ord ".repeat(80)}slut.`, `${"ord ".repeat(54)}ord …`],
])("the first sentence of %s", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
