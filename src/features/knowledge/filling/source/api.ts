import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { HarvestSourceChange, NewHarvestSource } from "#features/knowledge/filling/filling-words.ts";
import { HarvestSourceId, Pace } from "#features/knowledge/filling/filling.ts";
import { addSource, changeSource, harvestNow, restSource } from "#features/knowledge/filling/source/commands.ts";
import { sourcesListed } from "#features/knowledge/filling/source/queries.ts";

const byId = { params: z.strictObject({ sourceId: HarvestSourceId }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };

const SourceJson = z.object({
  id: HarvestSourceId,
  organisationId: OrganisationId,
  name: z.string(),
  address: z.string(),
  setSpec: Text,
  every: Pace,
  isResting: z.boolean(),
  isUnderWay: z.boolean(),
  restsUntil: Text.describe("Not asked before: it did not answer, or asked us to wait"),
  lastEndedAt: Text,
  lastProblem: Text.describe("What went wrong last, by its name"),
  records: z.int(),
  skipped: z.int(),
  waiting: z.int().describe("How many of what it has brought wait to be gone through"),
  version: z.int(),
});

/** The archives that are harvested. */
export const harvestSourcesApi: readonly ApiRoute[] = [
  operation(
    "knowledge:write",
    {
      method: "get",
      path: "/harvest-sources",
      operationId: "listHarvestSources",
      summary: "List the archives that are harvested for those one writes for, and how it goes",
      responses: { 200: json("The archives", z.object({ sources: z.array(SourceJson) })) },
    },
    async (c) => {
      const sources = await sourcesListed(c.var.db, c.var.actor);
      return c.json({
        sources: sources.map(({ organisation: _, restsUntil, lastEndedAt, ...same }) => ({
          ...same,
          restsUntil: restsUntil?.toString() ?? null,
          lastEndedAt: lastEndedAt?.toString() ?? null,
        })),
      });
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/harvest-sources",
      operationId: "addHarvestSource",
      summary: "Say that an archive is to be harvested by OAI-PMH; what comes lands in a list to go through",
      request: { body: body(NewHarvestSource) },
      responses: { 201: json("The archive", z.object({ id: HarvestSourceId })) },
    },
    async (c, { body: words }) => c.json({ id: await addSource(c.var.db, c.var.actor, c.var.now, words) }, 201),
  ),
  operation(
    "knowledge:publish",
    {
      method: "put",
      path: "/harvest-sources/{sourceId}",
      operationId: "changeHarvestSource",
      summary: "Change what is said of an archive, from the version one has read",
      request: { ...byId, body: body(HarvestSourceChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { sourceId }, body: words }) => {
      await changeSource(c.var.db, c.var.actor, sourceId, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/harvest-sources/{sourceId}/harvest",
      operationId: "harvestNow",
      summary: "Ask an archive now instead of at its time",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { sourceId } }) => {
      await harvestNow(c.var.db, c.var.actor, c.var.now, sourceId);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/harvest-sources/{sourceId}/rest",
      operationId: "restHarvestSource",
      summary: "Let an archive rest: it is not asked until it is woken",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { sourceId } }) => {
      await restSource(c.var.db, c.var.actor, sourceId, true);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "delete",
      path: "/harvest-sources/{sourceId}/rest",
      operationId: "wakeHarvestSource",
      summary: "Wake an archive that rests",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { sourceId } }) => {
      await restSource(c.var.db, c.var.actor, sourceId, false);
      return c.body(null, 204);
    },
  ),
];
