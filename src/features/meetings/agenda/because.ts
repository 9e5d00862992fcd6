import type { Waiting } from "#features/meetings/matter/coming-back.ts";
import type { AgendaReason } from "#features/meetings/meeting/meeting.ts";
import type { Because } from "#features/meetings/agenda/agenda.ts";

/** What of a matter its reason for coming back is told by. */
export type Told = Waiting & {
  readonly since: Temporal.PlainDate;
  readonly parkedEvent: string | null;
  /** Where it lives. */
  readonly body: string;
};

/** What brought a matter to a meeting on a day, told as exactly as it is known. `comesBack` decides whether; this says why. */
export function becauseOf(reason: AgendaReason, matter: Told, day: Temporal.PlainDate | null): Because | null {
  switch (reason) {
    case "added":
      return null;
    case "parked":
      return parkedBecause(matter, day);
    case "commission":
      return commissionBecause(matter, day);
    case "continued":
      return { why: "continued", since: matter.since };
    case "referred":
      return { why: "referred", from: matter.body, since: matter.since };
    case "review":
      return { why: "review", day: matter.reviewOn };
    case "raised":
      return { why: "raised", since: matter.since };
  }
}

function parkedBecause({ parkedUntil, parkedEvent, eventCameOn }: Told, day: Temporal.PlainDate | null): Because {
  if (parkedUntil && (!day || isReached(parkedUntil, day))) return { why: "parkedUntil", day: parkedUntil };
  if (parkedEvent && eventCameOn) return { why: "eventCame", event: parkedEvent };
  return { why: "parkedLong" };
}

/** What has passed its day is said before what nobody has given a day. */
function commissionBecause({ commissions }: Told, day: Temporal.PlainDate | null): Because {
  const open = commissions.filter(({ state }) => state !== "closed");
  const waiting = open
    .filter(({ state }) => state !== "reported" && state !== "declined")
    .flatMap(({ dueOn, deliverables }) => {
      const days = deliverables.filter(({ isWaiting }) => isWaiting).map((each) => each.dueOn ?? dueOn);
      return days.length > 0 ? days : [dueOn];
    });
  const due = waiting
    .filter((date) => date !== null)
    .filter((date) => !day || isReached(date, day))
    .toSorted(Temporal.PlainDate.compare)[0];
  if (due) return { why: "commissionDue", day: due };
  if (open.some(({ state }) => state === "declined")) return { why: "commissionDeclined" };
  if (open.some(({ state }) => state === "reported")) return { why: "commissionReported" };
  return waiting.includes(null) ? { why: "commissionWithoutDay" } : { why: "commissionOver" };
}

function isReached(date: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, day) <= 0;
}
