import { z } from "zod";
import { AnyOf, MaybeOneOf, OneLine, Several, Words } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";

/** Something a circle asks itself over its meetings, and each workplace in it answers. (R015-R019, R095) */
export const QuestionId = idOf("circle_question");
export type QuestionId = Id<"circle_question">;

/** How a question is answered: in words, by how far one has come, or one way of working at a time. */
export const questionKinds = ["text", "level", "practice"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type KnowledgeSource = (typeof knowledgeSources)[number];

type Standard = {
  readonly theme: StandardTheme;
  readonly kind: QuestionKind;
  readonly source: KnowledgeSource | null;
};

/** What the product's own questions are about. */
export type StandardTheme = "everyday" | "together" | "readiness" | "practice";

/** The six things a workplace needs for a practice that rests on knowledge. (R076-R081) */
export const prerequisites = [
  "access",
  "reflection",
  "interventions",
  "followUp",
  "documentation",
  "education",
] as const;

/** The questions that are asked one by one. */
export const singleQuestions = [
  "everyday",
  "participation",
  "knowledge",
  "research",
  "together",
  "togetherResearch",
  "togetherExperience",
  "togetherServiceUser",
] as const;

/** Questions that belong together, and are asked together. (R005, R019) */
export const questionSets = ["readiness", "practice"] as const;
export type QuestionSet = (typeof questionSets)[number];

const standardKeys = [...singleQuestions, ...prerequisites, "practice"] as const;
export type StandardQuestion = (typeof standardKeys)[number];

const level = { theme: "readiness", kind: "level", source: null } as const;

/** The product's own questions. Their words stand in the catalogue. */
export const standardQuestions: Readonly<Record<StandardQuestion, Standard>> = {
  everyday: { theme: "everyday", kind: "text", source: "profession" },
  participation: { theme: "everyday", kind: "text", source: "serviceUser" },
  knowledge: { theme: "everyday", kind: "text", source: "profession" },
  research: { theme: "everyday", kind: "text", source: "research" },
  together: { theme: "together", kind: "text", source: null },
  togetherResearch: { theme: "together", kind: "text", source: "research" },
  togetherExperience: { theme: "together", kind: "text", source: "profession" },
  togetherServiceUser: { theme: "together", kind: "text", source: "serviceUser" },
  access: level,
  reflection: level,
  interventions: level,
  followUp: level,
  documentation: level,
  education: level,
  practice: { theme: "practice", kind: "practice", source: null },
};

/** Every question of a set. */
export function questionsInSet(set: QuestionSet): readonly StandardQuestion[] {
  return set === "readiness" ? prerequisites : ["practice"];
}

/** How long a question may be. */
export const longestQuestion = 500;

/** How many questions a circle has at most: more than that nobody answers. */
export const mostQuestions = 60;

const Chosen = Several(z.uuid(), mostQuestions);

/** Which questions a circle takes from the bank: the product's, those asked in other circles, and the invitation's. */
export const QuestionChoice = z.strictObject({
  sets: AnyOf(questionSets),
  standard: AnyOf(singleQuestions),
  /** Questions of other circles of the same organiser. */
  earlier: Chosen,
  /** Guiding questions of the round's own invitation. (R095) */
  guiding: Chosen,
});
export type QuestionChoice = z.output<typeof QuestionChoice>;

/** A question in the circle's own words. */
export const OwnQuestion = z.strictObject({
  text: Words(longestQuestion),
  theme: OneLine(120),
  source: MaybeOneOf(knowledgeSources),
});
export type OwnQuestion = z.output<typeof OwnQuestion>;
