import { describe, expect, test } from "vitest";
import { readInvitation } from "#features/circles/invitation/queries.ts";
import {
  dayBefore,
  daysFromYear,
  draftFromInvitation,
  kindSaidIn,
} from "#features/circles/round/draft/draft-from-invitation.ts";

const read = (text: string) => draftFromInvitation(readInvitation(text).invitation);
const invitation = `Inbjudan till utvecklingscirkel

Vi träffas 27 januari, 17 februari, 17 mars, 7 april och 12 maj kl. 9.00-13.00. Lunch ingår.
Max 12 deltagare. De som erbjuds plats får definitivt besked i december.
Tidsåtgång cirka 70 timmar. Deltagandet är kostnadsfritt.
Kontakt: Siv Alm, siv.alm@example.se`;

describe("a draft from an invitation", () => {
  test("holds what the text says and leaves open what it does not (R009, R025, R026)", () => {
    const draft = read(invitation);
    expect(draft).toMatchObject({
      hardCapacity: 12,
      hours: 70,
      cost: 0,
      noticeDate: null,
      noticeMonth: "--12",
      deadline: null,
      theme: null,
    });
    expect(draft.sessions).toHaveLength(5);
    expect(draft.sessions.map(({ date }) => date)).toEqual(Array(5).fill(null));
    expect(draft.sessions[0]).toMatchObject({ mode: null, venue: null });
    expect(draft.contacts).toMatchObject([{ name: "Siv Alm", email: "siv.alm@example.se" }]);
  });

  test("of an empty text is empty", () => {
    expect(read("")).toMatchObject({ title: null, sessions: [], hardCapacity: null, allocation: null, contacts: [] });
  });

  test("leaves out what does not fit rather than cutting it", () => {
    const { invitation: whole } = readInvitation("");
    const long = draftFromInvitation({
      ...whole,
      title: "x".repeat(201),
      hours: 0.5,
      capacity: { target: 14, hard: 12, approximate: true },
    });
    expect(long).toMatchObject({ title: null, hours: null, hardCapacity: 12, targetCapacity: null });
  });
});

test.each([
  ["Forskningsledd utvecklingscirkel", "", "developmentCircle"],
  [null, "Välkommen till en forskningscirkel. Utbildning ingår.", "researchCircle"],
  ["Inbjudan", "En temadag om barn", "themeDay"],
  [null, "Välkommen", undefined],
])("the kind said in %s %s is %s (R002)", (title, text, kind) => {
  expect(kindSaidIn(title, text)).toBe(kind);
});

describe("days once the year is known", () => {
  const days = (partials: (string | null)[], year: number) =>
    daysFromYear(partials, year).map((date) => date?.toString() ?? null);

  test("go on into the next year (R111)", () => {
    expect(days(["--10-01", "--12-10", "--01-14", "--05-06"], 2021)).toEqual([
      "2021-10-01",
      "2021-12-10",
      "2022-01-14",
      "2022-05-06",
    ]);
  });

  test("stay open where only a month is known or the day does not exist", () => {
    expect(days(["--02-29", "--05", null, "--06-01"], 2027)).toEqual([null, null, null, "2027-06-01"]);
  });

  test("the last day to apply lies before the first meeting", () => {
    const first = Temporal.PlainDate.from("2028-01-27");
    expect(dayBefore("--12-01", first)?.toString()).toBe("2027-12-01");
    expect(dayBefore("--01-15", first)?.toString()).toBe("2028-01-15");
    expect([dayBefore("--12-01", undefined), dayBefore(null, first), dayBefore("--02-30", first)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
