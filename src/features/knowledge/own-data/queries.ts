import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnRow, OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/**
 * What is held about somebody in the knowledge base: what they wrote and published, were asked to review and said of it,
 * which steps of an experience they wrote in, whether texts were of use to them, and the questions they asked, took, answered
 * and passed on.
 */
export async function ownData(db: Reader, { personId }: Whose): Promise<readonly OwnSection[]> {
  const id = sql`${personId ?? null}::uuid`;
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Stockholm')::date`;
  const { rows } = await sql<OwnRow>`
    select v.title as name, v.state, null as about, null as text, ${day("v.written_at")} as "from"
    from knowledge_version v where v.written_by = ${id} or v.published_by = ${id}
    union all
    select v.title, r.verdict, null, r.said, ${day("r.asked_at")}
    from knowledge_review r join knowledge_version v on v.id = r.version_id
    where r.reviewer_id = ${id} or r.asked_by = ${id}
    union all
    select i.slug, s.stage, null, s.reason, s.said_on
    from experience_step s join knowledge_item i on i.id = s.item_id where s.said_by = ${id}
    union all
    select i.slug, f.was_useful, null, f.said, f.given_on
    from knowledge_feedback f join knowledge_item i on i.id = f.item_id where f.person_id = ${id}
    union all
    select q.text, q.state, null, q.helped_said, ${day("q.asked_at")}
    from knowledge_question q where q.asked_by = ${id}
    union all
    select q.text, q.state, null, q.answer, (coalesce(q.answered_at, q.asked_at) at time zone 'Europe/Stockholm')::date
    from knowledge_question q where q.answered_by = ${id} or q.taken_by = ${id}
    union all
    select q.text, null, null, s.reason, ${day("s.at")}
    from question_step s join knowledge_question q on q.id = s.question_id
    where s.by_id = ${id} and s.reason is not null
    union all
    select s.words, null, null, null, ${day("s.created_at")} from saved_search s where s.person_id = ${id}
    union all
    select te.name, null, null, null, ${day("d.created_at")}
    from knowledge_digest d left join knowledge_digest_term c on c.person_id = d.person_id
      left join knowledge_term te on te.id = c.term_id where d.person_id = ${id}
    order by "from"`.execute(db);
  return [{ section: "knowledge", rows }];
}
