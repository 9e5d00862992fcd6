import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { startNotes } from "#features/circles/notes/commands.ts";
import { contribute } from "#features/circles/notes/contribution/commands.ts";
import { type NoteHeading, NoteWriting } from "#features/circles/notes/note.ts";
import { notesOf } from "#features/circles/notes/queries.ts";
import { writeNote } from "#features/circles/notes/writing/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const headings: readonly NoteHeading[] = [
  { part: "sinceLast", heading: "Vad har hänt sedan sist" },
  { part: "assignment", heading: "Uppgiften vi hade" },
  { part: "reading", heading: "Föreläsning eller text" },
  { part: "work", heading: "Gemensamt arbete" },
  { part: "next", heading: "Till nästa gång" },
];

const next = "Inför träffen: ta med er den rutin ni har i dag för det första mötet.\nVi börjar med en runda.";

/** Notes begun before the first meeting, with what is to be brought, and a contribution without a name. */
export async function loadNotesDemo(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  const round = await roundFacts(db, roundId);
  const session = round?.sessions[0];
  if (!round || !session) return;
  const where = { slug: round.slug, sessionId: session.id };
  await startNotes(db, planner, where, headings);
  const sections = await notesOf(db, session.id, now());
  const [first, last] = [sections[0], sections.at(-1)];
  if (!first || !last) return;
  const writing = NoteWriting.parse({ body: next, basedOn: 0, isDone: true });
  await writeNote(db, planner, now, { ...where, sectionId: last.id }, writing);
  await contribute(
    db,
    planner,
    now,
    { ...where, sectionId: first.id },
    {
      key: "0b9f6a3e-5a53-4c1e-9c0e-2f6a7d4f1b11",
      body: "Hos oss möts socialtjänst och skola fortfarande mest i telefon.",
      isNamed: false,
    },
  );
}
