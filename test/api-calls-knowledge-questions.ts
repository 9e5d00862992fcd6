import { addTerm } from "../src/features/knowledge/glossary/commands.ts";
import { NewTerm } from "../src/features/knowledge/glossary/glossary.ts";
import { newId } from "../src/kernel/ids.ts";
import { issueLink } from "../src/platform/links/mailed-link.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { givenQuestions } from "./given-questions.ts";
import { monday } from "./given-registrations.ts";

/** A question that the caller has asked and is to answer. */
async function question({ ownerDb, unit, actor }: ApiStage, over: object = {}) {
  const made = await givenQuestions(ownerDb).question(unit, { asked_by: actor.personId ?? null, ...over });
  return { ...made, params: { slug: made.slug } };
}

async function answered({ ownerDb, unit, actor }: ApiStage) {
  const made = await givenQuestions(ownerDb).answered(unit, { asked_by: actor.personId ?? null });
  return { ...made, params: { slug: made.slug } };
}

const definitions = [{ text: "Att göra så", source: "Socialstyrelsen", year: "2012" }];

async function term({ db, actor }: ApiStage) {
  const { slug } = await addTerm(db, actor, monday, NewTerm.parse({ term: `ord ${newId()}`, definitions }));
  return { params: { slug } };
}

/** One call that succeeds for every operation about questions from practice and the glossary. */
export const knowledgeQuestionCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listPracticeQuestions: async (stage) => {
    await question(stage);
    return { query: { limit: "1", which: "toAnswer" } };
  },
  askPracticeQuestion: async ({ unit }) => ({
    body: { organisationId: unit, text: "Vad minskar avbrott i familjehem?", population: "tonåringar" },
  }),
  readPracticeQuestion: async (stage) => ({ params: (await answered(stage)).params }),
  changePracticeQuestion: async (stage) => ({
    params: (await question(stage)).params,
    body: { text: "Vad minskar avbrott?", version: 1 },
  }),
  takeQuestion: async (stage) => ({ params: (await question(stage)).params }),
  putQuestionBack: async (stage) => ({
    params: (await question(stage, { state: "taken", taken_by: stage.actor.personId })).params,
  }),
  passQuestionOn: async (stage) => {
    const toId = await stage.organisation({ name: "FoU Väst" });
    await stage.someone("developmentLeader", { organisation: toId });
    return { params: (await question(stage)).params, body: { toId, reason: "De kan frågan" } };
  },
  answerQuestion: async (stage) => ({
    params: (await question(stage)).params,
    body: {
      answer: "Stöd till familjehemmet",
      sources: {
        research: { standing: "found", says: "Två översikter" },
        profession: { standing: "soughtNoneFound", soughtWhere: "Tre enheter" },
        serviceUsers: { standing: "notSought" },
      },
    },
  }),
  closeQuestion: async (stage) => ({ params: (await question(stage)).params, body: { reason: "Löst" } }),
  sayWhetherHelped: async (stage) => ({ params: (await answered(stage)).params, body: { helped: "yes" } }),
  sayWhetherHelpedByLink: async (stage) => {
    const { id } = await answered(stage);
    const expiresAt = monday().add({ hours: 48 });
    const issue = { purpose: "question.helped", subject: id, expiresAt };
    const token = await stage.ownerDb.transaction().execute((tx) => issueLink(tx, issue));
    return { body: { token, helped: "partly" } };
  },
  makeItemOfAnswer: async (stage) => ({ params: (await answered(stage)).params }),

  listGlossaryTerms: async (stage) => {
    await term(stage);
    return {};
  },
  addGlossaryTerm: async () => ({ body: { term: `ord ${newId()}`, definitions } }),
  readGlossaryTerm: async (stage) => term(stage),
  changeGlossaryTerm: async (stage) => ({
    params: (await term(stage)).params,
    body: { term: `ord ${newId()}`, definitions, version: 1 },
  }),
};
