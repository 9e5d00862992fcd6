import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { openFiles } from "#platform/files/files.ts";
import { SentFile, sentBytes } from "#platform/files/sent-file.ts";
import { fileTypes } from "#platform/files/file-kinds.ts";
import { addMaterial, changeMaterial, removeMaterial } from "#features/circles/material/commands.ts";
import { MaterialId, MaterialWish, shownTimes } from "#features/circles/material/material.ts";
import { materialIn } from "#features/circles/material/queries.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";

const SentMaterial = MaterialWish.extend({ sessionId: SessionId, file: SentFile.optional() });

const byMaterial = { params: bySlug.params.extend({ materialId: MaterialId }) };

/** Files and links of the meetings of a circle, for those who are in it. */
export const materialApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/material",
      operationId: "listMaterial",
      summary: "List the files and links of a circle's meetings that one may see by now",
      request: bySlug,
      responses: {
        200: json(
          "The material, in the order of the meetings",
          z.object({
            material: z.array(
              z.object({
                id: MaterialId,
                sessionId: SessionId,
                title: z.string(),
                address: z.string().nullable(),
                fileName: z.string().nullable(),
                fileType: z.enum(fileTypes).nullable(),
                shown: z.enum(shownTimes),
                toRead: z.boolean(),
                minutes: z.int().nullable().describe("What it is thought to take to read"),
                opened: z
                  .union([z.int(), z.literal("few")])
                  .optional()
                  .describe("For those who lead: how often it has been opened; few is four times or fewer"),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const material = await materialIn(c.var.db, await roomCalled(c, slug), c.var.now());
      return c.json({ material: material.map(({ session: _, isOpen: __, fileSize: ___, ...shown }) => shown) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/material",
      operationId: "addMaterial",
      summary: "Lay a file or a link on a meeting",
      request: { ...bySlug, body: body(SentMaterial) },
      responses: { 201: json("The material", z.object({ id: MaterialId })) },
    },
    async (c, { params: { slug }, body: { sessionId, file, ...wish } }) => {
      const { db, actor, now, config } = c.var;
      const { round } = await roomCalled(c, slug);
      const sent = file && sentBytes(file);
      const place = { roundId: round.id, sessionId };
      return c.json({ id: await addMaterial(db, openFiles(config.dataDir), actor, now, place, wish, sent) }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/material/{materialId}",
      operationId: "changeMaterial",
      summary: "Say something else about what lies on a meeting; a file stays the file it is",
      request: { ...byMaterial, body: body(MaterialWish) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, materialId }, body: wish }) => {
      const { round } = await roomCalled(c, slug);
      await changeMaterial(c.var.db, c.var.actor, { roundId: round.id, id: materialId }, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/material/{materialId}",
      operationId: "removeMaterial",
      summary: "Take something away from a meeting",
      request: byMaterial,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, materialId } }) => {
      const { db, actor } = c.var;
      const { round } = await roomCalled(c, slug);
      await removeMaterial(db, actor, { roundId: round.id, id: materialId });
      return c.body(null, 204);
    },
  ),
];
