import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { coverThemes } from "#features/circles/session-plan/theme-coverage.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const meeting = (date: string | null, calledOff = false) => ({
  id: newId<"session">(),
  date: date === null ? null : day(date),
  calledOff,
});
const theme = (name: string, ...meetings: readonly { readonly id: ReturnType<typeof newId<"session">> }[]) => ({
  id: newId<"circle_theme">(),
  name,
  sessionIds: meetings.map(({ id }) => id),
});

test("a theme has had its meeting, is to have it, or has none; what is called off takes up nothing (R105)", () => {
  const [october, november, off, undated] = [
    meeting("2027-10-01"),
    meeting("2027-11-19"),
    meeting("2027-10-08", true),
    meeting(null),
  ];
  const covered = coverThemes(
    [
      theme("Möjligheter", october, november),
      theme("Hinder", november),
      theme("Samordning", off),
      theme("Införande", undated),
      theme("Lagen"),
    ],
    [october, off, november, undated],
    day("2027-10-01"),
  );
  expect(covered.map(({ theme: { name }, sessions, coverage }) => [name, sessions.length, coverage])).toEqual([
    ["Möjligheter", 2, "held"],
    ["Hinder", 1, "planned"],
    ["Samordning", 0, "none"],
    ["Införande", 1, "planned"],
    ["Lagen", 0, "none"],
  ]);
});
