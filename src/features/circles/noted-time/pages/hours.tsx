import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { noteTime, removeNotedTime } from "#features/circles/noted-time/commands.ts";
import { mayNoteTime } from "#features/circles/noted-time/noted-time-policy.ts";
import { NotedTimeId, TimeWish } from "#features/circles/noted-time/noted-time.ts";
import { OwnTime } from "#features/circles/noted-time/parts/own-time.tsx";
import { PlannedHours } from "#features/circles/noted-time/parts/planned-hours.tsx";
import { notedBy, plannedTimeOf } from "#features/circles/noted-time/queries.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** The hours of a circle: what it asks for, and what somebody with a place notes for themselves. */
export const hoursPages = pages("signedIn")
  .form("/cirkel/:slug/timmar", {
    draw: async (c, filled) => {
      const { t, db, now } = c.var;
      const room = await roomAsked(c);
      const { round, own } = room;
      const [planned, lines] = await Promise.all([
        plannedTimeOf(db, round),
        own ? notedBy(db, own.registrationId) : [],
      ]);
      const { klart } = c.req.query();
      return c.render(
        <>
          {klart === "noterad" ? <Notice t={t} tone="done" heading={t("noted_time.noted")} /> : null}
          {klart === "borta" ? <Notice t={t} tone="done" heading={t("noted_time.removed")} /> : null}
          <PageHeading
            kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
            heading={t("noted_time.title")}
            lead={t("noted_time.lead")}
          />
          <PlannedHours t={t} planned={planned} />
          {own ? (
            <OwnTime
              t={t}
              filled={filled}
              at={`/cirkel/${round.slug}/timmar`}
              lines={lines}
              mayNote={mayNoteTime(room)}
              today={dateIn(now())}
            />
          ) : null}
        </>,
        { title: `${t("noted_time.title")}: ${round.title}` },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { round, own } = await roomAsked(c);
      if (!own) throw new Refusal("forbidden", "noted_time.participants_note");
      await noteTime(db, actor, now, round.id, checkedForm(TimeWish, filled));
      return c.redirect(`/cirkel/${round.slug}/timmar?klart=noterad`, 303);
    },
  })
  .post("/cirkel/:slug/timmar/:line/ta-bort", async (c) => {
    const { db, actor } = c.var;
    const { round } = await roomAsked(c);
    const id = NotedTimeId.safeParse(c.req.param("line")).data;
    if (!id) throw new Refusal("not_found", "noted_time.no_such_line");
    await removeNotedTime(db, actor, { roundId: round.id, id });
    return c.redirect(`/cirkel/${round.slug}/timmar?klart=borta`, 303);
  });

async function roomAsked(c: Page): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}
