import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { mayNoteNaming } from "#features/meetings/body/body-policy.ts";
import { type BodyId, BodySeatId, type SeatKind } from "#features/meetings/body/body.ts";
import { bodyCalled, nameInBody } from "#features/meetings/body/queries.ts";
import { HoldingId } from "#features/meetings/body/seats/seat.ts";

/** Somebody's time in a seat, as anybody who is signed in may see it. */
export type Holding = {
  readonly id: HoldingId;
  /** Null: a service-user representative who has not agreed to be named. */
  readonly name: string | null;
  readonly isOwn: boolean;
  readonly isSubstitute: boolean;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly source: string | null;
};

/** A seat with who sits in it, who has and who will. */
export type Seat = {
  readonly id: BodySeatId;
  readonly kind: SeatKind;
  readonly function: string;
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly slug: string } | null;
  readonly endedOn: Temporal.PlainDate | null;
  readonly holdings: readonly Holding[];
};

/** The seats of a body in order, also those there were before, each with everybody who has sat in it. (R059) */
export async function seatsOf(db: Reader, actor: Actor, bodyId: BodyId): Promise<Seat[]> {
  const [seats, holdings] = await Promise.all([
    db
      .selectFrom("body_seat as s")
      .leftJoin("organisation as o", "o.id", "s.organisation_id")
      .where("s.body_id", "=", bodyId)
      .orderBy("s.position")
      .orderBy("s.id")
      .select(["s.id", "s.kind", "s.function", "s.ended_on as endedOn", "o.id as oId", "o.name as oName"])
      .select("o.slug as oSlug")
      .execute(),
    db
      .selectFrom("body_seat_holding as h")
      .innerJoin("body_seat as held", "held.id", "h.seat_id")
      .innerJoin("person as p", "p.id", "h.person_id")
      .where("held.body_id", "=", bodyId)
      .orderBy("h.is_substitute")
      .orderBy("h.valid_from")
      .orderBy("h.id")
      .select(["h.id", "h.seat_id as seatId", "h.is_substitute as isSubstitute", "h.valid_from as validFrom"])
      .select(["h.valid_to as validTo", "h.source", nameInBody(sql.ref("held.body_id")).as("name")])
      .select(sql<boolean>`h.person_id is not distinct from ${actor.personId ?? null}::uuid`.as("isOwn"))
      .execute(),
  ]);
  return seats.map(({ oId, oName, oSlug, ...seat }) => ({
    ...seat,
    id: seat.id as BodySeatId,
    kind: seat.kind,
    organisation: oId && oName && oSlug ? { id: oId, name: oName, slug: oSlug } : null,
    holdings: holdings
      .filter(({ seatId }) => seatId === seat.id)
      .map(({ seatId: _, ...holding }) => ({ ...holding, id: holding.id as HoldingId })),
  }));
}

/** One seat of a body that is known by its address. */
export async function seatCalled(db: Reader, actor: Actor, slug: string, seatId: string, today: Temporal.PlainDate) {
  const body = await bodyCalled(db, actor, slug, today);
  const id = BodySeatId.safeParse(seatId).data;
  const seat = id && (await seatsOf(db, actor, body.id)).find((each) => each.id === id);
  if (!seat) throw new Refusal("not_found", "body.no_such_seat");
  return { body, seat };
}

/** Somebody's time in a seat of a body that is known by its address, and what whoever asks may do with it. */
export async function holdingCalled(
  db: Reader,
  actor: Actor,
  slug: string,
  holdingId: string,
  today: Temporal.PlainDate,
) {
  const body = await bodyCalled(db, actor, slug, today);
  const id = HoldingId.safeParse(holdingId).data;
  const seats = id ? await seatsOf(db, actor, body.id) : [];
  const seat = seats.find(({ holdings }) => holdings.some((each) => each.id === id));
  const holding = seat?.holdings.find((each) => each.id === id);
  if (!seat || !holding) throw new Refusal("not_found", "body.no_such_holding");
  const { name, agreedAt } = await db
    .selectFrom("body_seat_holding as h")
    .innerJoin("person as p", "p.id", "h.person_id")
    .where("h.id", "=", holding.id)
    .select(["p.name", "h.name_agreed_at as agreedAt"])
    .executeTakeFirstOrThrow();
  const mayNote = seat.kind === "userRepresentative" && mayNoteNaming(body.standing, holding.isOwn);
  // Whoever is to ask somebody whether they agree to be named needs to know whom to ask.
  return { body, seat, holding, isNamed: agreedAt !== null, mayNote, askedName: mayNote ? name : null };
}
