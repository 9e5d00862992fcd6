import type { Problem } from "#kernel/refusal.ts";
import type { Occasion, QuestionnaireDays } from "#features/circles/questionnaire/questionnaire.ts";

/** An occasion as it was last decided. */
export type Standing = {
  readonly occasion: Occasion;
  readonly opensOn: Temporal.PlainDate;
  readonly closesOn: Temporal.PlainDate;
  readonly countedOn: Temporal.PlainDate | null;
};

/** Where an occasion has come: it can be answered while it is open, and is shown when it is counted. */
export type Stage = "later" | "open" | "closed" | "counted";

export type AskingDays = {
  readonly [which in Occasion]: { readonly opensOn: Temporal.PlainDate; readonly closesOn: Temporal.PlainDate };
};

/** The longest time the questions are open. What is answered half a year apart is not one picture. */
export const longestOpen = 60;

const { compare } = Temporal.PlainDate;

/** Where an occasion has come on a day. Its last day is a day to answer; the answers are counted the night after. */
export function stageOf({ opensOn, closesOn, countedOn }: Standing, today: Temporal.PlainDate): Stage {
  if (countedOn) return "counted";
  if (compare(closesOn, today) < 0) return "closed";
  return compare(opensOn, today) <= 0 ? "open" : "later";
}

/**
 * What is wrong with the days that somebody wants. The second occasion begins after the first has ended. What has begun
 * keeps its first day, and what is over keeps both: were the time made longer after the figures had been seen, the
 * difference between two sets of figures would be what one person answered.
 */
export function dayProblems(
  wish: QuestionnaireDays,
  standing: readonly Standing[],
  today: Temporal.PlainDate,
): Problem[] {
  const days = {
    before: { opensOn: wish.beforeOpens, closesOn: wish.beforeCloses },
    after: { opensOn: wish.afterOpens, closesOn: wish.afterCloses },
  };
  const problems = (["before", "after"] as const).flatMap((occasion): Problem[] => {
    const { opensOn, closesOn } = days[occasion];
    const at = { opens: `${occasion}Opens`, closes: `${occasion}Closes` };
    if (!opensOn || !closesOn)
      return [
        ...(opensOn ? [] : [{ path: at.opens, code: "web.field_missing" } as const]),
        ...(closesOn ? [] : [{ path: at.closes, code: "web.field_missing" } as const]),
      ];
    const before = standing.find((each) => each.occasion === occasion);
    const stage = before ? stageOf(before, today) : "later";
    const isOver = stage === "closed" || stage === "counted";
    if (before && isOver && !(before.opensOn.equals(opensOn) && before.closesOn.equals(closesOn)))
      return [{ path: at.closes, code: "questionnaire.is_over" }];
    if (isOver) return [];
    if (before && stage === "open" && !before.opensOn.equals(opensOn))
      return [{ path: at.opens, code: "questionnaire.has_begun" }];
    if (compare(closesOn, today) < 0) return [{ path: at.closes, code: "questionnaire.day_has_been" }];
    if (compare(closesOn, opensOn) < 0) return [{ path: at.closes, code: "questionnaire.closes_before_opening" }];
    if (opensOn.until(closesOn).days >= longestOpen)
      return [{ path: at.closes, code: "questionnaire.open_too_long", values: { days: longestOpen } }];
    return [];
  });
  const { before, after } = days;
  if (problems.length === 0 && before.closesOn && after.opensOn && compare(after.opensOn, before.closesOn) <= 0)
    return [{ path: "afterOpens", code: "questionnaire.after_is_later" }];
  return problems;
}

/** The days, once nothing is wrong with them. */
export function decidedDays(wish: QuestionnaireDays): AskingDays | undefined {
  const { beforeOpens, beforeCloses, afterOpens, afterCloses } = wish;
  if (!beforeOpens || !beforeCloses || !afterOpens || !afterCloses) return undefined;
  return {
    before: { opensOn: beforeOpens, closesOn: beforeCloses },
    after: { opensOn: afterOpens, closesOn: afterCloses },
  };
}

/**
 * Days to begin from: the first occasion from today until the first meeting, the second for two weeks from the last
 * ordinary one. Whoever has taken part in a meeting answers the first time all the same, when it was arranged late.
 */
export function proposedDays(
  meetings: readonly { readonly date: Temporal.PlainDate | null; readonly kind: string; readonly calledOff: boolean }[],
  today: Temporal.PlainDate,
): AskingDays {
  const dates = meetings
    .filter(({ kind, calledOff }) => kind !== "followUp" && !calledOff)
    .flatMap(({ date }) => date ?? [])
    .toSorted(compare);
  const first = dates[0];
  const beforeCloses = first && isSoon(first, today) ? first : today.add({ days: 14 });
  const last = dates.at(-1);
  const afterOpens = last && compare(last, beforeCloses) > 0 ? last : beforeCloses.add({ days: 90 });
  return {
    before: { opensOn: today, closesOn: beforeCloses },
    after: { opensOn: afterOpens, closesOn: afterOpens.add({ days: 14 }) },
  };
}

function isSoon(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const { days } = today.until(day);
  return days >= 0 && days < longestOpen;
}
