import { z } from "zod";
import { TakingText } from "#platform/shared-texts/text-answer.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { arrangeNotes, startNotes } from "#features/circles/notes/commands.ts";
import { contribute, removeContribution } from "#features/circles/notes/contribution/commands.ts";
import { Arrangement, Contribution, NoteSectionId, NoteTextId, NoteWriting } from "#features/circles/notes/note.ts";
import { noteHeadings } from "#features/circles/notes/parts/note-headings.ts";
import { notesOf, otherTextsOf } from "#features/circles/notes/queries.ts";
import { removeText, takeSection, writeNote } from "#features/circles/notes/writing/commands.ts";
import { sessionInRoom } from "#features/circles/room/queries.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";
import { planItemsOf } from "#features/circles/session-plan/queries.ts";

const bySession = { params: bySlug.params.extend({ sessionId: SessionId }) };
const bySection = { params: bySession.params.extend({ sectionId: NoteSectionId }) };
const Done = { 204: { description: "Done" } };

const OtherText = z.object({
  id: z.string(),
  body: z.string(),
  writtenBy: z.string().nullable(),
  writtenAt: z.string(),
  settled: z.boolean(),
});
const Section = z.object({
  id: NoteSectionId,
  heading: z.string(),
  body: z.string(),
  version: z.int().describe("What a text that is sent is to be based on"),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  writer: z.string().nullable().describe("Who has the section just now"),
  contributions: z.array(
    z.object({ id: z.string(), body: z.string(), name: z.string().nullable(), writtenOn: z.string() }),
  ),
  otherTexts: z.array(OtherText).describe("Texts that came beside this one, and those that stood there before"),
});
const Notes = z.object({ sections: z.array(Section) });

/** The notes of a circle's meetings. */
export const notesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/sessions/{sessionId}/notes",
      operationId: "readNotes",
      summary: "Read the notes of a meeting, with every text that has been written there",
      request: bySession,
      responses: { 200: json("The notes", Notes) },
    },
    async (c, { params }) => c.json(await notesShown(c, params)),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/notes",
      operationId: "startNotes",
      summary:
        "Begin the notes of a meeting under the headings of its plan, or the usual ones; begun already, they stay as they are",
      request: bySession,
      responses: { 200: json("The notes", Notes) },
    },
    async (c, { params }) => {
      const { db, actor, t } = c.var;
      const { session } = await sessionInRoom(db, actor, params.slug, params.sessionId);
      await startNotes(db, actor, params, noteHeadings(t, await planItemsOf(db, session.id)));
      return c.json(await notesShown(c, params));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/sessions/{sessionId}/notes/sections",
      operationId: "arrangeNotes",
      summary: "Name, add and order the sections; an empty one without a heading goes",
      request: { ...bySession, body: body(Arrangement) },
      responses: { 200: json("The notes", Notes) },
    },
    async (c, { params, body: arrangement }) => {
      await arrangeNotes(c.var.db, c.var.actor, params, arrangement);
      return c.json(await notesShown(c, params));
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/notes/{sectionId}/take",
      operationId: "takeNote",
      summary: "Take a section to write in, for some minutes; from somebody who writes there only with takesOver",
      request: { ...bySection, body: body(TakingText) },
      responses: Done,
    },
    async (c, { params, body: { takesOver } }) => {
      await takeSection(c.var.db, c.var.actor, c.var.now, params, takesOver);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/sessions/{sessionId}/notes/{sectionId}",
      operationId: "writeNote",
      summary: "Write in a section; a text based on another version than the one that stands there is laid beside it",
      request: { ...bySection, body: body(NoteWriting) },
      responses: {
        200: json(
          "What became of the text",
          z.object({
            fate: z.enum(["written", "already", "beside"]),
            version: z.int(),
            writer: z.string().nullable().describe("Somebody else who has the section"),
          }),
        ),
      },
    },
    async (c, { params, body: writing }) => c.json(await writeNote(c.var.db, c.var.actor, c.var.now, params, writing)),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/notes/{sectionId}/contributions",
      operationId: "contributeToNote",
      summary: "Leave a contribution in a section, with one's name or without",
      request: { ...bySection, body: body(Contribution) },
      responses: Done,
    },
    async (c, { params, body: contribution }) => {
      await contribute(c.var.db, c.var.actor, c.var.now, params, contribution);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/sessions/{sessionId}/notes/{sectionId}/texts/{textId}",
      operationId: "removeNoteText",
      summary: "Take an earlier text away for good, for those who lead",
      request: { params: bySection.params.extend({ textId: NoteTextId }) },
      responses: Done,
    },
    async (c, { params }) => {
      await removeText(c.var.db, c.var.actor, params);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/sessions/{sessionId}/notes/contributions/{contributionId}",
      operationId: "removeContribution",
      summary: "Take a contribution away: one's own, or any for those who lead",
      request: { params: bySession.params.extend({ contributionId: z.uuid() }) },
      responses: Done,
    },
    async (c, { params }) => {
      await removeContribution(c.var.db, c.var.actor, params);
      return c.body(null, 204);
    },
  ),
];

async function notesShown(c: ApiContext, { slug, sessionId }: { slug: string; sessionId: string }) {
  const { db, actor, now } = c.var;
  const { session } = await sessionInRoom(db, actor, slug, sessionId);
  const sections = await notesOf(db, session.id, now());
  return {
    sections: await Promise.all(
      sections.map(async ({ id, heading, body: text, version, savedBy, savedAt, writer, contributions }) => ({
        id,
        heading,
        body: text,
        version,
        savedBy,
        savedAt: savedAt?.toString() ?? null,
        writer: writer?.name ?? null,
        contributions: contributions.map((each) => ({
          id: each.id,
          body: each.body,
          name: each.name,
          writtenOn: each.writtenOn.toString(),
        })),
        otherTexts: (await otherTextsOf(db, id)).map((other) => ({
          id: other.id,
          body: other.body,
          writtenBy: other.name,
          writtenAt: other.writtenAt.toString(),
          settled: other.isSettled,
        })),
      })),
    ),
  };
}
