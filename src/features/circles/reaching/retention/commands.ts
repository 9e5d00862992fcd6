import { sql } from "kysely";
import { affected, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { contactsDue, mailingsDue } from "#features/circles/reaching/retention/queries.ts";

/** Forgets whom a mailing was for and what it said. That it was sent, when and to how many, stays. */
export const eraseMailings: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${mailingsDue(time)} for update of m`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`delete from round_mailing_receiver where mailing_id = ${these}`.execute(tx);
  await sql`update round_mailing set body = case when kind = 'message' then '–' else '' end where id = ${these}`.execute(
    tx,
  );
  return rows.length;
};

/** Takes contact persons off the list to whom nothing has been sent for long. */
export const eraseContacts: Eraser<OrganisationDueTime> = (tx, time) =>
  affected(tx, sql`delete from dispatch_contact where id in (${contactsDue(time)})`);
