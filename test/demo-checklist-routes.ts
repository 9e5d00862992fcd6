import { type Answers, anyoneSignedIn, insiders, leaders } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/**
 * One example of every address of merging and of checklists. What is published is everybody's; the copy is being written
 * and is not there for others than those who keep it. The stranger keeps checklists in another organisation.
 */
export function checklistRoutes({
  workshop,
  checklist,
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const at = `/workshop/${workshop.slug}`;
  const merging = `${at}/sla-ihop`;
  const published = `/checklista/${checklist.slug}`;
  const copy = `/checklista/${checklist.copy}`;
  const keepers: Answers = "sign-in 404 404 ok ok";
  return {
    "/workshop/:slug/sla-ihop": [merging, insiders],
    "/workshop/:slug/sla-ihop/svar.csv": [`${merging}/svar.csv`, insiders],
    "/workshop/:slug/sla-ihop/tillagg": [`${merging}/tillagg?om=equity`, leaders],
    "/workshop/:slug/sla-ihop/fraga/:question": [`${merging}/fraga/${checklist.merged}`, leaders],
    "/workshop/:slug/klistra-in": [`${at}/klistra-in`, leaders],
    "/workshop/:slug/checklista": [`${at}/checklista`, leaders],
    "/checklistor": ["/checklistor", anyoneSignedIn],
    "/checklista/:slug": [published, anyoneSignedIn],
    "/checklista/:slug/skillnader": [`${copy}/skillnader`, keepers],
    "/checklista/:slug/andra": [`${published}/andra`, "sign-in 403 403 ok ok"],
    "/checklista/:slug/kopiera": [`${published}/kopiera`, "sign-in 403 ok ok ok"],
    "/checklista/:slug/utkast": [`${copy}/utkast`, keepers],
    "/checklista/:slug/utkast/ny-fraga": [`${copy}/utkast/ny-fraga`, keepers],
    "/checklista/:slug/utkast/fraga/:question": [`${copy}/utkast/fraga/${checklist.copyQuestion}`, keepers],
    "/checklista/:slug/utkast/publicera": [`${copy}/utkast/publicera`, keepers],
  };
}
