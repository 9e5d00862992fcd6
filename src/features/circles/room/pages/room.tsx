import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { marksIn } from "#features/circles/change-notice/queries.ts";
import { newInRoom } from "#features/circles/change-notice/pages/changes.tsx";
import { doorsOfRoom, partsOfRoom, partsOfSession } from "#features/circles/room/pages/parts-of-room.ts";
import { CirclePeople } from "#features/circles/room/parts/circle-people.tsx";
import { MeetingFacts } from "#features/circles/room/parts/meeting-facts.tsx";
import { Meetings } from "#features/circles/room/parts/meetings.tsx";
import { roomOf, sessionInRoom } from "#features/circles/room/queries.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { themesOf } from "#features/circles/session-plan/queries.ts";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A circle from the inside: its meetings, and what each of them holds. For those who lead it and those with a place. */
export const roomPages = pages("signedIn")
  .get("/cirkel/:slug", async (c) => {
    const { t, db, actor, now } = c.var;
    const room = await roomOf(db, actor, c.req.param("slug") ?? "");
    if (!room) throw new Refusal("not_found", "room.no_such_circle");
    const { round, participants } = room;
    const news = await newInRoom(c, room);
    const parts = await Promise.all(partsOfRoom.map((part) => part(c, room)));
    const doors = await Promise.all(doorsOfRoom.map((part) => part(c, room)));
    return c.render(
      <>
        <PageHeading kicker={t("room.kicker")} heading={round.title} lead={round.lead ?? undefined}>
          {room.part === "leads" ? (
            <p>
              <a href={`/planera/${round.slug}`}>{t("room.to_planning")}</a>
            </p>
          ) : null}
        </PageHeading>
        {news}
        <Meetings
          t={t}
          round={round}
          themes={await themesOf(db, round.id)}
          marks={await marksIn(db, round)}
          today={dateIn(now())}
        />
        {parts}
        <div class="doors">{doors}</div>
        <CirclePeople t={t} round={round} participants={participants} />
      </>,
      { title: round.title },
    );
  })
  .get("/cirkel/:slug/traff/:session", async (c) => {
    const { t, db, now } = c.var;
    const found = await sessionAsked(c);
    const { round, session } = found;
    const [links, ...parts] = await Promise.all([
      joinLinksOf(db, round.id),
      ...partsOfSession.map((part) => part(c, found)),
    ]);
    const name = sessionName(t, session, dateIn(now()));
    return c.render(
      <>
        <PageHeading
          kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
          heading={name}
          lead={session.theme ?? undefined}
        />
        <MeetingFacts t={t} session={session} joinLink={links.get(session.id)} />
        {parts}
      </>,
      { title: `${name}: ${round.title}` },
    );
  });

/** The meeting a page is about, from the inside. */
export function sessionAsked(c: Page) {
  const { db, actor } = c.var;
  return sessionInRoom(db, actor, c.req.param("slug") ?? "", c.req.param("session") ?? "");
}
