import { sql } from "kysely";
import { affected, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { devicesDue, leadersDue } from "#features/workshops/retention/queries.ts";

/** Forgets the devices of workshops that nobody closed, and with them which answers came from the same one. */
export const eraseDevices: Eraser = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${devicesDue(time)} for update of d`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`update workshop_answer set device_id = null, sent_mark = null where device_id = ${these}`.execute(tx);
  return affected(tx, sql`delete from workshop_device where id = ${these}`);
};

/** Forgets who led workshops that are long over. Their questions and answers stay. */
export const eraseLeaders: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${leadersDue(time)} for update of l`.execute(tx);
  return affected(tx, sql`delete from workshop_leader where id = any (${rows.map(({ id }) => id)}::uuid[])`);
};
