import { sql } from "kysely";
import type { Id, PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";

/** Somebody who is told something about an appraisal. */
export type ToldOfAppraisal = {
  readonly id: AppraisalId;
  readonly slug: string;
  readonly title: string;
  readonly organisation: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

const told = sql`
  a.id, a.slug, a.title, o.name as organisation, p.id as "personId", p.name, p.email, p.language`;

/** Whoever is to decide on a proposal, with who wrote it, as long as it is proposed and they have an address. */
export async function deciderToTell(
  db: Reader,
  id: AppraisalId,
): Promise<(ToldOfAppraisal & { readonly authors: readonly string[] }) | undefined> {
  const { rows } = await sql<ToldOfAppraisal & { authors: string[] }>`
    select ${told}, array(
      select w.name from appraisal_author au join person w on w.id = au.person_id
      where au.appraisal_id = a.id order by w.name) as authors
    from appraisal a
      join organisation o on o.id = a.organisation_id
      join person p on p.id = a.decider_id
    where a.id = ${id} and a.state = 'proposed' and p.email is not null and p.merged_into is null`.execute(db);
  return rows[0];
}

/** The authors of an appraisal that was sent back, with what is asked, as long as it has no answer. */
export async function authorsToTell(
  db: Reader,
  id: AppraisalId,
  inquiryId: Id<"appraisal_inquiry">,
): Promise<(ToldOfAppraisal & { readonly asked: string })[]> {
  const { rows } = await sql<ToldOfAppraisal & { asked: string }>`
    select ${told}, q.text as asked
    from appraisal a
      join organisation o on o.id = a.organisation_id
      join appraisal_inquiry q on q.appraisal_id = a.id and q.id = ${inquiryId} and q.answered_at is null
      join appraisal_author au on au.appraisal_id = a.id
      join person p on p.id = au.person_id
    where a.id = ${id} and a.state = 'weighing' and p.email is not null and p.merged_into is null
      and p.id is distinct from q.asked_by
    order by p.id`.execute(db);
  return rows;
}
