import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { inSwedishOrder, type Reader } from "#platform/database/database.ts";
import { publishReadiness } from "#features/circles/round/publish-readiness.ts";
import {
  activityKinds,
  factsOf,
  noNumbers,
  numbersOf,
  roundFacts,
  roundIdOf,
  withinReach,
} from "#features/circles/round/queries.ts";
import type { RoundFigures } from "#features/circles/round/round-comparison.ts";
import { mayStep, possibleByHand } from "#features/circles/round/round-lifecycle.ts";
import { nextStep } from "#features/circles/round/round-next-step.ts";
import {
  mayDiscardRound,
  mayEditRound,
  mayManageRound,
  maySeeRound,
  mayStartRounds,
} from "#features/circles/round/round-policy.ts";
import type { ProgrammeId, RoundId } from "#features/circles/round/round.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** One round in the list of those somebody plans or may look into. */
export type ListedRound = Awaited<ReturnType<typeof roundsOf>>[number];

/** The rounds somebody plans or may look into, the ones in work first; what is over is last. */
export async function roundsOf(db: Reader, actor: Actor, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("round as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .innerJoin("programme as p", "p.id", "r.programme_id")
    .where(withinReach(actor, "circles:manage", "circles:read"))
    .orderBy(sql`r.state in ('completed', 'cancelled')`)
    .orderBy("r.updated_at", "desc")
    .limit(500)
    .select(["r.id", "o.short_name as organiser", "p.slug as programmeSlug"])
    .execute();
  const ids = rows.map(({ id }) => id);
  const [facts, numbers, kinds] = await Promise.all([factsOf(db, ids), numbersOf(db, ids, now), activityKinds(db)]);
  return facts.flatMap((round) => {
    const row = rows.find(({ id }) => id === round.id);
    const kind = kinds.find(({ code }) => code === round.kind);
    if (!row || !kind) return [];
    const { missing } = publishReadiness(round, dateIn(now));
    return [
      {
        ...round,
        kind,
        organiser: row.organiser,
        numbers: numbers.get(round.id) ?? { ...noNumbers, roundId: round.id },
        missing,
      },
    ];
  });
}

/** What a round's page shows those who plan it. */
export type RoundOverview = NonNullable<Awaited<ReturnType<typeof roundOverview>>>;

/** A round from the inside: what it says, what it lacks, how many have applied, what may be done, and the next thing to do. */
export async function roundOverview(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeRound(actor, round)) return undefined;

  const [numbers, place, extensions, source] = await Promise.all([
    numbersOf(db, [round.id], now),
    placeOf(db, round.id),
    extensionsOf(db, round.id),
    db
      .selectFrom("round_source")
      .where("round_id", "=", round.id)
      .select(["file_name as fileName", sql<boolean>`confirmed_at is not null`.as("isConfirmed")])
      .executeTakeFirst(),
  ]);
  const counted = numbers.get(round.id) ?? { roundId: round.id, ...noNumbers };
  const today = dateIn(now);
  const readiness = publishReadiness(round, today);
  const inWork = { ...round, goDecided: round.goDecidedOn !== null, participants: counted.seated, readiness };
  const manages = mayManageRound(actor, round);
  return {
    round,
    place,
    numbers: counted,
    extensions,
    source,
    readiness,
    next: nextStep(inWork, today),
    can: {
      edit: mayEditRound(actor, round),
      publish: manages && mayStep(round.state, "publish"),
      extend: manages && (round.state === "published" || round.state === "closed"),
      steps: manages ? possibleByHand(round, today) : [],
      cancel: manages && mayStep(round.state, "cancel"),
      discard: mayDiscardRound(actor, round),
      copy: round.state !== "draft" && mayStartRounds(actor, round.organisationId),
    },
  };
}

