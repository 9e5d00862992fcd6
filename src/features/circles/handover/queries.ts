import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { HandoverId } from "#features/circles/handover/handover.ts";
import { liveStates } from "#features/circles/registration/registration.ts";
import { publishReadiness } from "#features/circles/round/publish-readiness.ts";
import { numbersIn, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import { soonWithoutVenue } from "#features/circles/round/round-next-step.ts";
import { mayEditRound, maySeeRound } from "#features/circles/round/round-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { rolesThatTakeOver } from "#features/circles/handover/taking-over.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { validOn } from "#features/organisations/queries.ts";

/** Who answers for a round: whoever took it over last, or made it. */
export async function responsibleFor(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("round as r")
    .innerJoin("person as p", (join) =>
      join.on("p.id", "=", (eb) => eb.fn.coalesce("r.responsible_id", "r.created_by")),
    )
    .where("r.id", "=", roundId)
    .select(["p.id", "p.name", "p.title", "p.email", "p.phone"])
    .executeTakeFirst();
}

/** Somebody who could take a round over. */
export type Taker = Awaited<ReturnType<typeof takersOf>>[number];

/**
 * The colleagues who could take a round over: those who work with circles in its organisation or one above it, or who
 * have a part in leading the round itself; also those who are invited and have not come in yet. Not whoever answers
 * for it already, and nobody without an address.
 */
export async function takersOf(
  db: Reader,
  round: { readonly id: RoundId; readonly organisationId: OrganisationId },
  today: Temporal.PlainDate,
) {
  const { rows } = await sql<{
    id: PersonId;
    name: string;
    email: string;
    title: string | null;
    phone: string | null;
    role: string;
    place: string | null;
  }>`
    with recursive up(id) as (
      select ${round.organisationId}::uuid
      union
      select o.parent_id from up join organisation o on o.id = up.id where o.parent_id is not null)
    select * from (
      select distinct on (p.id) p.id, p.name, p.email, p.title, p.phone, a.role, o.short_name as place
      from role_assignment a join person p on p.id = a.person_id left join organisation o on o.id = a.organisation_id
      where (a.organisation_id in (select id from up) or a.round_id = ${round.id})
        and a.role = any(${[...rolesThatTakeOver]}) and a.ended_at is null and ${validOn(today, "a")}
        and p.email is not null
        and p.id is distinct from (select coalesce(r.responsible_id, r.created_by) from round r where r.id = ${round.id})
      order by p.id, array_position(${[...rolesThatTakeOver]}, a.role)) as each
    order by name collate swedish
    limit 500`.execute(db);
  return rows;
}

/** What is open in a round: what somebody who takes it over has to go on with. */
export type OpenMatters = Awaited<ReturnType<typeof openMatters>>;

export async function openMatters(db: Reader, roundId: RoundId, now: Temporal.Instant) {
  const round = await roundFacts(db, roundId);
  if (!round) throw new Error(`Round ${roundId} is gone`);
  const today = dateIn(now);
  const [numbers, waiting] = await Promise.all([
    numbersIn(db, roundId, now),
    db
      .selectFrom("registration as r")
      .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
      .leftJoin("waitlist_offer as o", (join) =>
        join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null),
      )
      .leftJoin("selection_decision as d", "d.registration_id", "r.id")
      .where("r.round_id", "=", roundId)
      .where("r.state", "in", liveStates)
      .select([
        sql<number>`count(*) filter (where m.state = 'waiting')::int`.as("managers"),
        sql<number>`count(*) filter (where m.state = 'question')::int`.as("questions"),
        sql<number>`count(*) filter (where o.id is not null)::int`.as("offers"),
        sql<number>`count(*) filter (where r.state = 'applied' and d.registration_id is null)::int`.as("undecided"),
        sql<number>`(select count(*)::int from phone_call c join registration g on g.id = c.registration_id
          where g.round_id = ${roundId} and c.called_at is null)`.as("calls"),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  return {
    ...waiting,
    applied: numbers.applied,
    unconfirmed: numbers.unconfirmed,
    waitlisted: numbers.waiting,
    missing: round.state === "draft" ? publishReadiness(round, today).missing.length : 0,
    withoutVenue: round.state === "draft" ? 0 : soonWithoutVenue(round.sessions, today).length,
    nextSession: round.sessions.find(
      ({ date, calledOff }) => date && !calledOff && Temporal.PlainDate.compare(date, today) >= 0,
    ),
    noticeDate: round.noticesSentAt ? null : round.noticeDate,
    deadline: round.state === "published" ? round.deadline : null,
  };
}

/** The page on which a round is handed over. */
export type HandoverPageFacts = NonNullable<Awaited<ReturnType<typeof handoverPage>>>;

/** Everything somebody needs to hand a round over; nothing for whoever may not see it. */
export async function handoverPage(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeRound(actor, round)) return undefined;
  const today = dateIn(now);
  const [responsible, takers, open, drafts, history] = await Promise.all([
    responsibleFor(db, round.id),
    takersOf(db, round, today),
    openMatters(db, round.id, now),
    draftsAlong(db, round.id),
    handoversOf(db, round.id),
  ]);
  return {
    round,
    responsible,
    takers,
    open,
    drafts,
    history,
    applied: open.applied,
    leadsByRole: responsible ? await leadsByRole(db, round.id, responsible.id, today) : false,
    can: { handOver: mayEditRound(actor, round) },
  };
}

/** Whether somebody's right to a round comes from a role in it, and so goes when it is handed over. */
async function leadsByRole(db: Reader, roundId: RoundId, personId: PersonId, today: Temporal.PlainDate) {
  const row = await db
    .selectFrom("role_assignment as a")
    .where("a.round_id", "=", roundId)
    .where("a.person_id", "=", personId)
    .where("a.role", "=", "circleLeader")
    .where("a.ended_at", "is", null)
    .where(validOn(today, "a"))
    .select("a.id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The drafts of the same series that the same person answers for. */
export async function draftsAlong(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("round as r")
    .innerJoin("round as this", "this.programme_id", "r.programme_id")
    .where("this.id", "=", roundId)
    .whereRef("r.id", "<>", "this.id")
    .where("r.state", "=", "draft")
    .where(
      sql<boolean>`coalesce(r.responsible_id, r.created_by) is not distinct from coalesce(this.responsible_id, this.created_by)`,
    )
    .orderBy("r.created_at")
    .select(["r.id", "r.slug", "r.title"])
    .execute();
}

/** How a round has passed from one to another, first to last. */
export async function handoversOf(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("round_handover as h")
    .leftJoin("person as giver", "giver.id", "h.from_id")
    .innerJoin("person as taker", "taker.id", "h.to_id")
    .where("h.round_id", "=", roundId)
    .orderBy("h.handed_at")
    .select(["h.id", "giver.name as from", "taker.name as to", "h.handed_at as handedAt", "h.note"])
    .execute();
}

/** What the mail to whoever has taken a round over says. */
export async function handoverContent(db: Reader, id: HandoverId, now: Temporal.Instant) {
  const row = await db
    .selectFrom("round_handover as h")
    .innerJoin("round as r", "r.id", "h.round_id")
    .innerJoin("person as taker", "taker.id", "h.to_id")
    .leftJoin("person as hand", "hand.id", "h.handed_by")
    .where("h.id", "=", id)
    .select(["h.round_id as roundId", "h.note", "r.slug", "r.title", "r.organisation_id as organisationId"])
    .select(["taker.name", "taker.email", "taker.language", "hand.name as handName", "hand.email as handAddress"])
    .executeTakeFirst();
  if (!row?.email) return undefined;
  const look = await lookOf(db, row.organisationId);
  return { ...row, email: row.email, look, open: await openMatters(db, row.roundId, now) };
}
