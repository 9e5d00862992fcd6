import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { answerBy, confirmationDays, holdDays } from "#features/circles/registration/answer-deadlines.ts";
import { maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { type RoundFacts, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { noJoinLinks } from "#features/circles/round/join-links/join-links.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Everything the mails about one registration may say. About nobody else in the round. */
export type MailContent = NonNullable<Awaited<ReturnType<typeof mailContent>>>;

/** What the mails about one registration say, as it is when the mail is written. */
export async function mailContent(db: Reader, registrationId: RegistrationId) {
  const row = await db
    .selectFrom("registration as r")
    .innerJoin("round as c", "c.id", "r.round_id")
    .innerJoin("organisation as organiser", "organiser.id", "c.organisation_id")
    .leftJoin("person as adder", "adder.id", "r.added_by")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("waitlist_offer as o", (join) => join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null))
    .where("r.id", "=", registrationId)
    .select([
      "r.id",
      "r.state",
      "r.name",
      "r.email",
      "r.language",
      "r.workplace",
      "r.late",
      "r.confirm_by as confirmBy",
      "r.held_until as heldUntil",
      "r.ineligible_reason as ineligibleReason",
      "r.way",
      "r.reached_at as reachedAt",
      "r.seats",
      "r.employer",
      "adder.name as addedBy",
      "organiser.name as organiser",
      "o.answer_by as answerBy",
      "d.reason as decisionReason",
      "m.state as managerState",
      "m.manager_name as managerName",
      "m.manager_email as managerEmail",
      "m.question as managerQuestion",
      sql<number>`(select count(*)::int from registration w
        where w.round_id = r.round_id and w.state = 'waitlisted' and w.queue_no <= r.queue_no)`.as("waitingNumber"),
    ])
    .select([
      "c.id as roundId",
      "c.organisation_id as organisationId",
      "c.slug",
      "c.title",
      "c.theme_short as themeShort",
      "c.state as roundState",
      "c.allocation",
      "c.version",
      "c.hours",
      "c.purpose",
      "c.notice_date as noticeDate",
      "c.cancelled_reason as cancelledReason",
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const sessions = await sessionsOf(db, row.roundId);
  const contacts = await contactsOf(db, row.roundId);
  const look = await lookOf(db, row.organisationId);
  // Nobody without a place is ever told where a digital meeting is joined.
  const joinLinks = row.state === "placed" ? await joinLinksOf(db, row.roundId) : noJoinLinks;
  return { ...row, sessions, ...contacts, replyTo: contacts.replyTo ?? look.replyTo, look, joinLinks };
}

/**
 * A mail's content for a round without any real person in it: an invented applicant, and deadlines as they would be
 * if everything happened now. For those who may see the round from the inside.
 */
export async function sampleContent(
  db: Reader,
  actor: Actor,
  slug: string,
  sample: { readonly email: string } & Pick<
    MailContent,
    "name" | "workplace" | "managerName" | "managerEmail" | "ineligibleReason" | "decisionReason" | "cancelledReason"
  >,
  now: Temporal.Instant,
): Promise<{ readonly content: MailContent & { email: string }; readonly round: RoundFacts } | undefined> {
  const roundId = await roundIdOf(db, slug);
  const round = roundId && (await roundFacts(db, roundId));
  if (!round || !maySeeRoster(actor, round)) return undefined;
  const contacts = await contactsOf(db, round.id);
  const look = await lookOf(db, round.organisationId);
  const organiser = await db
    .selectFrom("organisation")
    .where("id", "=", round.organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  const content: MailContent & { email: string } = {
    ...sample,
    ...contacts,
    replyTo: contacts.replyTo ?? look.replyTo,
    look,
    id: sampleId,
    state: "placed",
    language: "sv",
    late: false,
    way: "phone",
    reachedAt: now,
    addedBy: actor.name,
    organiser: organiser.name,
    employer: organiser.name,
    seats: round.teamLeast ?? 1,
    confirmBy: answerBy(now, confirmationDays),
    heldUntil: answerBy(now, holdDays),
    answerBy: answerBy(now, round.answerDays),
    managerState: round.managerConsultation === "confirmed" ? "waiting" : null,
    managerQuestion: null,
    waitingNumber: 1,
    roundId: round.id,
    organisationId: round.organisationId,
    slug: round.slug,
    title: round.title,
    themeShort: round.themeShort,
    roundState: round.state,
    allocation: round.allocation,
    version: round.version,
    hours: round.hours,
    purpose: round.purpose,
    noticeDate: round.noticeDate,
    sessions: round.sessions,
    joinLinks: new Map(
      round.sessions.filter(({ mode }) => mode !== "physical" && mode !== null).map(({ id }) => [id, sampleJoinLink]),
    ),
  };
  return { content, round };
}

/** Where a digital meeting is joined in a preview; leads nowhere. */
const sampleJoinLink = "https://mote.example.se/";

// Nobody's: a sample is never posted, so nothing is ever looked up by it.
const sampleId = "00000000-0000-7000-8000-000000000000" as RegistrationId;

/** The sessions of a round, in their order. */
async function sessionsOf(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("session")
    .where("round_id", "=", roundId)
    .orderBy("position")
    .select([
      "id",
      "date",
      "starts",
      "ends",
      "kind",
      "mode",
      "provisional",
      "venue",
      "catering",
      "theme",
      "audience",
      "sequence",
    ])
    .select("called_off as calledOff")
    .execute();
}
