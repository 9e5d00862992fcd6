import { type Insertable, sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { alreadySentTo, dispatchList } from "#features/circles/reaching/dispatch/queries.ts";
import type { Dispatch, MailingId, Message } from "#features/circles/reaching/mailing/mailing.ts";
import { mailingJob } from "#features/circles/reaching/mailing/mailing-jobs.ts";
import { receiversOf } from "#features/circles/reaching/mailing/queries.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { type RoundFacts, roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

export type Sent = { readonly id: MailingId; readonly receivers: number };

/**
 * Sends a message to everyone in a round, the placed, the waiting list or one person: written down with whom it is
 * for, the mails put in the outbox afterwards. Sent again under the same id it is the same message, sent once.
 */
export function sendMessage(db: Database, actor: Actor, now: Clock, roundId: RoundId, message: Message): Promise<Sent> {
  return change(db, actor, async (tx) => {
    const id = message.id ?? newId<"round_mailing">();
    const sent = await sentAlready(tx, id);
    const round = await roundToWriteIn(tx, actor, roundId);
    if (sent) return sent;
    const { to, registrationId, subject, text, replyTo } = message;
    const receivers = await receiversOf(tx, roundId, to, registrationId);
    if (receivers.length === 0) throw new Refusal("invalid", "reaching.message.nobody", { to });
    const rows = receivers.map((each) => ({ registration_id: each.registrationId, team_member_id: each.memberId }));
    const mailing = { id, round_id: roundId, kind: "message" as const, audience: to, subject, body: text };
    return written(tx, actor, now, { ...mailing, ...answeredBy(round, replyTo) }, rows, round);
  });
}

/**
 * Sends the invitation to a round to contact persons, one mail each. Who has had it before gets it again only when
 * that was asked for.
 */
export function dispatchInvitation(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  dispatch: Dispatch,
): Promise<Sent> {
  return change(db, actor, async (tx) => {
    const id = dispatch.id ?? newId<"round_mailing">();
    const sent = await sentAlready(tx, id);
    const round = await roundToWriteIn(tx, actor, roundId);
    if (sent) return sent;
    if (round.state === "draft") throw new Refusal("conflict", "reaching.dispatch.draft");
    const known = await dispatchList(tx, round, dateIn(now()));
    const chosen = known.filter(({ email }) => dispatch.receivers.includes(email));
    if (chosen.length < new Set(dispatch.receivers).size) throw new Refusal("conflict", "reaching.dispatch.unknown");
    const twice = await alreadySentTo(tx, roundId, dispatch.receivers);
    if (twice.length > 0 && !dispatch.again) {
      const names = twice.map(({ name }) => name).join(", ");
      throw new Refusal("conflict", "reaching.dispatch.again_asked", { count: twice.length, names }, [
        { path: "again", code: "reaching.dispatch.again_asked", values: { count: twice.length, names } },
      ]);
    }
    const rows = chosen.map(({ name, workplace, email }) => ({ name, workplace, email }));
    const { subject, text, replyTo } = dispatch;
    const mailing = { id, round_id: roundId, kind: "invitation" as const, audience: null, subject, body: text };
    return written(tx, actor, now, { ...mailing, ...answeredBy(round, replyTo) }, rows, round);
  });
}

/**
 * The same mailing pressed twice: the second press waits for the first, and finds what it sent. Nothing is locked by a
 * row, because there is no row yet.
 */
async function sentAlready(tx: Tx, id: MailingId): Promise<Sent | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  return tx.selectFrom("round_mailing").where("id", "=", id).select(["id", "receivers"]).executeTakeFirst();
}

async function roundToWriteIn(tx: Tx, actor: Actor, roundId: RoundId): Promise<RoundFacts> {
  const round = await roundFacts(tx, roundId);
  if (!round || !maySeeRoster(actor, round)) throw new Refusal("not_found", "registration.no_such_round");
  if (!mayDecide(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
  return round;
}

/** The contact of a round who gets the answers. */
function answeredBy({ contacts }: RoundFacts, address: string) {
  const contact = contacts.find(({ email }) => email?.toLowerCase() === address);
  if (!contact)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "replyTo", code: "reaching.message.no_contact" },
    ]);
  return { reply_to_name: contact.name, reply_to_address: address };
}

type Mailing = Omit<Insertable<Schema["round_mailing"]>, "receivers" | "written_by" | "written_at"> & { id: MailingId };
type Row = Omit<Insertable<Schema["round_mailing_receiver"]>, "mailing_id" | "position">;

/** Postgres takes at most 65,535 values in one statement. */
const rowsAtOnce = 5_000;

async function written(
  tx: Tx,
  actor: Actor,
  now: Clock,
  mailing: Mailing,
  receivers: readonly Row[],
  round: RoundFacts,
): Promise<Sent> {
  const { id } = mailing;
  const at = { written_by: actor.personId ?? null, written_at: now() };
  await tx
    .insertInto("round_mailing")
    .values({ ...mailing, ...at, receivers: receivers.length })
    .execute();
  for (let from = 0; from < receivers.length; from += rowsAtOnce) {
    const rows = receivers
      .slice(from, from + rowsAtOnce)
      .map((row, index) => ({ ...row, mailing_id: id, position: from + index }));
    await tx.insertInto("round_mailing_receiver").values(rows).execute();
  }
  await enqueue(tx, mailingJob, { mailingId: id });
  await record(tx, {
    by: actor,
    what: mailing.kind === "message" ? "circles.message_sent" : "circles.invitation_sent",
    about: round.id,
    organisationId: round.organisationId,
    after: { mailing: id, to: mailing.audience ?? null, receivers: receivers.length },
  });
  return { id, receivers: receivers.length };
}
