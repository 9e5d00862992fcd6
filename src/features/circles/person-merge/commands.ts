import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { moveLinks } from "#platform/links/mailed-link.ts";
import { letStay, type Memory, remembered } from "#platform/remembering/remembered-rows.ts";
import { calendarPurposes } from "#features/circles/calendar/feed-link.ts";
import { swapNumbers } from "#features/circles/registration/confirmation/commands.ts";
import { closeOffer, moveQueue, takeStep } from "#features/circles/registration/queue/commands.ts";
import {
  lockPlaces,
  type LockedRound,
  queueOf,
  roundOf,
  standingOf,
} from "#features/circles/registration/queue/queries.ts";
import {
  liveStates,
  type RegistrationId,
  type RegistrationState,
} from "#features/circles/registration/registration.ts";
import { isSeated, seatsOf } from "#features/circles/registration/seat-claims.ts";
import { isAssessed } from "#features/circles/round/round.ts";

/** Every column of ours that names a person and simply names the other one afterwards. */
const moved = {
  round: ["created_by", "responsible_id"],
  round_leader: ["person_id"],
  registration: ["decided_by", "added_by"],
  selection_decision: ["decided_by"],
  phone_call: ["called_by"],
  round_handover: ["handed_by"],
  import_file: ["sent_by"],
  round_mailing: ["written_by"],
  dispatch_contact: ["added_by"],
  deadline_change: ["changed_by"],
  session_note_section: ["saved_by", "writer_id"],
  session_note_text: ["written_by"],
  session_note_contribution: ["written_by"],
  assignment_submission: ["answered_by"],
  change_notice: ["changed_by"],
} as const;

/** Every column of ours that names a person. */
export const personColumns = {
  ...moved,
  registration: ["person_id", ...moved.registration],
  round_handover: ["from_id", "to_id", ...moved.round_handover],
} as const;

/** How much a live registration holds, most first: what must not be lost when two of one person become one. */
const holdsMost: readonly RegistrationState[] = ["placed", "held", "offered", "applied", "waitlisted"];

