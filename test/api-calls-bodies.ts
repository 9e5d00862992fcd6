import { newId } from "../src/kernel/ids.ts";
import { givenMeetings } from "./given-meetings.ts";
import { day } from "./given-rounds.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

const since = day("2027-01-01");

/** A body that the caller keeps. */
async function kept({ ownerDb, unit }: ApiStage) {
  const meetings = givenMeetings(ownerDb);
  const id = await meetings.body(unit);
  return { id, params: { slug: `n-${id}` }, meetings };
}

/** A body with somebody in a seat of the kind. */
async function seated(stage: ApiStage, kind: "member" | "userRepresentative" = "member") {
  const { id, params, meetings } = await kept(stage);
  const seatId = await meetings.sits(id, await stage.person({ name: "Rut Alm" }), kind);
  const held = stage.ownerDb.selectFrom("body_seat_holding").where("seat_id", "=", seatId).select("id");
  return { id, params, seatId, holdingId: (await held.executeTakeFirstOrThrow()).id };
}

/** The caller represents the unit at a place outside. */
async function represented({ ownerDb, unit, actor }: ApiStage) {
  const id = newId<"representation">();
  const said = {
    organisation_id: unit,
    kept_by: unit,
    place: "Partnerskapet",
    level: "national" as const,
    valid_from: since,
  };
  await ownerDb
    .insertInto("representation")
    .values({ id, person_id: actor.personId!, ...said })
    .execute();
  return { params: { representationId: id } };
}

/** One call that succeeds for every operation about bodies and who represents whom. */
export const bodyCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listBodies: async (stage) => {
    await kept(stage);
    return {};
  },
  addBody: async ({ unit }) => ({ body: { kind: "network", name: "Nätverket", organisationId: unit } }),
  listBodyRelations: async (stage) => {
    const { id, meetings } = await kept(stage);
    const other = await meetings.body(stage.unit);
    const person = await stage.person();
    for (const body of [id, other]) await meetings.sits(body, person);
    return {};
  },
  readBody: async (stage) => ({ params: (await seated(stage)).params }),
  changeBody: async (stage) => ({
    params: (await kept(stage)).params,
    body: { kind: "council", name: "Rådet", version: 1, quorumOf: "municipalities", quorumPercent: 50 },
  }),
  writeCharter: async (stage) => ({
    params: (await kept(stage)).params,
    body: { version: 1, tasks: [{ text: "Hålla ihop, och …?", isOpen: true }] },
  }),
  restBody: async (stage) => ({ params: (await kept(stage)).params, body: { reason: "Väntar på avtal" } }),
  restartBody: async (stage) => {
    const { id, params } = await kept(stage);
    await stage.ownerDb.insertInto("body_dormancy").values({ body_id: id, from_day: since }).execute();
    return { params, body: {} };
  },
  addSeat: async (stage) => ({
    params: (await kept(stage)).params,
    body: { kind: "userRepresentative", function: "Brukarrepresentant", two: true },
  }),
  changeSeat: async (stage) => {
    const { params, seatId } = await seated(stage);
    return { params: { ...params, seatId }, body: { function: "Någon från folkhälsan" } };
  },
  endSeat: async (stage) => {
    const { params, seatId } = await seated(stage);
    return { params: { ...params, seatId }, body: {} };
  },
  seatPerson: async (stage) => {
    const { params, seatId } = await seated(stage);
    return { params: { ...params, seatId }, body: { name: "Bo Ek", email: "bo@example.se", isSubstitute: true } };
  },
  endHolding: async (stage) => {
    const { params, holdingId } = await seated(stage);
    return { params: { ...params, holdingId }, body: {} };
  },
  agreeToBeNamed: async (stage) => {
    const { params, holdingId } = await seated(stage, "userRepresentative");
    return { params: { ...params, holdingId }, body: { agrees: true, onTheirWord: true } };
  },
  addBodyMembers: async (stage) => ({
    params: (await kept(stage)).params,
    body: { organisationIds: [stage.unit] },
  }),
  endBodyMember: async (stage) => {
    const { id, params, meetings } = await kept(stage);
    await meetings.member(id, stage.unit);
    const member = stage.ownerDb.selectFrom("body_member").where("body_id", "=", id).select("id");
    return { params: { ...params, memberId: (await member.executeTakeFirstOrThrow()).id }, body: {} };
  },
  listRepresentations: async (stage) => {
    await represented(stage);
    return {};
  },
  addRepresentation: async ({ unit }) => ({
    body: { name: "Bo Ek", organisationId: unit, keptBy: unit, place: "Partnerskapet", level: "national" },
  }),
  readRepresentation: represented,
  endRepresentation: async (stage) => ({ ...(await represented(stage)), body: {} }),
  reportBack: async (stage) => ({ ...(await represented(stage)), body: { text: "Vi enades." } }),
};
