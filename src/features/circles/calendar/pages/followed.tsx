import { dateIn } from "#kernel/clock.ts";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { pages } from "#platform/web/pages.ts";
import { followedCalendar } from "#features/circles/calendar/queries.ts";
import { calendarEntries } from "#features/circles/round/calendar-entries.ts";
import { meetingEntries } from "#features/meetings/invitation/meeting-calendar.ts";

/**
 * The calendar behind a secret address: read by programs again and again, without signing in. An address that has been
 * replaced answers 410, so that the program tells its owner; one that never was, 404.
 */
export const followedCalendarPages = pages("mailedLink").get(
  "/kalender/min/:file{[A-Za-z0-9_-]{43}\\.ics}",
  async (c) => {
    const { t, db, config } = c.var;
    const now = c.var.now();
    const secret = (c.req.param("file") ?? "").replace(/\.ics$/u, "");
    const followed = await followedCalendar(db, secret, now, dateIn(now));
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex");
    if (!followed) return c.text(t("calendar.over"), 404);
    if (followed === "over") return c.text(t("calendar.over"), 410);
    const words = {
      digital: t("public.mode.digital"),
      provisional: t("public.session.provisional"),
      join: t("public.session.join"),
    };
    const { rounds, meetings } = followed;
    const file = calendarFile({
      name: (followed.whose === "registration" ? rounds[0]?.title : undefined) ?? t("calendar.name"),
      method: "PUBLISH",
      events: [
        ...rounds.flatMap((round) => calendarEntries(round, config.baseUrl, words, {}, round.joinLinks)),
        ...meetings.flatMap((meeting) => meetingEntries(meeting, config.baseUrl, words)),
      ],
      stamp: now,
    });
    return c.body(file, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="kalender.ics"',
    });
  },
);
