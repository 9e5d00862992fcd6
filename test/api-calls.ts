import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { nobody } from "../src/kernel/actor.ts";
import { newId } from "../src/kernel/ids.ts";
import { withdraw } from "../src/features/circles/registration/commands.ts";
import { sendApplications } from "../src/features/circles/registration/imports/commands.ts";
import { denyEligibility } from "../src/features/circles/registration/eligibility/commands.ts";
import { decideSelection } from "../src/features/circles/registration/selection/commands.ts";
import { createOrganisation, registerDomain } from "../src/features/organisations/commands.ts";
import { reportHindrance } from "../src/features/site/accessibility/commands.ts";
import { sendImport } from "../src/features/organisations/imports/commands.ts";
import { mergePeople } from "../src/features/organisations/people/merging/commands.ts";
import { personParts } from "../src/person-parts.ts";
import { post } from "../src/platform/mail/mail.ts";
import { signInCalls } from "./api-calls-sign-in.ts";
import { application, monday } from "./given-registrations.ts";
import { day, noon } from "./given-rounds.ts";
import { pngOf } from "./images.ts";
import { givenTwins } from "./given-two-people.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

const answer =
  (body: unknown) =>
  async ({ rounds, unit }: ApiStage): Promise<RightCall> => {
    const { slug } = await rounds.readyDraft(unit);
    return { params: { slug }, body };
  };

async function publishedSlug({ rounds, unit }: ApiStage, over = {}) {
  const round = await rounds.published(unit, over);
  return { ...round, params: { slug: round.slug } };
}

const asked = { managerName: "Bo Lind", managerEmail: "bo.lind@example.se" };

const answersFile = Buffer.from(
  "Slutförandetid;Namn;E-post;Kommun;Arbetsplats;Befattning;Verksamhet\n2027-06-04 09:12;Sanna Vik;sanna@example.se;Uppsala kommun;Barnenheten;kurator;Socialtjänst\n",
);

/** A file of applications that has been sent and waits to be taken in. */
async function sentAnswers(stage: ApiStage) {
  const { id, params } = await publishedSlug(stage, { manager_consultation: "none" });
  const file = { name: "svar.csv", bytes: new Uint8Array(answersFile) };
  const sent = await sendApplications(stage.db, stage.actor, { roundId: id, file }, monday);
  return { ...params, importId: sent.id };
}

async function offered(stage: ApiStage) {
  const round = await stage.rounds.published(stage.unit, { hard_capacity: 1, target_capacity: 1 });
  const [first, second] = await stage.circle.queue(round.id, 2);
  await withdraw(stage.db, stage.actor, { registrationId: first! }, monday);
  return second!;
}

async function selecting(stage: ApiStage) {
  const over = { allocation: "selection" as const, notice_date: day("2027-09-20") };
  const round = await publishedSlug(stage, over);
  const [first] = await stage.circle.queue(round.id, 1);
  const decisions = [{ registrationId: first!, outcome: "place" as const, reason: "Spridning över kommuner" }];
  return { ...round, decisions };
}

/** A round with somebody who has a place, a digital meeting, and a contact person to send its invitation to. */
async function reached(stage: ApiStage) {
  const round = await publishedSlug(stage);
  await stage.rounds.registration(round.id);
  const digital = await stage.rounds.session(round.id, { mode: "digital" });
  const contact = { id: newId<"dispatch_contact">(), name: "Lena Ström", email: `${randomUUID()}@example.se` };
  await stage.ownerDb
    .insertInto("dispatch_contact")
    .values({ ...contact, organisation_id: stage.unit, added_at: monday() })
    .execute();
  return { ...round, digital, contact };
}

async function mail({ db, ownerDb }: ApiStage) {
  const letter = { to: "bo@example.se", subject: "Din plats", text: "Hej", html: "<p>Hej</p>" };
  const mailId = (await post(db, letter))!;
  await ownerDb.updateTable("mail").set({ state: "failed", settled_at: monday() }).where("id", "=", mailId).execute();
  return { mailId };
}

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

