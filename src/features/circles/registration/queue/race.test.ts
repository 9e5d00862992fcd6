import { sql } from "kysely";
import { expect, test } from "vitest";
import { linkHolder, nobody } from "#kernel/actor.ts";
import { apply } from "#features/circles/registration/commands.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { application, givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { givenRounds } from "../../../../../test/given-rounds.ts";

const seats = 12;
const applicants = 50;

/** Fifty people apply at the same moment and all press their links at the same moment. */
async function rush() {
  const { db, ownerDb } = await testDatabase();
  const given = givenRounds(ownerDb);
  const circle = givenRegistrations(db, ownerDb);
  const organiser = await given.organiser();

  const run = async (roundId: RoundId) => {
    const sent = await Promise.allSettled(
      Array.from({ length: applicants }, () =>
        apply(db, nobody, { roundId, application: application(), language: "sv" }, monday),
      ),
    );
    const accepted = sent.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const tokens = await Promise.all(accepted.map(({ id }) => circle.link("registration.confirm", id)));
    await Promise.allSettled(tokens.map((token) => confirmApplication(db, linkHolder, token, monday)));
    return accepted.length;
  };

  const outcome = async (roundId: RoundId) => {
    const rows = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", roundId)
      .orderBy("queue_no")
      .select(["queue_no as no", "state", "applied_at as appliedAt"])
      .execute();
    return {
      numbers: rows.map(({ no }) => no),
      placed: rows.filter(({ state }) => state === "placed").map(({ no }) => no),
      waiting: rows.filter(({ state }) => state === "waitlisted").length,
      inOrder: rows.every((row, i) => i === 0 || Temporal.Instant.compare(rows[i - 1]!.appliedAt, row.appliedAt) < 0),
    };
  };
  const full = () => given.published(organiser, { hard_capacity: seats, target_capacity: seats });
  return { ownerDb, full, run, outcome };
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** What must hold after a rush: nobody lost, numbers without gaps in the server's order, exactly the first seated. */
function assertCorrect(
  accepted: number,
  { numbers, placed, waiting, inOrder }: Awaited<ReturnType<Awaited<ReturnType<typeof rush>>["outcome"]>>,
) {
  expect(accepted).toBe(applicants);
  expect(numbers).toEqual(upTo(applicants));
  expect(inOrder).toBe(true);
  expect(placed).toEqual(upTo(seats));
  expect(waiting).toBe(applicants - seats);
}

test("twelve places, fifty at once: exactly the twelve first are placed, nobody is lost (R025, R119)", async () => {
  const { full, run, outcome } = await rush();
  const { id } = await full();
  const accepted = await run(id);
  assertCorrect(accepted, await outcome(id));
});

test("without the round's lock the same rush goes wrong", async () => {
  const { ownerDb, full, run, outcome } = await rush();
  await sql`create or replace function lock_round(wanted uuid) returns setof round language sql as
    $$ select * from round where id = wanted $$`.execute(ownerDb);
  // Numbers would still be kept apart by their constraint, and hide how many places are given twice.
  await sql`alter table registration drop constraint registration_round_id_queue_no_key`.execute(ownerDb);
  const { id } = await full();
  const accepted = await run(id);
  const result = await outcome(id);
  expect(() => assertCorrect(accepted, result)).toThrow(/expected/);
});

test("the lock is the database's own function, so that switching it off switches it off everywhere", async () => {
  const { ownerDb } = await rush();
  const { rows } = await sql<{ body: string }>`select prosrc as body from pg_proc where proname = 'lock_round'`.execute(
    ownerDb,
  );
  expect(rows.map(({ body }) => body.trim())).toEqual(["select * from round where id = wanted for update"]);
});
