import { randomUUID } from "node:crypto";
import { newId } from "../src/kernel/ids.ts";
import { withdraw } from "../src/features/circles/registration/commands.ts";
import { sendApplications } from "../src/features/circles/registration/imports/commands.ts";
import { denyEligibility } from "../src/features/circles/registration/eligibility/commands.ts";
import { decideSelection } from "../src/features/circles/registration/selection/commands.ts";
import { application, monday } from "./given-registrations.ts";
import { day, noon } from "./given-rounds.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

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

/** The calls about applications, places and those who have one. */
export const applicationCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
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
