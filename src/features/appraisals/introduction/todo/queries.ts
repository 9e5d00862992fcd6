import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";

/** What is due within a week or is late in introductions that somebody is responsible for, or decided where nobody is. */
export async function introductionStepsToDo(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const { rows } = await sql<{ slug: string; title: string; text: string; dueOn: Temporal.PlainDate }>`
    select a.slug, a.title, s.text, s.due_on as "dueOn"
    from introduction_step s
      join introduction i on i.id = s.introduction_id
      join appraisal a on a.id = i.appraisal_id
    where coalesce(i.responsible_id, a.decider_id) = ${actor.personId}
      and s.done_on is null and i.phase <> 'phasedOut' and a.state <> 'withdrawn'
      and s.due_on <= ${dateIn(now)}::date + 7
    order by s.due_on, s.id
    limit 10`.execute(db);
  return rows;
}
