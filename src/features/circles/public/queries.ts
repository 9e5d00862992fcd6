import { sql, type SqlBool } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { dateIn } from "#kernel/clock.ts";
import { compiledOnce } from "#platform/database/compiled-once.ts";
import type { Reader } from "#platform/database/database.ts";
import { changesOf } from "#features/circles/change-notice/queries.ts";
import { type SessionMark, sessionMarks } from "#features/circles/change-notice/session-marks.ts";
import { availabilityOf } from "#features/circles/public/availability.ts";
import type { RoundFilter } from "#features/circles/public/round-filter.ts";
import { factsOf, noNumbers, numbersOf, roundIdOf } from "#features/circles/round/queries.ts";
import { looksOf } from "#features/organisations/looks/queries.ts";
import { publicStates, type RoundId, type SessionId } from "#features/circles/round/round.ts";

/** A round as anybody may see it. Of people it names leaders, contacts and those who contribute. */
export type PublicRound = Awaited<ReturnType<typeof seenRounds>>[number] & {
  /** On the page of one round: what of its meetings is not as it was when the round came out. */
  readonly marks?: ReadonlyMap<SessionId, SessionMark>;
};

/** The public page of a round; nothing for a draft. */
export async function publicRound(db: Reader, slug: string, now: Temporal.Instant): Promise<PublicRound | undefined> {
  const id = await roundIdOf(db, slug);
  const seen = id && (await roundWithMarks(db, id, now));
  return seen && seen.round.state !== "draft" ? seen : undefined;
}

/**
 * A round as it is seen, whether it is out or not: a draft looks as it will once it is published. The caller has asked
 * who may.
 */
export async function roundAsSeen(db: Reader, id: RoundId, now: Temporal.Instant): Promise<PublicRound | undefined> {
  const seen = await roundWithMarks(db, id, now);
  if (seen?.round.state !== "draft") return seen;
  return { ...seen, availability: availabilityOf({ ...seen.round, state: "published" }, noNumbers, dateIn(now)) };
}

async function roundWithMarks(db: Reader, id: RoundId, now: Temporal.Instant): Promise<PublicRound | undefined> {
  const [[seen], notices] = await Promise.all([seenRounds(db, [id], now), changesOf(db, id)]);
  return seen && { ...seen, marks: sessionMarks(seen.round.sessions, notices) };
}

/** Every round one can apply to, the one that closes first at the top, and what the list can be narrowed by. */
export async function openRounds(db: Reader, filter: RoundFilter, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("round")
    .where("state", "=", "published")
    .orderBy(sql`deadline nulls last`)
    .orderBy("title")
    .limit(500)
    .select("id")
    .execute();
  const seen = await seenRounds(
    db,
    rows.map(({ id }) => id),
    now,
  );
  const open = seen.filter(({ availability }) => availability.way === "open" || availability.way === "waiting");
  return { all: open.length, choices: choicesIn(open), rounds: open.filter((round) => fits(round, filter)) };
}

/** The rounds published of late, newest first, for the feed. */
export async function newestRounds(db: Reader, now: Temporal.Instant): Promise<PublicRound[]> {
  const rows = await db
    .selectFrom("round")
    .where("state", "in", publicStates)
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .limit(50)
    .select("id")
    .execute();
  return seenRounds(
    db,
    rows.map(({ id }) => id),
    now,
  );
}

async function seenRounds(db: Reader, ids: readonly RoundId[], now: Temporal.Instant) {
  if (ids.length === 0) return [];
  const [facts, numbers, around, looks] = await Promise.all([
    factsOf(db, ids),
    numbersOf(db, ids, now),
    aroundOf(db, ids),
    looksOf(db, sql`select organisation_id from round where id = any (${[...ids]}::uuid[])`),
  ]);
  return facts.flatMap((round) => {
    const beside = around.find(({ roundId }) => roundId === round.id);
    if (!beside) return [];
    const { kindSv, kindEn, explanation, name, shortName, slug, countyCode, county, extended } = beside;
    const { themes, contributors } = beside;
    return [
      {
        round,
        kind: { code: round.kind, nameSv: kindSv, nameEn: kindEn, explanation },
        organiser: { name, shortName, slug, countyCode, county },
        availability: availabilityOf(round, numbers.get(round.id) ?? noNumbers, dateIn(now)),
        /** Whose round it is, as its pages and its mail show it. */
        host: looks.get(round.organisationId),
        /** Why the last day was moved, the last time it was. */
        extended: extended ?? undefined,
        /** What it goes through, and at which meetings. */
        themes,
        /** Who contributes to its meetings without leading it. */
        contributors,
      },
    ];
  });
}

/** What stands around rounds: who holds them, what kind they are, whether they have been extended. */
const aroundOf = compiledOnce((db, ids: readonly RoundId[]) =>
  db
    .selectFrom("round as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .innerJoin("activity_kind as k", "k.code", "r.kind")
    .leftJoin("county as c", "c.code", "o.county_code")
    .where(sql<SqlBool>`r.id = any(${ids}::uuid[])`)
    .select((eb) => [
      "r.id as roundId",
      "k.name_sv as kindSv",
      "k.name_en as kindEn",
      "k.explanation",
      "o.name",
      "o.short_name as shortName",
      "o.slug",
      "o.county_code as countyCode",
      "c.name as county",
      eb
        .selectFrom("deadline_change as d")
        .whereRef("d.round_id", "=", "r.id")
        .orderBy("d.changed_at", "desc")
        .limit(1)
        .select("d.reason")
        .as("extended"),
      jsonArrayFrom(
        eb
          .selectFrom("circle_theme as h")
          .whereRef("h.round_id", "=", "r.id")
          .orderBy("h.position")
          .select([
            "h.name",
            sql<SessionId[]>`(select coalesce(json_agg(s.session_id), '[]') from session_theme s
              where s.theme_id = h.id)`.as("sessionIds"),
          ]),
      ).as("themes"),
      jsonArrayFrom(
        eb
          .selectFrom("session_contributor as m")
          .innerJoin("session as s", "s.id", "m.session_id")
          .whereRef("s.round_id", "=", "r.id")
          .orderBy("s.position")
          .orderBy("m.position")
          .select(["m.session_id as sessionId", "m.name", "m.role", "m.organisation", "m.perspective"])
          .select("m.perspective_word as ownWord"),
      ).as("contributors"),
    ])
    .compile(),
);

function fits({ round, organiser, availability }: PublicRound, filter: RoundFilter): boolean {
  return (
    (!filter.kind || round.kind === filter.kind) &&
    (!filter.organiser || organiser.slug === filter.organiser) &&
    (!filter.county || organiser.countyCode === filter.county) &&
    (!filter.mode || round.sessions.some((session) => session.mode === filter.mode && !session.calledOff)) &&
    (!filter.free || availability.left === undefined || availability.left > 0)
  );
}

/** What there is to choose among, so that no choice leads to an empty list. */
function choicesIn(rounds: readonly PublicRound[]) {
  return {
    kinds: [...new Map(rounds.map(({ kind }) => [kind.code, kind])).values()],
    organisers: [...new Map(rounds.map(({ organiser }) => [organiser.slug, organiser])).values()],
    counties: [
      ...new Map(
        rounds.flatMap(({ organiser: { countyCode, county } }) => (countyCode && county ? [[countyCode, county]] : [])),
      ).entries(),
    ].map(([value, label]) => ({ value, label })),
    modes: [...new Set(rounds.flatMap(({ round }) => round.sessions.flatMap(({ mode }) => mode ?? [])))],
  };
}
