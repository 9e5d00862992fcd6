import { type Selectable, sql } from "kysely";
import type { Id, PersonId } from "#kernel/ids.ts";
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
export type LockedRound = LockedRow;

/**
 * Takes the lock under which everything that gives, takes or counts places in a round stands in line, and gives the
 * round as it is then. Always the first statement of such a change, so that two of them never wait for each other.
 */
export async function lockPlaces(tx: Tx, roundId: RoundId): Promise<LockedRow | undefined> {
  // Every column by name: a statement that asks for all of them is not prepared.
  const { rows } = await sql<LockedRow>`
    select id, slug, organisation_id as "organisationId", state, version, allocation, coalesce(hard_capacity, 0) as seats,
      deadline, open_until_full as "openUntilFull", notice_date as "noticeDate", notices_sent_at is not null as "noticesSent",
      answer_days as "answerDays", manager_consultation as "managerConsultation", hours, asks_diet as "asksDiet",
      asks_age_group as "asksAgeGroup", asks_adaptation as "asksAdaptation", material_by_post as "materialByPost",
      external_form as "externalForm", team_least as "teamLeast", team_most as "teamMost"
    from lock_round(${roundId})`.execute(tx);
  return rows[0];
}

type RoundRow = Selectable<RoundTable>;
type LockedRow = Pick<RoundRow, "id" | "slug" | "state" | "version" | "allocation" | "deadline" | "hours"> & {
  organisationId: RoundRow["organisation_id"];
  seats: number;
  openUntilFull: boolean;
  noticeDate: RoundRow["notice_date"];
  noticesSent: boolean;
  answerDays: number;
  managerConsultation: RoundRow["manager_consultation"];
  asksDiet: boolean;
  asksAgeGroup: boolean;
  asksAdaptation: boolean;
  materialByPost: boolean | null;
  externalForm: string | null;
  teamLeast: number | null;
  teamMost: number | null;
};

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
      "r.seats",
      "r.name",
      "r.email",
      "r.phone",
      "r.language",
      "r.address_unproved as addressUnproved",
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

type Met = {
  readonly rules: readonly {
    readonly id: Id<"eligibility_rule">;
    readonly text: string;
    readonly strength: "required" | "recommended";
  }[];
  readonly id: RegistrationId | null;
  readonly queueNo: number | null;
  readonly confirmBy: Temporal.Instant | null;
};

/**
 * What an application meets in its round: the rules about whom it is for, and an application like it from the same
 * address that was sent a moment ago and waits for its confirmation. One statement, because everyone who applies at
 * the same moment stands in line behind it.
 */
export async function metInRound(tx: Tx, roundId: RoundId, application: Application, at: Temporal.Instant) {
  const { email, name, workplace } = application;
  const { rows } = await sql<Met>`
    select twin.id, twin.queue_no as "queueNo", twin.confirm_by as "confirmBy",
      (select coalesce(json_agg(json_build_object('id', e.id, 'text', e.text, 'strength', e.strength) order by e.position), '[]')
       from eligibility_rule e where e.round_id = ${roundId}) as rules
    from (select 1) as always left join lateral (
      select id, queue_no, confirm_by from registration
      where round_id = ${roundId} and email = ${email} and state = 'unconfirmed' and name = ${name}
        and workplace = ${workplace} and state_since > ${at.subtract(doubleClick)}
      limit 1) as twin on true`.execute(tx);
  const { rules = [], id, queueNo, confirmBy } = rows[0] ?? {};
  return { rules, twin: id && queueNo && confirmBy ? { id, queueNo, confirmBy } : undefined };
}

/** The rules about whom a round is for, in their order. */
export async function rulesOf(db: Reader, roundId: RoundId): Promise<Met["rules"]> {
  return db
    .selectFrom("eligibility_rule")
    .where("round_id", "=", roundId)
    .orderBy("position")
    .select(["id", "text", "strength"])
    .execute();
}

/** A registration as the queue sees it, with its id. */
export type QueueEntry = Entry & { readonly id: RegistrationId };

/**
 * The part of a round's roster that decides about its seats: everyone who has one, and of those with a claim only as
 * many as there are seats, in queue order. More claims than seats change no answer, so two thousand applicants
 * are decided about as fast as twenty. Of teams all, because a small one behind many large ones may fit.
 */
export async function queueOf(
  tx: Tx,
  round: Pick<LockedRound, "id" | "seats" | "allocation">,
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
      "r.seats",
      "m.state as managerState",
    ]);
  const most = round.allocation === "teamByPrincipal" ? null : round.seats;
  const [seated, unconfirmed, waiting] = await Promise.all([
    entries.where("r.state", "in", seatedStates).execute(),
    entries
      .where("r.state", "=", "unconfirmed")
      .where("r.confirm_by", ">", now)
      .orderBy("r.queue_no")
      .$if(most !== null, (qb) => qb.limit(most ?? 0))
      .execute(),
    entries
      .where("r.state", "=", "waitlisted")
      .where((eb) =>
        eb.not(
          eb.and([eb("r.hold_used", "=", true), eb(eb.fn.coalesce("m.state", sql.lit("none")), "in", awaitedStates)]),
        ),
      )
      .orderBy("r.queue_no")
      .$if(most !== null, (qb) => qb.limit(most ?? 0))
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
