import { newId } from "../src/kernel/ids.ts";
import { givenWorkshops } from "./given-workshops.ts";
import type { WorkshopState } from "../src/features/workshops/workshop/workshop.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** A workshop that the caller leads, with a question that can be put. */
async function room({ ownerDb, unit }: ApiStage, state: WorkshopState = "open") {
  const sentences = givenWorkshops(ownerDb);
  const { id, slug } = await sentences.workshop(unit, { state });
  const question = await sentences.question(id, "open", "Vad behöver vi veta?");
  return { ...sentences, id, slug, question, params: { slug } };
}

async function answered(stage: ApiStage) {
  const found = await room(stage);
  const round = await found.round(found.id, found.question.id);
  const device = await found.device(found.id);
  const answer = await found.answer(found.id, found.question.id, { text: "Vem leder?" }, { round, device: device.id });
  return { ...found, device, answer };
}

const asked = { kind: "single", text: "Vad väljer vi?", options: ["Pröva", "Vänta"] };
const about = { title: "Innan vi inför", device: "group", bodies: [] };

/** One call that succeeds for every operation about workshops, their questions and their answers. */
export const workshopCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listWorkshops: async (stage) => {
    await room(stage);
    return {};
  },
  addWorkshop: async ({ unit }) => ({ body: { organisationId: unit, ...about } }),
  getWorkshop: async (stage) => ({ params: (await room(stage)).params }),
  changeWorkshop: async (stage) => ({ params: (await room(stage)).params, body: { ...about, version: 1 } }),
  takeWorkshopStep: async (stage) => ({ params: (await room(stage)).params, body: { step: "pause" } }),
  putQuestion: async (stage) => {
    const { params, question } = await room(stage);
    return { params, body: { questionId: question.id, seconds: 60 } };
  },
  endRound: async (stage) => ({ params: (await answered(stage)).params }),
  showOnScreen: async (stage) => ({ params: (await room(stage)).params, body: { shows: "joining" } }),
  writeWorkshopGroups: async (stage) => ({
    params: (await room(stage)).params,
    body: { groups: [{ name: "Norr" }, { name: "Söder" }] },
  }),
  addWorkshopQuestion: async (stage) => ({ params: (await room(stage)).params, body: asked }),
  changeWorkshopQuestion: async (stage) => {
    const { params, question } = await room(stage);
    return { params: { ...params, questionId: question.id }, body: asked };
  },
  removeWorkshopQuestion: async (stage) => {
    const { params, question } = await room(stage);
    return { params: { ...params, questionId: question.id } };
  },
  moveWorkshopQuestion: async (stage) => {
    const { params, question } = await room(stage);
    return { params: { ...params, questionId: question.id }, body: { towards: "up" } };
  },
  addWorkshopLeader: async (stage) => {
    const email = `${newId()}@example.se`;
    await stage.role(await stage.person({ email }), "unitManager", { organisation: stage.unit });
    return { params: (await room(stage)).params, body: { email } };
  },
  removeWorkshopLeader: async (stage) => {
    const { id, params, leader } = await room(stage);
    const person = await stage.person();
    await leader(id, person);
    return { params: { ...params, personId: person } };
  },
  getWorkshopResults: async (stage) => ({ params: (await answered(stage)).params }),
  hideWorkshopAnswer: async (stage) => {
    const { params, answer } = await answered(stage);
    return { params: { ...params, answerId: answer }, body: { reason: "Nämner en person" } };
  },
  showWorkshopAnswer: async (stage) => {
    const { params, answer } = await answered(stage);
    return { params: { ...params, answerId: answer } };
  },
  listWorkshopDevices: async (stage) => ({ params: (await answered(stage)).params }),
  shutDeviceOut: async (stage) => {
    const { params, device } = await answered(stage);
    return { params: { ...params, deviceId: device.id } };
  },
  letDeviceIn: async (stage) => {
    const { params, device } = await answered(stage);
    return { params: { ...params, deviceId: device.id } };
  },
};
