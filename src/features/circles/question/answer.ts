import { z } from "zod";
import { AnyOf, Count, MaybeCount, MaybeWords, OneLine, oneLineEnd } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import type { QuestionKind } from "#features/circles/question/question.ts";

/** What a workplace answers to a question, one text for each meeting at which it was written. (R003, R013) */
export const AnswerId = idOf("workplace_answer");
export type AnswerId = Id<"workplace_answer">;

/** How far a workplace has come, from nothing to what works. */
export const levels = [0, 1, 2, 3] as const;

/** What a way of working rests on. That it has always been done so, or that nobody knows, are answers. (R019) */
export const grounds = ["research", "profession", "serviceUser", "tradition", "unknown"] as const;
export type Ground = (typeof grounds)[number];

/** How long each text may be. */
export const longestAnswer = 4_000;
export const longestWay = 120;

const MaybeText = MaybeWords(longestAnswer).transform((text) => text && oneLineEnd(text));

/** What somebody writes for their workplace. `version` is the one they have read: 0 when nothing stood there. */
export const AnswerWords = z.strictObject({
  /** The way of working the answer is about, where the question asks about them. */
  name: OneLine(longestWay)
    .nullish()
    .transform((name) => name ?? null),
  body: MaybeText,
  level: MaybeCount(0, 3),
  gap: MaybeText,
  restsOn: AnyOf(grounds),
  version: Count(0, 1_000_000),
});
export type AnswerWords = z.output<typeof AnswerWords>;

/** What an answer says, as it was at one meeting. */
export type Said = {
  readonly body: string | null;
  readonly level: number | null;
  readonly gap: string | null;
  readonly restsOn: readonly Ground[];
};

type Wrong = "missing" | "notAsked" | "unknownAlone";
type AnswerProblem = { readonly path: "name" | "body" | "level" | "gap" | "restsOn"; readonly wrong: Wrong };

/**
 * What keeps an answer from being one, if anything. A question in words wants words; one about how far the workplace
 * has come wants a level or words about it; one about ways of working wants the name of one and what it rests on.
 * Whoever does not know what it rests on cannot also know. (Rule Q-4 in docs/rules.md.)
 */
export function answerProblem(
  kind: QuestionKind,
  { name, body, level, gap, restsOn }: AnswerWords,
): AnswerProblem | undefined {
  const isAbout = { name: name !== null, level: level !== null, gap: gap !== null, restsOn: restsOn.length > 0 };
  const asked = askedOf[kind];
  for (const path of ["name", "level", "gap", "restsOn"] as const)
    if (isAbout[path] && !asked.includes(path)) return { path, wrong: "notAsked" };
  if (kind === "text" && body === null) return { path: "body", wrong: "missing" };
  if (kind === "level" && level === null && body === null && gap === null) return { path: "level", wrong: "missing" };
  if (kind === "practice" && name === null) return { path: "name", wrong: "missing" };
  if (kind === "practice" && restsOn.length === 0) return { path: "restsOn", wrong: "missing" };
  return restsOn.includes("unknown") && restsOn.length > 1 ? { path: "restsOn", wrong: "unknownAlone" } : undefined;
}

const askedOf: Readonly<Record<QuestionKind, readonly string[]>> = {
  text: [],
  level: ["level", "gap"],
  practice: ["name", "restsOn"],
};

/** Whether two say the same, so that what is sent twice is one. */
export function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.body === other.body &&
    one.level === other.level &&
    one.gap === other.gap &&
    one.restsOn.toSorted().join() === other.restsOn.toSorted().join()
  );
}
