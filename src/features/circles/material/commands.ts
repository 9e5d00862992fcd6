import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import type { Files } from "#platform/files/files.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { inMinutes } from "#features/circles/attendance/written-hours.ts";
import { checkedFile } from "#platform/files/checked-file.ts";
import type { MaterialId, MaterialWish } from "#features/circles/material/material.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

type Place = { readonly roundId: RoundId; readonly sessionId: SessionId };
type Sent = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Lays something to read or look at on a meeting: a file, or a link. The file is looked into and kept before the
 * change, because it cannot be rolled back; one that nobody came to use is harmless.
 */
export async function addMaterial(
  db: Database,
  files: Files,
  actor: Actor,
  now: Clock,
  { roundId, sessionId }: Place,
  { title, address, shown, toRead, hours }: MaterialWish,
  sent?: Sent,
): Promise<MaterialId> {
  // Asked here as well: nobody else's file is kept.
  mustLead(await roomWithId(db, actor, roundId));
  if ((address === undefined) === (sent === undefined)) {
    const code = sent ? "material.one_of_them" : "material.file_or_link";
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "address", code }]);
  }
  const file = sent && (await checkedFile(sent));
  const key = file && (await files.keep(file.bytes));
  return change(db, actor, async (tx) => {
    await tx.selectFrom("round").where("id", "=", roundId).select("id").forShare().execute();
    const { round } = mustLead(await roomWithId(tx, actor, roundId));
    if (!round.sessions.some(({ id }) => id === sessionId)) throw new Refusal("not_found", "round.no_such_session");
    const id = newId<"session_material">();
    await tx
      .insertInto("session_material")
      .values({
        id,
        session_id: sessionId,
        title,
        address: address ?? null,
        shown,
        to_read: toRead,
        minutes: inMinutes(hours),
        added_at: now(),
        file_key: key ?? null,
        file_name: file?.name ?? null,
        file_type: file?.type ?? null,
        file_size: file?.bytes.byteLength ?? null,
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.material_added",
      about: id,
      organisationId: round.organisationId,
      after: { session: sessionId, title, shown, toRead },
    });
    return id;
  });
}

/** Says something else about what lies on a meeting. A file stays the file it is, and a link stays a link. */
export async function changeMaterial(
  db: Database,
  actor: Actor,
  { roundId, id }: { readonly roundId: RoundId; readonly id: MaterialId },
  { title, address, shown, toRead, hours }: MaterialWish,
): Promise<void> {
  await change(db, actor, async (tx) => {
    const { round } = mustLead(await roomWithId(tx, actor, roundId));
    const before = await tx
      .selectFrom("session_material")
      .where("id", "=", id)
      .where("session_id", "in", idsOf(round.sessions))
      .select(["title", "address", "shown", "to_read as toRead"])
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new Refusal("not_found", "material.no_such_material");
    if ((before.address === null) !== (address === undefined)) {
      const code = address === undefined ? "web.field_missing" : "material.stays_file";
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "address", code }]);
    }
    await tx
      .updateTable("session_material")
      .set({ title, address: address ?? null, shown, to_read: toRead, minutes: inMinutes(hours) })
      .where("id", "=", id)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.material_changed",
      about: id,
      organisationId: round.organisationId,
      before: { title: before.title, shown: before.shown, toRead: before.toRead },
      after: { title, shown, toRead },
    });
  });
}

/**
 * Counts that somebody who takes part has opened something: one more, and nothing about who or when. So it leaves no
 * record either, which would say both. Those who lead look at their own material without being counted.
 */
export async function countOpening(db: Database, actor: Actor, { part }: Room, id: MaterialId): Promise<void> {
  if (part === "leads") return;
  await change(db, actor, async (tx) => {
    await tx
      .updateTable("session_material")
      .set((eb) => ({ opened: eb("opened", "+", 1) }))
      .where("id", "=", id)
      .execute();
    markRecorded(tx);
  });
}

/** Takes something away from a meeting. A file that nothing refers to any more is thrown away by itself. */
export async function removeMaterial(
  db: Database,
  actor: Actor,
  { roundId, id }: { readonly roundId: RoundId; readonly id: MaterialId },
): Promise<void> {
  await change(db, actor, async (tx) => {
    const { round } = mustLead(await roomWithId(tx, actor, roundId));
    const gone = await tx
      .deleteFrom("session_material")
      .where("id", "=", id)
      .where("session_id", "in", idsOf(round.sessions))
      .returning("title")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "material.no_such_material");
    await record(tx, {
      by: actor,
      what: "circles.material_removed",
      about: id,
      organisationId: round.organisationId,
      before: { title: gone.title },
    });
  });
}

function idsOf(sessions: readonly { readonly id: SessionId }[]): SessionId[] {
  return sessions.map(({ id }) => id);
}

/** Those who lead a circle lay things on its meetings, until it is over; to others it is not there, or not theirs. */
function mustLead(room: Room | undefined): Room {
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  if (mayGiveAssignments(room)) return room;
  throw room.part === "leads"
    ? new Refusal("conflict", "material.over")
    : new Refusal("forbidden", "material.leaders_add");
}
