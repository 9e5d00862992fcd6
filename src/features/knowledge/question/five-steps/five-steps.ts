import { z } from "zod";
import { MaybeOneOf, MaybeWords } from "#kernel/answers.ts";

/** The five steps of seeking for oneself, as the field tells them. (concepts 2.2) */
export const seekingSteps = ["formulate", "search", "appraise", "weigh", "evaluate"] as const;
export type SeekingStep = (typeof seekingSteps)[number];

/** What is asked of what was found before it is used; the first that fails stops it. */
export const appraisingQuestions = ["readable", "improves", "reliable"] as const;

const note = MaybeWords(1_000);
const answer = MaybeOneOf(["yes", "no"]);

/** What somebody notes on the way. It is carried from step to step and kept nowhere. */
export const Notes = z.strictObject({
  text: note,
  population: note,
  intervention: note,
  comparison: note,
  outcome: note,
  context: note,
  searched: note,
  readable: answer,
  improves: answer,
  reliable: answer,
  usable: note,
  research: note,
  profession: note,
  serviceUsers: note,
  decided: note,
  followed: note,
});
export type Notes = z.output<typeof Notes>;

/** Where one goes: to a step, or to all that was noted. */
export const Going = z.enum([...seekingSteps, "done"]);
export type Going = z.output<typeof Going>;

/**
 * Whether to stop: the results cannot be read, show no improvement or cannot be relied on. To stop is a result of its own,
 * and saves everybody from using what does not hold. (concepts 2.2)
 */
export function stopsAt(notes: Notes): (typeof appraisingQuestions)[number] | undefined {
  return appraisingQuestions.find((question) => notes[question] === "no");
}
