import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A question from practice: asked at home, answered from three sources, and heard of again. */
export const QuestionId = idOf("knowledge_question");
export type QuestionId = Id<"knowledge_question">;

/** How far a question has come. */
export const questionStates = ["asked", "taken", "answered", "closed"] as const;
export const QuestionState = z.enum(questionStates);
export type QuestionState = z.infer<typeof QuestionState>;

/** What a question can be asked in: for whom, what, instead of what, what is hoped for, where. Only the sentence must be. */
export const questionParts = ["population", "intervention", "comparison", "outcome", "context"] as const;
export type QuestionPart = (typeof questionParts)[number];

/** The three sources an answer is sought in. None of them stands without the other two. (R065) */
export const answerSources = ["research", "profession", "serviceUsers"] as const;
export const AnswerSource = z.enum(answerSources);
export type AnswerSource = z.infer<typeof AnswerSource>;

/** Whether a source was sought, and whether anything was found there. */
export const sourceStandings = ["found", "soughtNoneFound", "notSought"] as const;
export const SourceStanding = z.enum(sourceStandings);
export type SourceStanding = z.infer<typeof SourceStanding>;

/** Whether the answer helped, as whoever asked says some weeks later. */
export const helpfulnesses = ["yes", "partly", "no"] as const;
export const Helpfulness = z.enum(helpfulnesses);
export type Helpfulness = z.infer<typeof Helpfulness>;

/** What has happened to a question, in the words of its story. */
export const questionEvents = ["asked", "passedOn", "taken", "putBack", "answered", "closed"] as const;
export type QuestionEvent = (typeof questionEvents)[number];

/** After so many days whoever asked is asked whether the answer helped. */
export const daysUntilAskedAgain = 21;
