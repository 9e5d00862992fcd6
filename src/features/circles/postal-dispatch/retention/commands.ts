import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { record } from "#platform/audit/record.ts";
import type { Eraser } from "#platform/erasures/erasures.ts";
import { postalAddressesDue } from "#features/circles/postal-dispatch/retention/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Erases postal addresses that nothing more is sent to. Diet and need of adaptation stay for as long as they are needed.
 * What stays of the addresses is how many there were, in the log. (R110)
 */
export const erasePostalAddresses: Eraser = async (tx, time) => {
  const { rows: erased } = await sql<{ id: RegistrationId; roundId: RoundId }>`
    update registration_extra x set postal_address = null
    from registration r
    where r.id = x.registration_id and x.registration_id in (${postalAddressesDue(time)})
    returning x.registration_id as id, r.round_id as "roundId"`.execute(tx);
  if (erased.length === 0) return 0;
  // A row that holds nothing any more is not kept.
  await tx
    .deleteFrom("registration_extra")
    .where(
      "registration_id",
      "in",
      erased.map(({ id }) => id),
    )
    .where("diet", "is", null)
    .where("adaptation", "is", null)
    .execute();
  for (const [roundId, rows] of Map.groupBy(erased, (row) => row.roundId)) {
    const after = { postalAddress: rows.length };
    await record(tx, { by: clockwork, what: "circles.postal_addresses_erased", about: roundId, after });
  }
  return erased.length;
};
