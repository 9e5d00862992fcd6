import { z } from "zod";
import { MaybeDay } from "#kernel/answers.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { cancelRound, extendDeadline, holdAnyway, publishRound, takeStep } from "#features/circles/round/commands.ts";
import {
  copyRound,
  createProgramme,
  createRound,
  createRoundFromInvitation,
  discardRound,
  fillDraft,
} from "#features/circles/round/draft/commands.ts";
import { textProblem } from "#features/circles/round/draft/invitation-problem.ts";
import { startFromText } from "#features/circles/round/draft/queries.ts";
import { contentOf, ReadingAnswers } from "#features/circles/round/draft/reading-answers.ts";
import { ProgrammeStart, RoundStart } from "#features/circles/round/draft/round-start.ts";
import { roundOverview } from "#features/circles/round/overview/queries.ts";
import { stepsByHand } from "#features/circles/round/round-lifecycle.ts";
import { Cancellation, ExtensionAnswers } from "#features/circles/round/round-sections.ts";

export const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const Started = z.object({ id: z.string(), slug: z.string() });
const Nothing = { description: "Done" };

/** A round as those who plan it may see it, or that it is not there. */
export async function roundCalled(c: ApiContext, slug: string) {
  const found = await roundOverview(c.var.db, c.var.actor, slug, c.var.now());
  if (!found) throw new Refusal("not_found", "round.no_such_round");
  return found;
}

/**
 * The id of a round for a write after which its address leads nowhere. Asked again under the same key, the command
 * answers what it answered then; otherwise it says that there is no such round.
 */
async function idCalled(c: ApiContext, slug: string) {
  const found = await roundOverview(c.var.db, c.var.actor, slug, c.var.now());
  return found?.round.id ?? newId<"round">();
}

/** Beginning rounds, and leading them through their lives. */
export const roundsApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/programmes",
      operationId: "createProgramme",
      summary: "Start a series that rounds will be held of",
      request: { body: body(ProgrammeStart) },
      responses: { 201: json("The series", Started) },
    },
    async (c, { body: start }) => c.json(await createProgramme(c.var.db, c.var.actor, start), 201),
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds",
      operationId: "createRound",
      summary: "Begin an empty round as a draft",
      request: { body: body(RoundStart) },
      responses: { 201: json("The draft", Started) },
    },
    async (c, { body: start }) => c.json(await createRound(c.var.db, c.var.actor, start), 201),
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/from-invitation",
      operationId: "createRoundFromInvitation",
      summary: "Begin a round from the text of an invitation; the text is kept beside the draft",
      request: { body: body(RoundStart.omit({ kind: true, title: true }).extend({ text: z.string() })) },
      responses: { 201: json("The draft", Started) },
    },
    async (c, { body: { text, ...place } }) => {
      const problem = textProblem(text, "text");
      if (problem) throw new Refusal("invalid", problem.code, problem.values, [problem]);
      const { t } = c.var;
      const manner = { today: dateIn(c.var.now()), language: t.language, untitled: t("round.new.untitled") };
      const { start, content, source } = startFromText(text, null, manner);
      return c.json(
        await createRoundFromInvitation(c.var.db, c.var.actor, { ...place, ...start }, content, source),
        201,
      );
    },
  ),
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/reading",
      operationId: "confirmReading",
      summary: "Put what was read from an invitation right, and fill the draft with it",
      request: { ...bySlug, body: body(ReadingAnswers) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: answers }) => {
      const { round } = await roundCalled(c, slug);
      await fillDraft(c.var.db, c.var.actor, round.id, { ...round, ...contentOf(answers) });
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/copy",
      operationId: "copyRound",
      summary: "Begin the next round of a series from an earlier one; its days follow the first, or are left open",
      request: { ...bySlug, query: z.strictObject({ firstDate: MaybeDay }) },
      responses: { 201: json("The draft", Started) },
    },
    async (c, { params: { slug }, query: { firstDate } }) => {
      const { round } = await roundCalled(c, slug);
      const start = firstDate ? { firstDay: firstDate, today: dateIn(c.var.now()) } : undefined;
      return c.json(await copyRound(c.var.db, c.var.actor, round.id, start), 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "delete",
      path: "/rounds/{slug}",
      operationId: "discardRound",
      summary: "Throw a draft away",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await discardRound(c.var.db, c.var.actor, await idCalled(c, slug));
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/publish",
      operationId: "publishRound",
      summary: "Show a round to the world and open it for applications",
      request: bySlug,
      responses: { 200: json("Its address from now on", z.object({ slug: z.string() })) },
    },
    async (c, { params: { slug } }) =>
      c.json(await publishRound(c.var.db, c.var.actor, c.var.now, await idCalled(c, slug))),
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/extend",
      operationId: "extendDeadline",
      summary: "Give more time to apply, with the reason",
      request: { ...bySlug, body: body(ExtensionAnswers) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: answers }) => {
      const { round } = await roundCalled(c, slug);
      await extendDeadline(c.var.db, c.var.actor, c.var.now, round.id, answers);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/cancel",
      operationId: "cancelRound",
      summary: "Call a round off; everybody who applied is told why",
      request: { ...bySlug, body: body(Cancellation) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: { reason } }) => {
      const { round } = await roundCalled(c, slug);
      await cancelRound(c.var.db, c.var.actor, round.id, reason);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/hold-anyway",
      operationId: "holdAnyway",
      summary: "Decide to hold a round although it has fewer participants than its minimum",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roundCalled(c, slug);
      await holdAnyway(c.var.db, c.var.actor, c.var.now, round.id);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/steps",
      operationId: "takeRoundStep",
      summary: "Close a round for applications, start it, or complete it before its day has come",
      request: { ...bySlug, body: body(z.strictObject({ step: z.enum(stepsByHand) })) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: { step } }) => {
      const { round } = await roundCalled(c, slug);
      await takeStep(c.var.db, c.var.actor, c.var.now, round.id, step);
      return c.body(null, 204);
    },
  ),
];
