import { type Answers, anyoneSignedIn, everyone, insiders, leaders, planners } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Pick<Awaited<ReturnType<typeof demoStage>>, "body" | "matters">;

/**
 * One example of every address of matters and commissions. The participant sits in the body and has been given the
 * commission; the leader is its secretary and answers for the support unit, as the administrator does.
 */
export function matterRoutes({
  body,
  matters: { matter, money, application, waiting, commission, intake, unfollow },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const address = `/fraga/${matter.slug}`;
  const given = `/uppdrag/${commission.id}`;
  // Whoever keeps bodies anywhere answers for a unit: the stranger for theirs.
  const answering: Answers = "sign-in 403 ok ok ok";
  return {
    "/uppdrag": ["/uppdrag", anyoneSignedIn],
    "/uppdrag/:file{lista\\.(?:csv|xlsx)}": ["/uppdrag/lista.csv", anyoneSignedIn],
    "/uppdrag/inflode": ["/uppdrag/inflode", answering],
    "/uppdrag/ny": ["/uppdrag/ny", answering],
    "/uppdrag/:id": [given, insiders],
    "/uppdrag/:id/redovisa/:part": [`${given}/redovisa/${commission.partId}`, insiders],
    "/uppdrag/:id/dagar": [`${given}/dagar`, leaders],
    "/uppdrag/:id/mer": [`${given}/mer`, leaders],
    "/uppdrag/:id/ta-over": [`${given}/ta-over`, leaders],
    "/uppdrag/:id/avsluta": [`${given}/avsluta`, leaders],
    "/uppdrag/:id/svar": [`/uppdrag/${intake.id}/svar`, planners],
    "/grupper/:slug/ny-fraga": [`/grupper/${body.slug}/ny-fraga`, "sign-in ok 403 ok ok"],
    "/fraga/:slug": [address, insiders],
    "/fraga/:slug/andra": [`${address}/andra`, leaders],
    "/fraga/:slug/parkera": [`${address}/parkera`, leaders],
    "/fraga/:slug/handelsen": [`/fraga/${waiting.slug}/handelsen`, leaders],
    "/fraga/:slug/lamna-over": [`${address}/lamna-over`, leaders],
    "/fraga/:slug/ta-upp": [`${address}/ta-upp`, leaders],
    "/fraga/:slug/beslut": [`${address}/beslut`, leaders],
    "/fraga/:slug/sa-blev-det": [`${address}/sa-blev-det`, leaders],
    "/fraga/:slug/lagg-ner": [`${address}/lagg-ner`, leaders],
    "/fraga/:slug/uppdrag": [`${address}/uppdrag`, leaders],
    "/fraga/:slug/ansokan": [`${address}/ansokan`, leaders],
    "/fraga/:slug/ansokan/:application": [`/fraga/${money.slug}/ansokan/${application.id}`, leaders],
    "/sluta-folja/:token": [`/sluta-folja/${unfollow}`, everyone],
  };
}
