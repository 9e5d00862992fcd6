import { stockholm } from "#kernel/clock.ts";
import type { Problem } from "#kernel/refusal.ts";

/** When an application reached us, as it is written on a form: a day and a time in Sweden. */
export type WhenReached = { readonly reachedDate: Temporal.PlainDate; readonly reachedTime: Temporal.PlainTime };

/**
 * The moment an application reached us. The hour that comes twice when summer time ends is taken as the first of the
 * two; one that is left out when it begins, as the hour after.
 */
export function momentReached({ reachedDate, reachedTime }: WhenReached): Temporal.Instant {
  return reachedDate.toZonedDateTime({ timeZone: stockholm, plainTime: reachedTime }).toInstant();
}

/** Nothing has reached us before it came: a time to come is a slip of the pen, said at its field. */
export function notYetReached(when: WhenReached, now: Temporal.Instant): Problem[] {
  const isAhead = Temporal.Instant.compare(momentReached(when), now) > 0;
  if (!isAhead) return [];
  const today = now.toZonedDateTimeISO(stockholm).toPlainDate();
  const path = Temporal.PlainDate.compare(when.reachedDate, today) > 0 ? "reachedDate" : "reachedTime";
  return [{ path, code: "registration.reached_ahead" }];
}

/** Two telephone numbers are the same however they are written: "070-123 45 67" and "+46701234567". */
export function sameNumber(phone: string): string {
  const digits = phone.replaceAll(/\D/gu, "");
  return digits.replace(/^(?:0046|46|0)(?=\d{6,})/u, "");
}
