import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { type ListedItem, publishedLines } from "#features/knowledge/item/listing/queries.ts";

/** Published items that may answer what somebody asks, the likeliest first. Nothing is remembered of what was asked. */
export async function likelyAnswers(db: Reader, words: string, limit = 5): Promise<ListedItem[]> {
  const { rows } = await sql<{ id: ItemId }>`
    with asked as (
      select to_tsquery('swedish', string_agg(quote_literal(lexeme), ' | ')) as query
      from unnest(to_tsvector('swedish', ${words.slice(0, 2_000)})))
    select i.id
    from asked, knowledge_item i join knowledge_version v on v.item_id = i.id and v.state = 'published',
      lateral (select setweight(to_tsvector('swedish', v.title), 'A')
        || setweight(to_tsvector('swedish', coalesce(v.says, '')), 'B') as whole) t
    where i.retired_at is null and t.whole @@ asked.query
    order by ts_rank(t.whole, asked.query) desc, i.id
    limit ${limit}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const lines = await publishedLines(db, ids);
  return ids.flatMap((id) => lines.find((line) => line.id === id) ?? []);
}
