import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { openFiles } from "#platform/files/files.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { SentFile, sentBytes } from "#platform/files/sent-file.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { bySlug, meetingCalled } from "#features/meetings/meeting/api.ts";
import { AgendaItemId } from "#features/meetings/meeting/meeting.ts";
import { addPaper, removePaper } from "#features/meetings/paper/commands.ts";
import { PaperId, PaperWish } from "#features/meetings/paper/paper.ts";
import { paperFile, papersOf } from "#features/meetings/paper/queries.ts";

const byPaper = { params: bySlug.params.extend({ paperId: PaperId }) };
const SentPaper = PaperWish.extend({ file: SentFile.optional() });

const PaperJson = z.object({
  id: PaperId,
  bodyId: BodyId.nullable().describe("Whose part; null is for the whole meeting"),
  title: z.string(),
  link: z.string().nullable(),
  fileName: z.string().nullable(),
  itemId: AgendaItemId.nullable().describe("The entry of the agenda it is for"),
  isPlain: z.boolean().describe("Whether it is the one in plain language"),
});

/** What there is to read before a meeting: laid there by whoever plans it, read by all inside it. */
export const papersApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/papers",
      operationId: "listPapers",
      summary: "List the papers of a meeting, those for all first",
      request: bySlug,
      responses: { 200: json("The papers", z.object({ papers: z.array(PaperJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { meeting } = await meetingCalled(c, slug);
      const papers = await papersOf(c.var.db, meeting.id);
      return c.json({ papers: papers.map(({ itemTitle: _, ...paper }) => paper) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/papers",
      operationId: "addPaper",
      summary: "Lay a file or a link on a meeting, on one body's part of it, or on one entry of its agenda",
      request: { ...bySlug, body: body(SentPaper) },
      responses: { 201: json("The paper", z.object({ id: PaperId })) },
    },
    async (c, { params: { slug }, body: { file, ...wish } }) => {
      const { db, actor, now, config } = c.var;
      const sent = file && sentBytes(file);
      return c.json({ id: await addPaper(db, openFiles(config.dataDir), actor, now, slug, wish, sent) }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/papers/{paperId}",
      operationId: "readPaper",
      summary: "Read the file of a paper; a link has none",
      request: byPaper,
      responses: { 200: json("The file", z.object({ name: z.string(), content: z.base64().describe("As base64") })) },
    },
    async (c, { params: { slug, paperId } }) => {
      const { db, config } = c.var;
      const { meeting } = await meetingCalled(c, slug);
      const { key, name } = await paperFile(db, meeting.id, paperId);
      const bytes = await openFiles(config.dataDir).read(key);
      if (!bytes) throw new Refusal("not_found", "paper.no_such_paper");
      return c.json({ name, content: bytes.toBase64() });
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/papers/{paperId}",
      operationId: "removePaper",
      summary: "Take a paper away from a meeting",
      request: byPaper,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, paperId } }) => {
      await removePaper(c.var.db, c.var.actor, c.var.now, slug, paperId);
      return c.body(null, 204);
    },
  ),
];
