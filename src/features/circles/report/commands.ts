import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Cost, CostId } from "#features/circles/report/cost.ts";
import { mayWriteCosts } from "#features/circles/report/report-policy.ts";
import { lockRound, type RoundFacts } from "#features/circles/round/queries.ts";
import { maySeeRound } from "#features/circles/round/round-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Writes down something a round has cost, and who paid. (R008) */
export function writeCost(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  cost: Cost,
): Promise<{ readonly id: CostId }> {
  return change(db, actor, async (tx) => {
    const round = await lockedRound(tx, actor, roundId);
    const id = newId<"round_cost">();
    await tx
      .insertInto("round_cost")
      .values({ id, round_id: roundId, ...cost, created_at: now() })
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.cost_written",
      about: roundId,
      organisationId: round.organisationId,
      after: cost,
    });
    return { id };
  });
}

/** Takes away a cost that was written down by mistake. */
export function removeCost(db: Database, actor: Actor, roundId: RoundId, id: CostId): Promise<void> {
  return change(db, actor, async (tx) => {
    const round = await lockedRound(tx, actor, roundId);
    const before = await tx
      .deleteFrom("round_cost")
      .where("id", "=", id)
      .where("round_id", "=", roundId)
      .returning(["funder", "purpose", "amount"])
      .executeTakeFirst();
    if (!before) throw new Refusal("not_found", "report.no_such_cost");
    await record(tx, {
      by: actor,
      what: "circles.cost_removed",
      about: roundId,
      organisationId: round.organisationId,
      before,
    });
  });
}

async function lockedRound(tx: Tx, actor: Actor, id: RoundId): Promise<RoundFacts> {
  const round = await lockRound(tx, id);
  if (!round || round.state === "draft" || !maySeeRound(actor, round))
    throw new Refusal("not_found", "report.no_such_report");
  if (!mayWriteCosts(actor, round)) throw new Refusal("forbidden", "report.planners_write_costs");
  return round;
}
