import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type Fate, writerOf } from "#platform/shared-texts/text-saving.ts";
import { holdText, removeEarlier, type TextTables, writeText } from "#platform/shared-texts/text-writing.ts";
import { lockSection, personOf, roomToWriteIn, type WhereSection } from "#features/circles/notes/commands.ts";
import type { NoteWriting } from "#features/circles/notes/note.ts";
import { mayRemoveText } from "#features/circles/notes/notes-policy.ts";

/** What became of a text, the version that stands in the notes now, and who has the section if it is somebody else. */
export type Written = { readonly fate: Fate; readonly version: number; readonly writer: string | null };

/**
 * Takes a section to write in, for some minutes at a time. From somebody who writes there just now it is taken only
 * by one who knows it: what the other has not sent yet then comes beside.
 */
export function takeSection(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereSection,
  takesOver: boolean,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { round } = await roomToWriteIn(tx, actor, where);
    const standing = await lockSection(tx, where);
    const writer = writerOf(standing, now());
    const isTaken = writer !== undefined && writer !== actor.personId;
    if (isTaken && !takesOver)
      throw new Refusal("conflict", "notes.somebody_writes", { name: (await nameOf(tx, writer)) ?? "" });
    await holdText(tx, tables, standing.id, personOf(actor), now());
    await record(tx, {
      by: actor,
      what: isTaken ? "circles.note_taken_over" : "circles.note_taken",
      about: where.sectionId,
      organisationId: round.organisationId,
    });
  });
}

/**
 * Writes in a section, or lays the text beside the one that stands there when the writer has not seen that one. What is
 * written over by another sitting is kept among the earlier texts. Sent twice, it is written once.
 */
export function writeNote(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereSection,
  writing: NoteWriting,
): Promise<Written> {
  return change(db, actor, async (tx) => {
    const { round } = await roomToWriteIn(tx, actor, where);
    const standing = await lockSection(tx, where);
    const sent = { ...writing, by: personOf(actor) };
    const { fate, version, writerId, isUnchanged } = await writeText(tx, tables, standing, sent, now());
    if (isUnchanged) markRecorded(tx);
    else
      await record(tx, {
        by: actor,
        what: fate === "beside" ? "circles.note_laid_beside" : "circles.note_written",
        about: standing.id,
        organisationId: round.organisationId,
        after: { version },
      });
    return { fate, version, writer: writerId === undefined ? null : await nameOf(tx, writerId) };
  });
}

/** Takes an earlier text away for good. One that still waits to be compared stays until somebody has done so. */
export function removeText(
  db: Database,
  actor: Actor,
  where: WhereSection & { readonly textId: string },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await roomToWriteIn(tx, actor, where);
    if (!mayRemoveText(room)) throw new Refusal("forbidden", "notes.only_leaders_remove");
    const { id: sectionId } = await lockSection(tx, where);
    const removed = await removeEarlier(tx, tables, sectionId, where.textId);
    if (!removed) throw new Refusal("not_found", "notes.no_such_text");
    await record(tx, {
      by: actor,
      what: "circles.note_text_removed",
      about: sectionId,
      organisationId: room.round.organisationId,
    });
  });
}

/** Where the notes of circles keep what is written. */
const tables: TextTables = {
  texts: "session_note_section",
  hands: "session_note_hand",
  others: "session_note_text",
  of: "section_id",
};

async function nameOf(tx: Tx, personId: PersonId): Promise<string | null> {
  const found = await tx.selectFrom("person").where("id", "=", personId).select("name").executeTakeFirst();
  return found?.name ?? null;
}
