import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import type { ChosenRows } from "#platform/csv/sent-table.ts";
import { readTable } from "#platform/csv/table.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import { lockToAdd } from "#features/circles/registration/added/commands.ts";
import { proposeColumns } from "#features/circles/registration/imports/import-columns.ts";
import { daysKept, type ImportFileId, ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { isRight, planRows, type PlannedRow } from "#features/circles/registration/imports/import-plan.ts";
import { fileSent, knownInRound, readApplications } from "#features/circles/registration/imports/queries.ts";
import { writeNewcomers } from "#features/circles/registration/imports/newcomers/commands.ts";
import { settledNewcomers } from "#features/circles/registration/imports/newcomers/queries.ts";
import type { LockedRound } from "#features/circles/registration/queue/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { type RoundId, takesTeams } from "#features/circles/round/round.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";

/** Takes a file of applications to be looked through before anything is taken in. The round does not change. */
export function sendApplications(
  db: Database,
  actor: Actor,
  {
    roundId,
    file,
  }: { readonly roundId: RoundId; readonly file: { readonly name: string; readonly bytes: Uint8Array } },
  now: Clock,
): Promise<{ id: ImportFileId }> {
  // Read once already here: a file that cannot be read is refused where it was chosen.
  const { header, rows } = readTable(file.bytes);
  if (rows.length === 0) throw new Refusal("invalid", "registration.import.no_rows");
  return change(db, actor, async (tx) => {
    const round = await lockToImport(tx, actor, roundId);
    const id = newId<"import_file">();
    const hash = hashOf(file.bytes);
    await tx
      .insertInto("import_file")
      .values({
        id,
        round_id: roundId,
        name: file.name.slice(0, 200) || "import.csv",
        hash,
        content: Buffer.from(file.bytes),
        mapping: json(ImportMapping.parse({ columns: proposeColumns(header) })),
        sent_by: actor.personId ?? null,
        sent_at: now(),
        delete_after: now().add({ hours: daysKept * 24 }),
      })
      .execute();
    const after = { file: id, hash, rows: rows.length };
    await record(tx, {
      by: actor,
      what: "circles.import_sent",
      about: roundId,
      organisationId: round.organisationId,
      after,
    });
    return { id };
  });
}

/** Says how the columns of a file are to be understood. Nothing comes in by it. */
export function mapColumns(
  db: Database,
  actor: Actor,
  { roundId, id, mapping }: { readonly roundId: RoundId; readonly id: ImportFileId; readonly mapping: ImportMapping },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const round = await lockToImport(tx, actor, roundId);
    if (!(await fileSent(tx, roundId, id))?.content) throw new Refusal("not_found", "registration.import.gone");
    await tx
      .updateTable("import_file")
      .set({ mapping: json(mapping) })
      .where("id", "=", id)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.import_mapped",
      about: roundId,
      organisationId: round.organisationId,
      after: { file: id, mapping },
    });
  });
}

export type ImportOutcome = {
  readonly added: number;
  readonly merged: number;
  readonly known: number;
  readonly wrong: number;
};

/**
 * Takes in the right rows of a file, or those of them on chosen lines: all in one transaction, with one record that tells
 * the file by its hash. They take their numbers now, in the order in which they came in elsewhere, behind everyone who
 * has one; places go to them as far as there are any. The same application comes in once, however often. (R024, C-19)
 */
export async function importApplications(
  db: Database,
  actor: Actor,
  { roundId, id, choice }: { readonly roundId: RoundId; readonly id: ImportFileId; readonly choice: ChosenRows },
  now: Clock,
): Promise<ImportOutcome> {
  // Read before the round is locked: nothing in the file decides about places, and others apply meanwhile.
  const round = await roundFacts(db, roundId);
  const file = round && (await fileSent(db, roundId, id));
  const read = round && file?.content && (await readApplications(file.content, round, file.mapping, now()));
  return change(db, actor, async (tx) => {
    const locked = await lockToImport(tx, actor, roundId);
    if (!file || !read) throw new Refusal("not_found", "registration.import.gone");
    if (
      locked.version !== round.version ||
      locked.state !== round.state ||
      locked.noticesSent !== (round.noticesSentAt !== null)
    )
      throw new Refusal("conflict", "registration.import.round_changed");
    if (consultationOf(locked) === "declared" && !file.mapping.managerDeclared)
      throw new Refusal("conflict", "registration.import.not_settled");
    const chosen = choice.lines && new Set(choice.lines);
    const wanted = chosen ? read.rows.filter(({ line }) => chosen.has(line)) : read.rows;
    const plan = planRows(wanted, await knownInRound(tx, roundId));
    const right = plan.filter(isRight);
    if (right.length === 0) throw new Refusal("conflict", "registration.import.nothing_right");
    const outcome = await takenIn(tx, actor, locked, { id, way: file.mapping.way, rows: right }, now());
    const known = plan.filter(({ deed }) => deed === "known").length;
    const result = { ...outcome, known, wrong: plan.length - right.length - known };
    await record(tx, {
      by: actor,
      what: "circles.applications_imported",
      about: roundId,
      organisationId: locked.organisationId,
      after: { file: id, hash: file.hash, ...(chosen ? { lines: chosen.size } : {}), ...result },
    });
    return result;
  });
}

type Taking = { readonly id: ImportFileId; readonly way: ImportMapping["way"]; readonly rows: readonly PlannedRow[] };

async function takenIn(tx: Tx, actor: Actor, round: LockedRound, taking: Taking, at: Temporal.Instant) {
  const people = await peopleBehind(tx, taking.rows);
  const settled = await settledNewcomers(tx, round, taking.rows, people, at);
  await writeNewcomers(tx, round, { ...taking, by: actor.personId ?? null }, settled, at);
  const merged = settled.filter(({ mergedInto }) => mergedInto !== undefined).length;
  return { added: settled.length - merged, merged };
}

/** The person behind each row, by its line: whoever has the address already, or somebody new whose address is unproved. */
async function peopleBehind(tx: Tx, rows: readonly PlannedRow[]): Promise<ReadonlyMap<number, PersonId>> {
  const values = rows.map(({ line, application }) => ({
    line,
    id: newId<"person">(),
    name: application?.name,
    email: application?.email ?? null,
    phone: application?.phone ?? null,
  }));
  // One after the other: the second row of an address finds the person whom the first has added.
  const { rows: found } = await sql<{ line: number; id: PersonId }>`
    select line, person_written_down(id, email, name, 'sv', phone) as id
    from jsonb_to_recordset(${json(values)}::jsonb) as row (line int, id uuid, name text, email text, phone text)`.execute(
    tx,
  );
  return new Map(found.map(({ line, id }) => [line, id]));
}

/** Locks a round for somebody who may take applications in, where there are any to be taken in. */
async function lockToImport(tx: Tx, actor: Actor, roundId: RoundId): Promise<LockedRound> {
  const round = await lockToAdd(tx, actor, roundId);
  if (round.state === "draft") throw new Refusal("conflict", "registration.import.draft");
  if (isOver(round.state)) throw new Refusal("conflict", "registration.round_over");
  if (takesTeams(round.allocation)) throw new Refusal("conflict", "registration.import.no_teams");
  return round;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
