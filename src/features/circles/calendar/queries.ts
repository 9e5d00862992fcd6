import { sql } from "kysely";
import { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { calendarPurposes } from "#features/circles/calendar/feed-link.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { factsOf, withinReach } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { actorOf, type KnownPerson } from "#features/organisations/people/queries.ts";
import { meetingsSatIn } from "#features/meetings/calendar/queries.ts";

/**
 * The meetings a secret calendar address shows today. `over` for one that has been replaced, whose time is up or whose
 * owner is nobody any more; nothing for one that never was.
 */
export async function followedCalendar(db: Reader, secret: string, now: Temporal.Instant, today: Temporal.PlainDate) {
  const own = await readLink(db, calendarPurposes.person, secret, now);
  const link = own ?? (await readLink(db, calendarPurposes.registration, secret, now));
  if (!link) return undefined;
  if (link.state !== "open") return "over" as const;
  if (!own) {
    const rounds = await joinedRounds(db, await roundOfPlace(db, RegistrationId.parse(link.subject)));
    return { whose: "registration" as const, rounds, meetings: [] };
  }
  const known = await actorOf(db, PersonId.parse(link.subject), today);
  if (!known) return "over" as const;
  const [rounds, meetings] = await Promise.all([
    roundsOfPerson(db, known).then((ids) => joinedRounds(db, ids)),
    meetingsSatIn(db, known.actor, today),
  ]);
  return { whose: "person" as const, rounds, meetings };
}

async function joinedRounds(db: Reader, ids: readonly RoundId[]) {
  const rounds = await factsOf(db, ids);
  return Promise.all(rounds.map(async (round) => ({ ...round, joinLinks: await joinLinksOf(db, round.id) })));
}

/**
 * The rounds somebody leads or has a place in; drafts are nobody's calendar. Who answers for a round leads it as long
 * as they may: a role that has ended takes its meetings out of the calendar.
 */
async function roundsOfPerson(db: Reader, { actor, person: { id: personId } }: KnownPerson): Promise<RoundId[]> {
  const answersFor = sql<boolean>`(coalesce(r.responsible_id, r.created_by) = ${personId}
    and ${withinReach(actor, "circles:manage")})`;
  const ledByRole = [...(actor.reach.get("circles:manage")?.things ?? [])];
  const rows = await db
    .selectFrom("round as r")
    .where("r.state", "<>", "draft")
    .where((eb) =>
      eb.or([
        answersFor,
        sql<boolean>`r.id = any(${ledByRole}::uuid[])`,
        eb.exists(
          eb
            .selectFrom("registration as g")
            .whereRef("g.round_id", "=", "r.id")
            .where("g.person_id", "=", personId)
            .where("g.state", "in", ["placed", "completed"])
            .select(sql`1`.as("one")),
        ),
      ]),
    )
    .orderBy("r.id")
    .select("r.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The round an application has a place in; none once it has lost or left it. */
async function roundOfPlace(db: Reader, id: RegistrationId): Promise<RoundId[]> {
  const rows = await db
    .selectFrom("registration")
    .where("id", "=", id)
    .where("state", "in", ["placed", "completed"])
    .select("round_id as roundId")
    .execute();
  return rows.map(({ roundId }) => roundId);
}

/** When the calendar address that works now was made; nothing when there is none. */
export async function ownCalendarSince(db: Reader, personId: PersonId, now: Temporal.Instant) {
  const row = await db
    .selectFrom("mailed_link")
    .where("purpose", "=", calendarPurposes.person)
    .where("subject", "=", personId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .select("created_at as since")
    .executeTakeFirst();
  return row?.since;
}
