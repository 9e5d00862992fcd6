import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A room that answers questions together: at a network's meeting, a circle, or on its own. (R179) */
export const WorkshopId = idOf("workshop");
export type WorkshopId = Id<"workshop">;

export const WorkshopGroupId = idOf("workshop_group");
export type WorkshopGroupId = Id<"workshop_group">;

export const WorkshopQuestionId = idOf("workshop_question");
export type WorkshopQuestionId = Id<"workshop_question">;

/** Being prepared, taking answers, resting a while, or over. */
export const workshopStates = ["draft", "open", "paused", "closed"] as const;
export const WorkshopState = z.enum(workshopStates);
export type WorkshopState = z.infer<typeof WorkshopState>;

/** How a question is answered: in words, by choosing, on a scale, in order, by sharing points, or in single words. */
export const questionKinds = ["open", "single", "multiple", "scale", "ranking", "points", "wordList"] as const;
export const QuestionKind = z.enum(questionKinds);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** What the screen at the front of the room shows. */
export const screens = ["joining", "question", "results"] as const;
export const Screen = z.enum(screens);
export type Screen = z.infer<typeof Screen>;
