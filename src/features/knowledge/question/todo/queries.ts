import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** How many questions wait where somebody answers, that nobody or they themselves have taken, and the oldest of them. */
export async function questionsToAnswer(db: Reader, actor: Actor) {
  if (!actor.reach.has("knowledge:publish")) return [];
  const { rows } = await sql<{ count: number; slug: string; text: string; organisation: string }>`
    select (count(*) over ())::int as count, q.slug, q.text, o.name as organisation
    from knowledge_question q join organisation o on o.id = q.organisation_id
    where ${reachedIn(actor, "knowledge:publish", "q.with_id")}
      and (q.state = 'asked' or (q.state = 'taken' and q.taken_by = ${actor.personId ?? null}::uuid))
    order by q.asked_at, q.id
    limit 1`.execute(db);
  return rows;
}

/** Answers to one's own questions of which one has not said whether they helped, with whether one has been asked by then. */
export async function answersToSayOf(db: Reader, actor: Actor) {
  if (!actor.personId) return [];
  const { rows } = await sql<{ slug: string; text: string; isAsked: boolean }>`
    select q.slug, q.text, q.helped_asked_on is not null as "isAsked" from knowledge_question q
    where q.asked_by = ${actor.personId} and q.state = 'answered' and q.helped is null
    order by q.answered_at, q.id
    limit 5`.execute(db);
  return rows;
}
