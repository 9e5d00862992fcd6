import { expect, test } from "vitest";
import type { z } from "zod";
import {
  AnyOf,
  Count,
  Day,
  Maybe,
  MaybeAddress,
  MaybeCount,
  MaybeDay,
  MaybeEmail,
  MaybeLine,
  MaybeOneOf,
  MaybeTime,
  MaybeWords,
  MaybeYes,
  OneLine,
  oneLineEnd,
  Several,
  Ticked,
  Time,
  Words,
} from "#kernel/answers.ts";

const refused = Symbol("refused");
const taken = (schema: z.ZodType, sent: unknown) => {
  const { data, success } = schema.safeParse(sent);
  return success ? data : refused;
};
const day = Temporal.PlainDate.from("2028-02-29");
const nine = Temporal.PlainTime.from("09:00");

test.each<[what: string, schema: z.ZodType, sent: unknown, taken: unknown]>([
  ["a name as it is", OneLine(20), " Kristina Alm ", "Kristina Alm"],
  ["a name of two lines", OneLine(20), "Kristina\nAlm", refused],
  ["a name with a web address", OneLine(40), "Vinn på www.example.se", refused],
  ["a name with another web address", OneLine(40), "Vinn på https://example.se", refused],
  ["no name", OneLine(20), " ", refused],
  ["a name that is too long", OneLine(3), "Alma", refused],
  ["a name with a personal identity number", OneLine(40), "Alma 191212121212", refused],
  ["a name that may be left out", MaybeLine(20), " ", null],
  ["a name that may be left out, of two lines", MaybeLine(20), "a\nb", refused],
  ["words that are needed", Words(20), "Två\nrader", "Två\nrader"],
  ["words that are needed and lacking", Words(20), " ", refused],
  ["words that may be left out", MaybeWords(20), " ", null],
  ["a number with a space", Count(0, 2_000), "1 000", 1_000],
  ["a number that is too large", Count(0, 2_000), "2001", refused],
  ["a number with a decimal", Count(0, 2_000), "1,5", refused],
  ["no number", Count(0, 2_000), "", refused],
  ["no number where none is needed", MaybeCount(0, 2_000), "", null],
  ["a day that exists", Day, "2028-02-29", day],
  ["a day that does not", Day, "2027-02-29", refused],
  ["no day", Day, "", refused],
  ["no day where none is needed", MaybeDay, "", null],
  ["a day that does not exist where none is needed", MaybeDay, "2027-02-29", refused],
  ["a time as it is said in Swedish", Time, "9.00", nine],
  ["an hour alone", MaybeTime, "9", nine],
  ["a time that does not exist", MaybeTime, "25:00", refused],
  ["no time", Time, "", refused],
  ["no time where none is needed", MaybeTime, " ", null],
  ["a ticked box", Ticked, "on", true],
  ["a box that is not sent", Ticked, undefined, false],
  ["a box with something else in it", Ticked, "perhaps", refused],
  ["an answer that is not known yet", MaybeYes, "", null],
  ["an answer that is no", MaybeYes, "no", false],
  ["a choice", MaybeOneOf(["a", "b"]), "a", "a"],
  ["no choice", MaybeOneOf(["a", "b"]), "", null],
  ["a choice that is not offered", MaybeOneOf(["a", "b"]), "c", refused],
  ["one box of several", AnyOf(["a", "b"]), "a", ["a"]],
  ["none of several", AnyOf(["a", "b"]), undefined, []],
  ["more than there are", AnyOf(["a", "b"]), ["a", "b", "a"], refused],
  ["too few of several", Several(OneLine(9), 3, 1), undefined, refused],
  ["enough of several", Several(OneLine(9), 3, 1), "a", ["a"]],
  ["something that may be left out", Maybe(Day), "", null],
  ["something that may be left out and is wrong", Maybe(Day), "i maj", refused],
  ["an address", MaybeEmail, " Rut@Example.se ", "rut@example.se"],
  ["no address", MaybeEmail, " ", null],
  ["a web address", MaybeAddress, "https://example.se/a", "https://example.se/a"],
  ["a web address that runs something", MaybeAddress, "javascript:alert(1)", refused],
])("%s", (_, schema, sent, expected) => {
  expect(taken(schema, sent)).toEqual(expected);
});

test("lines end in one way, whichever machine they come from", () => {
  expect(["a\r\nb", "a\rb", "a\nb"].map(oneLineEnd)).toEqual(["a\nb", "a\nb", "a\nb"]);
});
