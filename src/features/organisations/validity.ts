/** The days something holds: the first and the last of them. Open ends are null, because most of them are not known. */
export type Validity = { readonly validFrom: Temporal.PlainDate | null; readonly validTo: Temporal.PlainDate | null };

/**
 * Whether something held on a day: both its first and its last day count, and an open end holds for ever.
 * The same rule stands in SQL as `validOn` in queries.ts.
 */
export function isValidOn(day: Temporal.PlainDate, { validFrom, validTo }: Validity): boolean {
  return (
    (validFrom === null || Temporal.PlainDate.compare(validFrom, day) <= 0) &&
    (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0)
  );
}

/** Whether two stretches of time have a day in common. */
export function overlap(one: Validity, other: Validity): boolean {
  return beginsBy(one, other.validTo) && beginsBy(other, one.validTo);
}

function beginsBy({ validFrom }: Validity, day: Temporal.PlainDate | null): boolean {
  return validFrom === null || day === null || Temporal.PlainDate.compare(validFrom, day) <= 0;
}

/** What has been, what is and what is to come, as seen from a day. */
export function tenseOn(day: Temporal.PlainDate, validity: Validity): "past" | "present" | "future" {
  if (isValidOn(day, validity)) return "present";
  return validity.validTo !== null && Temporal.PlainDate.compare(validity.validTo, day) < 0 ? "past" : "future";
}

/** Whether something ends, or begins, before a day. An open end lies before no day. */
export function isBefore(day: Temporal.PlainDate | null, other: Temporal.PlainDate): boolean {
  return day !== null && Temporal.PlainDate.compare(day, other) < 0;
}
