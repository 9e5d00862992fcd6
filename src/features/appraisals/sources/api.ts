import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { Source } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import {
  addReference,
  removeConsultation,
  removeReference,
  saySource,
  weighSources,
  writeConsultation,
} from "#features/appraisals/sources/commands.ts";
import { judgeExperience, judgeOutcome, removeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import { SourcesJson, sourcesJson } from "#features/appraisals/sources/parts/sources-json.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import {
  ConsultationWish,
  ExperienceWish,
  OutcomeWish,
  ReferenceWish,
  SourceWish,
  WeighingWish,
} from "#features/appraisals/sources/source-words.ts";
import { ConsultationId, OutcomeId, ReferenceId } from "#features/appraisals/sources/sources.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const bySource = { params: bySlug.params.extend({ source: Source }) };
const byReference = { params: bySource.params.extend({ referenceId: ReferenceId }) };
const byOutcome = { params: bySlug.params.extend({ outcomeId: OutcomeId }) };
const byConsultation = { params: bySlug.params.extend({ consultationId: ConsultationId }) };
const Nothing = { description: "Done" };

/** The three sources of an appraisal: read together and never one alone, written one at a time by its authors. */
export const sourcesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/sources",
      operationId: "getSources",
      summary: "Read the three sources of an appraisal: always all three, also those that are empty",
      request: bySlug,
      responses: { 200: json("The three sources", SourcesJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { appraisal } = await appraisalInside(db, actor, slug, dateIn(now()));
      return c.json(sourcesJson(await sourcesOf(db, appraisal.id)));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/sources/{source}",
      operationId: "saySource",
      summary: "Say how it is with a source: sought, found, and whether it speaks for the method here",
      request: { ...bySource, body: body(SourceWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, source }, body: words }) => {
      await saySource(c.var.db, c.var.actor, c.var.now, slug, source, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/sources/{source}/references",
      operationId: "addReference",
      summary: "Add what a source rests on",
      request: { ...bySource, body: body(ReferenceWish) },
      responses: { 201: json("The reference", z.object({ id: ReferenceId })) },
    },
    async (c, { params: { slug, source }, body: words }) =>
      c.json({ id: await addReference(c.var.db, c.var.actor, c.var.now, slug, source, words) }, 201),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/appraisals/{slug}/sources/{source}/references/{referenceId}",
      operationId: "removeReference",
      summary: "Take a reference away",
      request: byReference,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, source, referenceId } }) => {
      await removeReference(c.var.db, c.var.actor, c.var.now, slug, source, referenceId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/outcomes",
      operationId: "judgeOutcome",
      summary: "Write how sure research is of one outcome, by GRADE or CERQual, with who judged and why",
      request: { ...bySlug, body: body(OutcomeWish) },
      responses: { 201: json("The outcome", z.object({ id: OutcomeId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json({ id: await judgeOutcome(c.var.db, c.var.actor, c.var.now, slug, words) }, 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/outcomes/{outcomeId}",
      operationId: "changeOutcome",
      summary: "Judge an outcome anew",
      request: { ...byOutcome, body: body(OutcomeWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, outcomeId }, body: words }) => {
      await judgeOutcome(c.var.db, c.var.actor, c.var.now, slug, words, outcomeId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/appraisals/{slug}/outcomes/{outcomeId}",
      operationId: "removeOutcome",
      summary: "Take an outcome away",
      request: byOutcome,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, outcomeId } }) => {
      await removeOutcome(c.var.db, c.var.actor, c.var.now, slug, outcomeId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/experience",
      operationId: "judgeExperience",
      summary: "Write how proven the professional experience is, criterion by criterion; they are never added up",
      request: { ...bySlug, body: body(ExperienceWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await judgeExperience(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/consultations",
      operationId: "writeConsultation",
      summary: "Write down which service users were asked, how, how many and who is missing",
      request: { ...bySlug, body: body(ConsultationWish) },
      responses: { 201: json("What was written", z.object({ id: ConsultationId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json({ id: await writeConsultation(c.var.db, c.var.actor, c.var.now, slug, words) }, 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/consultations/{consultationId}",
      operationId: "changeConsultation",
      summary: "Change what is written of service users who were asked",
      request: { ...byConsultation, body: body(ConsultationWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, consultationId }, body: words }) => {
      await writeConsultation(c.var.db, c.var.actor, c.var.now, slug, words, consultationId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/appraisals/{slug}/consultations/{consultationId}",
      operationId: "removeConsultation",
      summary: "Take away what is written of service users who were asked",
      request: byConsultation,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, consultationId } }) => {
      await removeConsultation(c.var.db, c.var.actor, c.var.now, slug, consultationId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/weighing",
      operationId: "weighSources",
      summary: "Write how the three sources are weighed; one that weighs more does so for a reason",
      request: { ...bySlug, body: body(WeighingWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await weighSources(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
];
