import { expect, test } from "vitest";
import { eraseRegistrations, eraseUnconfirmed } from "#features/circles/registration/retention/commands.ts";
import { roster } from "#features/circles/registration/queries.ts";
import { newId } from "#kernel/ids.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);

const secrets = [
  "Spårbar Person",
  "sparbar@example.se",
  "Spårbar Chef",
  "chef@annan.example.se",
  "Spårbar motivering",
  "Spårbar enhet",
];

/** Everything that is written about registrations, as text. */
async function allThatIsWritten(): Promise<string> {
  const tables = [
    "registration",
    "registration_extra",
    "manager_consultation",
    "selection_decision",
    "team_member",
    "phone_call",
  ] as const;
  const rows = [];
  for (const table of tables) rows.push(...(await ownerDb.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

test("two years after a round nothing tells who applied, and everything can still be counted (R011)", async () => {
  const round = await given.published(organiser, { manager_consultation: "confirmed", asks_diet: true });
  const { id } = await circle.confirmed(round.id, {
    name: secrets[0]!,
    email: secrets[1]!,
    managerName: secrets[2]!,
    managerEmail: secrets[3]!,
    motivation: secrets[4]!,
    workplace: secrets[5]!,
  });
  await ownerDb
    .insertInto("selection_decision")
    .values({
      registration_id: id,
      outcome: "place",
      reason: "Spårbar Person behövs",
      decided_at: noon("2027-08-01")(),
    })
    .execute();
  const member = {
    id: newId<"team_member">(),
    registration_id: id,
    position: 1,
    name: secrets[0]!,
    email: secrets[1]!,
  };
  await ownerDb.insertInto("team_member").values(member).execute();
  const notice_id = newId<"change_notice">();
  const changed_at = noon("2027-08-01")();
  await ownerDb.insertInto("change_notice").values({ id: notice_id, round_id: round.id, changed_at }).execute();
  await ownerDb.insertInto("change_notice_reader").values({ notice_id, registration_id: id }).execute();
  const before = await ownerDb.selectFrom("registration").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  expect(await allThatIsWritten()).toContain(secrets[4]);

  const last = day("2028-01-14");
  const at = (date: Temporal.PlainDate) => ({ ...dueAt(noon(date.toString())(), 730), organisationId: organiser });
  expect(await eraseDue(db, "registration", at(last.add({ days: 730 })), eraseRegistrations)).toBe(0);
  expect(await eraseDue(db, "registration", at(last.add({ days: 732 })), eraseRegistrations)).toBe(1);

  const written = await allThatIsWritten();
  for (const secret of secrets) expect(written).not.toContain(secret);
  expect(await ownerDb.selectFrom("change_notice_reader").selectAll().execute()).toEqual([]);
  const after = await ownerDb.selectFrom("registration").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  const counted = ({
    round_id,
    queue_no,
    state,
    sector,
    organisation_id,
    applied_at,
    confirmed_at,
    late,
    seats,
  }: typeof after) => ({
    round_id,
    queue_no,
    state,
    sector,
    organisation_id,
    late,
    seats,
    applied: applied_at.toString(),
    confirmed: confirmed_at?.toString(),
  });
  expect(counted(after)).toEqual(counted(before));
  expect(after).toMatchObject({ name: `Nr ${before.queue_no}`, email: null, person_id: null });

  // Those who plan see that there was somebody, and nobody's page breaks.
  const shown = await roster(db, planner, round.slug, {}, noon("2030-02-01")());
  expect(shown?.rows.map(({ name }) => name)).toEqual([`Nr ${before.queue_no}`]);
});

test("an application that nobody confirmed is forgotten a month after it lapsed, and one that was confirmed is not", async () => {
  const round = await given.published(organiser);
  const lapsed = await given.registration(round.id, { state: "lapsed", state_since: noon("2027-06-10")() });
  const confirmed = await given.registration(round.id, { state: "withdrawn", state_since: noon("2027-06-10")() });
  const dueOn = (date: string) => ({ ...dueAt(noon(date)(), 30), organisationId: organiser });
  expect(await eraseDue(db, "unconfirmedRegistration", dueOn("2027-07-09"), eraseUnconfirmed)).toBe(0);
  expect(await eraseDue(db, "unconfirmedRegistration", dueOn("2027-07-12"), eraseUnconfirmed)).toBe(1);
  const emails = async (id: typeof lapsed) =>
    (await ownerDb.selectFrom("registration").where("id", "=", id).select(["email", "state"]).executeTakeFirst())!;
  expect(await emails(lapsed)).toEqual({ email: null, state: "lapsed" });
  expect((await emails(confirmed)).email).not.toBeNull();
});
