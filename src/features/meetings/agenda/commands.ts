import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { inAgendaOrder } from "#features/meetings/agenda/agenda-order.ts";
import { bodiesToSettle, type ComingMatter, comingTo, writtenItems } from "#features/meetings/agenda/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { AgendaItemId, MeetingId } from "#features/meetings/meeting/meeting.ts";
import { type MeetingPart, partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";

/**
 * Writes down what has come back to a meeting, so that it stands there and on no other agenda of the same body. Part of
 * calling the meeting and of beginning its minutes, before it is marked as held; done twice, it is done once.
 *
 * What stood on a meeting that passed without minutes is taken over from there: nothing is left behind on a day that has
 * been. A meeting that is held or called off takes nothing more.
 */
export async function settleAgenda(tx: Tx, meetingId: MeetingId, at: Temporal.Instant): Promise<void> {
  const meeting = await tx
    .selectFrom("meeting")
    .where("id", "=", meetingId)
    .where("state", "in", ["planned", "called"])
    .select("day")
    .forUpdate()
    .executeTakeFirst();
  if (!meeting?.day) return;
  const parts = partsOfBodies((await lockedBodies(tx, meetingId)).map((id) => ({ id })));
  const today = dateIn(at);
  const bodies = await bodiesToSettle(tx, meetingId, today);
  const coming = await comingTo(tx, { id: meetingId, day: meeting.day }, { parts, bodies, today });
  if (coming.length === 0) return;

  const written = await writtenItems(tx, meetingId);
  const ids = new Map<ComingMatter, AgendaItemId>(coming.map((each) => [each, newId<"agenda_item">()]));
  await writeInOrder(tx, meetingId, inAgendaOrder(parts, written, coming), ids);
  for (const [{ matter, comesTo }, id] of ids) {
    await tx
      .updateTable("matter_on_agenda")
      .set({ is_open: false })
      .where("matter_id", "=", matter.id)
      .where("body_id", "in", comesTo)
      .where("is_open", "=", true)
      .execute();
    await putOnAgenda(tx, id, matter.id, comesTo);
  }
}

/** The bodies that meet, in order; nothing else is put on an agenda of theirs until the change is done. */
async function lockedBodies(tx: Tx, meetingId: MeetingId): Promise<BodyId[]> {
  const rows = await tx
    .selectFrom("meeting_body as h")
    .innerJoin("body as b", "b.id", "h.body_id")
    .where("h.meeting_id", "=", meetingId)
    .orderBy("b.id")
    .select(["b.id", "h.position"])
    .forNoKeyUpdate("b")
    .execute();
  return rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
}

/** Gives what stands on an agenda its place, and writes down what is new on it. */
async function writeInOrder(
  tx: Tx,
  meetingId: MeetingId,
  order: readonly (Awaited<ReturnType<typeof writtenItems>>[number] | ComingMatter)[],
  ids: ReadonlyMap<ComingMatter, AgendaItemId>,
): Promise<void> {
  for (const [position, entry] of order.entries()) {
    if ("id" in entry) {
      if (entry.position === position) continue;
      await tx.updateTable("agenda_item").set({ position }).where("id", "=", entry.id).execute();
      continue;
    }
    const id = ids.get(entry) ?? newId<"agenda_item">();
    const { bodyId, title, comesFrom, matter } = entry;
    await tx
      .insertInto("agenda_item")
      .values({
        id,
        meeting_id: meetingId,
        body_id: bodyId,
        position,
        title,
        comes_from: comesFrom,
        matter_id: matter.id,
      })
      .execute();
  }
}

/** A matter stands on an agenda for some of the bodies that meet. */
export async function putOnAgenda(
  tx: Tx,
  itemId: AgendaItemId,
  matterId: ComingMatter["matter"]["id"],
  bodies: readonly BodyId[],
): Promise<void> {
  if (bodies.length === 0) return;
  await tx
    .insertInto("matter_on_agenda")
    .values(bodies.map((body_id) => ({ item_id: itemId, matter_id: matterId, body_id })))
    .onConflict((conflict) => conflict.columns(["item_id", "body_id"]).doUpdateSet({ is_open: true }))
    .execute();
}

/**
 * Ends an agenda, or one part of it: its minutes are final, and what is not done comes back by itself from now on. Part of
 * finishing a part. `null` is the common part.
 */
export async function closeAgenda(tx: Tx, meetingId: MeetingId, part: MeetingPart): Promise<void> {
  await tx
    .updateTable("matter_on_agenda as o")
    .from("agenda_item as i")
    .whereRef("i.id", "=", "o.item_id")
    .where("i.meeting_id", "=", meetingId)
    .where(sql<boolean>`i.body_id is not distinct from ${part}::uuid`)
    .where("o.is_open", "=", true)
    .set({ is_open: false })
    .execute();
}
