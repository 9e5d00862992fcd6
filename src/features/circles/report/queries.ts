import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { reportOf } from "#features/circles/report/report.ts";
import type { ReportedApplication } from "#features/circles/report/report-facts.ts";
import type { ReportFilter } from "#features/circles/report/report-filter.ts";
import { maySeeReport, mayWriteCosts } from "#features/circles/report/report-policy.ts";
import { territoryOf } from "#features/circles/report/territory/queries.ts";
import { factsOf, type RoundFacts, roundFacts, roundIdOf, withinReach } from "#features/circles/round/queries.ts";
import { maySeeRound } from "#features/circles/round/round-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** The report of one round, and what whoever asks may do. */
export type ReportOfRound = Awaited<ReturnType<typeof reportOfRound>>;

/**
 * The report of one round.
 *
 * @throws Refusal `not_found` for those who may not read it, and for a draft.
 */
export async function reportOfRound(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeReport(actor, round, await leadersOf(db, round.id)))
    throw new Refusal("not_found", "report.no_such_report");
  return {
    round,
    ...(await reported(db, [round], dateIn(now))),
    can: { writeCosts: mayWriteCosts(actor, round), seePlanning: maySeeRound(actor, round) },
  };
}

/** The report of several rounds, and what they can be narrowed down by. */
export type ReportOfSeveral = Awaited<ReturnType<typeof reportOfSeveral>>;

/**
 * One report of every round that somebody plans or may look into: all of them, those of a series, or those with a
 * meeting in a year. A round is counted whole. What was cancelled is not counted.
 */
export async function reportOfSeveral(db: Reader, actor: Actor, filter: ReportFilter, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("round as r")
    .innerJoin("programme as p", "p.id", "r.programme_id")
    .where("r.state", "<>", "draft")
    .where(withinReach(actor, "circles:manage", "circles:read"))
    .orderBy(sql`(select min(date) from session where round_id = r.id) nulls last`)
    .orderBy("r.created_at")
    .limit(500)
    .select(["r.id", "r.state", "p.slug as series", "p.name as seriesName"])
    .select(
      sql<number[]>`array(select distinct extract(year from s.date)::int from session s
        where s.round_id = r.id and s.date is not null and not s.called_off order by 1)`.as("years"),
    )
    .execute();
  const wanted = rows.filter(
    ({ series, years }) =>
      (filter.series === undefined || series === filter.series) &&
      (filter.year === undefined || years.includes(filter.year)),
  );
  const counted = wanted.filter(({ state }) => state !== "cancelled").map(({ id }) => id);
  return {
    ...(await reported(db, await factsOf(db, counted), dateIn(now))),
    cancelled: wanted.length - counted.length,
    choices: {
      years: [...new Set(rows.flatMap(({ years }) => years))].toSorted((one, other) => other - one),
      series: [...new Map(rows.map(({ series, seriesName }) => [series, seriesName]))].map(([slug, name]) => ({
        slug,
        name,
      })),
    },
  };
}

async function leadersOf(db: Reader, id: RoundId) {
  const rows = await db
    .selectFrom("round_leader")
    .where("round_id", "=", id)
    .where("person_id", "is not", null)
    .select("person_id")
    .execute();
  return rows.flatMap(({ person_id: personId }) => personId ?? []);
}

async function reported(db: Reader, rounds: readonly RoundFacts[], today: Temporal.PlainDate) {
  const ids = rounds.map(({ id }) => id);
  const organisers = [...new Set(rounds.map(({ organisationId }) => organisationId))];
  const [applications, marks, guests, proposals, told, targets, costs, between, territory, organiser] =
    await Promise.all([
      applicationsIn(db, ids),
      marksIn(db, ids),
      guestsIn(db, ids),
      proposalsIn(db, ids),
      toldIn(db, ids),
      targetsIn(db, ids),
      costsIn(db, ids),
      betweenIn(db, ids),
      territoryOf(db, organisers, today),
      organiserOf(db, organisers),
    ]);
  const facts = { rounds, applications, marks, guests, proposals, told, targets, costs, between };
  return {
    report: reportOf({ ...facts, territory: territory.municipalities }, today),
    /** What the municipalities that were not reached are compared with. */
    territory: territory.basis,
    organiser,
    today,
  };
}

/** Who gives the report out: one organiser by name; several have none in common. */
async function organiserOf(db: Reader, organisers: readonly RoundFacts["organisationId"][]) {
  const [only, ...others] = organisers;
  if (!only || others.length > 0) return undefined;
  return (await db.selectFrom("organisation").where("id", "=", only).select("name").executeTakeFirst())?.name;
}

