import { z } from "zod";
import { MaybeCount, Ticked } from "#kernel/answers.ts";
import { dayBefore, daysFromYear } from "#features/circles/round/draft/draft-from-invitation.ts";
import {
  Audience,
  Basics,
  Frame,
  People,
  SessionAnswers,
  Story,
  WayIn,
} from "#features/circles/round/round-sections.ts";
import type { SessionPlan } from "#features/circles/round/round.ts";

const Partial = z
  .string()
  .regex(/^(?:\d{4}|-)-\d{2}(?:-\d{2})?$/u)
  .nullish()
  .transform((text) => text ?? null);

/** What somebody has said about a reading: every value as they want it, and the year if the text left it open. */
export const ReadingAnswers = z
  .strictObject({
    year: MaybeCount(2_000, 2_100),
    deadlinePartial: Partial,
    sessions: z
      .array(SessionAnswers.safeExtend({ partial: Partial, leaveOut: Ticked }))
      .max(60)
      .default([]),
    ...Basics.pick({ kind: true, title: true, theme: true }).shape,
    ...Story.pick({ purpose: true, goal: true }).shape,
    ...pick(Frame.shape, [
      "targetCapacity",
      "hardCapacity",
      "capacityApproximate",
      "hours",
      "cost",
      "funder",
      "externalLink",
      "materialByPost",
    ]),
    ...pick(WayIn.shape, ["allocation", "deadline", "noticeDate", "noticeMonth", "managerConsultation"]),
    ...People.shape,
    rules: Audience.shape.rules,
  })
  .superRefine(({ targetCapacity, hardCapacity, deadline, noticeDate }, context) => {
    const tell = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (targetCapacity && hardCapacity && targetCapacity > hardCapacity)
      tell("targetCapacity", "round.target_above_hard");
    if (deadline && noticeDate && Temporal.PlainDate.compare(noticeDate, deadline) < 0)
      tell("noticeDate", "round.notice_before_deadline");
  });
export type ReadingAnswers = z.output<typeof ReadingAnswers>;

/** The answers as a draft's content: rows left out are gone, and days without a year have got the one that was said. */
export function contentOf({ year, deadlinePartial, sessions, ...answers }: ReadingAnswers) {
  const kept = sessions.filter(({ leaveOut }) => !leaveOut);
  const days =
    year === null
      ? []
      : daysFromYear(
          kept.map(({ date, partial }) => (date ? null : partial)),
          year,
        );
  const plans = kept.map(({ partial: _partial, leaveOut: _leaveOut, ...plan }, index): SessionPlan => ({
    ...plan,
    date: plan.date ?? days[index] ?? null,
  }));
  const first = plans.flatMap(({ date }) => date ?? []).toSorted(Temporal.PlainDate.compare)[0];
  const deadline = answers.deadline ?? (year === null ? null : dayBefore(deadlinePartial, first));
  return { ...answers, deadline, sessions: plans };
}

function pick<Shape extends object, const Name extends keyof Shape>(
  shape: Shape,
  names: readonly Name[],
): Pick<Shape, Name> {
  return Object.fromEntries(names.map((name) => [name, shape[name]])) as Pick<Shape, Name>;
}
