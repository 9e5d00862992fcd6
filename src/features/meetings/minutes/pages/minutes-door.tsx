import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { mayReadPart } from "#features/meetings/minutes/minutes-policy.ts";
import { titleOf } from "#features/meetings/minutes/pages/minutes.tsx";
import { partsBegun, standingsOf } from "#features/meetings/minutes/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";

/** On the page of a meeting: how far its minutes have come, and the way to them for those who may read or begin them. */
export async function minutesDoor(c: Context<Environment>, inside: MeetingInside): Promise<Child> {
  const { t, db } = c.var;
  const { meeting, bodies } = inside;
  if (meeting.state === "calledOff") return null;
  const parts = await partsBegun(db, inside);
  const theirs = parts.filter(({ bodyId, state }) => mayReadPart(standingsOf(inside, bodyId), state));
  const mayBegin = parts.length === 0 && mayPlanMeeting(bodies.map(({ standing }) => standing));
  if (theirs.length === 0 && parts.length > 0) return null;
  const state =
    theirs.length === 0 ? "not_begun" : theirs.every((part) => part.state === "final") ? "final" : "working";
  return (
    <section class="stack">
      <h2>{titleOf(t, bodies)}</h2>
      <p class="muted">{t(`minutes.door.${state}`)}</p>
      {theirs.length > 0 || mayBegin ? (
        <Buttons>
          <LinkButton href={`/mote/${meeting.slug}/anteckningar`} quiet>
            {t(mayBegin ? "minutes.begin" : "minutes.door.open")}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}
