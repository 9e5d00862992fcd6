import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { mayNoteNaming, mayRunBody } from "#features/meetings/body/body-policy.ts";
import type { BodyId, BodySeatId } from "#features/meetings/body/body.ts";
import { lockBody, lockBodyToRun, recordOf, wrongAt } from "#features/meetings/body/commands.ts";
import { personMeant } from "#features/meetings/body/known-people/commands.ts";
import {
  type HoldingId,
  type LastDay,
  type Naming,
  type NewHolding,
  type NewSeat,
  overlaps,
  type SeatChange,
  seatsToAdd,
} from "#features/meetings/body/seats/seat.ts";

/** Adds a seat, empty to begin with. The first service-user seat comes with a second when that is wished. (R059, R5.6) */
export function addSeat(
  db: Database,
  actor: Actor,
  now: Clock,
  bodyId: BodyId,
  { kind, function: called, organisationId, two }: NewSeat,
): Promise<{ readonly ids: readonly BodySeatId[] }> {
  return change(db, actor, async (tx) => {
    const body = await lockBodyToRun(tx, actor, bodyId, now);
    if (organisationId) await mustBeThere(tx, organisationId);
    const { last } = await tx
      .selectFrom("body_seat")
      .where("body_id", "=", bodyId)
      .select((eb) => eb.fn.max("position").as("last"))
      .executeTakeFirstOrThrow();
    const first = (last ?? -1) + 1;
    const ids = Array.from({ length: seatsToAdd({ kind, two }) }, () => newId<"body_seat">());
    const rows = ids.map((id, index) => {
      return {
        id,
        body_id: bodyId,
        kind,
        position: first + index,
        function: called,
        organisation_id: organisationId,
      };
    });
    await tx.insertInto("body_seat").values(rows).execute();
    await recordOf(tx, actor, body, "meetings.seat_added", { after: { kind, function: called, seats: ids.length } });
    return { ids };
  });
}

/** Changes the function a seat is for, or whom it speaks for. Who sits in it stays. */
export function changeSeat(
  db: Database,
  actor: Actor,
  now: Clock,
  seatId: BodySeatId,
  { function: called, organisationId }: SeatChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { body } = await lockSeat(tx, actor, seatId, now);
    if (organisationId) await mustBeThere(tx, organisationId);
    await tx
      .updateTable("body_seat")
      .set({ function: called, organisation_id: organisationId })
      .where("id", "=", seatId)
      .execute();
    await recordOf(tx, actor, body, "meetings.seat_changed", { after: { seatId, function: called } });
  });
}

/** Ends a seat after a last day, and with it the time of everybody in it. Both stay as history. */
export function endSeat(
  db: Database,
  actor: Actor,
  now: Clock,
  seatId: BodySeatId,
  { lastDay }: LastDay,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { body } = await lockSeat(tx, actor, seatId, now);
    const day = lastDay ?? dateIn(now());
    const later = await tx
      .selectFrom("body_seat_holding")
      .where("seat_id", "=", seatId)
      .where("valid_from", ">", day)
      .select("id")
      .executeTakeFirst();
    if (later) throw wrongAt("lastDay", "body.somebody_sits_later");
    await tx.updateTable("body_seat").set({ ended_on: day }).where("id", "=", seatId).execute();
    await tx
      .updateTable("body_seat_holding")
      .set({ valid_to: day })
      .where("seat_id", "=", seatId)
      .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", day)]))
      .execute();
    await recordOf(tx, actor, body, "meetings.seat_ended", { after: { seatId, lastDay: day.toString() } });
  });
}

/**
 * Gives somebody a seat for a time, as its ordinary holder or as a substitute. One ordinary holder sits at a time; whoever
 * sits on a service-user seat is shown by role and organisation until they agree to be named.
 */
export function seatPerson(
  db: Database,
  actor: Actor,
  now: Clock,
  seatId: BodySeatId,
  { isSubstitute, validFrom, validTo, source, ...meant }: NewHolding,
): Promise<{ readonly id: HoldingId }> {
  return change(db, actor, async (tx) => {
    const { body, seat } = await lockSeat(tx, actor, seatId, now);
    const today = dateIn(now());
    const period = { validFrom: validFrom ?? today, validTo };
    if (validTo && Temporal.PlainDate.compare(period.validFrom, validTo) > 0)
      throw wrongAt("validTo", "body.ends_before_it_begins");
    const person_id = await personMeant(tx, meant, body.organisationId, today);
    const others = await tx
      .selectFrom("body_seat_holding")
      .where("seat_id", "=", seatId)
      .select(["person_id", "is_substitute", "valid_from as validFrom", "valid_to as validTo"])
      .execute();
    const meanwhile = others.filter((each) => overlaps(each, period));
    if (meanwhile.some((each) => each.person_id === person_id))
      throw new Refusal("conflict", "body.sits_there_already");
    if (!isSubstitute && meanwhile.some((each) => !each.is_substitute))
      throw new Refusal("conflict", "body.seat_is_taken");
    const id = newId<"body_seat_holding">();
    await tx
      .insertInto("body_seat_holding")
      .values({
        id,
        seat_id: seatId,
        person_id,
        is_substitute: isSubstitute,
        valid_from: period.validFrom,
        valid_to: validTo,
        source,
      })
      .execute();
    // Who it is stands in the body as long as it is to be known, never in the log for a service-user representative.
    const who = seat.kind === "userRepresentative" ? {} : { personId: person_id };
    await recordOf(tx, actor, body, "meetings.person_seated", { after: { seatId, isSubstitute, ...who } });
    return { id };
  });
}

