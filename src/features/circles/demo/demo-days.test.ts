import fc from "fast-check";
import { expect, test } from "vitest";
import { demoDays } from "#features/circles/demo/demo-days.ts";
import { isWorkingDay } from "#kernel/swedish-days.ts";

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }));

test("whatever day the demo is loaded, every meeting is a Friday to come that people work", () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const { first, selection, full } = demoDays(today);
      for (const day of [...first.sessions, first.followUp, ...selection.sessions, ...full.sessions]) {
        expect(day.dayOfWeek).toBe(5);
        expect(isWorkingDay(day)).toBe(true);
        expect(Temporal.PlainDate.compare(day, today)).toBe(1);
      }
    }),
  );
});

test("of the circle in the middle two meetings have been, and the next is within two weeks; last year's is over", () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const { midway, finished } = demoDays(today);
      const isBefore = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0;
      expect(midway.sessions.map(isBefore).slice(0, 2)).toEqual([true, true]);
      expect(midway.sessions.slice(2).some(isBefore)).toBe(false);
      expect(today.until(midway.sessions[2]!).days).toBeLessThanOrEqual(27);
      const inOrder = [finished.deadline, ...finished.sessions, finished.followUp, today];
      expect(inOrder.toSorted(Temporal.PlainDate.compare)).toEqual(inOrder);
    }),
  );
});

test("the notice comes in December, after the last day and before the first meeting; the follow-up comes in May", () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const { first, selection } = demoDays(today);
      expect(selection.notice.month).toBe(12);
      const inOrder = [today, selection.deadline, selection.notice, selection.sessions[0]!];
      expect(inOrder.toSorted(Temporal.PlainDate.compare)).toEqual(inOrder);
      expect(first.followUp.month).toBe(5);
      expect(first.sessions.at(-1)!.until(first.followUp, { largestUnit: "days" }).days).toBeGreaterThanOrEqual(42);
    }),
  );
});
