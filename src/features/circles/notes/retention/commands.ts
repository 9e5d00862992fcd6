import { sql } from "kysely";
import type { Eraser, OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { noteWritersDue } from "#features/circles/notes/retention/queries.ts";

/**
 * Takes away who wrote the notes of a round that has long been over, and every text that did not stand in them in the
 * end. The notes are the circle's and stay; when they are to go, the organisation decides.
 */
export const eraseNoteWriters: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${noteWritersDue(time)} for update of n`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  if (rows.length === 0) return 0;
  await sql`delete from session_note_text where section_id = ${these}`.execute(tx);
  await sql`delete from session_note_hand where section_id = ${these}`.execute(tx);
  await sql`update session_note_contribution set written_by = null where section_id = ${these}`.execute(tx);
  await sql`
    update session_note_section set saved_by = null, writer_id = null, writing_until = null, hand = null
    where id = ${these}`.execute(tx);
  return rows.length;
};
