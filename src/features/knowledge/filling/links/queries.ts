import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { VersionId } from "#features/knowledge/item/item.ts";

export type LinkToCheck = { readonly id: VersionId; readonly link: string };

/**
 * The links of what is published that nobody has looked at for a month, or for a week where they led nowhere: those that
 * have waited longest first, and only so many at a time.
 */
export async function linksToCheck(db: Reader, today: Temporal.PlainDate, limit: number): Promise<LinkToCheck[]> {
  const { rows } = await sql<LinkToCheck>`
    select v.id, v.link
    from knowledge_version v
      join knowledge_item i on i.id = v.item_id
      left join link_try t on t.version_id = v.id
    where v.state = 'published' and v.link is not null and i.retired_at is null
      and coalesce(greatest(t.tried_on, v.link_checked_on), '-infinity')
        <= ${today}::date - case when v.link_is_broken then 7 else 30 end
    order by greatest(t.tried_on, v.link_checked_on) nulls first, v.id
    limit ${limit}`.execute(db);
  return rows;
}
