import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { readLink, revokeLinks } from "#platform/links/mailed-link.ts";
import { meetingToSend } from "#features/meetings/distribution/commands.ts";
import { MinutesReceiverId, type NewReceiver, readingLink } from "#features/meetings/distribution/distribution.ts";
import { readingLinkJob } from "#features/meetings/distribution/distribution-jobs.ts";
import { receiversOf } from "#features/meetings/distribution/queries.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

/**
 * Lets somebody by address have the minutes of a meeting: the common part, and those of the bodies that are named; of a
 * body that met alone, all of it. They are sent what is final with the next sending. Added again, it is the new bodies
 * that hold.
 */
export function addReceiver(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { name, email, bodyIds }: NewReceiver,
): Promise<MinutesReceiverId> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await meetingToSend(tx, actor, slug, dateIn(at));
    const { meeting, bodies } = inside;
    if (bodyIds.some((id) => !bodies.some((body) => body.id === id))) throw wrong("bodyIds", "distribution.other_body");
    const seated = (await receiversOf(tx, meeting.id, dateIn(at))).some(
      (receiver) => receiver.personId !== null && receiver.email === email,
    );
    if (seated) throw wrong("email", "distribution.already_member");
    const { id } = await tx
      .insertInto("minutes_receiver")
      .values({
        id: newId<"minutes_receiver">(),
        meeting_id: meeting.id,
        name,
        email,
        added_by: actor.personId ?? null,
        added_at: at,
      })
      .onConflict((conflict) => conflict.columns(["meeting_id", "email"]).doUpdateSet({ name, removed_at: null }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx.deleteFrom("minutes_receiver_body").where("receiver_id", "=", id).execute();
    const theirs = bodies.length === 1 ? bodies.map((body) => body.id) : bodyIds;
    if (theirs.length > 0)
      await tx
        .insertInto("minutes_receiver_body")
        .values([...new Set(theirs)].map((body_id) => ({ receiver_id: id, body_id })))
        .execute();
    await recorded(tx, actor, "meetings.minutes_receiver_added", inside, id);
    return id;
  });
}

/** Takes somebody by address away: they are sent nothing more, and their link leads nowhere from now on. */
export function removeReceiver(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  receiverId: MinutesReceiverId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await meetingToSend(tx, actor, slug, dateIn(at));
    await byAddress(tx, inside, receiverId);
    await tx.updateTable("minutes_receiver").set({ removed_at: at }).where("id", "=", receiverId).execute();
    await revokeLinks(tx, readingLink.purpose, receiverId, at);
    await recorded(tx, actor, "meetings.minutes_receiver_removed", inside, receiverId);
  });
}

/** Mails somebody by address a new link to what they have been sent; the one before leads nowhere from then on. */
export function renewReadingLink(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  receiverId: MinutesReceiverId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await meetingToSend(tx, actor, slug, dateIn(at));
    await byAddress(tx, inside, receiverId);
    await mustHaveBeenSent(tx, receiverId);
    await enqueue(tx, readingLinkJob, { receiverId, occasion: at.toString() });
    await recorded(tx, actor, "meetings.reading_link_renewed", inside, receiverId);
  });
}

/** The same, asked for by whoever holds a link that has grown old. It is mailed to the address, and shown to nobody. */
export function askForReadingLink(db: Database, actor: Actor, now: Clock, token: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const link = await readLink(tx, readingLink.purpose, token, at);
    const receiverId = MinutesReceiverId.safeParse(link?.subject).data;
    const receiver =
      receiverId &&
      (await tx
        .selectFrom("minutes_receiver as r")
        .innerJoin("meeting as m", "m.id", "r.meeting_id")
        .where("r.id", "=", receiverId)
        .where("r.removed_at", "is", null)
        .where("r.email", "is not", null)
        .select("m.organisation_id as organisationId")
        .executeTakeFirst());
    if (!receiverId || !receiver) throw new Refusal("not_found", "distribution.no_such_link");
    await enqueue(tx, readingLinkJob, { receiverId, occasion: at.toString() });
    await record(tx, {
      by: actor,
      what: "meetings.reading_link_renewed",
      about: receiverId,
      organisationId: receiver.organisationId,
    });
  });
}

async function byAddress(tx: Tx, { meeting }: MeetingInside, id: MinutesReceiverId): Promise<void> {
  const found = await tx
    .selectFrom("minutes_receiver")
    .where("id", "=", id)
    .where("meeting_id", "=", meeting.id)
    .where("email", "is not", null)
    .where("removed_at", "is", null)
    .select("id")
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Refusal("not_found", "distribution.no_such_receiver");
}

async function mustHaveBeenSent(tx: Tx, id: MinutesReceiverId): Promise<void> {
  const { rows } = await sql`select 1 from minutes_sent_part where receiver_id = ${id} limit 1`.execute(tx);
  if (rows.length === 0) throw new Refusal("conflict", "distribution.nothing_sent_yet");
}

function recorded(
  tx: Tx,
  actor: Actor,
  what: string,
  { meeting }: MeetingInside,
  receiver: MinutesReceiverId,
): Promise<void> {
  return record(tx, {
    by: actor,
    what,
    about: meeting.id,
    organisationId: meeting.organisationId,
    after: { receiver },
  });
}

function wrong(path: string, code: Problem["code"]): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}
