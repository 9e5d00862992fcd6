import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";
import { QuestionId } from "#features/knowledge/question/question.ts";

/** Tells those who answer that a question has come to them, by asking or by passing on. */
export const questionCameMailJob = job(
  "knowledge.question_came_mail",
  z.strictObject({ questionId: QuestionId, stepId: idOf("question_step") }),
);

/** Tells whoever asked that the question is answered, or that it is closed and why. */
export const questionEndedMailJob = job("knowledge.question_ended_mail", z.strictObject({ questionId: QuestionId }));
