import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { sameNumber } from "#features/circles/registration/added/reached.ts";
import { commonEmployers } from "#features/circles/registration/application/queries.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import { liveStates, type WrittenDown } from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { roundIdOf } from "#features/circles/round/queries.ts";
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
    const isTheirs = addedBy !== null && addedBy === now.by;
    const isRepeated = isTheirs && isRecent && isSame && row.workplace === workplace && row.phone === (phone ?? null);
    if (isRepeated) return { ...row, isRepeated };
    if (email === undefined && isSame && row.phone !== null && sameNumber(row.phone) === number)
      return { ...row, isRepeated };
  }
  return undefined;
}

/** What the form for somebody else's application asks, for those who may write one down in this round. */
export async function formToAdd(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const seen = id && (await roundAsSeen(db, id, now));
  if (!seen || !maySeeRoster(actor, seen.round)) return undefined;
  return {
    seen,
    employers: await commonEmployers(db, dateIn(now)),
    deleteAfter: deleteExtrasAfter(spanOf(seen.round.sessions).last, dateIn(now)),
    can: { decide: mayDecide(actor, seen.round) && seen.round.state !== "draft" },
  };
}
