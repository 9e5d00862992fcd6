import {
  ChecklistCopy,
  FromVersion,
  NewChecklist,
  Publishing,
} from "../src/features/workshops/checklist/checklist-wish.ts";
import { copyChecklist, makeChecklist } from "../src/features/workshops/checklist/commands.ts";
import { startDraft } from "../src/features/workshops/checklist/draft/commands.ts";
import { publishDraft } from "../src/features/workshops/checklist/publishing/commands.ts";
import { checklistInside } from "../src/features/workshops/checklist/inside/queries.ts";
import { questionsOf } from "../src/features/workshops/checklist/queries.ts";
import { gatherAnswers, setAnswersAside } from "../src/features/workshops/merging/commands.ts";
import { monday } from "./given-registrations.ts";
import { givenWorkshops } from "./given-workshops.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** A workshop that is over, with three answers that wait. */
async function answered({ ownerDb, unit }: ApiStage) {
  const workshops = givenWorkshops(ownerDb);
  const { id, slug } = await workshops.workshop(unit, { state: "closed" });
  const asked = await workshops.question(id, "open", "Vad behöver vi veta?");
  const answers = [];
  for (const text of ["Vad kostar det?", "Kostnader?", "Vilka risker finns?"])
    answers.push(await workshops.answer(id, asked.id, { text }));
  return { id, slug, asked, answers, params: { slug } };
}

/** With two of the answers made into a question, and the third into another. */
async function merged(stage: ApiStage) {
  const found = await answered(stage);
  const { db, actor } = stage;
  const [one, two, three] = found.answers;
  const gather = (answers: typeof found.answers, dimension: "cost" | "harmRisk") =>
    gatherAnswers(db, actor, monday, found.slug, { answers, text: null, dimension });
  const cost = await gather([one!, two!], "cost");
  const risk = await gather([three!], "harmRisk");
  return { ...found, cost: { ...found.params, questionId: cost.id }, risk: risk.id };
}

async function drafted(stage: ApiStage) {
  const { slug: workshop } = await merged(stage);
  const { db, actor } = stage;
  const { slug } = await makeChecklist(db, actor, monday, workshop, NewChecklist.parse({ title: "Inför en metod" }));
  return onDraft(stage, slug);
}

async function onDraft({ db, actor }: ApiStage, slug: string) {
  const { checklist, draft } = await checklistInside(db, actor, slug);
  const [question] = draft ? await questionsOf(db, draft.id) : [];
  const { version } = checklist;
  return { slug, version, params: { slug }, onQuestion: { slug, questionId: question?.id ?? "" } };
}

async function published(stage: ApiStage) {
  const { slug, version } = await drafted(stage);
  const { db, actor } = stage;
  await publishDraft(db, actor, monday, slug, Publishing.parse({ version }));
  const { checklist } = await checklistInside(db, actor, slug);
  return { slug, version: checklist.version, params: { slug } };
}

async function copied(stage: ApiStage) {
  const original = await published(stage);
  const { db, actor, unit } = stage;
  const wish = ChecklistCopy.parse({ organisationId: unit, title: "Hos oss" });
  const { slug } = await copyChecklist(db, actor, monday, original.slug, wish);
  return { original, slug, params: { slug } };
}

const wording = { text: "Vad kostar det oss?", help: "Också tiden", dimension: "cost" };

