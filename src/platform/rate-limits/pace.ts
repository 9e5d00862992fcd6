/**
 * How fast one caller may go in this process, for what is asked so often that counting it in the database would be the
 * load it is to stop. Says whether one more is within bounds.
 *
 * @param times at once, and then so many for every `seconds`
 */
export function openPace({ times, seconds }: { times: number; seconds: number }, clock = () => performance.now()) {
  const perMillisecond = times / (seconds * 1_000);
  type Left = { readonly left: number; readonly at: number };
  let callers = new Map<string, Left>();
  let before = new Map<string, Left>();
  let turnedAt = clock();

  return (caller: string): boolean => {
    const now = clock();
    // Those who have not been heard of for a whole turn have all their times left, and need not be remembered.
    if (now - turnedAt > seconds * 1_000) {
      [before, callers, turnedAt] = [callers, new Map<string, Left>(), now];
    }
    const known = callers.get(caller) ?? before.get(caller) ?? { left: times, at: now };
    const left = Math.min(times, known.left + (now - known.at) * perMillisecond);
    callers.set(caller, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  };
}
