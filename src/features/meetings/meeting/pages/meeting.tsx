import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { MeetingFacts } from "#features/meetings/meeting/parts/meeting-facts.tsx";
import { doorsOfMeeting, partsOfMeeting } from "#features/meetings/meeting/pages/parts-of-meeting.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A meeting from the inside: when and where, its agenda and all that hangs on it. For those who sit in its bodies or keep them. */
export const meetingPages = pages("signedIn").get("/mote/:slug", async (c) => {
  const { t, now } = c.var;
  const inside = await meetingAsked(c);
  const { meeting, bodies } = inside;
  const parts = await Promise.all(partsOfMeeting.map((part) => part(c, inside)));
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
      <MeetingFacts t={t} meeting={meeting} today={dateIn(now())} />
      {parts}
      <div class="doors">{doors}</div>
    </>,
    { title: meeting.title },
  );
});

/** The meeting a page is about, for those inside it. */
export function meetingAsked(c: Page) {
  const { db, actor, now } = c.var;
  return meetingInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}
