import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/database/database.ts";
import { affected, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import {
  applicationFilesDue,
  registrationsDue,
  unconfirmedDue,
} from "#features/circles/registration/retention/queries.ts";
import { managerSaidNo } from "#features/circles/registration/registration.ts";

/** What stands where a word about somebody stood that the table cannot be without. */
const nothingSaid = "–";

/**
 * Takes away who the applicants of a round were when it has long been over. What can be counted stays: how each
 * registration ended, its place in the queue, its dates, the sector and the organisation. (R011)
 */
export const eraseRegistrations: Eraser<OrganisationDueTime> = (tx, time) =>
  withoutPeople(tx, registrationsDue(time), time.now);

/** The same for applications whose address nobody ever confirmed: we do not know that anybody wanted them kept. */
export const eraseUnconfirmed: Eraser<OrganisationDueTime> = (tx, time) =>
  withoutPeople(tx, unconfirmedDue(time), time.now);

/** Empties the files of applications that were sent to be taken in. Which file it was can still be proved. */
export const eraseApplicationFiles: Eraser = (tx, time) =>
  affected(tx, sql`update import_file set content = null where id in (${applicationFilesDue(time)})`);

/** Names, addresses, workplaces, what was written (also about assignments), managers, teams and the words of decisions go. */
async function withoutPeople(tx: Tx, due: RawBuilder<unknown>, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ id: string }>`${due} for update of r`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const these = sql`any (${ids}::uuid[])`;
  await sql`delete from registration_extra where registration_id = ${these}`.execute(tx);
  await sql`delete from team_member where registration_id = ${these}`.execute(tx);
  await sql`delete from phone_call where registration_id = ${these}`.execute(tx);
  await sql`delete from change_notice_reader where registration_id = ${these}`.execute(tx);
  await sql`delete from noted_time where registration_id = ${these}`.execute(tx);
  await sql`delete from assignment_submission where registration_id = ${these}`.execute(tx);
  await sql`update spread set audience = ${nothingSaid} where registration_id = ${these}`.execute(tx);
  await sql`update manager_consultation set manager_name = null, manager_email = null, question = null
    where registration_id = ${these}`.execute(tx);
  await sql`update selection_decision set reason = ${nothingSaid}, decided_by = null
    where registration_id = ${these}`.execute(tx);
  await sql`
    update registration r set
      name = 'Nr ' || queue_no, email = null, phone = null, person_id = null,
      workplace = ${nothingSaid}, profession = ${nothingSaid}, age_group = null,
      employer = coalesce((select o.short_name from organisation o where o.id = r.organisation_id), ${nothingSaid}),
      motivation = null, theme_proposal = null, decided_by = null, added_by = null, import_id = null, import_key = null,
      ineligible_reason = case
        when ineligible_reason is null or ineligible_reason = ${managerSaidNo} then ineligible_reason
        else ${nothingSaid} end,
      erased_at = ${now}
    where r.id = ${these}`.execute(tx);
  return ids.length;
}
