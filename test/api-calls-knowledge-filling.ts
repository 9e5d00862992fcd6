import { newId } from "../src/kernel/ids.ts";
import type { CandidateId } from "../src/features/knowledge/filling/filling.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { givenFillings } from "./given-fillings.ts";
import { pagesOutside } from "./pages-outside.ts";

/** Something that was brought in for the caller's organisation. */
async function candidate({ ownerDb, unit }: ApiStage, over: object = {}): Promise<{ candidateId: CandidateId }> {
  return { candidateId: await givenFillings(ownerDb).candidate(unit, over) };
}

async function source({ ownerDb, unit }: ApiStage, over: object = {}) {
  return { sourceId: await givenFillings(ownerDb).source(unit, over) };
}

/** An archive that nobody harvests yet. */
const archive = () => ({ name: "DiVA", address: `https://diva.example.se/${newId()}`, setSpec: null, every: "week" });
const ris = "TY  - RPRT\nTI  - Barns delaktighet\nAU  - Berg, Asta\nER  - \n";

/** One call that succeeds for every operation about bringing knowledge in. */
export const knowledgeFillingCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listCandidates: async (stage) => {
    await candidate(stage);
    await candidate(stage);
    return { query: { limit: "1", standing: "new", words: "barn", sourceId: (await source(stage)).sourceId } };
  },
  readCandidate: async (stage) => {
    await candidate(stage);
    return { params: await candidate(stage) };
  },
  bringInReference: async ({ unit }) => ({
    body: { organisationId: unit, title: "En rapport", authors: ["Berg, Asta"] },
  }),
  bringInAddress: async ({ unit }) => {
    const { at } = await pagesOutside();
    return { body: { organisationId: unit, address: at("/rapport") } };
  },
  bringInReferences: async ({ unit }) => ({
    body: { organisationId: unit, content: Buffer.from(ris).toString("base64") },
  }),
  takeCandidate: async (stage) => ({ params: await candidate(stage), body: { kind: "research", year: 2023 } }),
  leaveOutCandidates: async (stage) => ({ body: { candidates: [(await candidate(stage)).candidateId] } }),
  takeUpCandidate: async (stage) => ({
    params: await candidate(stage, { standing: "leftOut", decided_at: Temporal.Instant.from("2027-02-20T12:00:00Z") }),
  }),

  listHarvestSources: async (stage) => {
    await source(stage);
    return {};
  },
  addHarvestSource: async ({ unit }) => ({ body: { ...archive(), organisationId: unit } }),
  changeHarvestSource: async (stage) => ({ params: await source(stage), body: { ...archive(), version: 1 } }),
  harvestNow: async (stage) => ({ params: await source(stage) }),
  restHarvestSource: async (stage) => ({ params: await source(stage) }),
  wakeHarvestSource: async (stage) => ({ params: await source(stage, { is_resting: true }) }),
};
