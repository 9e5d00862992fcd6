import { dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import {
  type NewcomerState,
  type PlannedRow,
  seatNewcomers,
} from "#features/circles/registration/imports/import-plan.ts";
import { isManagerKnown } from "#features/circles/registration/manager/queries.ts";
import { type LockedRound, queueOf } from "#features/circles/registration/queue/queries.ts";
import { liveStates, type RegistrationId } from "#features/circles/registration/registration.ts";
import { seatsOf } from "#features/circles/registration/seat-claims.ts";
import { wayInByStaff } from "#features/circles/registration/way-in.ts";
import { isAssessed } from "#features/circles/round/round.ts";

/** An application of a file with everything that is decided about it: who it is, its number, and how it stands. */
export type Newcomer = {
  readonly id: RegistrationId;
  readonly row: PlannedRow;
  readonly personId: PersonId;
  readonly queueNo: number;
  readonly state: NewcomerState | "merged";
  readonly mergedInto: RegistrationId | undefined;
  readonly managerKnown: boolean;
};

/**
 * Decides about the applications of a file, while the round is locked: numbers behind everyone who has one, places as
 * far as there are any, and the rest on the waiting list. Where a round is kept open until it is full, what came after
 * its last day comes in only while places are left. (C-1, C-9, C-19)
 */
export async function settledNewcomers(
  tx: Tx,
  round: LockedRound,
  rows: readonly PlannedRow[],
  people: ReadonlyMap<number, PersonId>,
  at: Temporal.Instant,
): Promise<Newcomer[]> {
  const live = await liveByPerson(tx, round, [...people.values()]);
  const identified = rows.map((row) => {
    const personId = people.get(row.line);
    if (!personId) throw new Error(`Nobody stands behind line ${row.line}`);
    const id = newId<"registration">();
    const mergedInto = live.get(personId);
    if (!mergedInto) live.set(personId, id);
    return { id, row, personId, mergedInto };
  });
  const managerAwaited = consultationOf(round) === "confirmed";
  const fresh = identified.filter(({ mergedInto }) => mergedInto === undefined);
  const states = seatNewcomers(
    fresh.map(({ row }) => ({ managerAwaited, onlyWhilePlacesLeft: comesLate(round, row) })),
    { assessed: isAssessed(round.allocation), free: round.seats - seatsOf(await queueOf(tx, round, at)) },
  );
  const stateOf = new Map(fresh.map(({ id }, index) => [id, states[index]]));
  const known = managerAwaited ? await managersKnown(tx, rows) : new Set<number>();
  let queueNo = await lastNumber(tx, round);
  return identified.flatMap(({ id, row, personId, mergedInto }): Newcomer[] => {
    const state = mergedInto ? "merged" : stateOf.get(id);
    // Somebody whose first application found no place has none to be merged into either.
    if (!state || (mergedInto && stateOf.has(mergedInto) && !stateOf.get(mergedInto))) return [];
    queueNo += 1;
    return [{ id, row, personId, queueNo, state, mergedInto, managerKnown: known.has(row.line) }];
  });
}

function comesLate(round: LockedRound, { reachedAt }: PlannedRow): boolean {
  return reachedAt !== undefined && wayInByStaff(round, dateIn(reachedAt)) === "openWhilePlacesLeft";
}

async function liveByPerson(tx: Tx, round: LockedRound, people: readonly PersonId[]) {
  const rows = await tx
    .selectFrom("registration")
    .where("round_id", "=", round.id)
    .where("state", "in", liveStates)
    .where("person_id", "is not", null)
    .select(["id", "person_id as personId"])
    .execute();
  const meant = new Set<PersonId | null>(people);
  return new Map(rows.flatMap(({ id, personId }) => (personId && meant.has(personId) ? [[personId, id]] : [])));
}

async function lastNumber(tx: Tx, round: LockedRound): Promise<number> {
  const row = await tx
    .selectFrom("registration")
    .where("round_id", "=", round.id)
    .select((eb) => eb.fn.max("queue_no").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** The lines whose manager's address lies in a domain of the employer. Each employer and domain is looked up once. */
async function managersKnown(tx: Tx, rows: readonly PlannedRow[]): Promise<Set<number>> {
  const answers = new Map<string, boolean>();
  const lines = new Set<number>();
  for (const { line, application } of rows) {
    if (!application?.managerEmail || application.managerEmail === application.email) continue;
    const { employer, managerEmail } = application;
    const pair = JSON.stringify([employer.toLowerCase(), managerEmail.slice(managerEmail.indexOf("@"))]);
    const isKnown = answers.get(pair) ?? (await isManagerKnown(tx, { employer, managerEmail }));
    answers.set(pair, isKnown);
    if (isKnown) lines.add(line);
  }
  return lines;
}
