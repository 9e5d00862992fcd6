import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { keepsAnyChecklists } from "#features/workshops/checklist/checklist-policy.ts";
import { keptChecklist } from "#features/workshops/checklist/inside/queries.ts";
import { seatedBodies } from "#features/meetings/body/queries.ts";

/** How long a version that was published is news, in days. */
const daysOfNews = 14;

/** Checklists of the bodies somebody sits in that have a version published lately, the latest first. (R209) */
export async function checklistsPublished(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const { rows } = await sql<{ slug: string; title: string; versionNo: number; body: string }>`
    select distinct on (v.published_at, k.id) k.slug, k.title, v.version_no as "versionNo", b.name as body
    from checklist_body kb
      join body b on b.id = kb.body_id
      join checklist k on k.id = kb.checklist_id
      join checklist_version v on v.checklist_id = k.id and v.published_at is not null
    where kb.body_id in ${seatedBodies(actor, dateIn(now))} and k.retired_at is null
      and v.published_at > ${now.subtract({ hours: 24 * daysOfNews })}
      and v.published_by is distinct from ${actor.personId}::uuid
      and not exists (select from checklist_version later
        where later.checklist_id = k.id and later.published_at is not null and later.version_no > v.version_no)
    order by v.published_at desc, k.id, b.name
    limit 5`.execute(db);
  return rows;
}

/** Copies somebody keeps whose original has got a newer version that nobody has held them against. */
export async function originalsRenewed(db: Reader, actor: Actor) {
  if (!keepsAnyChecklists(actor)) return [];
  const { rows } = await sql<{ slug: string; title: string; original: string; versionNo: number }>`
    select k.slug, k.title, ok.title as original, max(v.version_no)::int as "versionNo"
    from checklist k
      join checklist_version was on was.id = k.copied_from
      join checklist ok on ok.id = was.checklist_id
      join checklist_version v on v.checklist_id = ok.id and v.published_at is not null and v.version_no > was.version_no
    where ${keptChecklist(actor)} and k.retired_at is null
    group by k.slug, k.title, ok.title
    order by k.title collate swedish
    limit 5`.execute(db);
  return rows;
}
