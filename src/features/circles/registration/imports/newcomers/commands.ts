import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import { enqueueAll } from "#platform/jobs/enqueue.ts";
import { answerBy, holdDays } from "#features/circles/registration/answer-deadlines.ts";
import { askedAnswers, consultationOf } from "#features/circles/registration/application-questions.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import type { ImportFileId } from "#features/circles/registration/imports/import-mapping.ts";
import type { ImportedApplication } from "#features/circles/registration/imports/import-row.ts";
import type { Newcomer } from "#features/circles/registration/imports/newcomers/queries.ts";
import { shownOf } from "#features/circles/registration/manager/commands.ts";
import { lastSessionOf, type LockedRound } from "#features/circles/registration/queue/queries.ts";
import { managerMailJob, registrationMailJob } from "#features/circles/registration/registration-jobs.ts";
import type { WayCameIn } from "#features/circles/registration/registration.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

/** Which file they came from, who took it in, and how they had come in there. */
export type Origin = {
  readonly id: ImportFileId;
  readonly by: PersonId | null;
  readonly way: Exclude<WayCameIn, "form">;
};

/** So many rows are written with one statement. */
const atOnce = 1_000;

/** Writes down the applications of a file as they were decided about, and leaves the mails that tell of them. */
export async function writeNewcomers(
  tx: Tx,
  round: LockedRound,
  origin: Origin,
  newcomers: readonly Newcomer[],
  at: Temporal.Instant,
): Promise<void> {
  const deleteAfter = deleteExtrasAfter(await lastSessionOf(tx, round.id), dateIn(at));
  for (let from = 0; from < newcomers.length; from += atOnce) {
    const part = newcomers.slice(from, from + atOnce);
    await writeRegistrations(tx, round, origin, part, at);
    await writeWhatTheySaid(tx, round, part, deleteAfter, at);
  }
  await tell(tx, round, newcomers, at);
}

async function writeRegistrations(
  tx: Tx,
  round: LockedRound,
  { id: importId, by, way }: Origin,
  newcomers: readonly Newcomer[],
  at: Temporal.Instant,
): Promise<void> {
  const values = newcomers.map(({ id, row, personId, queueNo, state, mergedInto }) => {
    const said = applicationOf(row);
    return {
      id,
      queue_no: queueNo,
      state,
      person_id: personId,
      merged_into: mergedInto ?? null,
      late: row.late,
      hold_used: state === "held",
      name: said.name,
      email: said.email ?? null,
      phone: said.phone ?? null,
      workplace: said.workplace,
      employer: said.employer,
      folded: foldName(said.employer),
      sector: said.sector,
      profession: said.profession,
      age_group: said.ageGroup ?? null,
      motivation: said.motivation ?? null,
      reached_at: row.reachedAt?.toString(),
      import_key: row.key,
    };
  });
  // The moment is the database's own, taken row after row in the order of the numbers.
  await sql`
    insert into registration (id, round_id, queue_no, applied_at, state, state_since, confirm_by, confirmed_at, person_id,
      merged_into, late, held_until, hold_used, name, email, phone, workplace, employer, organisation_id, sector, profession,
      age_group, motivation, round_version, way, reached_at, added_by, address_unproved, import_id, import_key)
    select row.id, ${round.id}, row.queue_no, clock_timestamp(), row.state, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz,
      row.person_id, row.merged_into, row.late,
      case when row.state = 'held' then ${answerBy(at, holdDays)}::timestamptz end, row.hold_used, row.name, row.email, row.phone,
      row.workplace, row.employer, a.organisation_id, row.sector, row.profession, row.age_group, row.motivation,
      ${round.version}, ${way}, row.reached_at, ${by}::uuid, row.email is not null, ${importId}::uuid, row.import_key
    from (select * from jsonb_to_recordset(${json(values)}::jsonb) as given (id uuid, queue_no int, state text, person_id uuid,
        merged_into uuid, late boolean, hold_used boolean, name text, email text, phone text, workplace text, employer text,
        folded text, sector text, profession text, age_group text, motivation text, reached_at timestamptz, import_key text)
      order by queue_no offset 0) as row
    left join organisation_alias a on a.folded = row.folded`.execute(tx);
}

/** What was asked for one purpose, the answers to the rules, and the managers: for those who are in the running. */
async function writeWhatTheySaid(
  tx: Tx,
  round: LockedRound,
  newcomers: readonly Newcomer[],
  deleteAfter: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  const running = newcomers.filter(({ state }) => state !== "merged");
  const extras = running.flatMap(({ id, row }) => {
    const { diet, adaptation, postalAddress } = askedAnswers(round, applicationOf(row));
    return (diet ?? adaptation ?? postalAddress)
      ? [{ id, diet: diet ?? null, adaptation: adaptation ?? null, postal_address: postalAddress ?? null }]
      : [];
  });
  const answers = running.flatMap(({ id, row }) =>
    Object.entries(applicationOf(row).meets).map(([rule, meets]) => ({ id, rule, meets })),
  );
  const form = consultationOf(round);
  const managers = running.map(({ id, row, managerKnown }) => {
    const { managerName, managerEmail } = applicationOf(row);
    return { id, name: managerName ?? null, email: managerEmail ?? null, known: managerKnown };
  });
  if (extras.length > 0) {
    await sql`
      insert into registration_extra (registration_id, diet, adaptation, postal_address, delete_after)
      select id, diet, adaptation, postal_address, ${deleteAfter}::date
      from jsonb_to_recordset(${json(extras)}::jsonb) as row (id uuid, diet text, adaptation text, postal_address text)`.execute(
      tx,
    );
  }
  if (answers.length > 0) {
    await sql`
      insert into eligibility_answer (registration_id, rule_id, meets)
      select id, rule, meets from jsonb_to_recordset(${json(answers)}::jsonb) as row (id uuid, rule uuid, meets boolean)`.execute(
      tx,
    );
  }
  if (form === "none" || managers.length === 0) return;
  await sql`
    insert into manager_consultation (registration_id, form, state, manager_name, manager_email, address_known, shown, asked_at)
    select id, ${form}, ${form === "declared" ? "declared" : "waiting"}, name, email, known, ${shownOf(round.id)},
      ${form === "confirmed" ? at : null}::timestamptz
    from jsonb_to_recordset(${json(managers)}::jsonb) as row (id uuid, name text, email text, known boolean)`.execute(
    tx,
  );
}

/** Everyone is told that they are in, whoever was in already that the two are one, and managers are asked. */
async function tell(tx: Tx, round: LockedRound, newcomers: readonly Newcomer[], at: Temporal.Instant): Promise<void> {
  const occasion = at.toString();
  const fresh = newcomers.filter(({ mergedInto }) => mergedInto === undefined).map(({ id }) => id);
  const own = new Set(fresh);
  const joined = newcomers.flatMap(({ mergedInto }) => (mergedInto && !own.has(mergedInto) ? [mergedInto] : []));
  await enqueueAll(tx, registrationMailJob, [
    ...fresh.map((registrationId) => ({ registrationId, kind: "added" as const, occasion })),
    ...[...new Set(joined)].map((registrationId) => ({ registrationId, kind: "merged" as const, occasion })),
  ]);
  if (consultationOf(round) !== "confirmed") return;
  const asked = fresh.map((registrationId) => ({ registrationId, kind: "request" as const, occasion }));
  await enqueueAll(tx, managerMailJob, asked);
}

function applicationOf(row: Newcomer["row"]): ImportedApplication {
  if (!row.application) throw new Error(`Line ${row.line} is not right`);
  return row.application;
}
