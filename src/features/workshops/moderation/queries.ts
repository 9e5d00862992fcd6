import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { AnswerId, DeviceId } from "#features/workshops/moderation/moderation.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

/** A device in the room as whoever leads sees it: by the order it came in, never by a name. */
export type DeviceInRoom = {
  readonly id: DeviceId;
  readonly number: number;
  readonly group: string | null;
  readonly answers: number;
  readonly isShutOut: boolean;
};

/** The devices that are in, in the order they came. Set anonymous, no group is told. */
export async function devicesOf(
  db: Reader,
  { id, isAnonymous }: { readonly id: WorkshopId; readonly isAnonymous: boolean },
): Promise<DeviceInRoom[]> {
  const rows = await db
    .selectFrom("workshop_device as d")
    .leftJoin("workshop_group as g", "g.id", "d.group_id")
    .where("d.workshop_id", "=", id)
    .orderBy("d.joined_at")
    .orderBy("d.id")
    .select(["d.id", "g.name as group", "d.shut_out_at as shutOutAt"])
    .select(sql<number>`(select count(*)::int from workshop_answer a where a.device_id = d.id)`.as("answers"))
    .execute();
  return rows.map(({ shutOutAt, group, ...row }, index) => ({
    ...row,
    number: index + 1,
    group: isAnonymous ? null : group,
    isShutOut: shutOutAt !== null,
  }));
}

/** One answer of a workshop, for whoever is about to hide it. */
export async function answerIn(
  db: Reader,
  workshopId: WorkshopId,
  id: AnswerId,
): Promise<{ readonly id: AnswerId; readonly text: string | null } | undefined> {
  return db
    .selectFrom("workshop_answer")
    .where("id", "=", id)
    .where("workshop_id", "=", workshopId)
    .select(["id", "text"])
    .executeTakeFirst();
}
