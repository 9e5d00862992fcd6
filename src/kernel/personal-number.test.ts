import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FreeText, findPersonalNumber } from "#kernel/personal-number.ts";

/** The published test number; the only personal number in this repository. */
const tolvan = "191212121212";

const found = (text: string) => {
  const place = findPersonalNumber(text);
  return place && text.slice(place.start, place.end);
};

describe("a personal identity number is found however it is written", () => {
  test.each([
    "191212121212",
    "19121212-1212",
    "19121212+1212",
    "121212-1212",
    "121212+1212",
    "1212121212",
    "121212 1212",
    "121212 - 1212",
    "121212–1212",
    "121212−1212",
    "19121212 1212",
    "12 12 12-1212",
    "1912-12-12-1212",
    "19 121212-1212",
    "121212\u00A01212",
  ])("%s", (written) => {
    expect(found(`Klienten (${written}), se ovan.`)).toBe(written);
    expect(found(written)).toBe(written);
    expect(found(`pnr:${written}.`)).toBe(written);
  });

  test("with its place, also when a harmless number stands before it", () => {
    const text = "Ring 070-123 45 67 om 121212-1212.";
    expect(findPersonalNumber(text)).toEqual({ start: 22, end: 33 });
  });

  test("as a coordination number, whose day is raised by 60", () => {
    const [birth, serial] = ["121272", "121"];
    const digit = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((each) => found(`${birth}-${serial}${each}`));
    expect(digit).toBeDefined();
  });
});

test.each([
  ["a wrong check digit", "121212-1213"],
  ["a month that does not exist", "121312-1212"],
  ["a day that does not exist", "120230-1212"],
  ["a serial number of zeros", "121212-0000"],
  ["a mobile number", "070-123 45 67"],
  ["a mobile number without gaps", "0701234567"],
  ["a number with country code", "+46 70 123 45 67"],
  ["a bankgiro number", "bankgiro 5050-1055"],
  ["an organisation number", "212000-1355"],
  ["a diary number", "SN 2021/00412-3"],
  ["a longer row of digits", "9191212121212123"],
  ["two dates", "2021-10-01-2021-10-22"],
  ["nothing", ""],
])("%s is no personal identity number", (_, text) => {
  expect(findPersonalNumber(text)).toBeUndefined();
});

test("a number is found in any text around it, and its place is exact", () => {
  const around = fc.string({ maxLength: 40 }).filter((text) => !/[\d+./,-]/u.test(text));
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(found(`${before} ${tolvan} ${after}`)).toBe(tolvan);
    }),
  );
});

test("ten bare digits are a phone number only if a word says so", () => {
  const last = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => findPersonalNumber(`070123456${digit}`));
  expect(last).toBeDefined();
  expect(found(`Mobil: 070123456${last}`)).toBeUndefined();
  expect(found(`Han är 070123456${last}`)).toBe(`070123456${last}`);
});

test("no text without ten digits holds a personal identity number", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(text.replaceAll(/\D/gu, "").length < 10);
      expect(findPersonalNumber(text)).toBeUndefined();
    }),
  );
});

describe("free text", () => {
  const Motivation = FreeText(20);

  test("is trimmed and limited", () => {
    expect(Motivation.parse("  jag vill  ")).toBe("jag vill");
    expect(Motivation.safeParse("x".repeat(21)).success).toBe(false);
  });

  test("refuses a personal identity number and says where it stands", () => {
    const issue = FreeText(100).safeParse(" om 121212-1212 ").error?.issues[0];
    expect(issue).toMatchObject({ code: "custom", params: { code: "kernel.personal_number", start: 3, end: 14 } });
  });

  test("lets other numbers through", () => {
    expect(Motivation.parse("ring 070-123 45 67")).toBe("ring 070-123 45 67");
  });
});
