import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { DispatchWish, PostalDispatchId } from "#features/circles/postal-dispatch/postal-dispatch.ts";
import { mayDecide } from "#features/circles/registration/registration-policy.ts";
import { lockRound, roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

type Which = { readonly roundId: RoundId; readonly id: PostalDispatchId };

/** Writes down what is sent to the participants by post, or is meant to be. More to send means none before was the last. */
export function addDispatch(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  wish: DispatchWish,
): Promise<PostalDispatchId> {
  return change(db, actor, async (tx) => {
    const { organisationId } = await lockPlanned(tx, actor, roundId);
    const today = dateIn(now());
    mustFit(wish, today);
    const id = newId<"postal_dispatch">();
    await noneIsLast(tx, roundId);
    await tx
      .insertInto("postal_dispatch")
      .values({ id, round_id: roundId, created_at: now(), ...columnsOf(wish) })
      .execute();
    const after = { contents: wish.contents, sentOn: wish.sentOn?.toString() ?? null, isLast: wish.isLast };
    await record(tx, { by: actor, what: "circles.post_written_down", about: id, organisationId, after });
    return id;
  });
}

/** Says something else about a dispatch: what it held, that it has been sent, that it was the last. */
export function changeDispatch(
  db: Database,
  actor: Actor,
  now: Clock,
  { roundId, id }: Which,
  wish: DispatchWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisationId } = await lockPlanned(tx, actor, roundId);
    mustFit(wish, dateIn(now()));
    await mustBeOf(tx, { roundId, id });
    if (wish.isLast) await noneIsLast(tx, roundId);
    await tx.updateTable("postal_dispatch").set(columnsOf(wish)).where("id", "=", id).execute();
    const after = { contents: wish.contents, sentOn: wish.sentOn?.toString() ?? null, isLast: wish.isLast };
    await record(tx, { by: actor, what: "circles.post_changed", about: id, organisationId, after });
  });
}

/** Takes a dispatch away that was written down by mistake. */
export function removeDispatch(db: Database, actor: Actor, { roundId, id }: Which): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisationId } = await lockPlanned(tx, actor, roundId);
    const before = await mustBeOf(tx, { roundId, id });
    await tx.deleteFrom("postal_dispatch").where("id", "=", id).execute();
    await record(tx, { by: actor, what: "circles.post_removed", about: id, organisationId, before });
  });
}

/** The round, locked so that two of its dispatches are not both made the last; only for those who plan it. */
async function lockPlanned(tx: Tx, actor: Actor, roundId: RoundId) {
  await lockRound(tx, roundId);
  const round = await roundFacts(tx, roundId);
  if (!round) throw new Refusal("not_found", "registration.no_such_round");
  if (!mayDecide(actor, round)) throw new Refusal("forbidden", "post.planners_send");
  return round;
}

async function mustBeOf(tx: Tx, { roundId, id }: Which) {
  const found = await tx
    .selectFrom("postal_dispatch")
    .where("id", "=", id)
    .where("round_id", "=", roundId)
    .select("contents")
    .executeTakeFirst();
  if (!found) throw new Refusal("not_found", "post.no_such_dispatch");
  return found;
}

async function noneIsLast(tx: Tx, roundId: RoundId): Promise<void> {
  await tx
    .updateTable("postal_dispatch")
    .set({ is_last: false })
    .where("round_id", "=", roundId)
    .where("is_last", "=", true)
    .execute();
}

/** What is said to have been sent has been. */
function mustFit({ sentOn }: DispatchWish, today: Temporal.PlainDate): void {
  if (sentOn === null || Temporal.PlainDate.compare(sentOn, today) <= 0) return;
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "sentOn", code: "post.not_sent_yet" }]);
}

const columnsOf = ({ contents, sentOn, isLast }: DispatchWish) => ({ contents, sent_on: sentOn, is_last: isLast });
