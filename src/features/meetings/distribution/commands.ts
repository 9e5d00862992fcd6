import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueueAll } from "#platform/jobs/enqueue.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingInside, type MeetingInside } from "#features/meetings/meeting/queries.ts";
import type { MinutesReceiverId, Sending } from "#features/meetings/distribution/distribution.ts";
import { minutesMailJob } from "#features/meetings/distribution/distribution-jobs.ts";
import { maySendMinutes } from "#features/meetings/distribution/distribution-policy.ts";
import { sendingOf, type ToBeSent } from "#features/meetings/distribution/queries.ts";
import { isNothing } from "#features/meetings/distribution/what-to-send.ts";

/** How many were sent something, and the parts that are not final and so went to nobody. Null: the common part. */
export type SentMinutes = { readonly receivers: number; readonly notFinal: readonly (BodyId | null)[] };

/**
 * Sends the minutes of a meeting: to each who gets them one mail with what is final and new to them, the common part and
 * their own bodies'. Sent again it is what has come since; when nothing has, nobody is mailed.
 */
export function sendMinutes(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { message }: Sending,
): Promise<SentMinutes> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { meeting } = await meetingToSend(tx, actor, slug, dateIn(at));
    const { parts, receivers } = await sendingOf(tx, meeting.id, dateIn(at));
    const notFinal = parts.filter(({ state }) => state !== "final").map(({ bodyId }) => bodyId);
    if (parts.length === notFinal.length) throw new Refusal("conflict", "distribution.nothing_final");
    const waiting = receivers.filter(({ email, unsent }) => email !== null && !isNothing(unsent));
    if (waiting.length === 0) {
      markRecorded(tx);
      return { receivers: 0, notFinal };
    }

    const dispatchId = newId<"minutes_dispatch">();
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    await tx
      .insertInto("minutes_dispatch")
      .values({ id: dispatchId, meeting_id: meeting.id, message: message ?? null, sent_by: personId, sent_at: at })
      .execute();
    await writeMails(tx, { dispatchId, meetingId: meeting.id, at }, waiting);
    await record(tx, {
      by: actor,
      what: "meetings.minutes_sent",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { dispatch: dispatchId, receivers: waiting.length },
    });
    return { receivers: waiting.length, notFinal };
  });
}

/**
 * The meeting somebody sends minutes of, as nobody else sends them at the same moment: who presses twice waits for the
 * first press, and finds what it sent.
 */
export async function meetingToSend(
  tx: Tx,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<MeetingInside> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`minutes of ${slug}`}, 0))`.execute(tx);
  const inside = await meetingInside(tx, actor, slug, today);
  if (!maySendMinutes(inside.bodies.map(({ standing }) => standing)))
    throw new Refusal("forbidden", "distribution.leaders_send");
  return inside;
}

type Writing = { readonly dispatchId: string; readonly meetingId: MeetingId; readonly at: Temporal.Instant };

/** One mail for each, with what it holds, so that it is never sent again. */
async function writeMails(tx: Tx, { dispatchId, meetingId, at }: Writing, waiting: readonly ToBeSent[]): Promise<void> {
  const ids = await receiverIds(tx, meetingId, at, waiting);
  const mails = waiting.map((receiver) => ({
    id: newId<"minutes_mail">(),
    receiverId: ids.get(receiver) as MinutesReceiverId,
    unsent: receiver.unsent,
  }));
  await tx
    .insertInto("minutes_mail")
    .values(mails.map(({ id, receiverId }) => ({ id, dispatch_id: dispatchId as never, receiver_id: receiverId })))
    .execute();
  const sentParts = mails.flatMap(({ id, receiverId, unsent }) =>
    unsent.partIds.map((part_id) => ({ receiver_id: receiverId, part_id, mail_id: id })),
  );
  const sentAdditions = mails.flatMap(({ id, receiverId, unsent }) =>
    unsent.additionIds.map((addition_id) => ({
      receiver_id: receiverId,
      addition_id: addition_id as never,
      mail_id: id,
    })),
  );
  if (sentParts.length > 0) await tx.insertInto("minutes_sent_part").values(sentParts).execute();
  if (sentAdditions.length > 0) await tx.insertInto("minutes_sent_addition").values(sentAdditions).execute();
  await enqueueAll(
    tx,
    minutesMailJob,
    mails.map(({ id }) => ({ mailId: id })),
  );
}

/** Whom each is kept as; those who sit here are written down with the first they are sent. */
async function receiverIds(
  tx: Tx,
  meeting_id: MeetingId,
  added_at: Temporal.Instant,
  waiting: readonly ToBeSent[],
): Promise<ReadonlyMap<ToBeSent, MinutesReceiverId>> {
  const ids = new Map(waiting.map((each) => [each, each.receiverId ?? newId<"minutes_receiver">()] as const));
  const fresh = waiting.filter(({ receiverId }) => receiverId === null);
  if (fresh.length > 0)
    await tx
      .insertInto("minutes_receiver")
      .values(
        fresh.map((each) => ({
          id: ids.get(each) as MinutesReceiverId,
          meeting_id,
          person_id: each.personId,
          added_at,
        })),
      )
      .execute();
  return ids;
}
