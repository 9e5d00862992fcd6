import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { type Extension, extensionProblem } from "#features/circles/round/deadline-extension.ts";
import { slugFor } from "#features/circles/round/draft/queries.ts";
import { followUpAhead } from "#features/circles/round/follow-up-held.ts";
import { publishReadiness } from "#features/circles/round/publish-readiness.ts";
import { lockRound, numbersIn, type RoundFacts, roundFacts } from "#features/circles/round/queries.ts";
import { dueStep } from "#features/circles/round/round-due.ts";
import {
  mayStep,
  possibleByHand,
  type StepByHand,
  type StepName,
  steps,
} from "#features/circles/round/round-lifecycle.ts";
import { mayManageRound, maySeeRound } from "#features/circles/round/round-policy.ts";
import { roundSlug } from "#features/circles/round/round-slug.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { placesLeft } from "#features/circles/registration/seat-claims.ts";
import { roundCancelled } from "#features/circles/round/round-jobs.ts";

/** Shows a round to the world and opens it for applications. Its address is settled now, with the year it is held. */
export function publishRound(db: Database, actor: Actor, now: Clock, id: RoundId): Promise<{ slug: string }> {
  return change(db, actor, async (tx) => {
    const round = await lockToLead(tx, actor, id);
    refuseUnless(round, "publish");
    const { missing } = publishReadiness(round, dateIn(now()));
    const [first] = missing;
    if (first) {
      const problems = missing.map(({ code, section }) => ({ path: section, code: `round.must.${code}` as const }));
      throw new Refusal("invalid", "round.not_ready", { count: missing.length }, problems);
    }
    const slug = await settledSlug(tx, round);
    await tx
      .updateTable("round")
      .set({ state: steps.publish.to, slug, published_at: now(), updated_at: sql`clock_timestamp()` })
      .where("id", "=", id)
      .execute();
    await tell(tx, actor, round, "published", { slug });
    return { slug };
  });
}

/** Gives more time to apply, with the reason, and keeps what the last day was before. Opens a round that had closed. (R120) */
export function extendDeadline(
  db: Database,
  actor: Actor,
  now: Clock,
  id: RoundId,
  extension: Extension & { reason: string },
) {
  return change(db, actor, async (tx) => {
    const round = await lockToLead(tx, actor, id);
    const at = now();
    const problem = extensionProblem(round, extension, dateIn(at));
    if (problem)
      throw new Refusal("conflict", `round.extend.${problem}`, {}, [
        { path: "deadline", code: `round.extend.${problem}` },
      ]);

    const deadline = extension.deadline ?? round.deadline;
    const { openUntilFull, reason } = extension;
    const state = mayStep(round.state, "reopen") ? steps.reopen.to : round.state;
    await tx
      .insertInto("deadline_change")
      .values({
        id: newId<"deadline_change">(),
        round_id: id,
        old_deadline: round.deadline,
        new_deadline: deadline && round.deadline?.equals(deadline) ? null : deadline,
        open_until_full: openUntilFull,
        reason,
        changed_by: actor.personId ?? null,
        changed_at: at,
      })
      .execute();
    await tx
      .updateTable("round")
      .set({ deadline, open_until_full: openUntilFull, state, updated_at: sql`clock_timestamp()` })
      .where("id", "=", id)
      .execute();
    await tell(tx, actor, round, "deadline_extended", { deadline, openUntilFull, reason });
  });
}

/** Calls a round off. Everybody who applied is told why, and their calendars are cleared. */
export function cancelRound(db: Database, actor: Actor, id: RoundId, reason: string) {
  return change(db, actor, async (tx) => {
    const round = await lockToLead(tx, actor, id);
    refuseUnless(round, "cancel");
    await tx
      .updateTable("round")
      .set({ state: steps.cancel.to, cancelled_reason: reason, updated_at: sql`clock_timestamp()` })
      .where("id", "=", id)
      .execute();
    await tx
      .updateTable("session")
      .set({ sequence: sql`sequence + 1` })
      .where("round_id", "=", id)
      .execute();
    if (round.state !== "draft") await enqueue(tx, roundCancelled, { roundId: id });
    await tell(tx, actor, round, "cancelled", { reason });
  });
}

