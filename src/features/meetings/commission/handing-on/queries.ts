import type { Reader } from "#platform/database/database.ts";
import type { CommissionFacts } from "#features/meetings/commission/queries.ts";
import { peopleToAsk } from "#features/meetings/matter/timeline/queries.ts";
import { peopleOfUnit } from "#features/meetings/overview/load/queries.ts";

/** Who may be given a commission: those who sit in the body that gave it; of what came from outside, those at the unit. */
export async function peopleToHandTo(
  db: Reader,
  { fromBody, organisationId }: Pick<CommissionFacts, "fromBody" | "organisationId">,
  today: Temporal.PlainDate,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return fromBody === null ? peopleOfUnit(db, organisationId, today) : peopleToAsk(db, fromBody, today);
}
