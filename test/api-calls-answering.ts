import { newSecret } from "../src/platform/tokens/secret-token.ts";
import { joinRoom } from "../src/features/workshops/answering/commands.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";
import { givenWorkshops } from "./given-workshops.ts";

/** An open room in which a question is asked. */
async function asked({ ownerDb, unit }: ApiStage) {
  const workshops = givenWorkshops(ownerDb);
  const room = await workshops.workshop(unit, { state: "open", device: "person" });
  const question = await workshops.question(room.id, "open", "Vad behöver vi veta?");
  const round = await workshops.round(room.id, question.id, { opened_at: monday() });
  return { round, params: { code: room.code } };
}

/** One call that succeeds for every operation that a room's devices use. */
export const answeringCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readWorkshopRoom: async (stage) => ({ params: (await asked(stage)).params }),
  joinWorkshopRoom: async (stage) => ({ params: (await asked(stage)).params, body: { group: null } }),
  answerInWorkshopRoom: async (stage) => {
    const { round, params } = await asked(stage);
    const secret = newSecret();
    await joinRoom(stage.db, monday, params.code, secret, null);
    return { params, body: { secret, answer: { round, mark: "1", text: "Vad kostar det?" } } };
  },
};
