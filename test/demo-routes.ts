import { demoStage } from "./demo-stage.ts";
import { circleRoutes } from "./demo-circle-routes.ts";
import { matterRoutes } from "./demo-matter-routes.ts";
import { meetingRoutes } from "./demo-meeting-routes.ts";
import { sourceRoutes } from "./demo-source-routes.ts";
import { decisionRoutes } from "./demo-decision-routes.ts";
import { knowledgeLineageRoutes } from "./demo-knowledge-lineage-routes.ts";
import { knowledgeFillingRoutes } from "./demo-knowledge-filling-routes.ts";
import { knowledgeQuestionRoutes } from "./demo-knowledge-question-routes.ts";
import { knowledgeSearchRoutes } from "./demo-knowledge-search-routes.ts";
import { knowledgeItemRoutes } from "./demo-knowledge-item-routes.ts";
import { appraisalRoutes } from "./demo-appraisal-routes.ts";
import { checklistRoutes } from "./demo-checklist-routes.ts";
import { workshopRoutes } from "./demo-workshop-routes.ts";
import { roomRoutes } from "./demo-room-routes.ts";
import { administrators, type Answer, type Answers, anyoneSignedIn, everyone, planners } from "./door-answers.ts";

export type DemoRoute = { readonly route: string; readonly address: string; readonly answers: readonly Answer[] };

/**
 * One example of every address there is. Who may come in where stands here once: a route that is not in the table
 * fails the tests of access and of pages.
 */
