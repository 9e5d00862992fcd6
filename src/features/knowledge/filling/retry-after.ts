const least = 1;
const most = 24 * 3_600;

/**
 * How many seconds a server asks us to wait: said in seconds or as a moment. At least one and at most a day, whatever it
 * says; nothing when it does not say.
 */
export function secondsToWait(said: string | undefined, now: Temporal.Instant): number | undefined {
  if (said === undefined) return undefined;
  const seconds = /^\s*\d{1,9}\s*$/u.test(said) ? Number(said) : (Date.parse(said) - now.epochMilliseconds) / 1_000;
  return Number.isFinite(seconds) ? Math.min(most, Math.max(least, Math.ceil(seconds))) : undefined;
}
