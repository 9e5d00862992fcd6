/** How many whole seconds are left until the time is up; none when it is, and undefined where no time is set. */
export function secondsLeft(closesAt: Temporal.Instant | null, now: Temporal.Instant): number | undefined {
  if (closesAt === null) return undefined;
  return Math.max(0, Math.ceil(now.until(closesAt).total("seconds")));
}
