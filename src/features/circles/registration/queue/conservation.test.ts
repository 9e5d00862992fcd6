import fc from "fast-check";
import { expect, test } from "vitest";
import { withdraw } from "#features/circles/registration/commands.ts";
import { denyEligibility, restoreEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { letTimeRunOut } from "#features/circles/registration/queue/commands.ts";
import type { RegistrationId, RegistrationState } from "#features/circles/registration/registration.ts";
import { type Entry, hasFreeSeat, isSeated } from "#features/circles/registration/seat-claims.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { linkHolder } from "#kernel/actor.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);

type Row = Entry & { id: RegistrationId };

async function rosterOf(roundId: RoundId): Promise<Row[]> {
  const rows = await ownerDb
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.round_id", "=", roundId)
    .orderBy("r.queue_no")
    .select([
      "r.id",
      "r.queue_no as queueNo",
      "r.state",
      "r.confirm_by as confirmBy",
      "r.hold_used as holdUsed",
      "r.seats",
      "m.state as word",
    ])
    .execute();
  return rows.map(({ holdUsed, word, ...row }) => ({
    ...row,
    passedOver: holdUsed && word !== "yes" && word !== null,
  }));
}

const deeds = [
  "join",
  "apply",
  "applyAgain",
  "confirm",
  "withdraw",
  "deny",
  "restore",
  "yes",
  "no",
  "managerYes",
  "managerNo",
  "wait",
] as const;
type Deed = (typeof deeds)[number];

/** Everything that can happen to somebody who has been given a seat; the queue alone takes none away. */
const mayLose: Partial<Record<Deed, RegistrationState[]>> = {
  withdraw: ["withdrawn"],
  deny: ["ineligible"],
  no: ["withdrawn"],
  managerNo: ["ineligible"],
  wait: ["waitlisted", "lapsed"],
};

test("whatever happens: seats are never given twice, nobody is lost, and no seat is free while somebody waits", async () => {
  // Most join, or there would be no queue to go wrong.
  const deed = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Deed>("join") },
    { weight: 6, arbitrary: fc.constantFrom(...deeds) },
  );
  const happening = fc.record({ deed, who: fc.nat(20) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 10, maxLength: 25 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (story, seats, asksManager) => {
        const round = await given.published(organiser, {
          hard_capacity: seats,
          target_capacity: seats,
          manager_consultation: asksManager ? "confirmed" : "none",
        });
        let today = Temporal.PlainDate.from("2027-06-07");
        const emails = new Map<RegistrationId, string>();
        for (const { deed, who } of story) {
          const before = await rosterOf(round.id);
          const now = noon(today.toString());
          const meant = before[who % Math.max(1, before.length)];
          if (deed === "wait") {
            today = today.add({ days: 1 });
            await letTimeRunOut(db, round.id, noon(today.toString()));
          } else {
            await tryTo(deed, round.id, meant, emails, now);
          }
          const after = await rosterOf(round.id);
          check(deed, before, after, seats, noon(today.toString())());
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

async function tryTo(
  deed: Deed,
  roundId: RoundId,
  meant: Row | undefined,
  emails: Map<RegistrationId, string>,
  now: () => Temporal.Instant,
) {
  const managerEmail = "chef@example.se";
  if (deed === "apply" || deed === "join" || !meant) {
    const { id, email } = await circle.applied(roundId, { managerEmail }, now);
    emails.set(id, email);
    if (deed === "join") await circle.confirm(id, now);
    return;
  }
  const { id, state } = meant;
  if (deed === "applyAgain") {
    const again = await circle.applied(roundId, { email: emails.get(id)!, managerEmail }, now);
    emails.set(again.id, again.email);
  }
  if (deed === "confirm" && state === "unconfirmed") await circle.confirm(id, now);
  if (deed === "withdraw") await settled(withdraw(db, planner, { registrationId: id }, now));
  if (deed === "deny") await settled(denyEligibility(db, planner, id, "Arbetar inte i länet.", now));
  if (deed === "restore") await settled(restoreEligibility(db, planner, id, now));
  if (deed === "yes" || deed === "no") await settled(answerOffer(db, planner, { registrationId: id }, deed, now));
  if (deed === "managerYes" || deed === "managerNo") {
    const token = await circle.link("manager.answer", id, { version: "1" });
    await settled(answerManager(db, linkHolder, token, { answer: deed === "managerYes" ? "yes" : "no" }, now));
  }
}

/** A refusal is an answer here; anything else is a bug. */
async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch((problem: unknown) =>
    expect(problem).toHaveProperty("code", expect.stringMatching(/^(registration|platform)\./)),
  );
}

function check(deed: Deed, before: readonly Row[], after: readonly Row[], seats: number, now: Temporal.Instant) {
  expect(after.map(({ queueNo }) => queueNo)).toEqual(after.map((_, i) => i + 1));
  expect(after.length).toBeGreaterThanOrEqual(before.length);
  expect(after.filter(({ state }) => isSeated(state)).length).toBeLessThanOrEqual(seats);

  const lost = before
    .filter(({ state }) => isSeated(state))
    .map(({ id }) => after.find((row) => row.id === id)!.state)
    .filter((state) => !isSeated(state) && !mayLose[deed]?.includes(state));
  expect(lost, `seats lost by ${deed}`).toEqual([]);

  const first = after.find(({ state, passedOver }) => state === "waitlisted" && !passedOver);
  const waitsInVain = first !== undefined && hasFreeSeat(after, first, seats, now);
  expect(waitsInVain, `a seat is free while ${first?.queueNo} waits`).toBe(false);
}
