import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { Standing } from "#features/meetings/body/body-policy.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { type MeetingFacts, meetingInside } from "#features/meetings/meeting/queries.ts";
import { mayReadPart, mayTakeNotes } from "#features/meetings/minutes/minutes-policy.ts";
import type { MinutesItemId, MinutesPartId, MinutesState } from "#features/meetings/minutes/minutes.ts";
import { standingsOf } from "#features/meetings/minutes/queries.ts";

/** A part of some minutes whose lock is held, and how whoever changes it stands to its bodies. */
export type LockedPart = {
  readonly id: MinutesPartId;
  readonly meeting: MeetingFacts;
  readonly today: Temporal.PlainDate;
  readonly bodyId: BodyId | null;
  /** The bodies of the part, in the order of the meeting: one, or all of them for the common part. */
  readonly bodyIds: readonly BodyId[];
  readonly bodies: readonly BodyFacts[];
  readonly standings: readonly Standing[];
  readonly state: MinutesState;
  readonly takerIds: readonly PersonId[];
};

/**
 * Takes the lock of a part, for somebody who may read it; to everybody else it is not there. Those who only write in an
 * item share the lock: they keep the part as it is, and hinder nobody but who finishes it.
 */
export async function lockPart(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  { slug, partId }: { readonly slug: string; readonly partId: string },
  manner: "alone" | "shared" = "alone",
): Promise<LockedPart> {
  const inside = await meetingInside(tx, actor, slug, dateIn(at));
  const asked = tx
    .selectFrom("minutes_part")
    .where(sql<string>`id::text`, "=", partId)
    .where("meeting_id", "=", inside.meeting.id)
    .select(["id", "body_id as bodyId", "state"]);
  const part = await (manner === "alone" ? asked.forUpdate() : asked.forShare()).executeTakeFirst();
  if (!part) throw new Refusal("not_found", "minutes.no_such_part");
  const standings = standingsOf(inside, part.bodyId);
  if (!mayReadPart(standings, part.state)) throw new Refusal("not_found", "minutes.no_such_part");
  const takers = await tx
    .selectFrom("minutes_note_taker")
    .where("part_id", "=", part.id)
    .select("person_id as personId")
    .execute();
  const bodies = inside.bodies.filter(({ id }) => part.bodyId === null || id === part.bodyId);
  return {
    ...part,
    meeting: inside.meeting,
    today: inside.today,
    bodies,
    bodyIds: bodies.map(({ id }) => id),
    standings,
    takerIds: takers.map(({ personId }) => personId),
  };
}

/** Takes the lock of the part that an item stands in. */
export async function lockPartOf(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  { slug, itemId }: { readonly slug: string; readonly itemId: string },
  manner: "alone" | "shared" = "alone",
): Promise<{ readonly part: LockedPart; readonly itemId: MinutesItemId }> {
  const item = await tx
    .selectFrom("minutes_item")
    .where(sql<string>`id::text`, "=", itemId)
    .select(["id", "part_id as partId"])
    .executeTakeFirst();
  if (!item) throw new Refusal("not_found", "minutes.no_such_item");
  return { part: await lockPart(tx, actor, at, { slug, partId: item.partId }, manner), itemId: item.id };
}

/** Refuses whoever does not take notes here, and everybody once the part is read through or final. */
export function mustTakeNotes(part: LockedPart, actor: Actor): void {
  if (!mayTakeNotes(part.standings, part, actor.personId)) throw new Refusal("forbidden", "minutes.not_your_notes");
  if (part.state === "final") throw new Refusal("conflict", "minutes.is_final");
  if (part.state === "adjusting") throw new Refusal("conflict", "minutes.is_adjusted");
}
