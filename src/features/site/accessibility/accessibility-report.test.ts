import { describe, expect, test } from "vitest";
import { answerBy, Hindrance, pageCameFrom, roundOfPage } from "#features/site/accessibility/accessibility-report.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("an answer comes within ten working days, holidays not counted", () => {
  expect(answerBy(day("2027-03-01")).toString()).toBe("2027-03-15");
  expect(answerBy(day("2026-12-18")).toString()).toBe("2027-01-08");
});

describe("the page somebody came from", () => {
  test.each([
    ["https://cirklar.example.se/cirklar/tidiga-insatser", "/cirklar/tidiga-insatser"],
    ["https://cirklar.example.se/personer?namn=Elsa", "/personer"],
    ["https://annan.example.org/cirklar", undefined],
    ["https://cirklar.example.se/tillganglighet", undefined],
    ["ingen adress", undefined],
    [undefined, undefined],
  ])("%s → %s", (referrer, path) => {
    expect(pageCameFrom(referrer, "https://cirklar.example.se")).toBe(path);
  });
});

test.each([
  ["/cirklar/tidiga-insatser", "tidiga-insatser"],
  ["https://x.example.se/cirklar/tidiga-insatser/anmalan?a=b", "tidiga-insatser"],
  ["/cirklar", undefined],
  ["Sidan om cirklar", undefined],
  [undefined, undefined],
])("the round of %s is %s", (page, round) => expect(roundOfPage(page)).toBe(round));

test("a personal identity number is refused wherever it stands, and says where", () => {
  for (const field of ["hindrance", "page", "aid"] as const) {
    const told = { hindrance: "Går inte", [field]: "Jag är 191212121212" };
    expect(Hindrance.safeParse(told).error?.issues[0]).toMatchObject({ path: [field], params: { start: 7, end: 19 } });
  }
});
