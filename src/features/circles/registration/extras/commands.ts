import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";

/**
 * Erases what was asked for one purpose only (diet, need of adaptation, postal address) when its day has come and
 * the round meets no more. What stays is how many there were of each, in the log. (R011, R110)
 */
export function eraseExtras(db: Database, now: Clock): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const today = dateIn(now());
    const erased = await tx
      .deleteFrom("registration_extra as x")
      .using("registration as r")
      .whereRef("r.id", "=", "x.registration_id")
      .where("x.delete_after", "<=", today)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("session as s")
              .whereRef("s.round_id", "=", "r.round_id")
              .where("s.called_off", "=", false)
              .where("s.date", ">=", today)
              .select(sql`1`.as("one")),
          ),
        ),
      )
      .returning(["r.round_id as roundId", "x.diet", "x.adaptation", "x.postal_address as postalAddress"])
      .execute();
    for (const [roundId, rows] of Map.groupBy(erased, (row) => row.roundId)) {
      const counted = (name: "diet" | "adaptation" | "postalAddress") =>
        rows.filter((row) => row[name] !== null).length;
      await record(tx, {
        by: clockwork,
        what: "circles.extras_erased",
        about: roundId,
        after: { diet: counted("diet"), adaptation: counted("adaptation"), postalAddress: counted("postalAddress") },
      });
    }
    return erased.length;
  });
}
