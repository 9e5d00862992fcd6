import { expect, test } from "vitest";
import { dateMentions } from "./date-mentions.ts";
import { invitationText } from "./invitation-text.ts";
import { maskedText } from "./masked-text.ts";
import { timesIn } from "./times.ts";

const days = (text: string) => {
  const read = invitationText(text);
  const masked = maskedText(
    read.plain,
    timesIn(read).map(({ at }) => at),
  );
  return dateMentions(masked).map(
    ({ day, month, year, weekday }) => `${year ?? "-"}-${month}-${day}${weekday ? ` w${weekday}` : ""}`,
  );
};
const times = (text: string) => timesIn(invitationText(text)).map(({ start, end }) => `${start ?? ""}-${end ?? ""}`);

test.each([
  ["27 januari, 17 februari och 12 maj", ["--1-27", "--2-17", "--5-12"]],
  ["1/10, 22/10 och 10/12 2021 samt 14/1", ["--10-1", "--10-22", "2021-12-10", "--1-14"]],
  ["6, 13 och 20 oktober", ["--10-6", "--10-13", "--10-20"]],
  ["5, 12 och 19/3", ["--3-5", "--3-12", "--3-19"]],
  ["Oktober: 3, 10 och 17", ["--10-3", "--10-10", "--10-17"]],
  ["2021-10-01 och 2021-10-22", ["2021-10-1", "2021-10-22"]],
  ["1 okt. -21", ["2021-10-1"]],
  ["3/9, 1/10 -25 och 14/1-26", ["--9-3", "2025-10-1", "2026-1-14"]],
  ["tisdagen den 5:e september", ["--9-5 w2"]],
  ["fredag 27 jan", ["--1-27 w5"]],
  ["27/1 (fre)", ["--1-27 w5"]],
  ["fredagarna 27/1, 17/2 och 17/3", ["--1-27 w5", "--2-17 w5", "--3-17 w5"]],
  ["den första oktober 2021", ["2021-10-1"]],
  ["27-28 januari", ["--1-27", "--1-28"]],
  ["22–25 januari", ["--1-22", "--1-23", "--1-24", "--1-25"]],
  ["Träff 1, 3 mars kl 13-16, 17 mars", ["--3-3", "--3-17"]],
  ["1.10.2021", ["2021-10-1"]],
  ["DEN 3 MARS", ["--3-3"]],
])("%s holds its days (R009, R111)", (text, expected) => {
  expect(days(text)).toEqual(expected);
});

test.each([
  "070-123 45 67",
  "SOU 2008:18",
  "lag (2001:454)",
  "kl 9-12",
  "1/2 tjänst",
  "läsåret 2021/22",
  "50 %",
  "2 500 kr",
  "barn 0–12 år",
  "https://example.se/2021/10/01",
  "https://example.se/?d=1/10",
  "träff 3",
  "vecka 40",
])("%s holds no day", (text) => {
  expect(days(text)).toEqual([]);
});

test.each([
  ["kl. 9–11.30", ["09:00-11:30"]],
  ["klockan 9 till 12", ["09:00-12:00"]],
  ["9.00 – 13.00", ["09:00-13:00"]],
  ["09:00-11.30", ["09:00-11:30"]],
  ["mellan kl. 13.00 och 15.00", ["13:00-15:00"]],
  ["kl 0900-1600", ["09:00-16:00"]],
  ["kl 13-16", ["13:00-16:00"]],
  ["kl 9-12 och 13-16", ["09:00-16:00"]],
  ["kl 15", ["15:00-"]],
  ["slutar kl 15", ["-15:00"]],
])("%s is a time", (text, expected) => {
  expect(times(text)).toEqual(expected);
});

test.each(["8-12 deltagare", "2.50 kr", "SOU 2008:18", "27-28 januari", "013-12 34 56"])("%s is no time", (text) => {
  expect(times(text)).toEqual([]);
});
