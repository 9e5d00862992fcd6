import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { dueMeeting } from "#features/circles/assignment/due.ts";
import { assignmentsIn } from "#features/circles/assignment/queries.ts";
import { notesOf } from "#features/circles/notes/queries.ts";
import { SessionNotes } from "#features/circles/notes/parts/session-notes.tsx";
import type { SessionInRoom } from "#features/circles/room/queries.ts";

/** The notes of a meeting, on its page. Of a meeting that was called off there is nothing to note. */
export async function notesPart(c: Context<Environment>, room: SessionInRoom): Promise<Child> {
  const { t, db, now, actor } = c.var;
  const { round, session } = room;
  const [sections, given] = await Promise.all([notesOf(db, session.id, now()), assignmentsIn(db, round.id)]);
  const isClosed = room.session.calledOff || room.round.state === "cancelled";
  if (isClosed && sections.length === 0) return null;
  return (
    <SessionNotes
      t={t}
      sections={sections}
      assignments={{
        next: given.filter(({ givenAt }) => givenAt === session.id),
        assignment: given.filter(({ dueBefore }) => dueMeeting(round.sessions, dueBefore)?.id === session.id),
      }}
      assignmentsAt={`/cirkel/${round.slug}/uppgift`}
      giveAt={mayGiveAssignments(room) ? `/cirkel/${round.slug}/traff/${session.id}/uppgift` : undefined}
      address={`/cirkel/${room.round.slug}/traff/${room.session.id}/anteckningar`}
      part={room.part}
      personId={actor.personId}
      isClosed={isClosed}
      done={c.req.query("anteckningar")}
    />
  );
}
