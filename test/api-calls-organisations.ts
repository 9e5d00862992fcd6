import { randomUUID } from "node:crypto";
import { newId } from "../src/kernel/ids.ts";
import { createOrganisation, registerDomain } from "../src/features/organisations/commands.ts";
import { sendImport } from "../src/features/organisations/imports/commands.ts";
import { mergePeople } from "../src/features/organisations/people/merging/commands.ts";
import { personParts } from "../src/person-parts.ts";
import { monday } from "./given-registrations.ts";
import { pngOf } from "./images.ts";
import { givenTwins } from "./given-two-people.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

async function unknownLeader({ person, role, rounds, unit, ownerDb }: ApiStage) {
  const personId = await person({ name: "Kristina Carlson" });
  await role(personId, "guest", { organisation: unit });
  const { id: round_id } = await rounds.draft(unit);
  const leaderId = newId<"round_leader">();
  const written = { id: leaderId, round_id, position: 0, name: "Christina Karlsson" };
  await ownerDb.insertInto("round_leader").values(written).execute();
  return { leaderId, personId };
}

const newOrganisation = () => ({ kind: "rdUnit" as const, name: `FoU ${randomUUID()}` });
const aPlace = async ({ db, actor }: ApiStage) => {
  const { id, slug } = await createOrganisation(db, actor, newOrganisation());
  return { organisationId: id, slug };
};

const sentFile = () => ({ name: "enheter.csv", text: `Namn;Slag\nFoU ${randomUUID()};FoU-enhet` });
const aSentFile = async ({ db, actor }: ApiStage) => {
  const { name, text } = sentFile();
  const { id } = await sendImport(db, actor, monday, { name, bytes: new TextEncoder().encode(text) });
  return { importId: id };
};

/** The calls about organisations and people. */
export const organisationCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listOrganisations: async () => ({ query: { limit: "1", kind: "rdUnit" } }),
  readOrganisation: async (stage) => ({ params: { slug: (await aPlace(stage)).slug } }),
  listMembers: async (stage) => ({ params: { slug: (await aPlace(stage)).slug }, query: { on: "2027-01-01" } }),
  createOrganisation: async () => ({ body: newOrganisation() }),
  renameOrganisation: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId }, body: { name: `FoU ${randomUUID()}` } };
  },
  addAlias: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId }, body: { written: `FoU ${randomUUID()}` } };
  },
  registerDomain: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId }, body: { domain: `${randomUUID()}.example.se` } };
  },
  removeDomain: async (stage) => {
    const { organisationId } = await aPlace(stage);
    const domain = `${randomUUID()}.example.se`;
    await registerDomain(stage.db, stage.actor, organisationId, { domain });
    return { params: { organisationId, domain } };
  },
  addRelation: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { body: { fromId: organisationId, toId: stage.unit, kind: "partOf", validFrom: "2026-01-01" } };
  },
  endRelation: async (stage) => {
    const { organisationId } = await aPlace(stage);
    const relationId = newId<"organisation_relation">();
    const relation = { id: relationId, from_id: organisationId, to_id: stage.unit, kind: "memberOf" as const };
    await stage.ownerDb.insertInto("organisation_relation").values(relation).execute();
    return { params: { relationId }, body: { lastDay: "2027-05-31" } };
  },

  readOrganisationHistory: async (stage) => ({ params: { slug: (await aPlace(stage)).slug } }),
  mergeOrganisations: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { body: { fromIds: [organisationId], into: { organisationId: stage.unit }, day: "2027-01-01" } };
  },
  splitOrganisation: async (stage) => {
    const { organisationId } = await aPlace(stage);
    const parts = [{ successor: { name: `FoU ${randomUUID()}` } }, { successor: { organisationId: stage.unit } }];
    return { params: { organisationId }, body: { parts, ends: true, day: "2027-01-01" } };
  },
  readLook: async (stage) => ({ params: { slug: (await aPlace(stage)).slug } }),
  writeLook: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId }, body: { name: "FoU Norrsken", replyAddress: "svar@example.se" } };
  },
  giveMark: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId }, body: { image: Buffer.from(pngOf(32, 32)).toString("base64") } };
  },
  removeMark: async (stage) => {
    const { organisationId } = await aPlace(stage);
    return { params: { organisationId } };
  },
  sendOrganisationImport: async () => ({ body: sentFile() }),
  listOrganisationImportRows: async (stage) => ({ params: await aSentFile(stage), query: { outcome: "new" } }),
  carryOutOrganisationImport: async (stage) => ({ params: await aSentFile(stage), body: { lines: [2] } }),
  throwAwayOrganisationImport: async (stage) => ({ params: await aSentFile(stage) }),

  listPeople: async () => ({ query: { name: "Alva" } }),
  readPerson: async ({ actor }) => ({ params: { personId: actor.personId! } }),
  invitePerson: async ({ unit }) => ({
    body: { name: `Person ${randomUUID()}`, email: `${randomUUID()}@example.se`, role: "guest", organisationId: unit },
  }),
  listDuplicates: async ({ ownerDb, unit }) => {
    await givenTwins(ownerDb, unit);
    return { query: { limit: "5" } };
  },
  listMerges: async ({ ownerDb, unit }) => {
    await givenTwins(ownerDb, unit);
    return {};
  },
  listUnknownLeaders: async (stage) => {
    await unknownLeader(stage);
    return {};
  },
  knowLeader: async (stage) => {
    const { leaderId, personId } = await unknownLeader(stage);
    return { params: { leaderId }, body: { personId } };
  },
  mergePeople: async ({ person }) => ({
    body: { from: await person({ name: "Bo" }), to: await person({ name: "Bo" }) },
  }),
  undoMerge: async ({ db, actor, person }) => {
    const two = { from: await person({ name: "Bo" }), to: await person({ name: "Bo" }) };
    return { params: await mergePeople(db, actor, monday, two, personParts) };
  },
  keepPeopleApart: async ({ person }) => ({
    body: { one: await person({ name: "Bo" }), other: await person({ name: "Bo" }) },
  }),
  grantRole: async ({ person, unit }) => ({
    params: { personId: await person({ name: "Bo" }) },
    body: { role: "guest", organisationId: unit },
  }),
  endRole: async ({ person, role, unit }) => ({
    params: { assignmentId: await role(await person({ name: "Bo" }), "guest", { organisation: unit }) },
    body: {},
  }),
};