/** Ends somebody's time in a seat after a last day, also in the middle of a period. It stays as history. */
export function endHolding(db: Database, actor: Actor, now: Clock, id: HoldingId, { lastDay }: LastDay): Promise<void> {
  return change(db, actor, async (tx) => {
    const { body, holding } = await lockHolding(tx, actor, id, now);
    if (!mayRunBody(body.standing)) throw new Refusal("forbidden", "body.not_yours");
    const today = dateIn(now());
    if (holding.validTo && Temporal.PlainDate.compare(holding.validTo, today) < 0)
      throw new Refusal("conflict", "body.has_left_already");
    const day = lastDay ?? today;
    if (Temporal.PlainDate.compare(day, holding.validFrom) < 0) throw wrongAt("lastDay", "body.ends_before_it_begins");
    if (holding.endedOn && Temporal.PlainDate.compare(holding.endedOn, day) < 0)
      throw wrongAt("lastDay", "body.seat_ended_before");
    await tx.updateTable("body_seat_holding").set({ valid_to: day }).where("id", "=", id).execute();
    const after = { seatId: holding.seatId, lastDay: day.toString() };
    await recordOf(tx, actor, body, "meetings.person_left_seat", { after });
  });
}

/**
 * Notes that a service-user representative agrees to be named in a body, or does not any more. It is theirs to say;
 * whoever runs the body notes it only on their word, and anybody who runs it takes it back. (law 3.1)
 */
export function agreeToBeNamed(
  db: Database,
  actor: Actor,
  now: Clock,
  id: HoldingId,
  { agrees, onTheirWord }: Naming,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { body, holding } = await lockHolding(tx, actor, id, now);
    if (holding.kind !== "userRepresentative") throw new Refusal("conflict", "body.named_anyway");
    const isOwn = holding.personId === actor.personId;
    if (!mayNoteNaming(body.standing, isOwn)) throw new Refusal("forbidden", "body.theirs_to_say");
    if (agrees && !isOwn && !onTheirWord) throw wrongAt("onTheirWord", "body.on_their_word_only");
    // It is one name: shown for one of their seats in the body and not for another, it would be shown after all.
    await tx
      .updateTable("body_seat_holding")
      .set({ name_agreed_at: agrees ? now() : null })
      .where("person_id", "=", holding.personId)
      .where("seat_id", "in", (eb) =>
        eb
          .selectFrom("body_seat")
          .where("body_id", "=", body.id)
          .where("kind", "=", "userRepresentative")
          .select("body_seat.id"),
      )
      .execute();
    await recordOf(tx, actor, body, agrees ? "meetings.naming_agreed" : "meetings.naming_taken_back", {
      after: { holdingId: id, onTheirWord: agrees && !isOwn },
    });
  });
}

async function lockSeat(tx: Tx, actor: Actor, id: BodySeatId, now: Clock) {
  const seat = await tx
    .selectFrom("body_seat")
    .where("id", "=", id)
    .select(["id", "body_id as bodyId", "kind", "ended_on as endedOn"])
    .executeTakeFirst();
  if (!seat) throw new Refusal("not_found", "body.no_such_seat");
  const body = await lockBodyToRun(tx, actor, seat.bodyId, now);
  // Read again under the lock: somebody may have ended it meanwhile.
  const { endedOn } = await tx
    .selectFrom("body_seat")
    .where("id", "=", id)
    .select("ended_on as endedOn")
    .executeTakeFirstOrThrow();
  if (endedOn) throw new Refusal("conflict", "body.seat_has_ended");
  return { body, seat };
}

async function lockHolding(tx: Tx, actor: Actor, id: HoldingId, now: Clock) {
  const row = await tx
    .selectFrom("body_seat_holding as h")
    .innerJoin("body_seat as s", "s.id", "h.seat_id")
    .where("h.id", "=", id)
    .select("s.body_id as bodyId")
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "body.no_such_holding");
  const body = await lockBody(tx, actor, row.bodyId, now);
  const holding = await tx
    .selectFrom("body_seat_holding as h")
    .innerJoin("body_seat as s", "s.id", "h.seat_id")
    .where("h.id", "=", id)
    .select(["h.person_id as personId", "h.seat_id as seatId", "h.valid_from as validFrom", "h.valid_to as validTo"])
    .select(["s.kind", "s.ended_on as endedOn"])
    .executeTakeFirstOrThrow();
  return { body, holding };
}

async function mustBeThere(tx: Tx, organisationId: string): Promise<void> {
  const organisation = await tx
    .selectFrom("organisation")
    .where("id", "=", organisationId as never)
    .select("id")
    .executeTakeFirst();
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
}
