import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeColumns } from "#features/circles/registration/imports/import-columns.ts";
import { planRows, seatNewcomers } from "#features/circles/registration/imports/import-plan.ts";
import type { ImportRow } from "#features/circles/registration/imports/import-row.ts";
import { readMoment } from "#features/circles/registration/imports/swedish-moment.ts";
import { readSector, saysYes } from "#features/circles/registration/imports/written-answers.ts";

describe("columns are proposed from their headings (R024)", () => {
  test("of a Microsoft form: the time it was sent, not the time it was opened", () => {
    const header = ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Arbetsplats", "Kommun", "Befattning"];
    expect(proposeColumns(header)).toEqual({
      reached: 2,
      email: 3,
      name: 4,
      workplace: 5,
      employer: 6,
      profession: 7,
    });
  });

  test("of esMaker, with questions as headings: the manager's address is not the applicant's", () => {
    const header = [
      "Svarsdatum",
      "Förnamn",
      "Efternamn",
      "E-postadress:",
      "Chefens e-post",
      "Närmaste chef",
      "Telefon",
    ];
    expect(proposeColumns(header)).toEqual({
      reached: 0,
      firstName: 1,
      lastName: 2,
      email: 3,
      managerEmail: 4,
      managerName: 5,
      phone: 6,
    });
  });

  test("that begin with a known name are found, and one column gives one answer", () => {
    expect(proposeColumns(["Befattning på din arbetsplats", "Motivering till ansökan"])).toEqual({
      profession: 0,
      motivation: 1,
    });
    expect(proposeColumns(["Okänt", ""])).toEqual({});
  });
});

describe("a moment is read as Swedish tools write it", () => {
  test.each([
    ["2027-06-04 09:15:30", "2027-06-04T07:15:30Z"],
    ["2027-06-04T09:15", "2027-06-04T07:15:00Z"],
    ["2027-01-04 9.15", "2027-01-04T08:15:00Z"],
    ["4.6.2027 9:15", "2027-06-04T07:15:00Z"],
    ["13/6/2027 09:15", "2027-06-13T07:15:00Z"],
    ["6/13/27 9:15:23 PM", "2027-06-13T19:15:23Z"],
    ["2027-06-04", "2027-06-03T22:00:00Z"],
  ])("%s", (written, moment) => {
    expect(readMoment(written)?.toString()).toBe(moment);
  });

  test.each(["", "i går", "4/6/2027 09:15", "2027-02-30", "2027-06-04 25:00", "2027-06-04 09:61", "99999"])(
    "%j is not guessed",
    (written) => {
      expect(readMoment(written)).toBeUndefined();
    },
  );
});

test.each([
  ["Socialtjänst", "socialServices"],
  ["Hälso- och sjukvård", "healthCare"],
  ["Elevhälsan", "school"],
  ["Brukarorganisation", "civilSociety"],
  ["Annat", "other"],
  ["", undefined],
  ["???", undefined],
])("the sector %j is %s", (written, sector) => {
  expect(readSector(written)).toBe(sector);
});

test("a yes and a no are read, and nothing else is", () => {
  expect(["Ja", "x", "Nej, inte än", "kanske", ""].map(saysYes)).toEqual([true, true, false, undefined, undefined]);
});

const at = (minute: number) => Temporal.Instant.from("2027-06-04T07:00:00Z").add({ minutes: minute });
const row = (line: number, email: string | undefined, minute: number, over: Partial<ImportRow> = {}) => ({
  line,
  name: `Rad ${line}`,
  email: email ?? "",
  reachedAt: at(minute),
  late: false,
  application: { email, meets: {} } as ImportRow["application"],
  problems: [],
  key: `${email} ${minute}`,
  ...over,
});
const nothing = { keys: new Set<string>(), emails: new Set<string>() };

describe("what rows do", () => {
  test("they come in by the time they tell, so the first of two from one person goes on (C-19)", () => {
    const plan = planRows([row(2, "a@example.se", 9), row(3, "a@example.se", 1)], nothing);
    expect(plan.map(({ line, deed, withLine }) => [line, deed, withLine])).toEqual([
      [3, "new", undefined],
      [2, "merges", 3],
    ]);
  });

  test("what came in before does not come in again, and a row that stands twice comes in once", () => {
    const known = { keys: new Set(["a@example.se 1"]), emails: new Set(["b@example.se"]) };
    const plan = planRows(
      [row(2, "a@example.se", 1), row(3, "b@example.se", 2), row(4, "c@example.se", 3), row(5, "c@example.se", 3)],
      known,
    );
    expect(plan.map(({ deed }) => deed)).toEqual(["known", "merges", "new", "known"]);
  });

  test("every row does exactly one thing, and only right rows come in", () => {
    const drawn = fc.array(
      fc.record({
        email: fc.constantFrom("a@example.se", "b@example.se", undefined),
        minute: fc.nat(5),
        right: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(drawn, (rows) => {
        const read = rows.map(({ email, minute, right }, index) =>
          row(index + 2, email, minute, right ? {} : { application: undefined }),
        );
        const plan = planRows(read, nothing);
        expect(plan.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(read.map(({ line }) => line));
        expect(plan.filter(({ deed }) => deed === "error").length).toBe(rows.filter(({ right }) => !right).length);
        const fresh = plan.filter(({ deed, application }) => deed === "new" && application?.email);
        expect(new Set(fresh.map(({ email }) => email)).size).toBe(fresh.length);
      }),
    );
  });
});

test("those who come last get what is left in their order, and nobody more (C-3)", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ managerAwaited: fc.boolean(), onlyWhilePlacesLeft: fc.boolean() })),
      fc.integer({ min: -3, max: 9 }),
      (people, free) => {
        const states = seatNewcomers(people, { assessed: false, free });
        const seated = states.filter((state) => state === "placed" || state === "held").length;
        expect(seated).toBe(Math.min(Math.max(0, free), people.length));
        expect(states.slice(seated).every((state) => state === "waitlisted" || state === undefined)).toBe(true);
        expect(new Set(seatNewcomers(people, { assessed: true, free }))).toEqual(
          new Set(people.length > 0 ? ["applied"] : []),
        );
      },
    ),
  );
});
