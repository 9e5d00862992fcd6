import type { Actor } from "#kernel/actor.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { changedThings } from "#features/circles/change-notice/changed-things.ts";
import { noteChange } from "#features/circles/change-notice/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** A circle one of whose meetings has got its room: told on its pages, and nobody is written to. */
export async function loadChangeNoticeDemo(db: Database, planner: Actor, roundId: RoundId): Promise<void> {
  await change(db, planner, async (tx) => {
    const before = await roundFacts(tx, roundId);
    const session = before?.sessions.find(({ mode, calledOff, date }) => mode !== "digital" && !calledOff && date);
    if (!before || !session) return;
    await tx
      .updateTable("session")
      .set({ venue: "Länets hus, Uppsala", sequence: session.sequence + 1 })
      .where("id", "=", session.id)
      .execute();
    const after = await roundFacts(tx, roundId);
    if (after) await noteChange(tx, planner, roundId, changedThings(before, after));
    const { organisationId } = before;
    await record(tx, { by: planner, what: "circles.venue_set", about: roundId, organisationId });
  });
}
