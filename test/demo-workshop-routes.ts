import { type Answers, anyoneSignedIn, insiders, leaders } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/**
 * One example of every address of a workshop. The demo's is closed: the participant sits in a body that it was held with
 * and may read what was answered, and the leader and the administrator hold workshops for its organisation. The stranger
 * holds workshops in another.
 */
export function workshopRoutes({
  workshop,
  room,
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const at = `/workshop/${workshop.slug}`;
  return {
    "/workshoppar": ["/workshoppar", anyoneSignedIn],
    "/workshoppar/ny": ["/workshoppar/ny", "sign-in 404 ok ok ok"],
    "/workshop/:slug": [`/workshop/${room.slug}`, "sign-in 404 404 ok ok"],
    "/workshop/:slug/andra": [`${at}/andra`, leaders],
    "/workshop/:slug/grupper": [`${at}/grupper`, leaders],
    "/workshop/:slug/ledare": [`${at}/ledare`, leaders],
    "/workshop/:slug/fragor/ny": [`${at}/fragor/ny?slag=scale`, leaders],
    "/workshop/:slug/fragor/:question": [`${at}/fragor/${workshop.unasked.id}`, leaders],
    "/workshop/:slug/moderera": [`${at}/moderera`, leaders],
    "/workshop/:slug/svar/:answer/dolj": [`${at}/svar/${workshop.answer.id}/dolj`, leaders],
    "/workshop/:slug/skarm": [`${at}/skarm`, leaders],
    "/workshop/:slug/resultat": [`${at}/resultat`, insiders],
    "/workshop/:slug/resultat.csv": [`${at}/resultat.csv`, insiders],
    "/workshop/:slug/resultat.xlsx": [`${at}/resultat.xlsx`, insiders],
  };
}
