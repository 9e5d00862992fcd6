import type { Reader } from "#platform/database/database.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import { hostOf } from "#features/circles/round/host/queries.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { factsOf } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Rounds that may have a step to take or a meeting to remind of: everything between draft and over. */
export async function roundsUnderWay(db: Reader): Promise<RoundId[]> {
  const rows = await db
    .selectFrom("round")
    .where("state", "in", ["published", "closed", "allocated", "running", "followUpPending"])
    .orderBy("id")
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Meetings between two days, the first counted and the last not, with the round they belong to. */
export async function meetingsBetween(db: Reader, from: Temporal.PlainDate, until: Temporal.PlainDate) {
  const rows = await db
    .selectFrom("session as s")
    .innerJoin("round as r", "r.id", "s.round_id")
    .where("s.date", ">=", from)
    .where("s.date", "<", until)
    .where("s.called_off", "=", false)
    .where("r.state", "in", ["published", "closed", "allocated", "running", "followUpPending"])
    .select("r.id")
    .distinct()
    .execute();
  const rounds = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rounds.flatMap((round) =>
    round.sessions.filter(({ calledOff }) => !calledOff).map((session) => ({ round, session })),
  );
}

/** Everything a reminder says to one participant. */
export type Reminded = Awaited<ReturnType<typeof participantsOf>>[number];

/** Those who have a place in a round and an address, each in a team for themselves, with whom to answer. */
export async function participantsOf(db: Reader, roundId: RoundId) {
  const [participants, { replyTo }, look, joinLinks] = await Promise.all([
    db
      .selectFrom("registration as r")
      .leftJoin("team_member as m", "m.registration_id", "r.id")
      .where("r.round_id", "=", roundId)
      .where("r.state", "=", "placed")
      .orderBy("r.queue_no")
      .orderBy("m.position")
      .select((eb) => [
        "r.id",
        eb.fn.coalesce("m.id", "r.id").as("receiver"),
        eb.fn.coalesce("m.name", "r.name").as("name"),
        eb.fn.coalesce("m.email", "r.email").as("email"),
        "r.language",
      ])
      .execute(),
    contactsOf(db, roundId),
    hostOf(db, roundId),
    joinLinksOf(db, roundId),
  ]);
  return participants.flatMap(({ email, ...participant }) =>
    email ? [{ ...participant, email, replyTo: replyTo ?? look.replyTo, look, joinLinks }] : [],
  );
}