/** One call that succeeds for every operation about merging, answers from elsewhere, and checklists. */
export const checklistCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readMerging: async (stage) => ({ params: (await merged(stage)).params }),
  mergeAnswers: async (stage) => {
    const { params, answers } = await answered(stage);
    return { params, body: { answers: answers.slice(0, 2), dimension: "cost" } };
  },
  letAnswersStandAlone: async (stage) => {
    const { params, answers } = await answered(stage);
    return { params, body: { answers } };
  },
  putAnswersWithQuestion: async (stage) => {
    const { params, answers, slug } = await answered(stage);
    const [one, two] = answers;
    const { db, actor } = stage;
    const { id } = await gatherAnswers(db, actor, monday, slug, { answers: [one!], text: null, dimension: null });
    return { params, body: { answers: [two], questionId: id } };
  },
  setAnswersAside: async (stage) => {
    const { params, answers } = await answered(stage);
    return { params, body: { answers: answers.slice(0, 1), reason: "Handlar om annat" } };
  },
  takeAnswersUp: async (stage) => {
    const { params, answers, slug } = await answered(stage);
    const aside = answers.slice(0, 1);
    await setAnswersAside(stage.db, stage.actor, monday, slug, { answers: aside, reason: "Handlar om annat" });
    return { params, body: { answers: aside } };
  },
  addMergedQuestion: async (stage) => ({
    params: (await answered(stage)).params,
    body: { text: "Når det alla lika?", dimension: "equity" },
  }),
  wordMergedQuestion: async (stage) => ({ params: (await merged(stage)).cost, body: { version: 1, ...wording } }),
  splitMergedQuestion: async (stage) => {
    const { cost, answers } = await merged(stage);
    return { params: cost, body: { version: 1, answers: answers.slice(0, 1) } };
  },
  joinMergedQuestions: async (stage) => {
    const { cost, risk } = await merged(stage);
    return { params: cost, body: { version: 1, into: risk } };
  },
  removeMergedQuestion: async (stage) => ({ params: (await merged(stage)).cost, body: { version: 1 } }),
  bringInAnswers: async (stage) => ({
    params: (await answered(stage)).params,
    body: { question: "Vad mer?", answers: [{ text: "Vem gör det?", group: "Norr" }] },
  }),

  listChecklists: async (stage) => {
    await published(stage);
    return {};
  },
  readChecklist: async (stage) => ({ params: (await published(stage)).params }),
  readChecklistVersion: async (stage) => ({ params: { ...(await published(stage)).params, versionNo: "1" } }),
  readChecklistDifferences: async (stage) => ({ params: (await copied(stage)).params }),
  makeChecklist: async (stage) => ({ params: (await merged(stage)).params, body: { title: "Inför en metod" } }),
  copyChecklist: async (stage) => ({
    params: (await published(stage)).params,
    body: { organisationId: stage.unit, title: "Hos oss" },
  }),
  changeChecklist: async (stage) => {
    const { params, version } = await published(stage);
    return { params, body: { version, title: "Ett annat namn" } };
  },
  retireChecklist: async (stage) => {
    const { params, version } = await published(stage);
    return { params, body: { version } };
  },
  seeOriginalOfChecklist: async (stage) => {
    const { original, params, slug } = await copied(stage);
    const { db, actor } = stage;
    await startDraft(db, actor, original.slug, FromVersion.parse({ version: original.version }));
    const { version } = await onDraft(stage, original.slug);
    await publishDraft(db, actor, monday, original.slug, Publishing.parse({ version }));
    const inside = await checklistInside(db, actor, slug);
    return { params, body: { versionId: inside.original?.newer?.versionId } };
  },
  startChecklistVersion: async (stage) => {
    const { params, version } = await published(stage);
    return { params, body: { version } };
  },
  discardChecklistVersion: async (stage) => {
    const { params, version } = await drafted(stage);
    return { params, body: { version } };
  },
  publishChecklistVersion: async (stage) => {
    const { params, version } = await drafted(stage);
    return { params, body: { version, note: "Den första" } };
  },
  addChecklistQuestion: async (stage) => {
    const { params, version } = await drafted(stage);
    return { params, body: { version, ...wording, answeredBy: "methodCost", isShort: true } };
  },
  changeChecklistQuestion: async (stage) => {
    const { onQuestion, version } = await drafted(stage);
    return { params: onQuestion, body: { version, ...wording } };
  },
  moveChecklistQuestion: async (stage) => {
    const { onQuestion, version } = await drafted(stage);
    return { params: onQuestion, body: { version, direction: "down" } };
  },
  removeChecklistQuestion: async (stage) => {
    const { onQuestion, version } = await drafted(stage);
    return { params: onQuestion, body: { version } };
  },
};
