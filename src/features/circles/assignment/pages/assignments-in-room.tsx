import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { AssignmentList } from "#features/circles/assignment/parts/assignment-list.tsx";
import { assignmentsOf } from "#features/circles/assignment/queries.ts";
import type { Room, SessionInRoom } from "#features/circles/room/queries.ts";

type Page = Context<Environment>;

/** All assignments of the circle, on its page. */
export async function assignmentsOfRoom(c: Page, room: Room): Promise<Child> {
  const { t, db, now } = c.var;
  const listed = await assignmentsOf(db, room);
  if (listed.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("assignment.heading")}</h2>
      <AssignmentList t={t} room={room} listed={listed} today={dateIn(now())} />
    </section>
  );
}

/** What is given at a meeting and what is due before it, on the meeting's page. */
export async function assignmentsOfSession(c: Page, room: SessionInRoom): Promise<Child> {
  const { t, db, now } = c.var;
  const { session, round } = room;
  const listed = (await assignmentsOf(db, room)).filter(
    ({ assignment, due }) => assignment.givenAt === session.id || due?.id === session.id,
  );
  const mayGive = mayGiveAssignments(room) && !session.calledOff;
  if (listed.length === 0 && !mayGive) return null;
  return (
    <section class="stack">
      <h2>{t("assignment.heading")}</h2>
      {listed.length > 0 ? <AssignmentList t={t} room={room} listed={listed} today={dateIn(now())} /> : null}
      {mayGive ? (
        <p>
          <a href={`/cirkel/${round.slug}/traff/${session.id}/uppgift`}>{t("assignment.give")}</a>
        </p>
      ) : null}
    </section>
  );
}
