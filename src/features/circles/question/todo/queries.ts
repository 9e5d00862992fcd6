import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { workplaceOf } from "#features/circles/question/workplace.ts";

/** How many days before a meeting the questions are something to do today. */
const daysAhead = 7;

/** What somebody's workplace has not answered, in circles that meet soon: one line a circle, the soonest first. */
export async function questionsToAnswer(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  const meets = sql<Temporal.PlainDate>`(
    select min(s.date) from session s
    where s.round_id = r.id and not s.called_off and s.date >= ${today}::date)`;
  const rows = await db
    .selectFrom("registration as g")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "=", "placed")
    .where("r.state", "not in", ["draft", "cancelled", "completed"])
    .where(sql<SqlBool>`${meets} <= ${today.add({ days: daysAhead })}::date`)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("circle_question as q").whereRef("q.round_id", "=", "r.id").select("q.id")),
    )
    .orderBy(meets)
    .select(["r.slug", "r.title", "g.workplace", "g.employer", meets.as("date")])
    .select([
      sql<number>`(select count(*)::int from circle_question q where q.round_id = r.id)`.as("asked"),
      // The workplaces that have answered, once for each question.
      sql<string[]>`array(
        select w.key from workplace_answer a join circle_workplace w on w.id = a.workplace_id
        where a.round_id = r.id and exists (select from workplace_answer_text x where x.answer_id = a.id)
        group by w.key, a.question_id)`.as("answered"),
    ])
    .execute();
  return rows.flatMap(({ workplace, employer, asked, answered, ...row }) => {
    const key = workplaceOf({ workplace, employer })?.key;
    const count = asked - answered.filter((each) => each === key).length;
    return count > 0 ? [{ ...row, workplace, count }] : [];
  });
}
