import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Invitation } from "./invitation.ts";
import { readInvitation } from "./queries.ts";

const folder = new URL("./samples/", import.meta.url);
const today = Temporal.PlainDate.from("2026-11-22");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(/\.txt$/u, ""));
const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, folder), "utf8");

test("there are samples to read", () => {
  expect(names.length).toBeGreaterThanOrEqual(30);
});

describe("every sample is read exactly: all values right or null, every trap warned about (R036, R037)", () => {
  test.each(names)("%s", (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    const { invitation, readFrom, text } = readInvitation(textOf(name), { today });
    expect(invitation).toEqual(expected);
    expect(Invitation.parse(invitation)).toEqual(invitation);
    for (const [start, end] of Object.values(readFrom)) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});

test("values stand beside the words they were read from", () => {
  const { text, readFrom } = readInvitation(textOf("06-teams-by-principal"), { today });
  const words = (path: string) => text.slice(...(readFrom[path] ?? [0, 0]));
  expect(words("sessions.0.date")).toBe("den 24 september");
  expect(words("sessions.0.kind")).toBe("Kick-off");
  expect(words("sessions.0.audience")).toBe("hela arbetsgruppen");
  expect(words("deadline")).toBe("15 maj 2026");
  expect(words("capacity")).toContain("plats för sex");
  expect(words("contacts.0.email")).toBe("moa.lind@example.se");
  expect(words("managerConsultation")).toContain("skriva under");
});

test("a session whose year is unknown keeps its day for the person who chooses the year", () => {
  const { invitation, partialDates } = readInvitation(textOf("16-two-thursdays-open-year"), { today });
  expect(invitation.sessions.map(({ date }) => date)).toEqual([null, null]);
  expect(partialDates).toEqual({ "sessions.0.date": "--09-17", "sessions.1.date": "--11-19" });
});

test("the same text is told in English", () => {
  const { invitation } = readInvitation(textOf("01-fridays-without-year"), { today, language: "en" });
  expect(invitation.year.why).toMatch(/Good Friday|långfredagen/u);
  expect(invitation.warnings[0]?.message).toBe("The text does not say which year the sessions are.");
});
