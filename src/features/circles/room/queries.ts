import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { type Part, partIn } from "#features/circles/room/room-policy.ts";
import { type RoundFacts, roundFacts, roundIdOf, withinReach } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Somebody with a place in a circle, as the others in it know them. */
export type Participant = {
  readonly registrationId: RegistrationId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly workplace: string;
  readonly employer: string;
};

/** A circle from the inside, and what whoever asks is to it. */
export type Room = {
  readonly round: RoundFacts;
  readonly part: Part;
  /** The place of whoever asks, if they have one. */
  readonly own: Participant | undefined;
  readonly participants: readonly Participant[];
};

/** One meeting of a circle, from the inside. */
export type SessionInRoom = Room & { readonly session: RoundFacts["sessions"][number] };

/** A circle from the inside, for those who lead it or have a place in it; to all others it is not there. */
export async function roomOf(db: Reader, actor: Actor, slug: string): Promise<Room | undefined> {
  const id = await roundIdOf(db, slug);
  return id && roomWithId(db, actor, id);
}

/** As `roomOf`, by the round's id. */
export async function roomWithId(db: Reader, actor: Actor, id: RoundId): Promise<Room | undefined> {
  const [round, participants, leaders] = await Promise.all([
    roundFacts(db, id),
    participantsOf(db, id),
    db
      .selectFrom("round_leader")
      .where("round_id", "=", id)
      .where("person_id", "is not", null)
      .select("person_id")
      .execute(),
  ]);
  if (!round) return undefined;
  const part = partIn(actor, round, {
    leaders: leaders.flatMap((leader) => leader.person_id ?? []),
    participants: participants.flatMap(({ personId }) => personId ?? []),
  });
  const own = actor.personId ? participants.find(({ personId }) => personId === actor.personId) : undefined;
  return part && { round, part, own, participants };
}

/** In SQL what `partIn` says of those who lead a circle. For a query that has the round as `r`. */
export function ledBy(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(r.state <> 'draft' and (${withinReach(actor, "circles:manage")} or exists (
    select from round_leader l where l.round_id = r.id and l.person_id = ${actor.personId ?? null}::uuid)))`;
}

/** Those who have a place, by name. */
export async function participantsOf(db: Reader, roundId: RoundId): Promise<Participant[]> {
  return db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("state", "in", ["placed", "completed"])
    .orderBy("name")
    .select(["id as registrationId", "person_id as personId", "name", "workplace", "employer"])
    .execute();
}

/**
 * The circle that a session belongs to, from the inside, and the session.
 *
 * @throws Refusal `not_found` for those who are not in the circle, and for a session that is not there.
 */
export async function sessionInRoom(db: Reader, actor: Actor, slug: string, sessionId: string): Promise<SessionInRoom> {
  const room = await roomOf(db, actor, slug);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const session = room.round.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Refusal("not_found", "round.no_such_session");
  return { ...room, session };
}
