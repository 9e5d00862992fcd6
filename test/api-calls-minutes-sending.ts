import { newId } from "../src/kernel/ids.ts";
import { monday } from "./given-registrations.ts";
import { givenMinutes } from "./given-final-minutes.ts";
import { givenMeetings } from "./given-meetings.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** A meeting with final minutes, of a body that the caller keeps. */
async function held({ ownerDb, unit }: ApiStage) {
  const meetings = givenMeetings(ownerDb);
  const bodyId = await meetings.body(unit);
  const { id, slug } = await meetings.meeting(unit, [bodyId], { state: "held" });
  const partId = await givenMinutes(ownerDb).part(id, bodyId, [{ heading: "Familjehem", kind: "information" }]);
  return { id, bodyId, partId, params: { slug } };
}

/** The same, with somebody by address who has been sent it. */
async function received(stage: ApiStage) {
  const { id, partId, params } = await held(stage);
  const { ownerDb, actor } = stage;
  const [receiver_id, dispatch_id, mail_id] = [
    newId<"minutes_receiver">(),
    newId<"minutes_dispatch">(),
    newId<"minutes_mail">(),
  ];
  const at = monday();
  await ownerDb
    .insertInto("minutes_receiver")
    .values({ id: receiver_id, meeting_id: id, name: "Gäst", email: "gast@example.se", added_at: at })
    .execute();
  await ownerDb
    .insertInto("minutes_dispatch")
    .values({ id: dispatch_id, meeting_id: id, sent_by: actor.personId!, sent_at: at })
    .execute();
  await ownerDb.insertInto("minutes_mail").values({ id: mail_id, dispatch_id, receiver_id }).execute();
  await ownerDb.insertInto("minutes_sent_part").values({ receiver_id, part_id: partId, mail_id }).execute();
  return { params: { ...params, receiverId: receiver_id } };
}

/** One call that succeeds for every operation about sending, searching, following and handing out minutes. */
export const minutesSendingCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readDispatches: async (stage) => ({ params: (await held(stage)).params }),
  sendMinutes: async (stage) => ({ params: (await held(stage)).params, body: { message: "Tack för ett bra möte." } }),
  addMinutesReceiver: async (stage) => {
    const { params, bodyId } = await held(stage);
    return { params, body: { name: "Registrator", email: "registrator@example.se", bodyIds: [bodyId] } };
  },
  removeMinutesReceiver: received,
  renewReadingLink: received,
  searchMeetings: async (stage) => {
    await held(stage);
    return { query: { q: "familjehem" } };
  },
  listReleasableMinutes: async (stage) => {
    await held(stage);
    return {};
  },
  checkSecrecy: async (stage) => ({
    params: { partId: (await held(stage)).partId },
    body: { masked: "Familjehem", reason: "26 kap. 1 § OSL" },
  }),
  renewBodyFeed: async (stage) => ({ params: { slug: `n-${(await held(stage)).bodyId}` } }),
  renewBodyCalendar: async (stage) => {
    const { bodyId } = await held(stage);
    await givenMeetings(stage.ownerDb).sits(bodyId, stage.actor.personId!);
    return { params: { slug: `n-${bodyId}` } };
  },
};