async function placeOf(db: Reader, id: RoundId) {
  return db
    .selectFrom("round as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .innerJoin("programme as p", "p.id", "r.programme_id")
    .innerJoin("activity_kind as k", "k.code", "r.kind")
    .leftJoin("person as a", (join) => join.on("a.id", "=", (eb) => eb.fn.coalesce("r.responsible_id", "r.created_by")))
    .where("r.id", "=", id)
    .select([
      "o.name as organiser",
      "o.short_name as organiserShort",
      "p.id as programmeId",
      "p.name as programme",
      "p.slug as programmeSlug",
      "k.name_sv as kindSv",
      "k.name_en as kindEn",
      "a.name as responsible",
      sql<number>`(select count(*)::int from round as other where other.programme_id = p.id)`.as("roundsInProgramme"),
    ])
    .executeTakeFirstOrThrow();
}

/** How the last day to apply has been moved, first to last. */
export function extensionsOf(db: Reader, id: RoundId) {
  return db
    .selectFrom("deadline_change as d")
    .leftJoin("person as p", "p.id", "d.changed_by")
    .where("d.round_id", "=", id)
    .orderBy("d.changed_at")
    .select([
      "d.old_deadline as from",
      "d.new_deadline as to",
      "d.open_until_full as openUntilFull",
      "d.reason",
      "d.changed_at as changedAt",
      "p.name as changedBy",
    ])
    .execute();
}

/** The series in the organisations where somebody may start rounds, for the choice when one is begun. */
export function programmesOf(db: Reader, actor: Actor) {
  return db
    .selectFrom("programme as p")
    .where(reachedIn(actor, "circles:manage", "p.organisation_id"))
    .orderBy(inSwedishOrder(sql.ref("p.name")))
    .select(["p.id", "p.slug", "p.name"])
    .execute();
}

/** A series with its rounds beside each other, in figures. (R001) */
export async function programmeComparison(db: Reader, actor: Actor, slug: string) {
  const programme = await db
    .selectFrom("programme as p")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .where("p.slug", "=", slug)
    .select(["p.id", "p.name", "p.slug", "p.organisation_id as organisationId", "o.short_name as organiser"])
    .executeTakeFirst();
  if (!programme) return undefined;
  const rounds = await figuresOf(db, actor, programme.id);
  if (rounds.length === 0 && !mayStartRounds(actor, programme.organisationId)) return undefined;
  return { ...programme, rounds, can: { start: mayStartRounds(actor, programme.organisationId) } };
}

async function figuresOf(db: Reader, actor: Actor, programme: ProgrammeId) {
  const rows = await db
    .selectFrom("round as r")
    .where("r.programme_id", "=", programme)
    .where(withinReach(actor, "circles:manage", "circles:read"))
    .select((eb) => [
      "r.id",
      "r.slug",
      "r.title",
      "r.state",
      "r.hard_capacity as seats",
      "r.hours",
      "r.planned_term as plannedTerm",
      eb
        .selectFrom("session as s")
        .whereRef("s.round_id", "=", "r.id")
        .where("s.called_off", "=", false)
        .select(sql<number>`count(*)::int`.as("count"))
        .as("meetings"),
      eb
        .selectFrom("session as s")
        .whereRef("s.round_id", "=", "r.id")
        .select(sql<Temporal.PlainDate>`min(s.date)`.as("first"))
        .as("firstDay"),
      eb
        .selectFrom("deadline_change as d")
        .whereRef("d.round_id", "=", "r.id")
        .select(sql<number>`count(*)::int`.as("count"))
        .as("extensions"),
      countOf("state not in ('unconfirmed', 'lapsed', 'merged')").as("applied"),
      countOf("state in ('placed', 'completed')").as("placed"),
      sql<number>`(select count(distinct coalesce(g.organisation_id::text, lower(g.employer)))::int from registration as g
        where g.round_id = r.id and g.state in ('placed', 'completed'))`.as("municipalities"),
    ])
    .orderBy(sql`(select min(date) from session where round_id = r.id) nulls last`)
    .orderBy("r.created_at")
    .execute();
  return rows.map(({ meetings, extensions, ...row }): RoundFigures & typeof row => ({
    ...row,
    meetings: meetings ?? 0,
    extensions: extensions ?? 0,
  }));
}

const countOf = (condition: string) =>
  sql<number>`(select count(*)::int from registration as g where g.round_id = r.id and ${sql.raw(`g.${condition}`)})`;
