import { sql } from "kysely";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { deviceHash } from "#features/workshops/answering/queries.ts";
import type { WorkshopGroupId, WorkshopId, WorkshopState } from "#features/workshops/workshop/workshop.ts";

type Joined = {
  readonly workshopId: WorkshopId;
  readonly state: WorkshopState;
  readonly device: "person" | "group";
  readonly hasGroups: boolean;
  readonly groupId: WorkshopGroupId | null;
  readonly came: boolean;
};

/**
 * Comes into a room with a device: alone, in a group, or for a group, as its rapporteur. The same device comes in once,
 * however often it is asked, and may change its group. Where one device answers for each group the last that comes for a
 * group takes over from the one before: a telephone may have run out of power.
 *
 * One statement, and no audit row: whoever comes in has no name. (Rules H-1 and H-2)
 */
export async function joinRoom(
  db: Database,
  now: Clock,
  code: string,
  secret: string,
  groupId: WorkshopGroupId | null,
): Promise<WorkshopId> {
  const { rows } = await sql<Joined>`
    with room as materialized (
      select w.id, w.device, w.state, g.id as group_id, ${deviceHash(sql`w.id`, secret)} as hash,
        exists (select from workshop_group any_group where any_group.workshop_id = w.id) as has_groups
      from workshop w left join workshop_group g on g.workshop_id = w.id and g.id = ${groupId}::uuid
      where w.join_code = ${code}
    ), joined as (
      insert into workshop_device as d (id, workshop_id, group_id, secret_hash, is_rapporteur, joined_at)
      select ${newId<"workshop_device">()}::uuid, room.id, room.group_id, room.hash, room.device = 'group', ${now()}::timestamptz
      from room
      where room.state in ('open', 'paused') and (room.group_id is not null or not room.has_groups)
      on conflict (secret_hash) do update set group_id = excluded.group_id, is_rapporteur = excluded.is_rapporteur
      returning d.id, d.workshop_id, d.group_id, d.is_rapporteur
    ), relieved as (
      update workshop_device d set is_rapporteur = false
      from joined j
      where j.is_rapporteur and d.workshop_id = j.workshop_id and d.group_id = j.group_id and d.id <> j.id and d.is_rapporteur
    )
    select room.id as "workshopId", room.state, room.device, room.has_groups as "hasGroups", room.group_id as "groupId",
      exists (select from joined) as came
    from room`.execute(db);
  const room = rows[0];
  if (!room) throw new Refusal("not_found", "answering.no_such_code");
  if (room.came) return room.workshopId;
  if (room.state !== "open" && room.state !== "paused") throw new Refusal("conflict", "answering.not_open");
  throw new Refusal("invalid", "answering.no_group", {}, [{ path: "group", code: "answering.no_group" }]);
}

/**
 * Forgets the devices of a workshop that closes, and with them which answers came from the same one: no answer can be
 * followed back to a telephone. (Rule H-7)
 */
export async function forgetDevices(tx: Tx, workshopId: WorkshopId): Promise<void> {
  await sql`update workshop_answer a set device_id = null, sent_mark = null
    from workshop_round r where r.workshop_id = ${workshopId} and a.round_id = r.id`.execute(tx);
  await sql`delete from workshop_device where workshop_id = ${workshopId}`.execute(tx);
}