/**
 * Gives everything a person has in circles to another: the part of the person merge that is ours.
 *
 * Where both have a live application to the same round, the one that holds more (a place before an offer before
 * the waiting list) goes on under the earlier number, and the other is merged into it; a seat that becomes free goes to
 * whoever waits. A round that one of them handed to the other keeps saying so, because nobody hands over to themselves.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory, at }: { readonly memory: Memory; readonly at: Temporal.Instant },
): Promise<void> {
  await memory.move(moved, from, to);
  await reassignHandovers(tx, from, to, memory);
  // Whoever follows their calendar goes on following it, and a new address takes the place of all they have.
  const addresses = {
    table: "mailed_link",
    where: sql<SqlBool>`t.purpose = ${calendarPurposes.person} and t.subject = ${from}::text`,
  };
  await memory.during([addresses], () => moveLinks(tx, calendarPurposes.person, from, to));
  const theirs = sql`
    select id from registration where person_id = ${from} or (person_id = ${to}
      and round_id in (select round_id from registration where person_id = ${from}))`;
  const joined: LockedRound[] = [];
  await memory.during(
    [
      { table: "attendance", where: sql<SqlBool>`t.registration_id in (${theirs})` },
      { table: "registration_extra", where: sql<SqlBool>`t.registration_id in (${theirs})` },
      { table: "waitlist_offer", where: sql<SqlBool>`t.registration_id in (${theirs})` },
      { table: "registration", where: sql<SqlBool>`t.id in (${theirs})` },
    ],
    async () => {
      joined.push(...(await joinApplications(tx, from, to, at)));
      await tx.updateTable("registration").set({ person_id: to }).where("person_id", "=", from).execute();
    },
  );
  // What comes of it for those who wait is theirs, also when the merge is undone.
  for (const round of joined) await moveQueue(tx, round, at);
}

async function reassignHandovers(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  const giver = { table: "round_handover", where: sql<SqlBool>`t.from_id = ${from} and t.to_id <> ${to}` };
  await memory.during([giver], () =>
    sql`update round_handover as t set from_id = ${to} where ${giver.where}`.execute(tx),
  );
  const taker = {
    table: "round_handover",
    where: sql<SqlBool>`t.to_id = ${from} and t.from_id is distinct from ${to}`,
  };
  await memory.during([taker], () =>
    sql`update round_handover as t set to_id = ${to} where ${taker.where}`.execute(tx),
  );
}

/** In each round where both have a live application, one goes on and the other ends in its favour. */
async function joinApplications(tx: Tx, from: PersonId, to: PersonId, at: Temporal.Instant): Promise<LockedRound[]> {
  const shared = await tx
    .selectFrom("registration as a")
    .innerJoin("registration as b", "b.round_id", "a.round_id")
    .where("a.person_id", "=", from)
    .where("b.person_id", "=", to)
    .where("a.state", "in", liveStates)
    .where("b.state", "in", liveStates)
    .orderBy("a.round_id")
    .select(["a.round_id as roundId", "a.id as one", "b.id as other"])
    .execute();
  const joined: LockedRound[] = [];
  for (const { roundId, one, other } of shared) {
    const round = await lockPlaces(tx, roundId);
    const pair = [await standingOf(tx, one), await standingOf(tx, other)].filter((each) => each !== undefined);
    const [keep, merge] = pair
      .filter(({ state }) => holdsMost.includes(state))
      .toSorted((a, b) => holdsMost.indexOf(a.state) - holdsMost.indexOf(b.state) || a.queueNo - b.queueNo);
    if (!round || !keep || !merge) continue;
    await closeOffer(tx, merge.id, "revoked", at);
    await takeStep(tx, "merge", merge.id, at, { merged_into: keep.id });
    await joinAttendance(tx, merge.id, keep.id);
    if (merge.queueNo < keep.queueNo) await swapNumbers(tx, keep.id, merge.id);
    joined.push(round);
  }
  return joined;
}

/** What is noted about the one that ends is noted about the one that goes on, where nothing is noted about that. */
async function joinAttendance(tx: Tx, from: RegistrationId, to: RegistrationId): Promise<void> {
  await sql`
    update attendance set registration_id = ${to}
    where registration_id = ${from}
      and session_id not in (select session_id from attendance where registration_id = ${to})`.execute(tx);
}

/**
 * Decides, before a merge is undone, which applications cannot come back to life: their seat has been given to
 * somebody who waited, or the notices have been sent without them. Such a one stays merged, and the one it was merged
 * into keeps the earlier number.
 */
export async function beforeReturn(tx: Tx, occasion: string, at: Temporal.Instant): Promise<void> {
  const rows = await remembered(tx, occasion, "registration");
  for (const { id, before, after } of rows.filter((row) => row.after?.["state"] === "merged")) {
    const merged = id as RegistrationId;
    const roundId = await roundOf(tx, merged);
    const round = roundId && (await lockPlaces(tx, roundId));
    const standing = await standingOf(tx, merged);
    if (!round || standing?.state !== "merged") continue;
    const state = before["state"] as RegistrationState;
    const taken = seatsOf((await queueOf(tx, round, at)).filter((entry) => isSeated(entry.state)));
    const isFull = isSeated(state) && taken + standing.seats > round.seats;
    const isTooLate = state === "applied" && isAssessed(round.allocation) && round.noticesSent;
    if (!isFull && !isTooLate) continue;
    const offers = await tx.selectFrom("waitlist_offer").where("registration_id", "=", merged).select("id").execute();
    const kept = String(after?.["merged_into"]);
    await letStay(
      tx,
      occasion,
      [merged, kept, ...offers.map((offer) => offer.id)],
      isFull ? "seat_taken" : "notices_sent",
    );
  }
}
