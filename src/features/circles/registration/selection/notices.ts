import { seatsOf } from "#features/circles/registration/seat-claims.ts";
import type { Outcome } from "#features/circles/registration/selection/selection-balance.ts";

export type NoticesRound = {
  readonly noticeDate: Temporal.PlainDate | null;
  readonly noticesSent: boolean;
  readonly seats: number;
};

export type NoticesHindrance =
  | { readonly code: "registration.notices_sent_already" }
  | { readonly code: "registration.notice_date_missing" }
  | { readonly code: "registration.notices_too_early"; readonly values: { readonly date: string } }
  | { readonly code: "registration.undecided_left"; readonly values: { readonly count: number } }
  | {
      readonly code: "registration.too_many_chosen";
      readonly values: { readonly chosen: number; readonly seats: number };
    };

/** What is decided about one application, and how many seats it takes: a team as many as it has people. */
export type DecidedOn = { readonly outcome: Outcome | undefined; readonly seats: number };

/**
 * Why the notices of a selection cannot be sent yet, or undefined when they can. Nobody is placed before the
 * notice date, everyone who has applied gets an answer at the same time, and no more are chosen than there are
 * seats, counted in people. (R026, C-14)
 */
export function noticesHindrance(
  round: NoticesRound,
  decided: readonly DecidedOn[],
  seated: number,
  today: Temporal.PlainDate,
): NoticesHindrance | undefined {
  if (round.noticesSent) return { code: "registration.notices_sent_already" };
  if (!round.noticeDate) return { code: "registration.notice_date_missing" };
  if (Temporal.PlainDate.compare(today, round.noticeDate) < 0) {
    return { code: "registration.notices_too_early", values: { date: round.noticeDate.toString() } };
  }
  const undecided = decided.filter(({ outcome }) => outcome === undefined).length;
  if (undecided > 0) return { code: "registration.undecided_left", values: { count: undecided } };
  const chosen = seatsOf(decided.filter(({ outcome }) => outcome === "place"));
  if (seated + chosen > round.seats)
    return { code: "registration.too_many_chosen", values: { chosen, seats: round.seats } };
  return undefined;
}
