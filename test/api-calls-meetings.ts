import { NewItem } from "../src/features/meetings/agenda/agenda-wish.ts";
import { addItem } from "../src/features/meetings/agenda/arranging/commands.ts";
import { addPaper } from "../src/features/meetings/paper/commands.ts";
import { PaperWish } from "../src/features/meetings/paper/paper.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { givenMeetings } from "./given-meetings.ts";
import { monday } from "./given-registrations.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

const day = monday().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 20 });
const file = { name: "underlag.txt", content: new TextEncoder().encode("Underlag").toBase64() };

/** A meeting ahead of a body that the caller keeps and sits in. */
async function meeting({ ownerDb, unit, actor }: ApiStage) {
  const meetings = givenMeetings(ownerDb);
  const bodyId = await meetings.body(unit);
  if (actor.personId) await meetings.sits(bodyId, actor.personId);
  const { slug } = await meetings.meeting(unit, [bodyId], { day, asks_for_reply: true });
  return { meetings, bodyId, slug, params: { slug } };
}

async function entry(stage: ApiStage) {
  const { slug, bodyId, meetings } = await meeting(stage);
  const entryId = await addItem(stage.db, stage.actor, monday, slug, NewItem.parse({ title: "Laget runt" }));
  return { meetings, bodyId, params: { slug, entryId } };
}

async function paper(stage: ApiStage) {
  const { slug } = await meeting(stage);
  const { db, config, actor } = stage;
  const sent = { name: file.name, bytes: Uint8Array.fromBase64(file.content) };
  const wish = PaperWish.parse({ title: "Underlag" });
  const paperId = await addPaper(db, openFiles(config.dataDir), actor, monday, slug, wish, sent);
  return { params: { slug, paperId } };
}

const params = async (stage: ApiStage) => ({ params: (await meeting(stage)).params });
const planned = {
  title: "Gemensamt möte",
  day: "2027-10-14",
  starts: "09:00",
  ends: "12:00",
  mode: "hybrid",
  venue: "Sal 3",
  joinLink: "https://example.se/mote",
  welcome: "Vi börjar med kaffe",
  documentsBy: "2027-10-07",
  asksForReply: true,
  replyBy: "2027-10-10",
};

/** One call that succeeds for every operation about meetings, their agendas and papers, and who comes. */
export const meetingCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listMeetings: async (stage) => ({ params: { slug: `n-${(await meeting(stage)).bodyId}` }, query: { limit: "1" } }),
  planMeeting: async (stage) => ({
    body: { ...planned, bodies: [(await meeting(stage)).bodyId], days: ["2027-11-11"] },
  }),
  getMeeting: params,
  changeMeeting: async (stage) => ({ ...(await params(stage)), body: { ...planned, version: 1 } }),
  callOffMeeting: async (stage) => ({ ...(await params(stage)), body: { reason: "Sjukdom", version: 1 } }),
  readAgenda: async (stage) => {
    const { params: found, bodyId, meetings } = await entry(stage);
    await meetings.matter(bodyId);
    return { params: { slug: found.slug } };
  },
  addAgendaItem: async (stage) => ({
    ...(await params(stage)),
    body: { title: "Laget runt", text: "Kort från var och en", minutes: 20, presenter: "Rut Åberg" },
  }),
  orderAgenda: async (stage) => {
    const { slug, entryId } = (await entry(stage)).params;
    return { params: { slug }, body: { entries: [{ id: entryId, place: 1 }] } };
  },
  changeAgendaItem: async (stage) => ({
    params: (await entry(stage)).params,
    body: { title: "Rundan", text: "Kort från var och en", minutes: 10, presenter: "Bo Ek" },
  }),
  removeAgendaItem: async (stage) => ({ params: (await entry(stage)).params }),
  listLaterMeetings: async (stage) => {
    const { params: found, bodyId, meetings } = await meeting(stage);
    await meetings.meeting(stage.unit, [bodyId], { day: day.add({ days: 30 }) });
    return { params: found };
  },
  moveAgendaItem: async (stage) => {
    const { params: found, bodyId, meetings } = await entry(stage);
    const later = await meetings.meeting(stage.unit, [bodyId], { day: day.add({ days: 30 }) });
    return { params: found, body: { to: later.id } };
  },
  listPapers: async (stage) => ({ params: { slug: (await paper(stage)).params.slug } }),
  addPaper: async (stage) => {
    const { slug, entryId } = (await entry(stage)).params;
    return { params: { slug }, body: { title: "Underlag", entryId, isPlain: true, file } };
  },
  readPaper: paper,
  removePaper: paper,
  callMeeting: async (stage) => ({ ...(await params(stage)), body: {} }),
  listReplies: params,
  readOwnReply: params,
  answerMeeting: async (stage) => ({ ...(await params(stage)), body: { answer: "substitute" } }),
};
