import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { sameNumber } from "#features/circles/registration/added/reached.ts";
import { liveStates, type WrittenDown } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** How long the same application written down again counts as the same press of the button. */
const doubleClick = Temporal.Duration.from({ minutes: 2 });

/**
 * The application of the same person that is in a round already, where no address tells who they are: the same name and
 * the same telephone number. `isRepeated` when it is the one that was written down a moment ago, with or without address.
 */
export async function sameApplicantIn(
  tx: Tx,
  roundId: RoundId,
  { name, email, phone, workplace }: WrittenDown,
  now: { readonly by: PersonId | undefined; readonly at: Temporal.Instant },
) {
  const rows = await tx
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("state", "in", liveStates)
    .where((eb) => (email === undefined ? eb("email", "is", null) : eb("email", "=", email)))
    .select(["id", "state", "queue_no as queueNo", "name", "phone", "workplace"])
    .select(["added_by as addedBy", "state_since as stateSince"])
    .execute();
  const number = phone && sameNumber(phone);
  for (const { addedBy, stateSince, ...row } of rows) {
    const isSame = row.name.toLowerCase() === name.toLowerCase();
    const isRecent = Temporal.Instant.compare(stateSince.add(doubleClick), now.at) > 0;
    const isRepeated = isSame && isRecent && row.workplace === workplace && addedBy !== null && addedBy === now.by;
    if (isRepeated) return { ...row, isRepeated };
    if (email === undefined && isSame && row.phone !== null && sameNumber(row.phone) === number)
      return { ...row, isRepeated };
  }
  return undefined;
}
