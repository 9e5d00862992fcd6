import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { momentReached, notYetReached } from "#features/circles/registration/added/reached.ts";
import { sameApplicantIn } from "#features/circles/registration/added/queries.ts";
import { writeAnswers, writeApplication } from "#features/circles/registration/application/commands.ts";
import { checkAnswers, checkedWayIn } from "#features/circles/registration/commands.ts";
import { admitOrMerge } from "#features/circles/registration/confirmation/commands.ts";
import { keepManagerWord } from "#features/circles/registration/manager/commands.ts";
import { isManagerKnown } from "#features/circles/registration/manager/queries.ts";
import { ownRegistrationId } from "#features/circles/registration/own/queries.ts";
import {
  lockPlaces,
  type LockedRound,
  roundOf,
  rulesOf,
  standingOf,
} from "#features/circles/registration/queue/queries.ts";
import type { RegistrationId, RegistrationState, WrittenDown } from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { wayInByStaff } from "#features/circles/registration/way-in.ts";
import type { RoundId } from "#features/circles/round/round.ts";

export type Added = { readonly id: RegistrationId; readonly queueNo: number; readonly state: RegistrationState };

/**
 * Writes down an application for somebody who telephoned, mailed or came by. It counts as confirmed by whoever writes
 * it down, and takes its number now like every other: when it reached us is shown and decides whether it was late, but
 * never the queue. The applicant gets a mail that says who did it, with the way to their own page; without an address
 * they are told by telephone. (C-1, C-16, C-17)
 */
export async function addApplication(
  db: Database,
  actor: Actor,
  { roundId, written }: { readonly roundId: RoundId; readonly written: WrittenDown },
  now: Clock,
): Promise<Added> {
  const managerKnown = await isManagerKnown(db, written);
  return change(db, actor, async (tx) => {
    const round = await lockToAdd(tx, actor, roundId);
    const at = now();
    checkReached(written, at);
    const late = await checkedWayIn(tx, round, wayInByStaff(round, dateIn(momentReached(written))), at);
    const known = await sameApplicantIn(tx, round.id, written, { by: actor.personId, at });
    if (known?.isRepeated) return repeated(tx, actor, round, known);
    if (known) throw new Refusal("conflict", "registration.written_down_already", { number: known.queueNo });
    const rules = await rulesOf(tx, round.id);
    await checkAnswers(tx, round, rules, written);

    const { way } = written;
    const writtenDown = { by: actor.personId ?? null, way, reachedAt: momentReached(written) };
    const applied = await writeApplication(
      tx,
      round,
      written,
      { language: "sv", late, confirmBy: at, writtenDown },
      at,
    );
    await writeAnswers(tx, round, written, applied, rules, at);
    await keepManagerWord(tx, round, applied, written, managerKnown);
    const registration = await standingOf(tx, applied.id);
    if (!registration) throw new Error("What was just written down is not there");
    const personId = await personWrittenDown(tx, written);
    const outcome = await admitOrMerge(tx, round, registration, personId, at, "added");
    await record(tx, {
      by: actor,
      what: "circles.application_added",
      about: applied.id,
      organisationId: round.organisationId,
      after: { roundId, queueNo: applied.queueNo, way, reachedAt: writtenDown.reachedAt, late, personId, ...outcome },
    });
    return { ...outcome, queueNo: applied.queueNo };
  });
}

/** Neither an address nor a telephone number, or a time to come: said at their fields. */
function checkReached(written: WrittenDown, at: Temporal.Instant): void {
  const unreachable: Problem[] =
    (written.email ?? written.phone) ? [] : [{ path: "email", code: "registration.no_way_to_reach" }];
  const problems = [...unreachable, ...notYetReached(written, at)];
  if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}

/** The button was pressed twice: the application that is there is the answer. */
async function repeated(tx: Tx, actor: Actor, { organisationId }: LockedRound, known: Added): Promise<Added> {
  await record(tx, { by: actor, what: "circles.application_repeated", about: known.id, organisationId });
  return { id: known.id, queueNo: known.queueNo, state: known.state };
}

/** The person whose application staff wrote down: the one with this address, or somebody new. Nothing is proved yet. */
export async function personWrittenDown(
  tx: Tx,
  {
    name,
    email,
    phone,
  }: { readonly name: string; readonly email?: string | undefined; readonly phone?: string | undefined },
): Promise<PersonId> {
  const { rows } = await sql<{ id: PersonId }>`
    select person_written_down(${newId<"person">()}, ${email ?? null}, ${name}, 'sv', ${phone ?? null}) as id`.execute(
    tx,
  );
  const person = rows[0];
  if (!person) throw new Error("Whoever was written down is nobody");
  return person.id;
}

/** Locks a round for somebody who may write applications down. What one may not see is not there. */
export async function lockToAdd(tx: Tx, actor: Actor, roundId: RoundId): Promise<LockedRound> {
  const round = await lockPlaces(tx, roundId);
  if (!round || !maySeeRoster(actor, round)) throw new Refusal("not_found", "registration.no_such_round");
  if (!mayDecide(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
  return round;
}

/**
 * Proves the address that somebody else wrote down, by the button behind the applicant's own link: from now on their page
 * shows what is known of them. Opening the link proves nothing, and shows nothing about anybody. (C-17)
 */
export function proveAddress(
  db: Database,
  actor: Actor,
  ownToken: string,
  now: Clock,
): Promise<{ id: RegistrationId }> {
  return change(db, actor, async (tx) => {
    const id = await ownRegistrationId(tx, ownToken, now());
    const roundId = id && (await roundOf(tx, id));
    const round = roundId && (await lockPlaces(tx, roundId));
    const registration = id && (await standingOf(tx, id));
    if (!round || !registration?.email) throw new Refusal("not_found", "registration.no_such_link");
    await tx.updateTable("registration").set({ address_unproved: false }).where("id", "=", id).execute();
    const { email, name, language } = registration;
    await sql`select person_with_address(${newId<"person">()}, ${email}, ${name}, ${language})`.execute(tx);
    await record(tx, { by: actor, what: "circles.address_proved", about: id, organisationId: round.organisationId });
    return { id };
  });
}
