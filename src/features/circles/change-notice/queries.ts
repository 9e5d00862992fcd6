import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ChangedThing, ChangeNoticeId, SeenWay } from "#features/circles/change-notice/change-notice.ts";
import { type SessionMark, sessionMarks } from "#features/circles/change-notice/session-marks.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Room } from "#features/circles/room/queries.ts";
import type { RoundId, Session, SessionId } from "#features/circles/round/round.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";

/** What was changed at one moment, and who changed it. */
export type ChangeNotice = {
  readonly id: ChangeNoticeId;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string | null;
  readonly things: readonly ChangedThing[];
};

// A reader is written under the application they had then. Where two applications turned out to be one person's, it
// is read as the one that goes on, so that undoing that needs nothing moved back.
export const owner = sql<RegistrationId>`coalesce(r.merged_into, r.id)`;

const notices = (db: Reader) =>
  db
    .selectFrom("change_notice as n")
    .leftJoin("person as p", "p.id", "n.changed_by")
    .orderBy("n.changed_at", "desc")
    .orderBy("n.id", "desc")
    .select(["n.id", "n.changed_at as changedAt", "p.name as changedBy"])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("change_notice_thing as g")
          .whereRef("g.notice_id", "=", "n.id")
          .orderBy("g.position")
          .select([
            "g.kind",
            "g.session_id as sessionId",
            sql<string | null>`g.day::text`.as("day"),
            "g.was",
            "g.became",
          ]),
      ).as("things"),
    );

type WrittenNotice = Omit<ChangeNotice, "things"> & {
  readonly things: readonly (Omit<ChangedThing, "day"> & { readonly day: string | null })[];
};

/** JSON carries days as text. */
function dated({ things, ...notice }: WrittenNotice): ChangeNotice {
  return {
    ...notice,
    things: things.map(({ day, ...thing }) => ({ ...thing, day: day === null ? null : Temporal.PlainDate.from(day) })),
  };
}

/** Everything that was changed in a round since it came out, the latest first. */
export async function changesOf(db: Reader, roundId: RoundId): Promise<ChangeNotice[]> {
  return (await notices(db).where("n.round_id", "=", roundId).execute()).map(dated);
}

/** What of the meetings of a round is not as it was when it came out. */
export async function marksIn(
  db: Reader,
  { id, sessions }: { readonly id: RoundId; readonly sessions: readonly Session[] },
): Promise<ReadonlyMap<SessionId, SessionMark>> {
  return sessionMarks(sessions, await changesOf(db, id));
}

/** One notice, for the mails about it; nothing for one that has gone with its round. */
export async function noticeWithId(db: Reader, id: ChangeNoticeId): Promise<ChangeNotice | undefined> {
  const row = await notices(db).where("n.id", "=", id).executeTakeFirst();
  return row && dated(row);
}

/** What was changed that somebody was concerned by and, as far as we know, has not seen: the latest first. */
export async function changesUnseenBy(db: Reader, registrationId: RegistrationId): Promise<ChangeNotice[]> {
  const rows = await notices(db)
    .where((eb) =>
      eb(
        "n.id",
        "in",
        eb
          .selectFrom("change_notice_reader as t")
          .innerJoin("registration as r", "r.id", "t.registration_id")
          .where(owner, "=", registrationId)
          .groupBy("t.notice_id")
          .having(sql<boolean>`bool_and(t.seen_at is null)`)
          .select("t.notice_id"),
      ),
    )
    .execute();
  return rows.map(dated);
}

/** A change that concerned somebody, and whether and how we know that they have seen it. */
export type ChangeReader = {
  readonly noticeId: ChangeNoticeId;
  readonly registrationId: RegistrationId;
  readonly name: string;
  /** Nobody without an address gets a mail: they are told by telephone. */
  readonly hasAddress: boolean;
  readonly seenAt: Temporal.Instant | null;
  readonly seenBy: SeenWay | null;
};

/** Whom the changes of a round concerned, of those who have a place in it now, by name. For those who lead. */
export function readersOf(db: Reader, { round }: Pick<Room, "round">): Promise<ChangeReader[]> {
  return db
    .selectFrom("change_notice_reader as t")
    .innerJoin("change_notice as n", "n.id", "t.notice_id")
    .innerJoin("registration as r", "r.id", "t.registration_id")
    .innerJoin("registration as o", (join) => join.on("o.id", "=", owner))
    .where("n.round_id", "=", round.id)
    .where("o.state", "in", ["placed", "completed"])
    .distinctOn(["t.notice_id", "o.name", "o.id"])
    .orderBy("t.notice_id")
    .orderBy("o.name")
    .orderBy("o.id")
    .orderBy(sql`t.seen_at nulls last`)
    .select(["t.notice_id as noticeId", "o.id as registrationId", "o.name"])
    .select([sql<boolean>`o.email is not null`.as("hasAddress"), "t.seen_at as seenAt", "t.seen_by as seenBy"])
    .execute();
}

/** Who leads a round by name and can be written to, apart from whoever changed it. */
export async function leadersToTell(db: Reader, roundId: RoundId, but: PersonId | undefined): Promise<PersonId[]> {
  const rows = await db
    .selectFrom("round_leader as l")
    .innerJoin("person as p", "p.id", "l.person_id")
    .where("l.round_id", "=", roundId)
    .where("p.email", "is not", null)
    .$if(but !== undefined, (qb) => qb.where("p.id", "!=", but as PersonId))
    .orderBy("l.position")
    .select("p.id")
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}

/** Everything a mail says to one who leads a circle that somebody else has changed. */
export type LeaderToTell = NonNullable<Awaited<ReturnType<typeof leaderToTell>>>;

/** One who leads a circle and is told of a change in it; nobody if they lead it no more. */
export async function leaderToTell(
  db: Reader,
  { noticeId, personId }: { readonly noticeId: ChangeNoticeId; readonly personId: PersonId },
) {
  const row = await db
    .selectFrom("change_notice as n")
    .innerJoin("round as c", "c.id", "n.round_id")
    .innerJoin("round_leader as l", "l.round_id", "c.id")
    .innerJoin("person as p", "p.id", "l.person_id")
    .where("n.id", "=", noticeId)
    .where("p.id", "=", personId)
    .select(["c.id", "c.slug", "c.title", "c.organisation_id as organisationId"])
    .select(["p.name", "p.email", "p.language"])
    .executeTakeFirst();
  const notice = row && (await noticeWithId(db, noticeId));
  if (!row?.email || !notice) return undefined;
  const { id, slug, title, organisationId, name, email: to, language } = row;
  const [look, { replyTo }] = await Promise.all([lookOf(db, organisationId), contactsOf(db, id)]);
  return { notice, round: { id, slug, title }, name, to, language, look, replyTo: replyTo ?? look.replyTo };
}
