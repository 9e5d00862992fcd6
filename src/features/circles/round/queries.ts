import { sql, type SqlBool } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Actor, Grant } from "#kernel/actor.ts";
import { compiledOnce } from "#platform/database/compiled-once.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { seatedStates } from "#features/circles/registration/registration.ts";

/** Everything that is written down about one round, as the editor, the rules and the public page know it. */
export type RoundFacts = NonNullable<Awaited<ReturnType<typeof roundFacts>>>;

/** Takes the lock of a round, and tells how it is now that nobody else can change it. */
export async function lockRound(tx: Tx, id: RoundId): Promise<RoundFacts | undefined> {
  await sql`select 1 from lock_round(${id})`.execute(tx);
  return roundFacts(tx, id);
}

/** One round with all that belongs to it. */
export async function roundFacts(db: Reader, id: RoundId) {
  return (await factsOf(db, [id]))[0];
}

/** Which round has a readable address, whoever asks. */
export async function roundIdOf(db: Reader, slug: string): Promise<RoundId | undefined> {
  const row = await db.selectFrom("round").where("slug", "=", slug).select("id").executeTakeFirst();
  return row?.id;
}

/** Several rounds with all that belongs to them, in one statement. In the order of the ids. */
export async function factsOf(db: Reader, ids: readonly RoundId[]) {
  if (ids.length === 0) return [];
  const rounds = await roundRows(db, ids);
  const byId = new Map(rounds.map((round) => [round.id, { ...round, sessions: round.sessions.map(dated) }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const roundRows = compiledOnce((db, ids: readonly RoundId[]) =>
  db
    .selectFrom("round as r")
    .where(sql<SqlBool>`r.id = any(${ids}::uuid[])`)
    .select([
      "r.id",
      "r.slug",
      "r.state",
      "r.version",
      "r.programme_id as programmeId",
      "r.organisation_id as organisationId",
      "r.kind",
      "r.title",
      "r.lead",
      "r.theme",
      "r.theme_short as themeShort",
      "r.theme_definition as themeDefinition",
      "r.theme_source as themeSource",
      "r.theme_reason as themeReason",
      "r.background",
      "r.practice_problem as practiceProblem",
      "r.purpose",
      "r.goal",
      "r.form_text as formText",
      sql<("unit" | "municipality" | "county")[]>`r.beneficiaries`.as("beneficiaries"),
      "r.audience",
      "r.written_output as writtenOutput",
      "r.planned_term as plannedTerm",
    ])
    .select([
      "r.cost",
      "r.funder",
      "r.agreement",
      "r.hours",
      "r.target_capacity as targetCapacity",
      "r.hard_capacity as hardCapacity",
      "r.capacity_approximate as capacityApproximate",
      "r.minimum_participants as minimumParticipants",
      "r.go_no_go_date as goNoGoDate",
      "r.go_decided_on as goDecidedOn",
      "r.external_link as externalLink",
      "r.external_form as externalForm",
      "r.team_least as teamLeast",
      "r.team_most as teamMost",
      "r.material_by_post as materialByPost",
      "r.asks_diet as asksDiet",
      "r.asks_age_group as asksAgeGroup",
      "r.asks_adaptation as asksAdaptation",
      "r.allocation",
      "r.manager_consultation as managerConsultation",
      "r.deadline",
      "r.open_until_full as openUntilFull",
      "r.notice_date as noticeDate",
      "r.notice_month as noticeMonth",
      "r.answer_days as answerDays",
      "r.published_at as publishedAt",
      "r.notices_sent_at as noticesSentAt",
      "r.cancelled_reason as cancelledReason",
      "r.created_at as createdAt",
      "r.updated_at as updatedAt",
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("session as s")
          .whereRef("s.round_id", "=", "r.id")
          .orderBy("s.position")
          .select([
            "s.id",
            sql<string | null>`s.date::text`.as("date"),
            sql<string | null>`s.starts::text`.as("starts"),
            sql<string | null>`s.ends::text`.as("ends"),
            "s.kind",
            "s.mode",
            "s.provisional",
            "s.venue",
            "s.catering",
            "s.theme",
            "s.audience",
            "s.sequence",
            "s.called_off as calledOff",
            "s.called_off_reason as calledOffReason",
          ]),
      ).as("sessions"),
      jsonArrayFrom(
        eb
          .selectFrom("round_leader as l")
          .whereRef("l.round_id", "=", "r.id")
          .orderBy("l.position")
          .select(["l.name", "l.title", "l.part"]),
      ).as("leaders"),
      jsonArrayFrom(
        eb
          .selectFrom("round_contact as c")
          .whereRef("c.round_id", "=", "r.id")
          .orderBy("c.position")
          .select(["c.name", "c.title", "c.email", "c.phone"]),
      ).as("contacts"),
      jsonArrayFrom(
        eb
          .selectFrom("guiding_question as q")
          .whereRef("q.round_id", "=", "r.id")
          .orderBy("q.position")
          .select(["q.source", "q.text"]),
      ).as("questions"),
      jsonArrayFrom(
        eb
          .selectFrom("eligibility_rule as e")
          .whereRef("e.round_id", "=", "r.id")
          .orderBy("e.position")
          .select(["e.id", "e.text", "e.strength"]),
      ).as("rules"),
    ])
    .compile(),
);

type Written = { readonly date: string | null; readonly starts: string | null; readonly ends: string | null };

/** JSON carries days and times as text. */
function dated<Session extends Written>({ date, starts, ends, ...session }: Session) {
  const time = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text));
  return {
    ...session,
    date: date === null ? null : Temporal.PlainDate.from(date),
    starts: time(starts),
    ends: time(ends),
  };
}

/** How many have applied, have a seat, wait or may still claim a seat, in one round. */
export type Numbers = {
  readonly roundId: RoundId;
  readonly applied: number;
  readonly placed: number;
  readonly seated: number;
  readonly waiting: number;
  readonly unconfirmed: number;
};

export const noNumbers = { applied: 0, placed: 0, seated: 0, waiting: 0, unconfirmed: 0 };

/**
 * The numbers of several rounds. `applied` counts confirmed applications that are still in the running, `seated` all
 * who take a seat (placed, held, offered), `unconfirmed` those who may still confirm and so have a claim. One and the
 * same person is one, because a round has at most one live application of each. `placed`, `seated` and `unconfirmed`
 * count places, so that a team counts as many as it has people.
 */
export async function numbersOf(
  db: Reader,
  ids: readonly RoundId[],
  now: Temporal.Instant,
): Promise<Map<RoundId, Numbers>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("registration as g")
    .where("g.round_id", "in", ids)
    .groupBy("g.round_id")
    .select([
      "g.round_id as roundId",
      sql<number>`count(*) filter (where g.state in ('applied', 'held', 'placed', 'waitlisted', 'offered', 'completed'))::int`.as(
        "applied",
      ),
      sql<number>`coalesce(sum(g.seats) filter (where g.state in ('placed', 'completed')), 0)::int`.as("placed"),
      sql<number>`coalesce(sum(g.seats) filter (where g.state = any(${[...seatedStates]})), 0)::int`.as("seated"),
      sql<number>`count(*) filter (where g.state = 'waitlisted')::int`.as("waiting"),
      sql<number>`coalesce(sum(g.seats) filter (where g.state = 'unconfirmed' and g.confirm_by > ${now}), 0)::int`.as(
        "unconfirmed",
      ),
    ])
    .execute();
  return new Map(rows.map((row) => [row.roundId, row]));
}

/** The numbers of one round; zeros when nobody has applied. */
export async function numbersIn(db: Reader, id: RoundId, now: Temporal.Instant) {
  return (await numbersOf(db, [id], now)).get(id) ?? { roundId: id, ...noNumbers };
}

/** The rounds an actor's grants reach, as a condition on `round as r`: lists, counts and searches agree by it. */
export function withinReach(actor: Actor, ...grants: readonly Grant[]) {
  const reaches = grants.flatMap((grant) => actor.reach.get(grant) ?? []);
  const everywhere = reaches.some((reach) => reach.everywhere);
  const organisations = reaches.flatMap((reach) => [...reach.organisations]);
  const rounds = reaches.flatMap((reach) => [...reach.things]);
  return sql<SqlBool>`(${everywhere}::boolean or r.organisation_id = any(${organisations}::uuid[]) or r.id = any(${rounds}::uuid[]))`;
}

/** The kinds of activity there are, in their own order. */
export function activityKinds(db: Reader) {
  return db
    .selectFrom("activity_kind")
    .orderBy("position")
    .select(["code", "name_sv as nameSv", "name_en as nameEn", "explanation"])
    .execute();
}
