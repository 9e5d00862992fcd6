import { describe, expect, test } from "vitest";
import { rowsShown, rowsTyped, withoutGaps } from "#features/circles/registration/team/team-rows.ts";
import { teamLimits, unfitTeam } from "#features/circles/registration/team/team.ts";

const round = { allocation: "teamByPrincipal", teamLeast: 3, teamMost: 6, seats: 24 } as const;
const people = (...emails: string[]) => ({ members: emails.map((email) => ({ name: "Någon", email })) });
const three = ["a@example.se", "b@example.se", "c@example.se"];

describe("a team fits its round (R121)", () => {
  test.each([
    ["within its limits", round, three, []],
    ["too small", round, three.slice(1), ["members"]],
    ["larger than allowed", { ...round, teamMost: 3 }, [...three, "d@example.se"], ["members"]],
    ["larger than the round", { ...round, seats: 2 }, three, ["members"]],
    ["with one person written twice", round, [...three, "a@example.se"], ["members.3.email"]],
    ["of any size where nobody has said", { ...round, teamLeast: null, teamMost: null }, three.slice(2), []],
  ])("%s", (_, asked, emails, paths) => {
    expect(unfitTeam(asked, people(...emails)).map(({ path }) => path)).toEqual(paths);
  });

  test("and a round of single people asks for none", () => {
    expect(unfitTeam({ ...round, allocation: "selection" }, {})).toEqual([]);
  });

  test("the limits never cross", () => {
    expect(teamLimits({ ...round, teamLeast: 5, seats: 3 })).toEqual({ least: 3, most: 3 });
  });
});

describe("the rows of a form", () => {
  test("close up where one was left empty, so that what is wrong is said at the right person", () => {
    const typed = { "members.0.name": "Asta", "members.1.name": "", "members.2.name": "Bo", name: "Cim" };
    expect(withoutGaps(typed)).toEqual({ "members.0.name": "Asta", "members.1.name": "Bo", name: "Cim" });
    expect(rowsTyped(typed)).toBe(2);
  });

  test("are all there for a small team, and more on request for a large one", () => {
    expect(rowsShown({ least: 3, most: 6 }, {})).toBe(6);
    expect(rowsShown({ least: 3, most: 30 }, {})).toBe(6);
    const seven = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`members.${index}.name`, "x"]));
    expect(rowsShown({ least: 3, most: 30 }, seven)).toBe(7);
    expect(rowsShown({ least: 3, most: 30 }, { ...seven, fler: "ja" })).toBe(12);
  });
});