// Always as one list, which may be empty: `in ()` is no SQL.
const among = (column: string, ids: readonly RoundId[]) => sql<SqlBool>`${sql.ref(column)} = any (${[...ids]}::uuid[])`;

// A place that was joined with another's follows the person.
const whose = sql<RegistrationId>`coalesce(r.merged_into, r.id)`;

async function applicationsIn(db: Reader, ids: readonly RoundId[]): Promise<ReportedApplication[]> {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .where(among("r.round_id", ids))
    .where("r.confirmed_at", "is not", null)
    .where("r.state", "<>", "merged")
    .orderBy("r.queue_no")
    .select(["r.id", "r.round_id as roundId", "r.state", "r.seats", "r.sector", "r.person_id as person"])
    .select(sql<string>`coalesce(o.short_name, r.employer)`.as("employer"))
    .select(municipality.as("municipality"))
    .execute();
  return rows.map(({ municipality: at, employer, ...row }) => ({
    ...row,
    home: at ?? { code: null, name: employer },
  }));
}

// The municipality above a known employer.
const municipality = sql<{ code: string; name: string } | null>`(
  with recursive up(id, parent_id, short_name, municipality_code, step) as (
    select id, parent_id, short_name, municipality_code, 1 from organisation where id = r.organisation_id
    union all
    select a.id, a.parent_id, a.short_name, a.municipality_code, up.step + 1 from up join organisation a on a.id = up.parent_id)
  select json_build_object('code', municipality_code, 'name', short_name) from up
  where municipality_code is not null order by step limit 1)`;

function marksIn(db: Reader, ids: readonly RoundId[]) {
  return db
    .selectFrom("attendance as a")
    .innerJoin("session as s", "s.id", "a.session_id")
    .where(among("s.round_id", ids))
    .where("s.called_off", "=", false)
    .select(["a.registration_id as registrationId", "a.session_id as sessionId", "a.state"])
    .execute();
}

async function guestsIn(db: Reader, ids: readonly RoundId[]): Promise<number> {
  const row = await db
    .selectFrom("attendance_visitor as v")
    .innerJoin("session as s", "s.id", "v.session_id")
    .where(among("s.round_id", ids))
    .where("v.part", "=", "guest")
    .select(sql<number>`count(*)::int`.as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The time that assignments and what stands on reading lists are thought to take, each. */
async function betweenIn(db: Reader, ids: readonly RoundId[]): Promise<readonly { readonly minutes: number | null }[]> {
  const { rows } = await sql<{ minutes: number | null }>`
    select a.minutes from assignment a where ${among("a.round_id", ids)}
    union all
    select m.minutes from session_material m join session s on s.id = m.session_id
    where m.to_read and ${among("s.round_id", ids)}`.execute(db);
  return rows;
}

function proposalsIn(db: Reader, ids: readonly RoundId[]) {
  return db
    .selectFrom("proposal as p")
    .leftJoin("registration as r", "r.id", "p.registration_id")
    .where(among("p.round_id", ids))
    .orderBy("p.created_at")
    .orderBy("p.id")
    .select(["p.id", "p.round_id as roundId", "p.title", "p.owner", "p.state"])
    .select([whose.as("registrationId"), sql<boolean>`p.published_at is not null`.as("isPublic")])
    .execute();
}

function toldIn(db: Reader, ids: readonly RoundId[]) {
  return db
    .selectFrom("spread as s")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .where(among("r.round_id", ids))
    .select([whose.as("registrationId"), "s.reached"])
    .execute();
}

function targetsIn(db: Reader, ids: readonly RoundId[]) {
  return db
    .selectFrom("spread_target as s")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .where(among("r.round_id", ids))
    .distinctOn(sql`coalesce(r.merged_into, r.id)`)
    .orderBy(sql`coalesce(r.merged_into, r.id)`)
    .orderBy(sql`r.merged_into is not null`)
    .select([whose.as("registrationId"), "s.colleagues"])
    .execute();
}

function costsIn(db: Reader, ids: readonly RoundId[]) {
  return db
    .selectFrom("round_cost as c")
    .where(among("c.round_id", ids))
    .orderBy("c.created_at")
    .orderBy("c.id")
    .select(["c.id", "c.round_id as roundId", "c.funder", "c.purpose", "c.amount"])
    .execute();
}
