import { randomUUID } from "node:crypto";
import { newId, type PersonId } from "../src/kernel/ids.ts";
import { addItem, beginMinutes } from "../src/features/meetings/minutes/commands.ts";
import { adjustMinutes, askToAdjust, finishPart } from "../src/features/meetings/minutes/finishing/commands.ts";
import { Finishing, ItemWriting, NewItem } from "../src/features/meetings/minutes/minutes-words.ts";
import { writeItem } from "../src/features/meetings/minutes/writing/commands.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { givenMeetings } from "./given-meetings.ts";
import { monday } from "./given-registrations.ts";

/** A meeting that has been, of a body whose secretary the caller is. */
async function met({ ownerDb, unit, actor }: ApiStage, over = {}) {
  const meetings = givenMeetings(ownerDb);
  const body = await meetings.body(unit, over);
  const personId = actor.personId as PersonId;
  await meetings.sits(body, personId, "secretary");
  return { ...(await meetings.meeting(unit, [body])), personId };
}

/** Its minutes, begun, with an item that was not on the agenda. */
async function begun(stage: ApiStage, over = {}) {
  const { id, slug, personId } = await met(stage, over);
  await beginMinutes(stage.db, stage.actor, monday, slug);
  const { id: partId } = await stage.ownerDb
    .selectFrom("minutes_part")
    .where("meeting_id", "=", id)
    .select("id")
    .executeTakeFirstOrThrow();
  const itemId = newId<"minutes_item">();
  const where = { slug, partId };
  await addItem(stage.db, stage.actor, monday, where, NewItem.parse({ key: itemId, heading: "Läget" }));
  return { personId, part: where, item: { slug, itemId } };
}

async function laidBefore(stage: ApiStage) {
  const { personId, part } = await begun(stage, { is_adjusted: true });
  await askToAdjust(stage.db, stage.actor, monday, part, { people: [personId] });
  return part;
}

async function written(stage: ApiStage) {
  const { item } = await begun(stage);
  for (const [basedOn, body] of ["Ett", "Två"].entries()) {
    const writing = ItemWriting.parse({ body, basedOn, isDone: true });
    await writeItem(stage.db, stage.actor, monday, item, writing);
  }
  const { id: textId } = await stage.ownerDb
    .selectFrom("minutes_other_text")
    .where("item_id", "=", item.itemId)
    .select("id")
    .executeTakeFirstOrThrow();
  return { ...item, textId };
}

/** One right call for each operation about the minutes of a meeting. */
export const minutesCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readMinutes: async (stage) => ({ params: { slug: (await begun(stage)).part.slug } }),
  beginMinutes: async (stage) => ({ params: { slug: (await met(stage)).slug } }),
  chooseNoteTakers: async (stage) => {
    const { part, personId } = await begun(stage);
    return { params: part, body: { people: [personId] } };
  },
  addMinutesItem: async (stage) => ({
    params: (await begun(stage)).part,
    body: { key: newId(), heading: "Övrigt" },
  }),
  changeMinutesItem: async (stage) => ({ params: (await begun(stage)).item, body: { heading: "Läget i länet" } }),
  removeMinutesItem: async (stage) => ({ params: (await begun(stage)).item }),
  takeMinutesItem: async (stage) => ({ params: (await begun(stage)).item, body: { takesOver: true } }),
  writeMinutesItem: async (stage) => ({
    params: (await begun(stage)).item,
    body: { body: "Alla berättade kort.", basedOn: 0, isDone: true },
  }),
  readMinutesTexts: async (stage) => ({ params: (await begun(stage)).item }),
  removeMinutesText: async (stage) => ({ params: await written(stage) }),
  settleMinutesItem: async (stage) => ({
    params: (await begun(stage)).item,
    body: {
      kind: "commission",
      details: { outcome: "Återkomma med förslag", deliverables: [{ text: "Ett namn" }] },
    },
  }),
  askToAdjust: async (stage) => {
    const { part, personId } = await begun(stage, { is_adjusted: true });
    return { params: part, body: { people: [personId] } };
  },
  adjustMinutes: async (stage) => ({ params: await laidBefore(stage) }),
  takeBackMinutes: async (stage) => ({ params: await laidBefore(stage) }),
  finishMinutes: async (stage) => {
    const params = await laidBefore(stage);
    await adjustMinutes(stage.db, stage.actor, monday, params);
    return { params, body: {} };
  },
  addToMinutes: async (stage) => {
    const { part } = await begun(stage);
    await finishPart(stage.db, stage.actor, monday, part, Finishing.parse({}));
    return { params: part, body: { key: randomUUID(), text: "Det var den 4 april." } };
  },
};
