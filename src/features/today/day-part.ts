import { stockholm } from "#kernel/clock.ts";

export type DayPart = "night" | "morning" | "day" | "evening";

/** How somebody is greeted at a moment, by the clocks in Sweden. */
export function dayPart(now: Temporal.Instant): DayPart {
  const { hour } = now.toZonedDateTimeISO(stockholm);
  if (hour < 5) return "night";
  if (hour < 10) return "morning";
  return hour < 18 ? "day" : "evening";
}

/** What a person is called when greeted: the first of their names. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
