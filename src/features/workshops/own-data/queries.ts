import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnRow, OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** What is held about somebody in workshops: which they lead. What a participant answered cannot be told to be theirs. */
export async function ownData(db: Reader, { personId }: Whose): Promise<readonly OwnSection[]> {
  const { rows } = await sql<OwnRow>`
    select w.title as name, w.state, coalesce(w.held_on, (w.created_at at time zone 'Europe/Stockholm')::date) as "from"
    from workshop_leader l join workshop w on w.id = l.workshop_id
    where l.person_id = ${personId ?? null}::uuid
    order by "from", w.id`.execute(db);
  return [{ section: "workshops", rows }];
}
