import { z } from "zod";
import { Count, Day, MaybeWords, Several, Words } from "#kernel/answers.ts";
import { PersonId } from "#kernel/ids.ts";

export const verdicts = ["approved", "changesWanted"] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export const longestSaid = 4_000;
const mostReviewers = 10;

/** Which version, as it was read: what is sent, answered or published is what somebody has seen. */
const asRead = { versionNo: Count(1, 100_000), rowVersion: Count(1, 1_000_000) };

/** Sends a draft for review, to some people or to whoever publishes. */
export const ForReview = z.strictObject({ ...asRead, reviewers: Several(PersonId, mostReviewers) });
export type ForReview = z.output<typeof ForReview>;

/** Asks more people to review what is reviewed. */
export const MoreReviewers = z.strictObject({ reviewers: Several(PersonId, mostReviewers, 1) });
export type MoreReviewers = z.output<typeof MoreReviewers>;

/** What a reviewer says. Whoever wants changes says which. */
export const ReviewAnswer = z
  .strictObject({ ...asRead, verdict: Verdict, said: MaybeWords(longestSaid) })
  .superRefine(({ verdict, said }, context) => {
    if (verdict === "changesWanted" && said === null)
      context.addIssue({ code: "custom", path: ["said"], params: { code: "item_review.say_what_to_change" } });
  });
export type ReviewAnswer = z.output<typeof ReviewAnswer>;

/** Sends it back to whoever writes, with what is to be done. */
export const SendingBack = z.strictObject({ ...asRead, said: Words(longestSaid) });
export type SendingBack = z.output<typeof SendingBack>;

/** Publishes what was reviewed, with the day when it is to be looked over. */
export const Publishing = z.strictObject({ ...asRead, reviewDue: Day });
export type Publishing = z.output<typeof Publishing>;

/** So many years ahead something may be held for fresh at the most. */
export const mostYearsFresh = 5;

/** The day that is proposed: what is written today is looked over in two years. */
export function proposedReviewDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ years: 2 });
}

/** Whether a day is after today and not further off than anybody can promise. */
export function isReviewDay(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const last = today.add({ years: mostYearsFresh });
  return Temporal.PlainDate.compare(day, today) > 0 && Temporal.PlainDate.compare(day, last) <= 0;
}
