import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { IntroductionId } from "#features/appraisals/introduction/introduction.ts";

/** What one reminder says: what is due on one day in one introduction. */
export type StepReminder = {
  readonly introductionId: IntroductionId;
  readonly slug: string;
  readonly title: string;
  readonly organisation: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly dueOn: Temporal.PlainDate;
  readonly steps: readonly string[];
};

/** How long before its day somebody is reminded of what is to be done, and how long after it. */
const daysBefore = 7;
const daysAfter = 14;

/**
 * What is due soon or was due lately in introductions that go on, for whoever is responsible; where nobody is named, for
 * whoever decided. One row for each day.
 */
export async function stepsToRemindOf(db: Reader, today: Temporal.PlainDate): Promise<StepReminder[]> {
  const { rows } = await sql<StepReminder>`
    select i.id as "introductionId", a.slug, a.title, o.name as organisation, p.id as "personId", p.name, p.email,
      p.language, s.due_on as "dueOn", array_agg(s.text order by s.position) as steps
    from introduction_step s
      join introduction i on i.id = s.introduction_id
      join appraisal a on a.id = i.appraisal_id
      join organisation o on o.id = a.organisation_id
      join person p on p.id = coalesce(i.responsible_id, a.decider_id)
    where s.done_on is null and i.phase <> 'phasedOut' and a.state <> 'withdrawn'
      and s.due_on between ${today}::date - ${daysAfter}::int and ${today}::date + ${daysBefore}::int
      and p.email is not null and p.merged_into is null
    group by i.id, a.id, o.id, p.id, s.due_on
    order by i.id, s.due_on`.execute(db);
  return rows;
}