/** One call that succeeds for every operation, by its name. An operation without one fails the contract's test. */
export const rightCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
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
  changeOwnDetails: async () => ({ body: { name: "Alva Lind", title: "Systemägare", language: "sv" } }),
  listTokens: async () => ({}),
  createToken: async () => ({ body: { name: "Kalendern", scopes: ["circles:read"], days: 30 } }),
  ...signInCalls,
  revokeToken: async ({ token }) => ({ params: { tokenId: (await token()).id } }),

  listMails: async (stage) => {
    await mail(stage);
    return { query: { limit: "1", state: "failed" } };
  },
  readMail: async (stage) => ({ params: await mail(stage) }),
  retryMail: async (stage) => ({ params: await mail(stage) }),
  listFailedJobs: async () => ({}),
  retryJob: async ({ ownerDb }) => {
    const jobId = randomUUID();
    await sql`select pgboss.create_queue('test.work', '{"policy":"standard"}'::jsonb)`.execute(ownerDb);
    await sql`insert into pgboss.job (id, name, state, completed_on) values (${jobId}::uuid, 'test.work', 'failed', now())`.execute(
      ownerDb,
    );
    return { params: { jobId } };
  },
  reportHindrance: async () => ({ body: { hindrance: "Knappen går inte att nå", email: "elsa@example.se" } }),
  listAccessibilityReports: async () => ({ query: { limit: "1", state: "open" } }),
  answerAccessibilityReport: async ({ db }) => {
    const { id } = await reportHindrance(db, nobody, { hindrance: "Knappen går inte att nå" }, "sv", monday);
    return { params: { reportId: id }, body: { answer: "Den är rättad" } };
  },
  listErasures: async () => ({}),
  readOwnData: async () => ({}),
  mailOwnDataLink: async () => ({ body: { email: "alva@example.se" } }),
  takeOwnData: async ({ circle }) => ({ body: { token: await circle.link("privacy.own_data", "alva@example.se") } }),
  listDeeds: async () => ({ query: { limit: "1", what: "platform." } }),
  verifyAudit: async () => ({}),

  listOpenRounds: async (stage) => {
    await publishedSlug(stage);
    return {};
  },
  readRound: async (stage) => ({ params: (await publishedSlug(stage)).params }),
  listPlannedRounds: async (stage) => {
    await publishedSlug(stage);
    return { query: { limit: "1" } };
  },
  readPlannedRound: answer(undefined),
  createProgramme: async ({ unit }) => ({
    body: { organisationId: unit, kind: "researchCircle", name: `Serie ${randomUUID()}` },
  }),
  createRound: async ({ unit }) => ({ body: { organisationId: unit, kind: "researchCircle", title: "Delaktighet" } }),
  createRoundFromInvitation: async ({ unit }) => ({
    body: {
      organisationId: unit,
      text: "Forskningscirkel om delaktighet\n\nTräff 1 oktober 2027 kl 9–12. Max 12 deltagare.",
    },
  }),
  confirmReading: answer({ kind: "researchCircle", title: "Delaktighet", sessions: [{ date: "2027-10-01" }] }),
  copyRound: answer(undefined),
  discardRound: answer(undefined),
  publishRound: answer(undefined),
  extendDeadline: async (stage) => ({
    params: (await publishedSlug(stage)).params,
    body: { deadline: "2027-09-24", reason: "Fler behöver tid att fråga sin chef" },
  }),
  cancelRound: async (stage) => ({ params: (await publishedSlug(stage)).params, body: { reason: "För få anmälda" } }),
  holdAnyway: async (stage) => ({
    params: (await publishedSlug(stage, { minimum_participants: 6, go_no_go_date: day("2027-09-20") })).params,
  }),
  takeRoundStep: async (stage) => ({ params: (await publishedSlug(stage)).params, body: { step: "close" } }),
  writeRoundBasics: answer({ kind: "researchCircle", title: "Delaktighet" }),
  writeRoundStory: answer({ purpose: "Att barn kommer till tals", beneficiaries: [] }),
  writeRoundQuestions: answer({ questions: [{ source: "research", text: "Vad vet vi?" }] }),
  writeRoundPeople: answer({ contacts: [{ name: "Siv Alm", email: "siv.alm@example.se" }] }),
  writeRoundAudience: answer({ rules: [{ text: "Arbetar med barn", strength: "required" }] }),
  writeRoundFrame: answer({ targetCapacity: 10, hardCapacity: 12, hours: 70, cost: 0 }),
  writeRoundWayIn: answer({ allocation: "firstCome", deadline: "2027-09-10" }),
  planTerm: answer({ plannedTerm: "2027-autumn" }),
  addSessions: answer({ sessions: [{ date: "2028-02-04", starts: "09:00", ends: "12:00" }] }),
  changeSession: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug, sessionId: await rounds.session(id) }, body: { date: "2028-02-04" } };
  },
  removeSession: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug, sessionId: await rounds.session(id) } };
  },
  setVenue: async ({ rounds, unit }) => {
    const { id, slug } = await rounds.draft(unit);
    return { params: { slug }, body: { venue: "Folkets hus", sessionIds: [await rounds.session(id)] } };
  },

  readApplicationForm: async (stage) => ({ params: (await publishedSlug(stage)).params }),
  apply: async (stage) => ({ params: (await publishedSlug(stage)).params, body: sent(application()) }),
  confirmApplication: async (stage) => {
    const { id } = await publishedSlug(stage);
    const registration = await stage.circle.applied(id);
    return { body: { token: await stage.circle.link("registration.confirm", registration.id) } };
  },
  withdrawOwnRegistration: async (stage) => {
    const [id] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    return { body: { ownToken: await stage.circle.link("registration.own", id!) } };
  },
  answerOffer: async (stage) => ({
    body: { offerToken: await stage.circle.link("offer.answer", await offered(stage)), answer: "yes" },
  }),
  answerAsManager: async (stage) => {
    const { id } = await publishedSlug(stage, { manager_consultation: "confirmed" });
    const { id: registration } = await stage.circle.confirmed(id, asked);
    const token = await stage.circle.link("manager.answer", registration, { version: "1" });
    return { body: { token, reply: { answer: "yes" } } };
  },
  listRegistrations: async (stage) => {
    const { id, params } = await publishedSlug(stage);
    await stage.circle.queue(id, 2);
    return { params, query: { limit: "1" } };
  },
  addRegistration: async (stage) => ({
    params: (await publishedSlug(stage)).params,
    body: { ...application(), way: "phone", reachedDate: "2027-06-04", reachedTime: "09:15" },
  }),
  correctRegistration: async (stage) => {
    const { id } = await publishedSlug(stage);
    const [registrationId] = await stage.circle.queue(id, 1);
    const { name, email, workplace, employer, sector, profession, managerName } = application();
    const body = { name, email, workplace, employer, sector, profession, managerName };
    return { params: { registrationId: registrationId! }, body };
  },
  listCalls: async () => ({}),
  markCalled: async (stage) => {
    const [registrationId] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    const callId = newId<"phone_call">();
    const call = { kind: "placed", occasion: callId, left_at: monday() };
    await stage.ownerDb
      .insertInto("phone_call")
      .values({ id: callId, registration_id: registrationId!, ...call })
      .execute();
    return { params: { callId } };
  },
  proveAddress: async (stage) => {
    const [registrationId] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    return { body: { ownToken: await stage.circle.link("registration.own", registrationId!) } };
  },
  mailOwnLinks: async () => ({ body: { email: "alva@example.se" } }),
  sendApplications: async (stage) => ({
    params: (await publishedSlug(stage)).params,
    body: { name: "svar.csv", text: answersFile.toString() },
  }),
  readApplicationImport: async (stage) => ({ params: await sentAnswers(stage), query: { limit: "1" } }),
  mapColumns: async (stage) => ({
    params: await sentAnswers(stage),
    body: { columns: { reached: 0, name: 1, email: 2 }, way: "mail", managerDeclared: true },
  }),
  importApplications: async (stage) => ({ params: await sentAnswers(stage), body: {} }),
  denyEligibility: async (stage) => {
    const [registrationId] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    return { params: { registrationId: registrationId! }, body: { reason: "Arbetar inte med barn" } };
  },
  restoreEligibility: async (stage) => {
    const [registrationId] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    await denyEligibility(stage.db, stage.actor, registrationId!, "Fel uppgift", monday);
    return { params: { registrationId: registrationId! } };
  },
  withdrawRegistration: async (stage) => {
    const [registrationId] = await stage.circle.queue((await publishedSlug(stage)).id, 1);
    return { params: { registrationId: registrationId! } };
  },
  answerOfferFor: async (stage) => ({ params: { registrationId: await offered(stage) }, body: { answer: "yes" } }),
  remindManagers: async (stage) => {
    const { id, params } = await publishedSlug(stage, { manager_consultation: "confirmed" });
    await stage.circle.confirmed(id, asked);
    stage.standOn(noon("2027-06-10"));
    return { params, body: {} };
  },
  listMailings: async (stage) => ({ params: (await reached(stage)).params }),
  sendMessage: async (stage) => ({
    params: (await reached(stage)).params,
    body: { to: "placed", subject: "Nytt rum", text: "Vi ses i Rådhuset.", replyTo: "siv.alm@example.se" },
  }),
  listContactPersons: async (stage) => ({ params: (await reached(stage)).params }),
  addContactPerson: async (stage) => ({
    params: (await reached(stage)).params,
    body: { name: "Lena Ström", workplace: "Enköping", email: `${randomUUID()}@example.se` },
  }),
  removeContactPerson: async (stage) => {
    const { params, contact } = await reached(stage);
    return { params: { ...params, contactId: contact.id } };
  },
  dispatchInvitation: async (stage) => {
    const { params, contact } = await reached(stage);
    return {
      params,
      body: { subject: "Inbjudan", text: "", replyTo: "siv.alm@example.se", receivers: [contact.email] },
    };
  },
  readCatering: async (stage) => ({ params: (await reached(stage)).params }),
  setJoinLink: async (stage) => {
    const { params, digital } = await reached(stage);
    return { params, body: { joinLink: "https://mote.example.se/rum", sessionIds: [digital] } };
  },
  handOverRound: async (stage) => {
    const { id, params } = await reached(stage);
    const to = await stage.person({ name: "Bo Al", email: `${randomUUID()}@example.se` });
    await stage.role(to, "circleLeader", { round: id });
    return { params, body: { from: "nobody", to, keepsReading: true, takesContacts: true, takesDrafts: true } };
  },
  renewOwnCalendar: async () => ({}),
  renewRegistrationCalendar: async (stage) => {
    const { id } = await reached(stage);
    return { params: { registrationId: await stage.rounds.registration(id, { person_id: stage.actor.personId! }) } };
  },
  readSelection: async (stage) => ({ params: (await selecting(stage)).params }),
  decideSelection: async (stage) => {
    const { params, decisions } = await selecting(stage);
    return { params, body: { decisions } };
  },
  sendNotices: async (stage) => {
    const { id, params, decisions } = await selecting(stage);
    await decideSelection(stage.db, stage.actor, id, decisions, monday);
    stage.standOn(noon("2027-09-20"));
    return { params };
  },
};

/** What is sent over the wire: what nobody has said is not there. */
function sent(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
