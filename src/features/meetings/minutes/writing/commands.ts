import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type Fate, writerOf } from "#platform/shared-texts/text-saving.ts";
import {
  holdText,
  type LockedText,
  removeEarlier,
  type TextTables,
  writeText,
} from "#platform/shared-texts/text-writing.ts";
import type { WhereItem } from "#features/meetings/minutes/commands.ts";
import { type LockedPart, lockPartOf, mustTakeNotes } from "#features/meetings/minutes/locking/commands.ts";
import { mayRunMinutes } from "#features/meetings/minutes/minutes-policy.ts";
import type { MinutesItemId } from "#features/meetings/minutes/minutes.ts";
import type { ItemWriting } from "#features/meetings/minutes/minutes-words.ts";
import { nameShown } from "#features/meetings/minutes/writing/queries.ts";

/** Where minutes keep what is written. */
const tables: TextTables = {
  texts: "minutes_item",
  hands: "minutes_hand",
  others: "minutes_other_text",
  of: "item_id",
};

/** What became of a text, the version that stands there now, and who has the item if it is somebody else. */
export type ItemWritten = { readonly fate: Fate; readonly version: number; readonly writer: string | null };

/** Takes an item to write in, for some minutes at a time; from somebody who writes there just now only knowingly. */
export function takeItem(db: Database, actor: Actor, now: Clock, where: WhereItem, takesOver: boolean): Promise<void> {
  return change(db, actor, async (tx) => {
    const { part, by, standing } = await lockItem(tx, actor, now(), where);
    const writer = writerOf(standing, now());
    const isTaken = writer !== undefined && writer !== by;
    if (isTaken && !takesOver)
      throw new Refusal("conflict", "minutes.somebody_writes", {
        name: (await nameShown(tx, part.meeting.id, writer)) ?? "",
      });
    await holdText(tx, tables, standing.id, by, now());
    await recordText(
      tx,
      actor,
      part,
      isTaken ? "meetings.minutes_item_taken_over" : "meetings.minutes_item_taken",
      standing.id,
    );
  });
}

/**
 * Writes in an item, or lays the text beside the one that stands there when the writer has not seen that one. Several
 * write at once, in an item each; nothing is lost and what is sent twice is written once. (R217)
 */
export function writeItem(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereItem,
  writing: ItemWriting,
): Promise<ItemWritten> {
  return change(db, actor, async (tx) => {
    const { part, by, standing } = await lockItem(tx, actor, now(), where);
    const { fate, version, writerId, isUnchanged } = await writeText(tx, tables, standing, { ...writing, by }, now());
    if (isUnchanged) markRecorded(tx);
    else {
      const what = fate === "beside" ? "meetings.minutes_text_laid_beside" : "meetings.minutes_written";
      await recordText(tx, actor, part, what, standing.id, { version });
    }
    const writer = writerId === undefined ? null : await nameShown(tx, part.meeting.id, writerId);
    return { fate, version, writer };
  });
}

/** Takes an earlier text away for good, such as one that tells of a client. One that waits to be compared stays. */
export function removeItemText(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereItem & { readonly textId: string },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { part, itemId } = await lockPartOf(tx, actor, now(), where);
    if (!mayRunMinutes(part.standings)) throw new Refusal("forbidden", "minutes.only_chair_and_secretary");
    const removed = await removeEarlier(tx, tables, itemId, where.textId);
    if (!removed) throw new Refusal("not_found", "minutes.no_such_text");
    await recordText(tx, actor, part, "meetings.minutes_text_removed", itemId);
  });
}

/** Takes an item's lock, for somebody who takes notes: what comes to it at the same moment comes one after the other. */
async function lockItem(tx: Tx, actor: Actor, at: Temporal.Instant, where: WhereItem) {
  const { part, itemId } = await lockPartOf(tx, actor, at, where, "shared");
  mustTakeNotes(part, actor);
  const standing: LockedText & { readonly id: MinutesItemId } = await tx
    .selectFrom("minutes_item")
    .where("id", "=", itemId)
    .select(["id", "body", "version", "hand", "writer_id as writerId", "writing_until as writingUntil"])
    .select(["saved_by as savedBy", "saved_at as savedAt"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { part, by: personOf(actor), standing };
}

/** Whoever sits in a body is somebody. */
function personOf({ personId }: Actor): PersonId {
  if (!personId) throw new Refusal("not_found", "minutes.no_such_item");
  return personId;
}

async function recordText(tx: Tx, actor: Actor, part: LockedPart, what: string, about: MinutesItemId, after?: object) {
  await record(tx, { by: actor, what, about, organisationId: part.meeting.organisationId, after });
}
