import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type Reply, repliesFor } from "#features/meetings/invitation/reply/reply.ts";
import { askedByLink } from "#features/meetings/invitation/reply/queries.ts";
import { receiversOf } from "#features/meetings/invitation/queries.ts";
import { type MeetingFacts, meetingInside } from "#features/meetings/meeting/queries.ts";

/** Says whether one comes to a meeting one is called to. It may be said again until the meeting. */
export function answerMeeting(db: Database, actor: Actor, now: Clock, slug: string, answer: Reply): Promise<void> {
  return change(db, actor, async (tx) => {
    const { meeting } = await meetingInside(tx, actor, slug, dateIn(now()));
    if (!actor.personId) throw new Refusal("forbidden", "platform.token.needs_person");
    await keepAnswer(tx, actor, now(), { meeting, personId: actor.personId, answer });
  });
}

/** As `answerMeeting`, by a press on the page behind the link in the mail. Opening it answers nothing. */
export function answerMeetingByLink(
  db: Database,
  actor: Actor,
  now: Clock,
  token: string,
  answer: Reply,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const asked = await askedByLink(tx, token, now());
    if (!asked) throw new Refusal("not_found", "platform.link.unknown");
    if (asked.stands === "over") throw new Refusal("conflict", "meeting.reply_is_over");
    await keepAnswer(tx, actor, now(), { meeting: asked.meeting, personId: asked.personId, answer });
  });
}

type Answered = {
  readonly meeting: Pick<MeetingFacts, "id" | "organisationId" | "state" | "mode" | "asksForReply" | "day">;
  readonly personId: PersonId;
  readonly answer: Reply;
};

async function keepAnswer(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  { meeting, personId, answer }: Answered,
): Promise<void> {
  const { id, organisationId, state, mode, asksForReply, day } = meeting;
  const today = dateIn(at);
  if (!asksForReply) throw new Refusal("conflict", "meeting.asks_for_no_reply");
  if (state === "calledOff") throw new Refusal("conflict", "meeting.is_called_off");
  if (state === "held" || !day || Temporal.PlainDate.compare(day, today) < 0)
    throw new Refusal("conflict", "meeting.reply_is_over");
  if (!repliesFor(mode).includes(answer))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "answer", code: "meeting.not_that_way" }]);
  const isCalled = (await receiversOf(tx, id, today)).some((each) => each.personId === personId);
  if (!isCalled) throw new Refusal("forbidden", "meeting.not_called");
  await tx
    .insertInto("meeting_reply")
    .values({ meeting_id: id, person_id: personId, answer, answered_at: at })
    .onConflict((conflict) => conflict.columns(["meeting_id", "person_id"]).doUpdateSet({ answer, answered_at: at }))
    .execute();
  // Who answered what is in the table, which is erased some day; the trail only says that it was done.
  await record(tx, { by: actor, what: "meetings.reply_given", about: id, organisationId });
}
