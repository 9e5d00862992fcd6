import { type Allocation, isAssessed, type RoundState } from "#features/circles/round/round.ts";

export type Extension = { readonly deadline: Temporal.PlainDate | null; readonly openUntilFull: boolean };
export type ExtensionProblem =
  | "notOpen"
  | "notLater"
  | "inThePast"
  | "nothingNew"
  | "afterNotice"
  | "untilFullIsForFirstCome";

type Extended = {
  readonly state: RoundState;
  readonly allocation: Allocation | null;
  readonly deadline: Temporal.PlainDate | null;
  readonly openUntilFull: boolean;
  readonly noticeDate: Temporal.PlainDate | null;
};

/**
 * Why a longer time to apply cannot be given, if it cannot.
 *
 * A last day moves forward only: whoever planned by the old one must never find the door shut earlier. It may be
 * given after the old day has passed, which opens the round again. "Open until full" needs an order of arrival, so
 * it is for rounds where the first come get the places. (R120; "Allocation rules" in docs/rules.md)
 */
export function extensionProblem(
  round: Extended,
  extension: Extension,
  today: Temporal.PlainDate,
): ExtensionProblem | undefined {
  const { deadline, openUntilFull } = extension;
  if (round.state !== "published" && round.state !== "closed") return "notOpen";
  if (openUntilFull && isAssessed(round.allocation)) return "untilFullIsForFirstCome";
  const moved = deadline !== null && !(round.deadline?.equals(deadline) ?? false);
  if (moved && round.deadline && Temporal.PlainDate.compare(deadline, round.deadline) < 0) return "notLater";
  if (deadline === null && round.deadline !== null && !openUntilFull) return "notLater";
  if (!moved && openUntilFull === round.openUntilFull) return "nothingNew";
  if (moved && Temporal.PlainDate.compare(deadline, today) < 0) return "inThePast";
  if (moved && round.noticeDate && Temporal.PlainDate.compare(deadline, round.noticeDate) > 0) return "afterNotice";
  return undefined;
}
