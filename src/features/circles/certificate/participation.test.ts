import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { attendanceStates, isAttended } from "#features/circles/attendance/attendance.ts";
import { participationIn } from "#features/circles/certificate/participation.ts";

const meeting = (calledOff = false) => ({ id: newId<"session">(), calledOff });
const [first, second, off] = [meeting(), meeting(), meeting(true)];

test.each([
  { who: "somebody at one meeting of two", states: ["present", "absent"], outcome: { outcome: "completed" } },
  { who: "somebody there digitally", states: [undefined, "digital"], outcome: { outcome: "completed" } },
  { who: "somebody noted as away every time", states: ["absent", "excused"], outcome: { outcome: "neverCame" } },
  {
    who: "somebody who sent another each time",
    states: ["substitute", "substitute"],
    outcome: { outcome: "neverCame" },
  },
  {
    who: "somebody about whom one meeting is not noted",
    states: ["absent", undefined],
    outcome: { outcome: "unknown", unmarked: 1 },
  },
] as const)("$who: $outcome.outcome", ({ states, outcome }) => {
  const noted = new Map([first, second].flatMap(({ id }, at) => (states[at] ? [[id, states[at]] as const] : [])));
  expect(participationIn([first, second, off], noted)).toEqual(outcome);
});

test("a meeting that was called off says nothing about anybody", () => {
  expect(participationIn([off], new Map([[off.id, "present"]]))).toEqual({ outcome: "unknown", unmarked: 0 });
});

test("nobody is said to have stayed away as long as a meeting is not noted", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...attendanceStates), { nil: undefined })), (states) => {
      const sessions = states.map(() => meeting());
      const noted = new Map(sessions.flatMap(({ id }, at) => (states[at] ? [[id, states[at]] as const] : [])));
      const { outcome } = participationIn(sessions, noted);
      expect(outcome === "completed").toBe(states.some((state) => isAttended(state)));
      expect(outcome === "neverCame" && states.includes(undefined)).toBe(false);
    }),
  );
});
