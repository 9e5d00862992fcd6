import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** In SQL: whether somebody may know of the reading list `l`: published, everybody; before that, those who write there. */
export function isListSeen(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(l.published_at is not null or ${reachedIn(actor, "knowledge:write", "l.organisation_id")})`;
}
