import type { Reader } from "#platform/database/database.ts";
import { isManagerAwaited } from "#features/circles/registration/manager/manager-word.ts";
import { seatedStates } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Everyone who has applied and waits for the outcome of a selection, with what is decided so far. */
export async function candidatesIn(db: Reader, roundId: RoundId) {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.round_id", "=", roundId)
    .where("r.state", "=", "applied")
    .orderBy("r.queue_no")
    .select(["r.id", "r.name", "d.outcome", "m.state as managerState"])
    .execute();
  return rows.map(({ managerState, ...row }) => ({
    ...row,
    managerAwaited: isManagerAwaited(managerState === null ? undefined : { state: managerState }),
  }));
}

/** How many seats of a round are taken. */
export async function seatedIn(db: Reader, roundId: RoundId): Promise<number> {
  const row = await db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("state", "in", seatedStates)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
