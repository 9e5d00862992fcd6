import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { callOfMeeting } from "#features/meetings/invitation/pages/calling.tsx";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { MeetingFacts } from "#features/meetings/meeting/parts/meeting-facts.tsx";
import { meetingAsked } from "#features/meetings/meeting/pages/meeting-asked.ts";
import { doorsOfMeeting, partsOfMeeting } from "#features/meetings/meeting/pages/parts-of-meeting.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

/** A meeting from the inside: when and where, its agenda and all that hangs on it. For those who sit in its bodies or keep them. */
export const meetingPages = pages("signedIn").get("/mote/:slug", async (c) => {
  const { t, now } = c.var;
  const inside = await meetingAsked(c);
  const { meeting, bodies } = inside;
  const mayPlan = mayPlanMeeting(bodies.map(({ standing }) => standing));
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  const parts = await Promise.all(partsOfMeeting.map((part) => part(c, inside)));
  const call = await callOfMeeting(c, inside);
  const doors = await Promise.all(doorsOfMeeting.map((part) => part(c, inside)));
  return c.render(
    <>
      <PageHeading
        kicker={bodies.map(({ slug, name }, at) => (
          <>
            {at > 0 ? ", " : null}
            <a href={`/grupper/${slug}`}>{name}</a>
          </>
        ))}
        heading={meeting.title}
        lead={meeting.welcome ?? undefined}
      />
      <Done t={t} done={c.req.query("klart")} count={Number(c.req.query("antal") ?? 1)} />
      <Columns
        label={t("meeting.facts")}
        beside={
          <>
            <Sheet>
              <MeetingFacts t={t} meeting={meeting} today={dateIn(now())} />
              {call}
              {mayPlan && isAhead ? (
                <Buttons>
                  <LinkButton href={`/mote/${meeting.slug}/andra`} quiet small>
                    {t("meeting.change")}
                  </LinkButton>
                  <LinkButton href={`/mote/${meeting.slug}/stall-in`} plain small>
                    {t("meeting.call_off")}
                  </LinkButton>
                </Buttons>
              ) : null}
            </Sheet>
            {isAhead ? null : <div class="doors">{doors}</div>}
          </>
        }
      >
        {parts}
        {isAhead ? <div class="doors">{doors}</div> : null}
      </Columns>
    </>,
    { title: meeting.title },
  );
});

/** What was just done. */
function Done({ t, done, count }: { t: Translate; done: string | undefined; count: number }) {
  if (done === "upplagt") return <Notice t={t} tone="done" heading={t("meeting.done.planned", { count })} />;
  if (done === "andrat") return <Notice t={t} tone="done" heading={t("meeting.done.changed")} />;
  if (done === "installt") return <Notice t={t} tone="done" heading={t("meeting.done.called_off")} />;
  return null;
}
