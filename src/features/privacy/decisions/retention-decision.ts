import { z } from "zod";
import { MaybeCount, MaybeDay, MaybeOneOf, OneLine } from "#kernel/answers.ts";
import { stockholm } from "#kernel/clock.ts";
import { idOf, type Id } from "#kernel/ids.ts";

export const RetentionDecisionId = idOf("retention_decision");
export type RetentionDecisionId = Id<"retention_decision">;

export const keptUnits = ["days", "months", "years"] as const;
export type KeptUnit = (typeof keptUnits)[number];

/** How long something is kept, as it was decided. */
export type KeptSpan = { readonly count: number; readonly unit: KeptUnit };

/** What can be decided: that it is erased after a time, or that it is kept. */
export const retentionOutcomes = ["erase", "keep"] as const;

/** Fewer days than this take what is still in use. */
const leastDays = 30;

/** A decision of an organisation, as it is written down. The decision itself stands in the organisation's records. */
export const RetentionWish = z
  .strictObject({
    outcome: z.enum(retentionOutcomes),
    count: MaybeCount(1, 1_200),
    unit: MaybeOneOf(keptUnits),
    number: OneLine(100),
    decidedOn: MaybeDay,
  })
  .superRefine(({ outcome, count, unit, decidedOn }, context) => {
    const missing = (path: string) =>
      context.addIssue({ code: "custom", path: [path], params: { code: "web.field_missing" } });
    if (decidedOn === null) missing("decidedOn");
    if (outcome === "keep") return;
    if (count === null) missing("count");
    if (unit === null) missing("unit");
    if (unit === "days" && count !== null && count < leastDays)
      context.addIssue({ code: "custom", path: ["count"], params: { code: "retention.decision.too_short" } });
  });
export type RetentionWish = z.output<typeof RetentionWish>;

/** What was decided about how long; nothing where it is decided that it is kept. */
export function spanOf({ outcome, count, unit }: Pick<RetentionWish, "outcome" | "count" | "unit">): KeptSpan | null {
  return outcome === "erase" && count !== null && unit !== null ? { count, unit } : null;
}

/** The moment from which something that is kept for so long is due: by the calendar, as people count months and years. */
export function countedBack(now: Temporal.Instant, { count, unit }: KeptSpan): Temporal.Instant {
  return now
    .toZonedDateTimeISO(stockholm)
    .subtract({ [unit]: count })
    .toInstant();
}

/** A number of days in the words of a decision: whole years where they are. */
export function spanOfDays(days: number): KeptSpan {
  return days > 0 && days % 365 === 0 ? { count: days / 365, unit: "years" } : { count: days, unit: "days" };
}
