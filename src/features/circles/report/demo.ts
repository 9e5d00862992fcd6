import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { writeCost } from "#features/circles/report/commands.ts";
import { Cost } from "#features/circles/report/cost.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** What a circle has cost so far, from two sources. */
export async function loadReportDemo(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  for (const cost of costs) await writeCost(db, planner, now, roundId, Cost.parse(cost));
}

const costs = [
  { funder: "Statsbidrag för kunskapsutveckling", purpose: "Vetenskaplig handledning", amount: 84_000 },
  { funder: "Statsbidrag för kunskapsutveckling", purpose: "Lokal och mat", amount: 21_500 },
  { funder: "FoU-enhetens egna medel", purpose: "Planering och samordning", amount: 46_000 },
];
