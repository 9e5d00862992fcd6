import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { addressLines, type PostalDispatchId } from "#features/circles/postal-dispatch/postal-dispatch.ts";
import { roundToReach } from "#features/circles/reaching/mailing/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** What is sent, or meant to be, to the participants of a circle. */
export function dispatchesOf(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("postal_dispatch")
    .where("round_id", "=", roundId)
    .orderBy("created_at")
    .orderBy("id")
    .select(["id", "contents", "sent_on as sentOn", "is_last as isLast"])
    .execute();
}

export type PostalDispatch = Awaited<ReturnType<typeof dispatchesOf>>[number];

type Addressee = {
  readonly registrationId: RegistrationId;
  readonly name: string;
  readonly workplace: string;
  /** As it stands on an envelope; empty when there is none. */
  readonly lines: readonly string[];
};

/** What a round sends by post and to whom. */
export type Post = NonNullable<Awaited<ReturnType<typeof postOf>>>;

/**
 * What a round sends by post, and the postal addresses of those with a place. An address that is due to be erased is
 * not read, whether the job has come to it or not.
 */
export async function postOf(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const found = await roundToReach(db, actor, slug, now);
  if (!found) return undefined;
  const today = dateIn(now);
  const [dispatches, { rows }] = await Promise.all([
    dispatchesOf(db, found.round.id),
    sql<{ registrationId: RegistrationId; name: string; workplace: string; address: string | null }>`
      select r.id as "registrationId", r.name, r.workplace,
        case when x.delete_after > ${today}::date or exists (
          select from session s where s.round_id = r.round_id and not s.called_off and s.date >= ${today}::date)
        then x.postal_address end as address
      from registration r left join registration_extra x on x.registration_id = r.id
      where r.round_id = ${found.round.id} and r.state in ('placed', 'completed')
      order by r.name, r.queue_no`.execute(db),
  ]);
  const addressees: Addressee[] = rows.map(({ address, ...who }) => ({ ...who, lines: addressLines(address ?? "") }));
  return { ...found, dispatches, addressees };
}

/** One dispatch of a round, for whoever may see it. */
export function dispatchIn(post: Post, id: string): PostalDispatch | undefined {
  return post.dispatches.find((each) => each.id === (id as PostalDispatchId));
}
