import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Id } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Audience, Group, MailingId } from "#features/circles/reaching/mailing/mailing.ts";
import { statesIn, statesOfPerson } from "#features/circles/reaching/mailing/mailing.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { numbersIn, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** The round somebody writes in, with how many have applied; nothing for whoever may not see who applied. */
export async function roundToReach(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeRoster(actor, round)) return undefined;
  const { applied } = await numbersIn(db, round.id, now);
  return { round, applied, can: { write: mayDecide(actor, round) } };
}

/** Somebody a message goes to: whoever applied, or somebody in their team. Without an address they are telephoned. */
export type Receiver = {
  readonly registrationId: RegistrationId;
  readonly memberId: Id<"team_member"> | null;
  readonly name: string;
  readonly email: string | null;
};

/** Whom a message is for, one row an address, in queue order. */
export async function receiversOf(
  db: Reader,
  roundId: RoundId,
  to: Audience,
  registrationId?: RegistrationId,
): Promise<Receiver[]> {
  const states = to === "person" ? statesOfPerson : statesIn[to];
  const only = to === "person" ? (registrationId ?? null) : null;
  const { rows } = await sql<Receiver>`
    select "registrationId", "memberId", name, email from (
      select distinct on (coalesce(email, "registrationId"::text)) * from (
        select r.id as "registrationId", null::uuid as "memberId", r.name, r.email, r.queue_no, -1 as place
        from registration r
        where r.round_id = ${roundId} and r.state = any(${[...states]}) and r.confirmed_at is not null
          and (${only}::uuid is null or r.id = ${only}::uuid)
        union all
        select r.id, m.id, m.name, m.email, r.queue_no, m.position
        from registration r join team_member m on m.registration_id = r.id and m.removed_at is null
        where r.round_id = ${roundId} and r.state = any(${[...states]}) and r.confirmed_at is not null
          and ${only}::uuid is null) as everybody
      order by coalesce(email, "registrationId"::text), queue_no, place) as once
    order by queue_no, place`.execute(db);
  return rows;
}

/** How many each group of a round holds now. */
export async function groupSizes(db: Reader, roundId: RoundId): Promise<Readonly<Record<Group, number>>> {
  const [everyone, placed, waiting] = await Promise.all([
    receiversOf(db, roundId, "everyone"),
    receiversOf(db, roundId, "placed"),
    receiversOf(db, roundId, "waiting"),
  ]);
  return { everyone: everyone.length, placed: placed.length, waiting: waiting.length };
}

/** One mailing in a round's history. */
export type ListedMailing = Awaited<ReturnType<typeof mailingsOf>>[number];

/** What has been written in a round, latest first: by whom, when, to how many, and how far it has come. */
export async function mailingsOf(db: Reader, roundId: RoundId) {
  return mailings(db).where("m.round_id", "=", roundId).orderBy("m.written_at", "desc").limit(500).execute();
}

/** One mailing with everybody it went to. */
export async function mailingOf(db: Reader, roundId: RoundId, id: MailingId) {
  const mailing = await mailings(db).where("m.round_id", "=", roundId).where("m.id", "=", id).executeTakeFirst();
  if (!mailing) return undefined;
  const receivers = await db
    .selectFrom("round_mailing_receiver as v")
    .leftJoin("registration as r", "r.id", "v.registration_id")
    .leftJoin("team_member as e", "e.id", "v.team_member_id")
    .where("v.mailing_id", "=", id)
    .orderBy("v.position")
    .select(["v.registration_id as registrationId", "v.workplace", "v.posted_at as postedAt"])
    .select((eb) => [
      eb.fn.coalesce("v.name", "e.name", "r.name").as("name"),
      eb.fn.coalesce("v.email", "e.email", "r.email").as("email"),
    ])
    .execute();
  return { ...mailing, receivers };
}

function mailings(db: Reader) {
  return db
    .selectFrom("round_mailing as m")
    .leftJoin("person as p", "p.id", "m.written_by")
    .select(["m.id", "m.kind", "m.audience", "m.subject", "m.body as text", "m.receivers as count"])
    .select(["m.reply_to_name as replyToName", "m.reply_to_address as replyToAddress"])
    .select(["p.name as writtenBy", "m.written_at as writtenAt"])
    .select(
      sql<number>`(select count(*)::int from round_mailing_receiver v where v.mailing_id = m.id and v.posted_at is null)`.as(
        "waiting",
      ),
    );
}

/** What the mails of a mailing are made of. */
export type MailingContent = NonNullable<Awaited<ReturnType<typeof mailingContent>>>;

/** A mailing as its mails say it. */
export async function mailingContent(db: Reader, id: MailingId) {
  return db
    .selectFrom("round_mailing as m")
    .innerJoin("round as c", "c.id", "m.round_id")
    .where("m.id", "=", id)
    .select(["m.id", "m.kind", "m.subject", "m.body as text"])
    .select(["m.reply_to_name as replyToName", "m.reply_to_address as replyToAddress"])
    .select(["c.id as roundId", "c.organisation_id as organisationId", "c.title", "c.slug"])
    .executeTakeFirst();
}

/** The next of those whose mail is not in the outbox yet; nobody else takes the same ones. */
export async function nextReceivers(tx: Reader, id: MailingId, most: number) {
  return tx
    .selectFrom("round_mailing_receiver as v")
    .leftJoin("registration as r", "r.id", "v.registration_id")
    .leftJoin("team_member as e", "e.id", "v.team_member_id")
    .where("v.mailing_id", "=", id)
    .where("v.posted_at", "is", null)
    .orderBy("v.position")
    .limit(most)
    .forUpdate("v")
    .skipLocked()
    .select(["v.position", "v.registration_id as registrationId", "r.language"])
    .select((eb) => [
      eb.fn.coalesce("v.name", "e.name", "r.name").as("name"),
      eb.fn.coalesce("v.email", "e.email", "r.email").as("email"),
    ])
    .execute();
}
