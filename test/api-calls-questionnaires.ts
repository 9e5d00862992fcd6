import type { PersonId } from "../src/kernel/ids.ts";
import { arrangeQuestionnaire } from "../src/features/circles/questionnaire/commands.ts";
import { answersTo, QuestionnaireDays, questions } from "../src/features/circles/questionnaire/questionnaire.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const today = monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const days = {
  beforeOpens: today.toString(),
  beforeCloses: today.add({ days: 10 }).toString(),
  afterOpens: today.add({ days: 100 }).toString(),
  afterCloses: today.add({ days: 110 }).toString(),
};
const answers = Object.fromEntries(questions.map((question) => [question, answersTo(question)[0]]));

/** A circle where whoever calls has a place. */
async function placed(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  await stage.rounds.registration(roundId, { person_id: stage.actor.personId as PersonId });
  return { roundId, params };
}

/** One call that succeeds for every operation about questionnaires. */
export const questionnaireCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readQuestionnaire: async (stage) => {
    const { roundId, params } = await placed(stage);
    await arrangeQuestionnaire(stage.db, stage.actor, monday, roundId, QuestionnaireDays.parse(days));
    return { params };
  },
  arrangeQuestionnaire: async (stage) => ({ params: (await placed(stage)).params, body: days }),
  answerQuestionnaire: async (stage) => {
    const { roundId, params } = await placed(stage);
    await arrangeQuestionnaire(stage.db, stage.actor, monday, roundId, QuestionnaireDays.parse(days));
    return { params, body: { answers, code: "blå kaffekopp" } };
  },
};
