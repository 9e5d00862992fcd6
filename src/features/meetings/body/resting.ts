/**
 * Whether a body rests on a day: it was laid to rest then or before, and has not been started again. Until that day it
 * meets as before.
 */
export function restsOn(
  { dormantSince }: { readonly dormantSince: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  return dormantSince !== null && Temporal.PlainDate.compare(dormantSince, day) <= 0;
}