export async function demoRoutes() {
  const stage = await demoStage();
  const {
    first,
    full,
    draft,
    selection,
    session,
    unconfirmed,
    placed,
    held,
    offered,
    candidate,
    unit,
    relation,
    colleague,
    series,
    mail,
    report,
    look,
    sentFile,
    passkey,
    provider,
    sent,
    calendar,
    twins,
    sentAnswers,
    posted,
    reading,
    proposal,
    link,
  } = stage;

  const round = `/planera/${first.slug}`;
  const place = `/organisationer/${unit.slug}`;
  const providerAt = `${place}/inloggning/${provider.id}`;
  const choice = `/planera/${selection.slug}/urval`;
  const applicant = `/planera/${first.slug}/anmalningar/${held.id}`;
  const answers = `${round}/anmalningar/import/${sentAnswers.id}`;

  const table: Record<string, readonly [address: string, answers: Answers]> = {
    // Open to all
    "/": ["/", everyone],
    "/tillganglighet": ["/tillganglighet", everyone],
    "/tillganglighet/hos/:slug": [`/tillganglighet/hos/${unit.slug}`, everyone],
    "/tillganglighet/rapportera": ["/tillganglighet/rapportera?sida=/cirklar", everyone],
    "/tillganglighet/rapportera/tack": ["/tillganglighet/rapportera/tack?senast=2027-03-15&svar=ja", everyone],
    "/personuppgifter": ["/personuppgifter", everyone],
    "/personuppgifter/mina": ["/personuppgifter/mina", everyone],
    "/cirklar": ["/cirklar", everyone],
    "/cirklar/:slug": [`/cirklar/${first.slug}`, everyone],
    "/cirklar/:slug/anmalan": [`/cirklar/${first.slug}/anmalan`, everyone],
    "/marke/:file{[0-9a-f]{64}\\.(?:png|jpg|webp)}": [look.mark?.src ?? "", everyone],
    "/cirklar/:slug/anmalan/tack": [`/cirklar/${first.slug}/anmalan/tack?senast=2027-03-03`, everyone],
    "/kalender/cirkel/:file{[a-z0-9-]+\\.ics}": [`/kalender/cirkel/${full.slug}.ics`, everyone],
    "/cirklar/:slug/inbjudan.docx": [`/cirklar/${first.slug}/inbjudan.docx`, everyone],
    "/cirklar/:slug/inbjudan.pdf": [`/cirklar/${first.slug}/inbjudan.pdf`, everyone],
    "/forslag": ["/forslag", everyone],
    "/cirklar/:slug/forslag/:proposal/forslag.docx": [
      `/cirklar/${first.slug}/forslag/${proposal.id}/forslag.docx`,
      everyone,
    ],
    "/cirklar/:slug/forslag/:proposal": [`/cirklar/${first.slug}/forslag/${proposal.id}`, everyone],
    "/flode.atom": ["/flode.atom", everyone],
    "/api/docs": ["/api/docs", everyone],
    "/api/v1/openapi.json": ["/api/v1/openapi.json", everyone],
    "/health": ["/health", everyone],
    "/metrics": ["/metrics", "404 404 404 404 404"],
    "/logga-in": ["/logga-in", everyone],
    "/logga-in/losenord": ["/logga-in/losenord", everyone],
    "/logga-in/kod": ["/logga-in/kod", everyone],
    "/logga-in/passnyckel": ["/logga-in/passnyckel", everyone],
    "/logga-in/organisation/svar": ["/logga-in/organisation/svar?state=x&code=y", "422 422 422 422 422"],

    // Behind a mailed link: whoever holds it, signed in or not
    "/logga-in/lank/:token": ["/logga-in/lank/a-token-that-nobody-was-sent", everyone],
    "/anmalan/bekrafta/:token": [`/anmalan/bekrafta/${await link("registration.confirm", unconfirmed.id)}`, everyone],
    "/anmalan/min": ["/anmalan/min", everyone],
    "/anmalan/min/skickat": ["/anmalan/min/skickat", everyone],
    "/anmalan/min/:token/jag": [
      `/anmalan/min/${await link("registration.own", placed.id)}/jag`,
      "onward onward onward onward onward",
    ],
    "/anmalan/min/:token": [`/anmalan/min/${await link("registration.own", placed.id)}`, everyone],
    "/anmalan/min/:token/aterbud": [`/anmalan/min/${await link("registration.own", placed.id)}/aterbud`, everyone],
    "/personuppgifter/mina/:token": [
      `/personuppgifter/mina/${await link("privacy.own_data", placed.email ?? "")}`,
      everyone,
    ],
    "/anmalan/min/:token/kalender": [`/anmalan/min/${await link("registration.own", placed.id)}/kalender`, everyone],
    "/kalender/min/:file{[A-Za-z0-9_-]{43}\\.ics}": [`/kalender/min/${calendar}.ics`, everyone],
    "/chef/:token": [`/chef/${await link("manager.answer", held.id, { version: "1" })}`, everyone],
    "/forslag/:token": [`/forslag/${await link("proposal.answer", proposal.id, { version: "followUp" })}`, everyone],
    "/erbjudande/:token": [`/erbjudande/${await link("offer.answer", offered.id)}`, everyone],

    ...circleRoutes(stage),
    ...matterRoutes(stage),
    ...meetingRoutes(stage),
    ...roomRoutes(stage),
    ...workshopRoutes(stage),
    ...checklistRoutes(stage),
    ...appraisalRoutes(stage),
    ...knowledgeItemRoutes(stage),
    ...knowledgeSearchRoutes,
    ...(await knowledgeQuestionRoutes(stage)),
    ...knowledgeFillingRoutes(stage),
    ...knowledgeLineageRoutes(stage),
    ...decisionRoutes(stage),
    ...sourceRoutes(stage),

    // One's own
    "/idag": ["/idag", anyoneSignedIn],
    "/mina-uppgifter": ["/mina-uppgifter", anyoneSignedIn],
    "/mina-uppgifter/allt": ["/mina-uppgifter/allt", anyoneSignedIn],
    "/mina-uppgifter/allt.json": ["/mina-uppgifter/allt.json", anyoneSignedIn],
    "/mina-uppgifter/kalender": ["/mina-uppgifter/kalender", anyoneSignedIn],
    "/mina-uppgifter/nycklar": ["/mina-uppgifter/nycklar", anyoneSignedIn],
    "/mina-uppgifter/inloggning": ["/mina-uppgifter/inloggning", anyoneSignedIn],
    "/mina-uppgifter/inloggning/passnycklar": ["/mina-uppgifter/inloggning/passnycklar", anyoneSignedIn],
    "/mina-uppgifter/inloggning/passnycklar/:id": [
      `/mina-uppgifter/inloggning/passnycklar/${passkey.id}`,
      "sign-in 404 404 ok 404",
    ],
    "/mina-uppgifter/inloggning/kod": ["/mina-uppgifter/inloggning/kod", anyoneSignedIn],
    "/mina-uppgifter/inloggning/kod/bekrafta": ["/mina-uppgifter/inloggning/kod/bekrafta", anyoneSignedIn],
    "/mina-uppgifter/inloggning/kod/av": ["/mina-uppgifter/inloggning/kod/av", anyoneSignedIn],

    // Planning: to others a round is not there
    "/planera": ["/planera", anyoneSignedIn],
    "/planera/ny": ["/planera/ny", "sign-in 403 ok ok ok"],
    "/planera/ny/tom": ["/planera/ny/tom", "sign-in 403 ok ok ok"],
    "/planera/serie/:slug": [`/planera/serie/${series.slug}`, planners],
    "/planera/:slug": [round, planners],
    "/planera/:slug/granska": [reading, planners],
    "/planera/:slug/rubrik": [`${round}/rubrik`, planners],
    "/planera/:slug/innehall": [`${round}/innehall`, planners],
    "/planera/:slug/fragor": [`${round}/fragor`, planners],
    "/planera/:slug/personer": [`${round}/personer`, planners],
    "/planera/:slug/deltagare": [`${round}/deltagare`, planners],
    "/planera/:slug/ramar": [`${round}/ramar`, planners],
    "/planera/:slug/anmalan": [`${round}/anmalan`, planners],
    "/planera/:slug/traffar": [`${round}/traffar`, planners],
    "/planera/:slug/traffar/ny": [`${round}/traffar/ny`, planners],
    "/planera/:slug/traffar/termin": [`${round}/traffar/termin`, planners],
    "/planera/:slug/traffar/flera": [`${round}/traffar/flera`, planners],
    "/planera/:slug/traffar/plats": [`${round}/traffar/plats`, planners],
    "/planera/:slug/traffar/:session": [`${round}/traffar/${session.id}`, planners],
    "/planera/:slug/traffar/:session/stall-in": [`${round}/traffar/${session.id}/stall-in`, planners],
    "/planera/:slug/kopiera": [`${round}/kopiera`, planners],
    "/planera/:slug/publicera": [`/planera/${draft.slug}/publicera`, planners],
    "/planera/:slug/forlang": [`${round}/forlang`, planners],
    "/planera/:slug/stall-in": [`${round}/stall-in`, planners],
    "/planera/:slug/anmalningar": [`${round}/anmalningar`, planners],
    "/planera/:slug/anmalningar/paminn": [`${round}/anmalningar/paminn`, planners],
    "/planera/:slug/anmalningar/ny": [`${round}/anmalningar/ny`, planners],
    "/planera/:slug/anmalningar/import": [`${round}/anmalningar/import`, planners],
    "/planera/:slug/anmalningar/import/:id": [answers, planners],
    "/planera/:slug/anmalningar/import/:id/kolumner": [`${answers}/kolumner`, planners],
    "/planera/:slug/anmalningar/import/:id/fel.csv": [`${answers}/fel.csv`, planners],
    "/planera/:slug/anmalningar/:id": [applicant, planners],
    "/planera/:slug/anmalningar/:id/ratta": [`${applicant}/ratta`, planners],
    "/planera/:slug/anmalningar/:id/ringt": [`${applicant}/ringt`, "sign-in 404 404 onward onward"],
    "/planera/:slug/anmalningar/:id/neka": [`${applicant}/neka`, planners],
    "/planera/:slug/anmalningar/:id/aterbud": [`${applicant}/aterbud`, planners],
    "/planera/:slug/anmalningar/:id/aterta": [`${applicant}/aterta`, planners],
    "/planera/:slug/anmalningar/:id/paminn": [`${applicant}/paminn`, planners],
    "/planera/:slug/anmalningar/:id/svar": [`${applicant}/svar`, planners],
    "/planera/:slug/urval": [choice, planners],
    "/planera/:slug/urval/ovriga": [`${choice}/ovriga`, planners],
    "/planera/:slug/urval/skicka": [`${choice}/skicka`, planners],
    "/planera/:slug/urval/:id": [`${choice}/${candidate.id}`, planners],
    "/planera/:slug/traffar/lank": [`${round}/traffar/lank`, planners],
    "/planera/:slug/meddelanden": [`/planera/${full.slug}/meddelanden`, planners],
    "/planera/:slug/meddelanden/nytt": [`/planera/${full.slug}/meddelanden/nytt?till=placed`, planners],
    "/planera/:slug/meddelanden/:id": [`/planera/${full.slug}/meddelanden/${sent.id}`, planners],
    "/planera/:slug/inbjudan": [`${round}/inbjudan`, planners],
    "/planera/:slug/inbjudan.docx": [`${round}/inbjudan.docx`, planners],
    "/planera/:slug/inbjudan.pdf": [`${round}/inbjudan.pdf`, planners],
    "/planera/:slug/inbjudan/skicka": [`${round}/inbjudan/skicka`, planners],
    "/planera/:slug/inbjudan/kontakter": [`${round}/inbjudan/kontakter`, planners],
    "/planera/:slug/listor": [`/planera/${full.slug}/listor`, planners],
    "/planera/:slug/listor/mat": [`/planera/${full.slug}/listor/mat`, planners],
    "/planera/:slug/listor/post": [`${round}/listor/post`, planners],
    "/planera/:slug/listor/post/etiketter": [`${round}/listor/post/etiketter`, planners],
    "/planera/:slug/listor/post/etiketter.csv": [`${round}/listor/post/etiketter.csv`, planners],
    "/planera/:slug/listor/post/:dispatch": [`${round}/listor/post/${posted}`, planners],
    "/planera/:slug/lamna-over": [`${round}/lamna-over`, planners],
    "/planera/:slug/utskick": [`${round}/utskick`, planners],
    "/planera/:slug/utskick/:which": [`${round}/utskick/applicant-placed`, planners],
    "/planera/:slug/utskick/:which/html": [`${round}/utskick/applicant-placed/html`, planners],

    // The register of organisations is no secret; changing it is for those who look after one
    "/organisationer": ["/organisationer", anyoneSignedIn],
    "/organisationer/ny": [`/organisationer/ny?under=${unit.slug}`, "sign-in 403 403 ok ok"],
    "/organisationer/importera": ["/organisationer/importera", "sign-in 403 ok ok ok"],
    "/organisationer/importera/:id": [`/organisationer/importera/${sentFile.id}`, "sign-in 404 404 ok 404"],
    "/organisationer/importera/:id/fel.csv": [
      `/organisationer/importera/${sentFile.id}/fel.csv`,
      "sign-in 404 404 ok 404",
    ],
    "/organisationer/:slug/ga-upp": [`${place}/ga-upp`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/dela": [`${place}/dela`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/gallring": [`${place}/gallring`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/gallring/:kind": [`${place}/gallring/registration`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/utseende": [`${place}/utseende`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/utseende/marke": [`${place}/utseende/marke`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug": [place, anyoneSignedIn],
    "/organisationer/:slug/skrivs": [`${place}/skrivs`, anyoneSignedIn],
    "/organisationer/:slug/domaner": [`${place}/domaner`, anyoneSignedIn],
    "/organisationer/:slug/domaner/bort": [`${place}/domaner/bort`, anyoneSignedIn],
    "/organisationer/:slug/namn": [`${place}/namn`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/inloggning": [`${place}/inloggning`, administrators],
    "/organisationer/:slug/inloggning/ny": [`${place}/inloggning/ny`, administrators],
    "/organisationer/:slug/inloggning/:providerId": [providerAt, administrators],
    "/organisationer/:slug/inloggning/:providerId/andra": [`${providerAt}/andra`, administrators],
    "/organisationer/:slug/inloggning/:providerId/avsluta": [`${providerAt}/avsluta`, administrators],
    "/organisationer/:slug/inloggning/:providerId/slapp": [`${providerAt}/slapp`, administrators],
    "/organisationer/:slug/samband": [`${place}/samband`, "sign-in 403 403 ok ok"],
    "/organisationer/:slug/samband/:relationId": [`${place}/samband/${relation.id}`, "sign-in 403 403 ok ok"],

    // People: seen by those who look after them
    "/personer": ["/personer", "sign-in 403 ok ok ok"],
    "/personer/bjud-in": ["/personer/bjud-in", "sign-in 403 ok ok ok"],
    "/personer/kan-vara-samma": ["/personer/kan-vara-samma", "sign-in 403 ok ok ok"],
    "/personer/kan-vara-samma/inte": ["/personer/kan-vara-samma/inte", "sign-in 403 ok ok ok"],
    "/personer/:personId/sla-ihop/:otherId": [`/personer/${twins.one}/sla-ihop/${twins.other}`, planners],
    "/personer/sammanslagningar/:mergeId": [`/personer/sammanslagningar/${twins.mergeId}`, planners],
    "/personer/sammanslagningar/:mergeId/angra": [`/personer/sammanslagningar/${twins.mergeId}/angra`, planners],
    "/personer/:personId": [`/personer/${colleague.personId}`, planners],
    "/personer/:personId/inloggning": [`/personer/${colleague.personId}/inloggning`, "sign-in 404 404 403 ok"],
    "/personer/:personId/roller/ny": [`/personer/${colleague.personId}/roller/ny`, planners],
    "/personer/:personId/roller/:assignmentId/avsluta": [
      `/personer/${colleague.personId}/roller/${colleague.assignmentId}/avsluta`,
      planners,
    ],

    // How the installation is run
    "/drift": ["/drift", administrators],
    "/drift/utkorg": ["/drift/utkorg", administrators],
    "/drift/utkorg/:id": [`/drift/utkorg/${mail}`, administrators],
    "/drift/utkorg/:id/utseende": [`/drift/utkorg/${mail}/utseende`, administrators],
    "/drift/utkorg/:id/kalender.ics": [`/drift/utkorg/${mail}/kalender.ics`, administrators],
    "/drift/inloggning": ["/drift/inloggning", administrators],
    "/drift/arbete": ["/drift/arbete", administrators],
    "/drift/spar": ["/drift/spar", administrators],
    "/drift/gallring": ["/drift/gallring", administrators],
    "/drift/tillganglighet": ["/drift/tillganglighet", administrators],
    "/drift/tillganglighet/:id": [`/drift/tillganglighet/${report.id}`, "sign-in 404 404 404 ok"],
    "/drift/spar/kedjan": ["/drift/spar/kedjan", administrators],
  };

  const routes: DemoRoute[] = Object.entries(table).map(([route, [address, answers]]) => ({
    route,
    address,
    answers: answers.split(" ") as Answer[],
  }));
  return { ...stage, routes, rounds: { first, full, draft, selection } };
}

/** The GET routes of the web, apart from the files and the operations of the API, which have tests of their own. */
export function pageRoutes(app: { readonly routes: readonly { method: string; path: string }[] }): string[] {
  const files = /^\/(assets\/|favicon|touch-icon|app\.webmanifest|robots)/u;
  const paths = app.routes
    .filter(({ method, path }) => method === "GET" && !files.test(path))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith("/api/v1/") || path === "/api/v1/openapi.json");
  return [...new Set(paths)];
}
