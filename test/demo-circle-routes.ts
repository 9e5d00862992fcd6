import { anyoneSignedIn, type Answers, insiders, leaders, planners } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/** One example of every address in a circle and of its reports: for those with a place in it and those who lead it. */
export function circleRoutes({
  first,
  session,
  noteSection,
  finished,
  certified,
  material,
  linked,
  submission,
  submissionFile,
  practice,
  inWords,
  proposal,
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const meeting = `/cirkel/${first.slug}/traff/${session.id}`;
  const assignment = `/cirkel/${first.slug}/uppgift/${submission.assignment_id}`;
  const notes = `${meeting}/anteckningar`;
  return {
    "/cirkel/:slug": [`/cirkel/${first.slug}`, insiders],
    "/cirkel/:slug/andringar": [`/cirkel/${first.slug}/andringar`, insiders],
    "/cirkel/:slug/traff/:session": [`/cirkel/${first.slug}/traff/${session.id}`, insiders],
    "/cirkel/:slug/traff/:session/anteckningar/rubriker": [`${notes}/rubriker`, leaders],
    "/cirkel/:slug/traff/:session/anteckningar/:section": [`${notes}/${noteSection.id}`, insiders],
    "/cirkel/:slug/traff/:session/anteckningar/:section/jamfor": [`${notes}/${noteSection.id}/jamfor`, insiders],
    "/cirkel/:slug/traff/:session/anteckningar/:section/bidrag": [`${notes}/${noteSection.id}/bidrag`, insiders],
    "/cirkel/:slug/teman": [`/cirkel/${first.slug}/teman`, leaders],
    "/cirkel/:slug/traff/:session/upplagg": [`${meeting}/upplagg`, leaders],
    "/cirkel/:slug/traff/:session/medverkande": [`${meeting}/medverkande`, leaders],
    "/cirkel/:slug/traff/:session/narvaro": [`${meeting}/narvaro`, "sign-in 403 404 ok ok"],
    "/cirkel/:slug/traff/:session/narvaro/kod": [`${meeting}/narvaro/kod`, "sign-in 403 404 ok ok"],
    "/cirkel/:slug/traff/:session/narvaro/gaster": [`${meeting}/narvaro/gaster`, "sign-in 403 404 ok ok"],
    "/cirkel/:slug/traff/:session/har": [`${meeting}/har`, "sign-in ok 404 onward onward"],
    "/cirkel/:slug/timmar": [`/cirkel/${first.slug}/timmar`, insiders],
    "/cirkel/:slug/intyg": [`/cirkel/${first.slug}/intyg`, insiders],
    "/cirkel/:slug/intyg/:registration/intyg.pdf": [`/cirkel/${finished.slug}/intyg/${certified}/intyg.pdf`, planners],
    "/cirkel/:slug/traff/:session/uppgift": [`/cirkel/${first.slug}/traff/${session.id}/uppgift`, leaders],
    "/cirkel/:slug/uppgift/:assignment": [assignment, insiders],
    "/cirkel/:slug/traff/:session/material": [`/cirkel/${first.slug}/traff/${session.id}/material`, leaders],
    "/cirkel/:slug/material/:material/fil": [`/cirkel/${first.slug}/material/${material}/fil`, insiders],
    "/cirkel/:slug/material/:material/andra": [`/cirkel/${first.slug}/material/${material}/andra`, leaders],
    "/cirkel/:slug/material/:material/oppna": [
      `/cirkel/${first.slug}/material/${linked}/oppna`,
      "sign-in onward 404 onward onward",
    ],
    "/cirkel/:slug/uppgift/:assignment/filer/:file/fil": [`${assignment}/filer/${submissionFile}/fil`, insiders],
    "/cirkel/:slug/uppgift/:assignment/andra": [`${assignment}/andra`, leaders],
    "/cirkel/:slug/uppgift/:assignment/svar/:submission": [`${assignment}/svar/${submission.id}`, leaders],

    "/cirkel/:slug/rapport": [`/cirkel/${first.slug}/rapport`, planners],
    "/cirkel/:slug/rapport/kostnad": [`/cirkel/${first.slug}/rapport/kostnad`, planners],
    "/cirkel/:slug/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}": [
      `/cirkel/${first.slug}/rapport/rapport.csv`,
      planners,
    ],
    "/planera/rapport": ["/planera/rapport", anyoneSignedIn],
    "/planera/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}": ["/planera/rapport/rapport.xlsx", anyoneSignedIn],
    "/cirkel/:slug/enkat": [`/cirkel/${first.slug}/enkat`, insiders],
    "/cirkel/:slug/enkat/svara": [`/cirkel/${first.slug}/enkat/svara`, "sign-in ok 404 403 403"],
    "/cirkel/:slug/enkat/dagar": [`/cirkel/${first.slug}/enkat/dagar`, leaders],
    "/cirkel/:slug/fragor": [`/cirkel/${first.slug}/fragor`, insiders],
    "/cirkel/:slug/fragor/forutsattningar": [`/cirkel/${first.slug}/fragor/forutsattningar`, insiders],
    "/cirkel/:slug/fragor/valj": [`/cirkel/${first.slug}/fragor/valj`, leaders],
    "/cirkel/:slug/fragor/ny": [`/cirkel/${first.slug}/fragor/ny`, leaders],
    "/cirkel/:slug/fragor/:question": [`/cirkel/${first.slug}/fragor/${practice.questionId}`, insiders],
    "/cirkel/:slug/fragor/:question/svar/:workplace": [
      `/cirkel/${first.slug}/fragor/${inWords.id}/svar/${practice.key}`,
      insiders,
    ],
    "/cirkel/:slug/fragor/:question/svar/:workplace/:answer": [
      `/cirkel/${first.slug}/fragor/${practice.questionId}/svar/${practice.key}/${practice.id}`,
      insiders,
    ],
    "/cirkel/:slug/spridning": [`/cirkel/${first.slug}/spridning`, insiders],
    "/cirkel/:slug/spridning/ny": [`/cirkel/${first.slug}/spridning/ny`, insiders],
    "/cirkel/:slug/spridning/mal": [`/cirkel/${first.slug}/spridning/mal`, "sign-in ok 404 403 403"],
    "/cirkel/:slug/forslag/nytt": [`/cirkel/${first.slug}/forslag/nytt`, insiders],
    "/cirkel/:slug/forslag/:proposal": [`/cirkel/${first.slug}/forslag/${proposal.id}`, insiders],
    "/cirkel/:slug/forslag/:proposal/forslag.docx": [
      `/cirkel/${first.slug}/forslag/${proposal.id}/forslag.docx`,
      insiders,
    ],
    "/cirkel/:slug/forslag/:proposal/andra": [`/cirkel/${first.slug}/forslag/${proposal.id}/andra`, insiders],
    "/cirkel/:slug/forslag/:proposal/lage": [`/cirkel/${first.slug}/forslag/${proposal.id}/lage`, insiders],
  };
}
