import { type Allocation, isAssessed } from "#features/circles/round/round.ts";

/** What decides whether a round still takes applications. */
export type WayInRound = {
  readonly state: string;
  readonly allocation: Allocation | null;
  readonly deadline: Temporal.PlainDate | null;
  readonly openUntilFull: boolean;
  readonly noticesSent: boolean;
};

/**
 * - `open`: applications are taken
 * - `openWhilePlacesLeft`: the last day has passed, and single places are still given to whoever comes first
 * - `late`: taken and marked as late; whoever selects sees it
 * - `closed`: not taken any more; `notOpen`: not published, or cancelled
 */
export type WayIn = "open" | "openWhilePlacesLeft" | "late" | "closed" | "notOpen";

/**
 * Whether an application can be sent on a day.
 *
 * The last day to apply counts to its end, in Sweden. With `firstCome`, a round that is kept open until full goes
 * on after it, as long as places are left. With `selection`, late applications are taken until the notices have
 * been sent, but marked. (R027, R120, "Allocation rules")
 */
export function wayIn(round: WayInRound, today: Temporal.PlainDate): WayIn {
  if (round.state !== "published" && round.state !== "closed")
    return round.state === "draft" || round.state === "cancelled" ? "notOpen" : "closed";
  if (round.noticesSent) return "closed";
  const after = round.deadline !== null && Temporal.PlainDate.compare(today, round.deadline) > 0;
  if (isAssessed(round.allocation)) return after || round.state === "closed" ? "late" : "open";
  if (!after && round.state === "published") return "open";
  return round.openUntilFull && round.state === "published" ? "openWhilePlacesLeft" : "closed";
}

/**
 * Whether staff may write down an application that reached them on a day: the day it came decides, not the day somebody
 * found the time to write it down. What came in time is not late, and is taken also after the round has closed. (C-9)
 */
export function wayInByStaff(round: WayInRound, reachedOn: Temporal.PlainDate): WayIn {
  const inTime = round.deadline === null || Temporal.PlainDate.compare(reachedOn, round.deadline) <= 0;
  return wayIn(round.state === "closed" && inTime ? { ...round, state: "published" } : round, reachedOn);
}
