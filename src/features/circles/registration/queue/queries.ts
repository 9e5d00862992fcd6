import { type Selectable, sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { RoundTable } from "#platform/database/schema.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { isManagerAwaited, type ManagerWordState } from "#features/circles/registration/manager/manager-word.ts";
import type { Entry } from "#features/circles/registration/seat-claims.ts";
import {
  type Application,
  liveStates,
  type RegistrationId,
  seatedStates,
} from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** What giving and taking places needs to know of a round, as it is while its lock is held. */
export type LockedRound = NonNullable<Awaited<ReturnType<typeof lockPlaces>>>;

/**
 * Takes the lock under which everything that gives, takes or counts places in a round stands in line, and gives the
 * round as it is then. Always the first statement of such a change, so that two of them never wait for each other.
 */
export async function lockPlaces(tx: Tx, roundId: RoundId) {
  const { rows } = await sql<Selectable<RoundTable>>`select * from lock_round(${roundId})`.execute(tx);
  const round = rows[0];
  if (!round) return undefined;
  return {
    id: round.id,
    slug: round.slug,
    organisationId: round.organisation_id,
    state: round.state,
    version: round.version,
    allocation: round.allocation,
    seats: round.hard_capacity ?? 0,
    deadline: round.deadline,
    openUntilFull: round.open_until_full,
    noticeDate: round.notice_date,
    noticesSent: round.notices_sent_at !== null,
    answerDays: round.answer_days,
    managerConsultation: round.manager_consultation,
    hours: round.hours,
    purpose: round.purpose,
    asksDiet: round.asks_diet,
    asksAgeGroup: round.asks_age_group,
    asksAdaptation: round.asks_adaptation,
    materialByPost: round.material_by_post,
  };
}

/** Which round a registration belongs to: known before the lock, and never changed. */
export async function roundOf(db: Reader, registrationId: RegistrationId): Promise<RoundId | undefined> {
  const row = await db
    .selectFrom("registration")
    .where("id", "=", registrationId)
    .select("round_id as roundId")
    .executeTakeFirst();
  return row?.roundId;
}

/** What a step of one registration is decided by. Read after the round is locked. */
export type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

export async function standingOf(tx: Reader, registrationId: RegistrationId) {
  const row = await tx
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.id", "=", registrationId)
    .select([
      "r.id",
      "r.round_id as roundId",
      "r.queue_no as queueNo",
      "r.state",
      "r.person_id as personId",
      "r.confirm_by as confirmBy",
      "r.hold_used as holdUsed",
      "r.late",
      "r.name",
      "r.email",
      "r.language",
      "m.state as managerState",
    ])
    .executeTakeFirst();
  return row && { ...row, managerAwaited: isAwaited(row.managerState) };
}

/** The live application a person has in a round already, if any. */
export async function liveTwinOf(tx: Tx, roundId: RoundId, personId: PersonId): Promise<Standing | undefined> {
  const row = await tx
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("person_id", "=", personId)
    .where("state", "in", liveStates)
    .select("id")
    .executeTakeFirst();
  return row && standingOf(tx, row.id);
}

/** The last day a round meets, as far as it is known. */
export async function lastSessionOf(db: Reader, roundId: RoundId): Promise<Temporal.PlainDate | undefined> {
  const row = await db
    .selectFrom("session")
    .where("round_id", "=", roundId)
    .where("called_off", "=", false)
    .select((eb) => eb.fn.max("date").as("date"))
    .executeTakeFirst();
  return row?.date ?? undefined;
}

/** The rules about whom a round is for, and whom to turn to when one does not fit. */
export async function eligibilityRulesOf(db: Reader, roundId: RoundId) {
  const rules = await db
    .selectFrom("eligibility_rule")
    .where("round_id", "=", roundId)
    .orderBy("position")
    .select(["id", "text", "strength"])
    .execute();
  return { rules, contact: rules.length > 0 ? (await contactsOf(db, roundId)).contact : "" };
}

/**
 * Whom people turn to about a round: in one line the contact that can be reached first (name, then mail address or
 * telephone), and as the receiver of answers the first one with a mail address.
 */
export async function contactsOf(db: Reader, roundId: RoundId) {
  const contacts = await db
    .selectFrom("round_contact")
    .where("round_id", "=", roundId)
    .orderBy("position")
    .select(["name", "email", "phone"])
    .execute();
  const reached = contacts.find(({ email, phone }) => email ?? phone) ?? contacts[0];
  const writes = contacts.find(({ email }) => email !== null);
  return {
    contact: reached ? [reached.name, reached.email ?? reached.phone].filter(Boolean).join(", ") : "",
    replyTo: writes?.email ? { name: writes.name, address: writes.email } : undefined,
  };
}

/** How long the same application sent again counts as the same press of the button. */
const doubleClick = Temporal.Duration.from({ minutes: 2 });

/** An application like this one, from the same address, that was sent a moment ago and waits for its confirmation. */
export async function sameApplication(tx: Tx, roundId: RoundId, application: Application, at: Temporal.Instant) {
  return tx
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("email", "=", application.email)
    .where("state", "=", "unconfirmed")
    .where("state_since", ">", at.subtract(doubleClick))
    .where("name", "=", application.name)
    .where("workplace", "=", application.workplace)
    .select(["id", "queue_no as queueNo", "confirm_by as confirmBy"])
    .executeTakeFirst();
}

/** A registration as the queue sees it, with its id. */
export type QueueEntry = Entry & { readonly id: RegistrationId };

/**
 * The part of a round's roster that decides about its seats: everyone who has one, and of those with a claim only as
 * many as there are seats, in queue order. More claims than seats change no answer, so two thousand applicants
 * are decided about as fast as twenty.
 */
export async function queueOf(
  tx: Tx,
  round: { id: RoundId; seats: number },
  now: Temporal.Instant,
): Promise<QueueEntry[]> {
  const entries = tx
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.round_id", "=", round.id)
    .select([
      "r.id",
      "r.queue_no as queueNo",
      "r.state",
      "r.confirm_by as confirmBy",
      "r.hold_used as holdUsed",
      "m.state as managerState",
    ]);
  const [seated, unconfirmed, waiting] = await Promise.all([
    entries.where("r.state", "in", seatedStates).execute(),
    entries
      .where("r.state", "=", "unconfirmed")
      .where("r.confirm_by", ">", now)
      .orderBy("r.queue_no")
      .limit(round.seats)
      .execute(),
    entries
      .where("r.state", "=", "waitlisted")
      .where((eb) =>
        eb.not(
          eb.and([eb("r.hold_used", "=", true), eb(eb.fn.coalesce("m.state", sql.lit("none")), "in", awaitedStates)]),
        ),
      )
      .orderBy("r.queue_no")
      .limit(round.seats)
      .execute(),
  ]);
  return [...seated, ...unconfirmed, ...waiting].map(({ holdUsed, managerState, ...entry }) => ({
    ...entry,
    passedOver: holdUsed && isAwaited(managerState),
  }));
}

const awaitedStates = (["waiting", "question", "no"] as const).filter((state) => isManagerAwaited({ state }));

function isAwaited(state: ManagerWordState | null): boolean {
  return isManagerAwaited(state === null ? undefined : { state });
}

/** Rounds in which time has run out for somebody: an unconfirmed address, an offer, a place that was kept. */
export async function roundsWithTimeOut(db: Reader, now: Temporal.Instant): Promise<RoundId[]> {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("waitlist_offer as o", (join) => join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null))
    .where((eb) =>
      eb.or([
        eb.and([eb("r.state", "=", "unconfirmed"), eb("r.confirm_by", "<=", now)]),
        eb.and([eb("r.state", "=", "held"), eb("r.held_until", "<=", now)]),
        eb.and([eb("r.state", "=", "offered"), eb("o.answer_by", "<=", now)]),
      ]),
    )
    .select("r.round_id as roundId")
    .distinct()
    .execute();
  return rows.map((row) => row.roundId);
}
