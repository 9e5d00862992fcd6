import { z } from "zod";

/**
 * Hours as people write them: "2", "1,5", "1.5" or "1:30". Left out is not known.
 *
 * @param most the most that makes sense where it is asked
 */
export function WrittenHours(most: number) {
  return z.preprocess(hoursIn, z.number().min(0.05).max(most).nullish());
}

/** As `WrittenHours`, where they cannot be left out. */
export function NeededHours(most: number) {
  return z.preprocess(hoursIn, z.number().min(0.05).max(most));
}

/** Hours in whole minutes, as they are kept; what is not known stays so. */
export function inMinutes(hours: number | null | undefined): number | null {
  return hours === null || hours === undefined ? null : Math.max(1, Math.round(hours * 60));
}

/** Minutes as somebody would write them in hours, in a field to change them: 90 is "1,5". */
export function asWritten(minutes: number | null | undefined): string | undefined {
  return minutes === null || minutes === undefined
    ? undefined
    : String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");
}

function hoursIn(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  const typed = sent.trim();
  if (typed === "") return null;
  const clock = /^(\d{1,4}):([0-5]\d)$/u.exec(typed);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  return /^\d{1,4}(?:[.,]\d{1,2})?$/u.test(typed) ? Number(typed.replace(",", ".")) : sent;
}
