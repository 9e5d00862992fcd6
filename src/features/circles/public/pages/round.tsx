import { dateIn } from "#kernel/clock.ts";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { pages } from "#platform/web/pages.ts";
import { ListsToRead } from "#features/circles/material/parts/lists-to-read.tsx";
import { ProposalsOfRound } from "#features/circles/proposal/parts/published-list.tsx";
import { publishedProposals } from "#features/circles/proposal/published/queries.ts";
import { RoundInvitation } from "#features/circles/public/parts/round-invitation.tsx";
import { publicRound } from "#features/circles/public/queries.ts";
import { calendarEntries } from "#features/circles/round/calendar-entries.ts";
import { listsOfRound } from "#features/knowledge/reading/queries.ts";

/** A round as anybody sees it, and its meetings as a calendar to subscribe to. */
export const publicRoundPages = pages("open")
  .get("/cirklar/:slug", (c) =>
    c.var.cache.page(c, async () => {
      const { t, db, cache, config, now: clock } = c.var;
      const now = clock();
      const slug = c.req.param("slug") ?? "";
      const shown = await cache.shared(`round ${slug} ${t.language}`, async () => {
        const seen = await publicRound(db, slug, now);
        if (!seen) return undefined;
        const { id } = seen.round;
        const [proposals, lists] = await Promise.all([publishedProposals(db, id), listsOfRound(db, id)]);
        const came = (
          <>
            <ProposalsOfRound t={t} proposals={proposals} />
            <ListsToRead t={t} lists={lists} />
          </>
        );
        return { ...seen, page: <RoundInvitation t={t} seen={seen} today={dateIn(now)} came={came} /> };
      });
      if (!shown) return c.notFound();
      const { round, page, host } = shown;
      return c.render(page, {
        title: round.title,
        kind: "public",
        description: round.lead ?? round.goal ?? round.purpose ?? round.title,
        current: "/cirklar",
        canonical: `${config.baseUrl}/cirklar/${round.slug}`,
        host,
      });
    }),
  )
  .get("/kalender/cirkel/:file{[a-z0-9-]+\\.ics}", async (c) => {
    const { t } = c.var;
    const slug = (c.req.param("file") ?? "").replace(/\.ics$/u, "");
    const seen = await publicRound(c.var.db, slug, c.var.now());
    if (!seen) return c.notFound();
    const words = { digital: t("public.mode.digital"), provisional: t("public.session.provisional") };
    const file = calendarFile({
      name: seen.round.title,
      method: "PUBLISH",
      events: calendarEntries(seen.round, c.var.config.baseUrl, words),
      stamp: seen.round.updatedAt,
    });
    return c.body(file, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${slug}.ics"`,
      "cache-control": "public, max-age=300",
    });
  });
