import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Files } from "#platform/files/files.ts";
import { checkedFile } from "#platform/files/checked-file.ts";
import { itemMeant } from "#features/meetings/agenda/arranging/commands.ts";
import { settleAgenda } from "#features/meetings/agenda/commands.ts";
import { writtenItems } from "#features/meetings/agenda/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";
import { lockMeetingToPlan } from "#features/meetings/meeting/planning/commands.ts";
import type { PaperId, PaperWish } from "#features/meetings/paper/paper.ts";

type Sent = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Lays something to read on a meeting: a file, or a link. The file is looked into and kept before the change, because it
 * cannot be rolled back; one that nobody came to use is thrown away by itself.
 */
export async function addPaper(
  db: Database,
  files: Files,
  actor: Actor,
  now: Clock,
  slug: string,
  { title, link, bodyId, entryId, isPlain }: PaperWish,
  sent?: Sent,
): Promise<PaperId> {
  // Asked here as well: nobody else's file is kept.
  mustPlan(await meetingInside(db, actor, slug, dateIn(now())));
  if ((link === null) === (sent === undefined)) {
    const code = sent ? "paper.one_of_them" : "paper.file_or_link";
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "link", code }]);
  }
  const file = sent && (await checkedFile(sent));
  const key = file && (await files.keep(file.bytes));
  return change(db, actor, async (tx) => {
    const { meeting, bodies } = await lockMeetingToPlan(tx, actor, slug, now);
    if (meeting.state === "calledOff") throw new Refusal("conflict", "meeting.is_called_off");
    if (bodyId !== null && !bodies.some(({ id }) => id === bodyId)) throw new Refusal("not_found", "body.no_such_body");
    const item = entryId === null ? undefined : await itemFor(tx, meeting.id, entryId, now());
    const part = item ? item.bodyId : bodyId;
    const id = newId<"meeting_paper">();
    await tx
      .insertInto("meeting_paper")
      .values({
        id,
        meeting_id: meeting.id,
        body_id: part,
        item_id: item?.id ?? null,
        title,
        link,
        file: key ?? null,
        file_name: file?.name ?? null,
        is_plain: isPlain,
        added_at: now(),
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.paper_added",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { paper: id, title, body: part, item: item?.id ?? null, isPlain },
    });
    return id;
  });
}

/** The entry of the agenda that a paper is for. What comes back by itself is written down first, to have one. */
async function itemFor(tx: Tx, meetingId: MeetingId, entryId: string, at: Temporal.Instant) {
  await settleAgenda(tx, meetingId, at);
  return itemMeant(await writtenItems(tx, meetingId), entryId);
}

/** Takes a paper away from a meeting. */
export function removePaper(db: Database, actor: Actor, now: Clock, slug: string, id: PaperId): Promise<void> {
  return change(db, actor, async (tx) => {
    const { meeting } = await lockMeetingToPlan(tx, actor, slug, now);
    const gone = await tx
      .deleteFrom("meeting_paper")
      .where("id", "=", id)
      .where("meeting_id", "=", meeting.id)
      .returning("title")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "paper.no_such_paper");
    await record(tx, {
      by: actor,
      what: "meetings.paper_removed",
      about: meeting.id,
      organisationId: meeting.organisationId,
      before: { paper: id, title: gone.title },
    });
  });
}

function mustPlan({ bodies }: MeetingInside): void {
  if (!mayPlanMeeting(bodies.map(({ standing }) => standing)))
    throw new Refusal("forbidden", "meeting.not_yours_to_plan");
}
