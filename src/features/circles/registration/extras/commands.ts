import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { record } from "#platform/audit/record.ts";
import type { Eraser } from "#platform/erasures/erasures.ts";
import { extrasDue } from "#features/circles/registration/extras/queries.ts";

/**
 * Erases what was asked for one purpose only (diet, need of adaptation, postal address) when its day has come and
 * the round meets no more. What stays is how many there were of each, in the log. (R011, R110)
 */
export const eraseExtras: Eraser = async (tx, time) => {
  const erased = await tx
    .deleteFrom("registration_extra as x")
    .using("registration as r")
    .whereRef("r.id", "=", "x.registration_id")
    .where(sql<boolean>`x.registration_id in (${extrasDue(time)})`)
    .returning(["r.round_id as roundId", "x.diet", "x.adaptation", "x.postal_address as postalAddress"])
    .execute();
  for (const [roundId, rows] of Map.groupBy(erased, (row) => row.roundId)) {
    const counted = (name: "diet" | "adaptation" | "postalAddress") => rows.filter((row) => row[name] !== null).length;
    await record(tx, {
      by: clockwork,
      what: "circles.extras_erased",
      about: roundId,
      after: { diet: counted("diet"), adaptation: counted("adaptation"), postalAddress: counted("postalAddress") },
    });
  }
  return erased.length;
};
