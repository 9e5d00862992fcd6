import { dateIn } from "#kernel/clock.ts";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { pages } from "#platform/web/pages.ts";
import { followedBodyCalendar } from "#features/meetings/feed/queries.ts";
import { meetingEntries } from "#features/meetings/invitation/meeting-calendar.ts";

/**
 * When a body meets, behind a secret address: read by programs again and again, without signing in. One that has been
 * replaced answers 410; one that never was, or whose owner does not sit in the body any more, 404.
 */
export const followedBodyCalendarPages = pages("mailedLink").get(
  "/kalender/grupp/:file{[A-Za-z0-9_-]{43}\\.ics}",
  async (c) => {
    const { t, db, config } = c.var;
    const now = c.var.now();
    const secret = (c.req.param("file") ?? "").replace(/\.ics$/u, "");
    const followed = await followedBodyCalendar(db, secret, now, dateIn(now));
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex");
    if (!followed) return c.text(t("body_feed.over"), 404);
    if (followed === "over") return c.text(t("body_feed.over"), 410);
    const words = { digital: t("call.digital"), join: t("call.join") };
    const file = calendarFile({
      name: followed.body.name,
      method: "PUBLISH",
      events: followed.meetings.flatMap((meeting) => meetingEntries(meeting, config.baseUrl, words)),
      stamp: now,
    });
    return c.body(file, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="kalender.ics"',
    });
  },
);
