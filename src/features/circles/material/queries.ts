import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { FileKey } from "#platform/files/files.ts";
import { isShown, toldOpenings } from "#features/circles/material/material.ts";
import type { Room } from "#features/circles/room/queries.ts";

/** Something to read or look at, as those in the circle see it. */
export type Material = Awaited<ReturnType<typeof materialIn>>[number];

/** The files and links of a circle that whoever asks may see by now, in the order of the meetings. */
export async function materialIn(db: Reader, { round, part }: Room, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("session_material as m")
    .innerJoin("session as s", "s.id", "m.session_id")
    .where("s.round_id", "=", round.id)
    .orderBy("s.position")
    .orderBy("m.added_at")
    .orderBy("m.id")
    .select(["m.id", "m.session_id as sessionId", "m.title", "m.address", "m.shown", "m.to_read as toRead"])
    .select(["m.minutes", "m.opened"])
    .select(["m.file_name as fileName", "m.file_type as fileType", "m.file_size as fileSize"])
    .execute();
  return rows.flatMap((row) => {
    const session = round.sessions.find(({ id }) => id === row.sessionId);
    if (!session) return [];
    const isOpen = isShown(row.shown, session, now);
    // Only those who lead are told how often it is opened, and never who opened it, which is not known.
    const opened = part === "leads" ? toldOpenings(row.opened) : undefined;
    return part === "leads" || isOpen ? [{ ...row, opened, session, isOpen }] : [];
  });
}

/**
 * Where a file of a circle lies, for somebody who may see it by now.
 *
 * @throws Refusal `not_found` otherwise
 */
export async function materialFile(db: Reader, room: Room, id: string, now: Temporal.Instant) {
  const known = (await materialIn(db, room, now)).find((each) => each.id === id);
  const row =
    known && (await db.selectFrom("session_material").where("id", "=", known.id).select("file_key").executeTakeFirst());
  const { fileName: name, fileType: type } = known ?? {};
  if (!known || !row?.file_key || !name || !type) throw new Refusal("not_found", "material.no_such_material");
  return { id: known.id, key: row.file_key as FileKey, name, type };
}
