import { type Answers, anyoneSignedIn, everyone, insiders, leaders } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/**
 * One example of every address of networks, councils and their meetings. The participant sits in the first of the two
 * bodies, the leader is secretary in both and keeps them, and the administrator keeps them without a seat.
 */
export function meetingRoutes({
  joint,
  agendaItem,
  paper,
  replyToken,
  minutes,
  written,
  body,
  user,
  member,
  resting,
  representation,
  attendance,
  pasted,
  brought,
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const network = `/grupper/${body.slug}`;
  const seat = `${network}/plats/${user.seatId}`;
  const held = `${network}/innehav/${user.holdingId}`;
  const represents = `/foretradare/${representation.id}`;
  // The stranger keeps bodies as well, in another organisation.
  const keepers: Answers = "sign-in 404 ok ok ok";
  // Anybody sees a body and who sits in it; whoever keeps or leads it changes it.
  const running: Answers = "sign-in 403 403 ok ok";
  // Working minutes are for those who sit, and written by those who take notes.
  const notes = `/mote/${written.slug}/anteckningar`;
  const [part, item] = [`${notes}/${written.partId}`, `${notes}/punkt/${written.itemId}`];
  const writers: Answers = "sign-in 403 404 ok 404";
  return {
    "/mote/:slug/anteckningar": [notes, "sign-in ok 404 ok 404"],
    "/mote/:slug/anteckningar/punkt/:item": [item, writers],
    "/mote/:slug/anteckningar/punkt/:item/jamfor": [`${item}/jamfor`, writers],
    "/mote/:slug/anteckningar/punkt/:item/utfall": [`${item}/utfall?slag=commission`, writers],
    "/mote/:slug/anteckningar/punkt/:item/andra": [`${item}/andra`, writers],
    "/mote/:slug/anteckningar/:part/punkt": [`${part}/punkt`, writers],
    "/mote/:slug/anteckningar/:part/antecknar": [`${part}/antecknar`, writers],
    "/mote/:slug/anteckningar/:part/justering": [`${part}/justering`, writers],
    "/mote/:slug/anteckningar/:part/klar": [`${part}/klar`, writers],
    "/mote/:slug/anteckningar/:part/tillagg": [
      `/mote/${minutes.slug}/anteckningar/${minutes.partId}/tillagg`,
      "sign-in 403 404 ok 403",
    ],
    "/grupper": ["/grupper", anyoneSignedIn],
    "/grupper/samband": ["/grupper/samband", anyoneSignedIn],
    "/grupper/ny": ["/grupper/ny", keepers],
    "/grupper/:slug": [network, anyoneSignedIn],
    "/grupper/:slug/andra": [`${network}/andra`, running],
    "/grupper/:slug/uppgifter": [`${network}/uppgifter`, running],
    "/grupper/:slug/vila": [`${network}/vila`, running],
    "/grupper/:slug/starta": [`/grupper/${resting.slug}/starta`, running],
    "/grupper/:slug/plats/ny": [`${network}/plats/ny`, running],
    "/grupper/:slug/plats/:seat": [seat, anyoneSignedIn],
    "/grupper/:slug/plats/:seat/andra": [`${seat}/andra`, running],
    "/grupper/:slug/plats/:seat/avsluta": [`${seat}/avsluta`, running],
    "/grupper/:slug/plats/:seat/person": [`${seat}/person`, running],
    "/grupper/:slug/innehav/:holding/avsluta": [`${held}/avsluta`, running],
    "/grupper/:slug/innehav/:holding/namn": [`${held}/namn`, running],
    "/grupper/:slug/medlemmar": [`${network}/medlemmar`, running],
    "/grupper/:slug/medlemmar/:member/avsluta": [`${network}/medlemmar/${member.id}/avsluta`, running],
    "/foretradare": ["/foretradare", anyoneSignedIn],
    "/foretradare.csv": ["/foretradare.csv", anyoneSignedIn],
    "/foretradare.xlsx": ["/foretradare.xlsx", anyoneSignedIn],
    "/foretradare/ny": ["/foretradare/ny", keepers],
    "/foretradare/:representation": [represents, anyoneSignedIn],
    "/foretradare/:representation/avsluta": [`${represents}/avsluta`, running],
    // Whoever represents tells, and nobody for them.
    "/foretradare/:representation/rapport": [`${represents}/rapport`, "sign-in 403 403 ok 403"],
    "/sok/moten": ["/sok/moten?q=familj", anyoneSignedIn],
    "/mote/:slug/las": [`/mote/${minutes.slug}/las`, insiders],
    "/mote/:slug/las/:file{anteckningar\\.(?:docx|pdf)}": [`/mote/${minutes.slug}/las/anteckningar.pdf`, insiders],
    "/mote/:slug/las/handling/:paper": [
      `/mote/${minutes.slug}/las/handling/${minutes.paperId}`,
      "sign-in onward 404 onward onward",
    ],
    "/mote/:slug/utskick": [`/mote/${minutes.slug}/utskick`, "sign-in 403 404 ok ok"],
    "/mote/:slug/utskick/mottagare": [`/mote/${minutes.slug}/utskick/mottagare`, "sign-in 403 404 ok ok"],
    "/anteckningar/min/:token": [`/anteckningar/min/${minutes.reading}`, everyone],
    "/anteckningar/min/:token/:file{anteckningar\\.(?:docx|pdf)}": [
      `/anteckningar/min/${minutes.reading}/anteckningar.pdf`,
      everyone,
    ],
    "/anteckningar/min/:token/handling/:paper": [
      `/anteckningar/min/${minutes.reading}/handling/${minutes.paperId}`,
      "onward onward onward onward onward",
    ],
    "/utlamnande": ["/utlamnande", "sign-in 404 404 404 ok"],
    "/utlamnande/:part": [`/utlamnande/${minutes.partId}`, "sign-in 404 404 404 ok"],
    "/utlamnande/:part/:release/:file{anteckningar\\.(?:docx|pdf)}": [
      `/utlamnande/${minutes.partId}/${minutes.releaseId}/anteckningar.pdf`,
      "sign-in 404 404 404 ok",
    ],
    "/grupper/:slug/flode": [`${network}/flode`, "sign-in ok 403 ok ok"],
    "/grupper/:slug/kalender": [`${network}/kalender`, "sign-in ok 403 ok 403"],
    "/kalender/grupp/:file{[A-Za-z0-9_-]{43}\\.ics}": [`/kalender/grupp/${minutes.calendar}.ics`, everyone],
    "/flode/grupp/:file{[A-Za-z0-9_-]{43}\\.atom}": [`/flode/grupp/${minutes.feed}.atom`, everyone],
    "/mote/:slug": [`/mote/${joint.slug}`, insiders],
    "/mote/nytt": ["/mote/nytt", "sign-in 403 403 ok ok"],
    "/mote/:slug/narvaro": [`/mote/${joint.slug}/narvaro`, insiders],
    "/mote/:slug/narvaro/ny": [`/mote/${joint.slug}/narvaro/ny`, leaders],
    "/mote/:slug/narvaro/:id": [`/mote/${joint.slug}/narvaro/${attendance.id}`, leaders],
    "/mote/:slug/original": [`/mote/${brought.slug}/original`, "sign-in ok 404 ok 404"],
    "/anteckningar/klistra-in/:id": [`/anteckningar/klistra-in/${pasted.id}`, "sign-in 404 404 ok 404"],
    "/mote/:slug/narvaro/ungefar": [`/mote/${joint.slug}/narvaro/ungefar`, leaders],
    "/grupper/:slug/narvaro": [`${network}/narvaro`, "sign-in ok 403 ok ok"],
    "/anteckningar/klistra-in": ["/anteckningar/klistra-in", "sign-in 403 403 ok ok"],
    "/mote/:slug/andra": [`/mote/${joint.slug}/andra`, leaders],
    "/mote/:slug/stall-in": [`/mote/${joint.slug}/stall-in`, leaders],
    "/mote/:slug/dagordning/ny": [`/mote/${joint.slug}/dagordning/ny`, leaders],
    "/mote/:slug/dagordning/ordning": [`/mote/${joint.slug}/dagordning/ordning`, leaders],
    "/mote/:slug/dagordning/:entry": [`/mote/${joint.slug}/dagordning/${agendaItem}`, leaders],
    "/mote/:slug/dagordning/:entry/senare": [`/mote/${joint.slug}/dagordning/${agendaItem}/senare`, leaders],
    "/mote/:slug/handlingar/ny": [`/mote/${joint.slug}/handlingar/ny`, leaders],
    "/mote/:slug/handlingar/:paper/fil": [`/mote/${joint.slug}/handlingar/${paper}/fil`, insiders],
    "/mote/svar/:token": [`/mote/svar/${replyToken}`, everyone],
  };
}