/** Decides to hold a round although it has fewer participants than its minimum. The other way is to cancel it. */
export function holdAnyway(db: Database, actor: Actor, now: Clock, id: RoundId) {
  return change(db, actor, async (tx) => {
    const round = await lockToLead(tx, actor, id);
    if (round.minimumParticipants === null) throw new Refusal("conflict", "round.no_minimum");
    refuseUnless(round, "cancel");
    const today = dateIn(now());
    await tx
      .updateTable("round")
      .set({ go_decided_on: today, updated_at: sql`clock_timestamp()` })
      .where("id", "=", id)
      .execute();
    await tell(tx, actor, round, "held_anyway", { goDecidedOn: today });
  });
}

/** Takes a round one step on by hand: closes it for applications, starts it, or ends it. */
export function takeStep(db: Database, actor: Actor, now: Clock, id: RoundId, step: StepByHand) {
  return change(db, actor, async (tx) => {
    const round = await lockToLead(tx, actor, id);
    const today = dateIn(now());
    if (!possibleByHand(round, today).includes(step)) {
      const waits = step === "complete" && mayStep(round.state, step) && followUpAhead(round.sessions, today);
      throw new Refusal("conflict", waits ? "round.follow_up_first" : `round.not_now.${step}`);
    }
    await move(tx, actor, round, step);
  });
}

/** Takes the step that is due because a day has come, if one is. A look before the lock leaves quiet rounds alone. */
export function advanceRound(db: Database, actor: Actor, now: Clock, id: RoundId): Promise<StepName | undefined> {
  return change(db, actor, async (tx) => {
    const at = now();
    if (!(await stepDue(tx, await roundFacts(tx, id), at))) return undefined;
    const round = await lockRound(tx, id);
    const step = await stepDue(tx, round, at);
    if (!round || !step) throw new Refusal("conflict", "round.changed_meanwhile");
    await move(tx, actor, round, step);
    return step;
  });
}

async function stepDue(tx: Tx, round: RoundFacts | undefined, at: Temporal.Instant): Promise<StepName | undefined> {
  if (!round) return undefined;
  const { seated, unconfirmed } = await numbersIn(tx, round.id, at);
  const seatsLeft = placesLeft(round.hardCapacity ?? 0, { seated, claims: unconfirmed });
  return dueStep({ ...round, seatsLeft }, dateIn(at));
}

async function move(tx: Tx, actor: Actor, round: RoundFacts, step: StepName): Promise<void> {
  await tx
    .updateTable("round")
    .set({ state: steps[step].to, updated_at: sql`clock_timestamp()` })
    .where("id", "=", round.id)
    .execute();
  await tell(
    tx,
    actor,
    round,
    steps[step].to.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
    { state: steps[step].to },
  );
}

/** Takes a round's lock for somebody who leads it through its life. */
async function lockToLead(tx: Tx, actor: Actor, id: RoundId): Promise<RoundFacts> {
  const round = await lockRound(tx, id);
  if (!round || !maySeeRound(actor, round)) throw new Refusal("not_found", "round.no_such_round");
  if (!mayManageRound(actor, round)) throw new Refusal("forbidden", "round.not_yours");
  return round;
}

function refuseUnless(round: RoundFacts, step: StepName): void {
  if (!mayStep(round.state, step)) throw new Refusal("conflict", `round.not_now.${step}`);
}

async function settledSlug(tx: Tx, round: RoundFacts): Promise<string> {
  const year = round.sessions.flatMap(({ date }) => date?.year ?? [])[0] ?? round.plannedTerm?.slice(0, 4);
  return slugFor(tx, "round", roundSlug(round.title, year === undefined ? undefined : String(year)), round.slug);
}

async function tell(tx: Tx, actor: Actor, round: RoundFacts, what: string, after: object): Promise<void> {
  const before = Object.fromEntries(
    Object.keys(after).map((name) => [name, (round as Record<string, unknown>)[name] ?? null]),
  );
  await notify(tx, "public_content");
  await record(tx, {
    by: actor,
    what: `circles.round_${what}`,
    about: round.id,
    organisationId: round.organisationId,
    before,
    after,
  });
}
