import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { type ApiRoute, body, deedsAt, json, operation } from "#platform/web/api.ts";
import {
  beginIntroduction,
  changeIntroduction,
  checkFidelity,
  comeToPhase,
} from "#features/appraisals/introduction/commands.ts";
import {
  FidelityCheck,
  IntroductionChange,
  IntroductionStep,
  NewIntroduction,
  PhaseEntered,
  StepDone,
} from "#features/appraisals/introduction/introduction-words.ts";
import {
  Fidelity,
  IntroductionId,
  IntroductionStepId,
  StepKind,
} from "#features/appraisals/introduction/introduction.ts";
import { introductionInside } from "#features/appraisals/introduction/queries.ts";
import {
  addIntroductionStep,
  changeIntroductionStep,
  finishIntroductionStep,
  removeIntroductionStep,
} from "#features/appraisals/introduction/steps/commands.ts";
import { CoreComponentId, Phase } from "#features/appraisals/method/method.ts";
import { Refusal } from "#kernel/refusal.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const byStep = { params: bySlug.params.extend({ stepId: IntroductionStepId }) };
const Text = z.string().nullable();
const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

const IntroductionJson = z.object({
  id: IntroductionId,
  phase: Phase,
  responsibleRole: z.string(),
  responsibleId: PersonId.nullable(),
  responsible: Text,
  training: Text,
  toTrain: z.int().nullable(),
  trained: z.int().nullable(),
  version: z.int(),
  phases: z.array(z.object({ phase: Phase, fromDay: z.string(), note: Text })),
  steps: z.array(
    z.object({ id: IntroductionStepId, kind: StepKind, text: z.string(), role: Text, dueOn: Text, doneOn: Text }),
  ),
  components: z.array(
    z.object({
      id: CoreComponentId,
      text: z.string(),
      endedOn: Text,
      checks: z.array(z.object({ checkedOn: z.string(), fidelity: Fidelity, note: Text })),
    }),
  ),
});

const deed = deedsAt("/appraisals/{slug}/introduction", bySlug.params);
const stepDeed = deedsAt("/appraisals/{slug}/introduction/steps/{stepId}", byStep.params);

/** How what was decided is brought in: its phases, what is to be done and stopped, and whether it is used as intended. */
export const introductionsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/introduction",
      operationId: "readIntroduction",
      summary: "Read how what was decided is brought in, and whether it is used as intended",
      request: bySlug,
      responses: { 200: json("The introduction", IntroductionJson) },
    },
    async (c, { params: { slug } }) => {
      const { introduction, followed } = await introductionInside(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
      if (!introduction) throw new Refusal("not_found", "introduction.not_begun");
      return c.json({
        ...introduction,
        phases: introduction.phases.map(({ fromDay, ...each }) => ({ ...each, fromDay: fromDay.toString() })),
        steps: introduction.steps.map(({ dueOn, doneOn, ...step }) => {
          return { ...step, dueOn: day(dueOn), doneOn: day(doneOn) };
        }),
        components: followed.map(({ component: { id, text, endedOn }, checks }) => ({
          id,
          text,
          endedOn: day(endedOn),
          checks: checks.map(({ checkedOn, ...seen }) => ({ ...seen, checkedOn: checkedOn.toString() })),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/introduction",
      operationId: "beginIntroduction",
      summary: "Begin to bring in what was decided to be tried or introduced",
      request: { ...bySlug, body: body(NewIntroduction) },
      responses: { 201: json("The introduction", z.object({ id: IntroductionId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await beginIntroduction(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  deed(
    ["put", ""],
    "changeIntroduction",
    "Change who is responsible and how the training goes, from the version one has read",
    IntroductionChange,
    ({ var: { db, actor, now } }, { slug }, words) => changeIntroduction(db, actor, now, slug, words),
  ),
  deed(
    ["post", "/phases"],
    "comeToPhase",
    "Say that an introduction has come to another phase",
    PhaseEntered,
    ({ var: { db, actor, now } }, { slug }, words) => comeToPhase(db, actor, now, slug, words),
  ),
  deed(
    ["post", "/fidelity"],
    "checkFidelity",
    "Write whether the core components are used as intended, as they were seen on a day",
    FidelityCheck,
    ({ var: { db, actor, now } }, { slug }, words) => checkFidelity(db, actor, now, slug, words),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/introduction/steps",
      operationId: "addIntroductionStep",
      summary: "Add something to do, or something to stop doing",
      request: { ...bySlug, body: body(IntroductionStep) },
      responses: { 201: json("The step", z.object({ id: IntroductionStepId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await addIntroductionStep(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  stepDeed(
    ["put", ""],
    "changeIntroductionStep",
    "Change what is to be done, by which role, and when",
    IntroductionStep,
    ({ var: { db, actor, now } }, { slug, stepId }, words) =>
      changeIntroductionStep(db, actor, now, slug, stepId, words),
  ),
  stepDeed(
    ["post", "/done"],
    "finishIntroductionStep",
    "Say that something is done, or that it was not after all",
    StepDone,
    ({ var: { db, actor, now } }, { slug, stepId }, words) =>
      finishIntroductionStep(db, actor, now, slug, stepId, words),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/appraisals/{slug}/introduction/steps/{stepId}",
      operationId: "removeIntroductionStep",
      summary: "Take away something that is not to be done after all",
      request: byStep,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, stepId } }) => {
      await removeIntroductionStep(c.var.db, c.var.actor, c.var.now, slug, stepId);
      return c.body(null, 204);
    },
  ),
];
