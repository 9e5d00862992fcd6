import { type Answers, anyoneSignedIn, insiders } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/**
 * One example of every address of networks, councils and their meetings. The participant sits in the first of the two
 * bodies, the leader is secretary in both and keeps them, and the administrator keeps them without a seat.
 */
export function meetingRoutes({
  joint,
  body,
  user,
  member,
  resting,
  representation,
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const network = `/grupper/${body.slug}`;
  const seat = `${network}/plats/${user.seatId}`;
  const held = `${network}/innehav/${user.holdingId}`;
  const represents = `/foretradare/${representation.id}`;
  // The stranger keeps bodies as well, in another organisation.
  const keepers: Answers = "sign-in 404 ok ok ok";
  // Anybody sees a body and who sits in it; whoever keeps or leads it changes it.
  const running: Answers = "sign-in 403 403 ok ok";
  return {
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
    "/mote/:slug": [`/mote/${joint.slug}`, insiders],
  };
}
