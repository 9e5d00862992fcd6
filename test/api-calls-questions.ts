import { AnswerWords } from "../src/features/circles/question/answer.ts";
import { writeAnswer } from "../src/features/circles/question/answering/commands.ts";
import { askOwnQuestion } from "../src/features/circles/question/commands.ts";
import { OwnQuestion } from "../src/features/circles/question/question.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const words = { text: "Hur är det hos oss?", theme: "Vardagen", source: "profession" };
const workplace = "molndals-stad--familjeenheten";

/** A circle with somebody in it and a question. */
async function asked(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  await stage.rounds.registration(roundId);
  const { id: questionId } = await askOwnQuestion(stage.db, stage.actor, roundId, OwnQuestion.parse(words));
  return { roundId, params: { ...params, questionId } };
}

/** The same, with an answer. */
async function answered(stage: ApiStage) {
  const { roundId, params } = await asked(stage);
  const where = { roundId, questionId: params.questionId, workplace };
  const said = AnswerWords.parse({ body: "Vi har bråttom.", version: 0 });
  const { id: answerId } = await writeAnswer(stage.db, stage.actor, monday, where, said);
  const { session_id: sessionId } = await stage.ownerDb
    .selectFrom("workplace_answer_text")
    .where("answer_id", "=", answerId)
    .select("session_id")
    .executeTakeFirstOrThrow();
  return { slug: params.slug, answerId, sessionId };
}

/** One call that succeeds for every operation about the questions of a circle. */
export const questionCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listQuestions: async (stage) => ({ params: { slug: (await answered(stage)).slug } }),
  readQuestionBank: async (stage) => {
    await asked(stage);
    return { params: (await publishedSlug(stage)).params };
  },
  chooseQuestions: async (stage) => ({
    params: (await publishedSlug(stage)).params,
    body: { sets: ["readiness"], standard: ["participation"] },
  }),
  askQuestion: async (stage) => ({ params: (await publishedSlug(stage)).params, body: words }),
  removeQuestion: async (stage) => ({ params: (await asked(stage)).params }),
  writeAnswer: async (stage) => ({
    params: (await asked(stage)).params,
    body: { workplace, body: "Vi har bråttom.", version: 0 },
  }),
  removeAnswerText: async (stage) => ({ params: await answered(stage) }),
};
