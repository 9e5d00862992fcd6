import { randomUUID } from "node:crypto";
import { startNotes } from "../src/features/circles/notes/commands.ts";
import { contribute } from "../src/features/circles/notes/contribution/commands.ts";
import { NoteWriting } from "../src/features/circles/notes/note.ts";
import { writeNote } from "../src/features/circles/notes/writing/commands.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";

async function meeting(stage: ApiStage) {
  const { id, slug } = await publishedSlug(stage);
  const { id: sessionId } = await stage.ownerDb
    .selectFrom("session")
    .where("round_id", "=", id)
    .orderBy("position")
    .select("id")
    .executeTakeFirstOrThrow();
  return { slug, sessionId };
}

async function section(stage: ApiStage) {
  const where = await meeting(stage);
  await startNotes(stage.db, stage.actor, where, [
    { heading: "Vad har hänt sedan sist", part: "sinceLast" },
    { heading: "Till nästa gång", part: "next" },
  ]);
  const { id: sectionId } = await stage.ownerDb
    .selectFrom("session_note_section")
    .where("session_id", "=", where.sessionId)
    .orderBy("position")
    .select("id")
    .executeTakeFirstOrThrow();
  return { ...where, sectionId };
}

/** One right call for each operation about the notes of a meeting. */
export const noteCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readNotes: async (stage) => {
    const { slug, sessionId } = await section(stage);
    return { params: { slug, sessionId } };
  },
  startNotes: async (stage) => ({ params: await meeting(stage) }),
  arrangeNotes: async (stage) => {
    const { slug, sessionId, sectionId } = await section(stage);
    return {
      params: { slug, sessionId },
      body: { sections: [{ heading: "Runda" }, { id: sectionId, heading: "Läst" }] },
    };
  },
  takeNote: async (stage) => ({ params: await section(stage), body: { takesOver: true } }),
  writeNote: async (stage) => ({
    params: await section(stage),
    body: { body: "Tre arbetsplatser har provat.", basedOn: 0, isDone: true },
  }),
  contributeToNote: async (stage) => ({
    params: await section(stage),
    body: { key: randomUUID(), body: "Vi provade i helgen.", isNamed: false },
  }),
  removeNoteText: async (stage) => {
    const where = await section(stage);
    for (const [basedOn, body] of ["Ett", "Två"].entries()) {
      const writing = NoteWriting.parse({ body, basedOn, isDone: true });
      await writeNote(stage.db, stage.actor, monday, where, writing);
    }
    const { id: textId } = await stage.ownerDb
      .selectFrom("session_note_text")
      .where("section_id", "=", where.sectionId)
      .select("id")
      .executeTakeFirstOrThrow();
    return { params: { ...where, textId } };
  },
  removeContribution: async (stage) => {
    const { sectionId, ...where } = await section(stage);
    const key = randomUUID();
    const contribution = { key, body: "Vi provade.", isNamed: true };
    await contribute(stage.db, stage.actor, monday, { ...where, sectionId }, contribution);
    return { params: { ...where, contributionId: key } };
  },
};
