import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import {
  type LockedSection,
  lockSection,
  personOf,
  roomToWriteIn,
  type WhereSection,
} from "#features/circles/notes/commands.ts";
import { minutesHeld, type NoteSectionId, type NoteWriting } from "#features/circles/notes/note.ts";
import { mayRemoveText } from "#features/circles/notes/notes-policy.ts";
import { type Fate, fateOf, writerOf } from "#features/circles/notes/note-saving.ts";

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
    await hold(tx, standing.id, personOf(actor), now());
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
  { body, basedOn, hand, turn, isDone, settles }: NoteWriting,
): Promise<Written> {
  return change(db, actor, async (tx) => {
    const { round } = await roomToWriteIn(tx, actor, where);
    const standing = await lockSection(tx, where);
    const sectionId = standing.id;
    const by = personOf(actor);
    const at = now();
    const known = hand === undefined ? undefined : await turnOf(tx, sectionId, hand);
    const sent = { by, body, basedOn, hand, turn };
    const fate = fateOf(standing, sent, known, at);
    const liesBeside = fate === "already" && hand !== undefined && (await waitsBeside(tx, sectionId, hand));

    if (fate === "written") await write(tx, sectionId, standing, sent, at);
    if (fate === "beside") await layBeside(tx, sectionId, sent, at);
    if (hand !== undefined && turn !== undefined) await rememberTurn(tx, sectionId, hand, turn);
    if (fate !== "beside" && settles.length > 0)
      await tx
        .updateTable("session_note_text")
        .set({ settled_at: at })
        .where("section_id", "=", sectionId)
        .where("id", "in", settles)
        .where("settled_at", "is", null)
        .execute();
    const writer = writerOf(standing, at);
    const isOthers = writer !== undefined && writer !== by;
    if (!isOthers) await (isDone ? letGo(tx, sectionId) : hold(tx, sectionId, by, at));

    const version = fate === "written" ? standing.version + 1 : standing.version;
    if (fate === "already" && settles.length === 0) markRecorded(tx);
    else
      await record(tx, {
        by: actor,
        what: fate === "beside" ? "circles.note_laid_beside" : "circles.note_written",
        about: sectionId,
        organisationId: round.organisationId,
        after: { version },
      });
    return { fate: liesBeside ? "beside" : fate, version, writer: isOthers ? await nameOf(tx, writer) : null };
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
    const removed = await tx
      .deleteFrom("session_note_text")
      .where(sql<string>`id::text`, "=", where.textId)
      .where("section_id", "=", sectionId)
      .where("settled_at", "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw new Refusal("not_found", "notes.no_such_text");
    await record(tx, {
      by: actor,
      what: "circles.note_text_removed",
      about: sectionId,
      organisationId: room.round.organisationId,
    });
  });
}

type Sent = { by: PersonId; body: string; basedOn: number; hand: string | undefined; turn: number | undefined };

async function write(tx: Tx, id: NoteSectionId, before: LockedSection, { by, body, hand }: Sent, at: Temporal.Instant) {
  const isSameSitting = hand !== undefined && hand === before.hand;
  if (before.body !== "" && !isSameSitting) await keep(tx, id, before, at);
  await tx
    .updateTable("session_note_section")
    .set({ body, version: before.version + 1, hand: hand ?? null, saved_by: by, saved_at: at })
    .where("id", "=", id)
    .execute();
  // What the same sitting once had to lay beside is in what it has written now.
  if (hand !== undefined)
    await tx
      .updateTable("session_note_text")
      .set({ settled_at: at })
      .where("section_id", "=", id)
      .where("hand", "=", hand)
      .where("settled_at", "is", null)
      .execute();
}

/** Keeps a text that is about to be written over. */
async function keep(tx: Tx, id: NoteSectionId, { body, savedBy, savedAt }: LockedSection, at: Temporal.Instant) {
  await tx
    .insertInto("session_note_text")
    .values({
      id: newId<"session_note_text">(),
      section_id: id,
      body,
      written_by: savedBy,
      written_at: savedAt ?? at,
      settled_at: at,
    })
    .execute();
}

async function layBeside(tx: Tx, id: NoteSectionId, { by, body, hand }: Sent, at: Temporal.Instant): Promise<void> {
  if (body === "") return;
  const same = await tx
    .selectFrom("session_note_text")
    .where("section_id", "=", id)
    .where("settled_at", "is", null)
    .where("written_by", "=", by)
    .where("body", "=", body)
    .select("id")
    .executeTakeFirst();
  if (same) return;
  await tx
    .insertInto("session_note_text")
    .values({
      id: newId<"session_note_text">(),
      section_id: id,
      body,
      hand: hand ?? null,
      written_by: by,
      written_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(["section_id", "hand"]).doUpdateSet({ body, written_at: at, settled_at: null }),
    )
    .execute();
}

/** Whether a sitting has a text that nobody has compared yet. */
async function waitsBeside(tx: Tx, sectionId: NoteSectionId, hand: string): Promise<boolean> {
  const found = await tx
    .selectFrom("session_note_text")
    .where("section_id", "=", sectionId)
    .where("hand", "=", hand)
    .where("settled_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return found !== undefined;
}

async function turnOf(tx: Tx, sectionId: NoteSectionId, hand: string): Promise<number | undefined> {
  const found = await tx
    .selectFrom("session_note_hand")
    .where("section_id", "=", sectionId)
    .where("hand", "=", hand)
    .select("turn")
    .executeTakeFirst();
  return found?.turn;
}

async function rememberTurn(tx: Tx, section_id: NoteSectionId, hand: string, turn: number): Promise<void> {
  await tx
    .insertInto("session_note_hand")
    .values({ section_id, hand, turn })
    .onConflict((conflict) =>
      conflict.columns(["section_id", "hand"]).doUpdateSet({ turn: sql`greatest(session_note_hand.turn, ${turn})` }),
    )
    .execute();
}

async function hold(tx: Tx, id: NoteSectionId, writer_id: PersonId, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("session_note_section")
    .set({ writer_id, writing_until: at.add({ minutes: minutesHeld }) })
    .where("id", "=", id)
    .execute();
}

async function letGo(tx: Tx, id: NoteSectionId): Promise<void> {
  await tx
    .updateTable("session_note_section")
    .set({ writer_id: null, writing_until: null })
    .where("id", "=", id)
    .execute();
}

async function nameOf(tx: Tx, personId: PersonId): Promise<string | null> {
  const found = await tx.selectFrom("person").where("id", "=", personId).select("name").executeTakeFirst();
  return found?.name ?? null;
}
