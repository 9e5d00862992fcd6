import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { reminderOf, waitsForEvent } from "#features/meetings/matter/matter-lifecycle.ts";
import { mayRaiseMatters } from "#features/meetings/matter/matter-policy.ts";
import type {
  DroppedMatter,
  EventCame,
  MatterChange,
  ParkedMatter,
  RaisedMatter,
  ReferredMatter,
  TakenUp,
} from "#features/meetings/matter/matter-words.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { addStep, beginMatter, concern, moveMatter } from "#features/meetings/matter/steps/commands.ts";
import { lockToSteer, recordMatter, refuseWithOpenCommissions } from "#features/meetings/matter/steering/commands.ts";

/** Raises a matter in a body between its meetings: it comes to the next one. Whoever raises it follows it. */
export function raiseMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  bodySlug: string,
  { title, about }: RaisedMatter,
): Promise<{ readonly id: MatterId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const body = await bodyCalled(tx, actor, bodySlug, today);
    if (!mayRaiseMatters(body.standing)) throw new Refusal("forbidden", "matter.not_in_body");
    const begun = { title, about, bodyId: body.id, raisedOn: today, raisedAt: null, since: today };
    const { id, slug } = await beginMatter(tx, { by: actor, at }, begun);
    if (actor.personId)
      await tx
        .insertInto("matter_subscription")
        .values({ matter_id: id, person_id: actor.personId, since: at })
        .execute();
    const { organisationId } = body;
    await record(tx, { by: actor, what: "meetings.matter_raised", about: id, organisationId, after: { title } });
    return { id, slug };
  });
}

/** Changes what a matter is called and what it is about. Whoever read an older version is told. */
export function changeMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { title, about, version }: MatterChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { inside, matter } = await lockToSteer(tx, actor, slug, now());
    if (matter.version !== version) throw new Refusal("conflict", "matter.changed_meanwhile");
    await tx
      .updateTable("matter")
      .set({ title, about, version: version + 1 })
      .where("id", "=", matter.id)
      .execute();
    await recordMatter(tx, actor, inside, "meetings.matter_changed", { title });
  });
}

/** Parks a matter until a day, until something happens, or until further notice: then somebody is asked. (R213) */
export function parkMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { parkedUntil, parkedEvent, reason }: ParkedMatter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    if (parkedUntil !== null && Temporal.PlainDate.compare(parkedUntil, today) <= 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "parkedUntil", code: "matter.day_has_been" },
      ]);
    const columns = {
      reason,
      parked_until: parkedUntil,
      parked_event: parkedEvent,
      remind_on: reminderOf(parkedUntil, today),
    };
    const step = { what: "parked", day: today, bodyId: matter.bodyId, text: reason };
    await moveMatter(tx, { by: actor, at }, matter, "park", today, columns, step);
    await recordMatter(tx, actor, inside, "meetings.matter_parked", { parkedUntil: parkedUntil?.toString() ?? null });
  });
}

/** Says that what a parked matter waited for has happened: it comes to the next meeting. */
export function sayEventCame(db: Database, actor: Actor, now: Clock, slug: string, { day }: EventCame): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const came = day ?? dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    if (!waitsForEvent(inside.matter)) throw new Refusal("conflict", "matter.waits_for_nothing");
    if (Temporal.PlainDate.compare(came, dateIn(at)) > 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "day", code: "matter.day_ahead" }]);
    await tx
      .updateTable("matter")
      .set({ event_came_on: came, version: matter.version + 1 })
      .where("id", "=", matter.id)
      .execute();
    const step = { what: "eventCame", day: came, bodyId: matter.bodyId, text: inside.matter.parkedEvent };
    await addStep(tx, { by: actor, at }, matter.id, step);
    await recordMatter(tx, actor, inside, "meetings.matter_event_came");
  });
}

/** Refers a matter to another body: it comes to that body's next meeting, and both see it from then on. */
export function referMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { to, text }: ReferredMatter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    const other = await tx.selectFrom("body").where("id", "=", to).select("id").executeTakeFirst();
    if (!other || to === matter.bodyId)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "to", code: "matter.not_another_body" }]);
    await concern(tx, matter.id, [to], today);
    const step = { what: "referred", day: today, bodyId: matter.bodyId, text };
    await moveMatter(tx, { by: actor, at }, matter, "refer", today, { referred_to: to }, step);
    await recordMatter(tx, actor, inside, "meetings.matter_referred", { to });
  });
}

/** Takes a matter up again: one that was parked, referred, decided or ended. It comes to the next meeting. */
export function takeUpMatter(db: Database, actor: Actor, now: Clock, slug: string, { text }: TakenUp): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    // What another body was asked lives with that body once somebody who runs it takes it up.
    const asked = inside.bodies.find(({ id }) => id === matter.referredTo);
    const isTheirs = asked !== undefined && (asked.standing.keeps || asked.standing.seats.length > 0);
    const home = isTheirs ? { body_id: asked.id } : {};
    const step = { what: "takenUp", day: today, bodyId: isTheirs ? asked.id : matter.bodyId, text };
    await moveMatter(tx, { by: actor, at }, matter, "continue", today, home, step);
    await recordMatter(tx, actor, inside, "meetings.matter_taken_up");
  });
}

/** Drops a matter, and says why. Not while something that was commissioned in it is still to come. */
export function dropMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { reason }: DroppedMatter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    await refuseWithOpenCommissions(tx, matter.id);
    const step = { what: "dropped", day: today, bodyId: matter.bodyId, text: reason };
    await moveMatter(tx, { by: actor, at }, matter, "drop", today, { reason }, step);
    await recordMatter(tx, actor, inside, "meetings.matter_dropped");
  });
}
