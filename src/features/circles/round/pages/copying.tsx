import type { Context } from "hono";
import { z } from "zod";
import { MaybeDay } from "#kernel/answers.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { firstDayOf, proposedFirstDay } from "#features/circles/round/date-shift.ts";
import { copyRound } from "#features/circles/round/draft/commands.ts";
import { roundAsked } from "#features/circles/round/pages/round-loader.ts";
import { CopyPage } from "#features/circles/round/parts/copy-page.tsx";

type Page = Context<Environment>;

const Wish = z.strictObject({ firstDate: MaybeDay });

/** The next round of a series: its first day is chosen, all other days are seen before anything is copied. */
export const copyingPages = pages("signedIn").form("/planera/:slug/kopiera", {
  async draw(c, filled) {
    const { t, now } = c.var;
    const { round } = await roundToCopy(c);
    const today = dateIn(now());
    const earlier = firstDayOf(round.sessions);
    const asked = MaybeDay.safeParse(c.req.query("forsta") ?? filled.values["firstDate"]).data;
    return c.render(
      <CopyPage
        t={t}
        filled={filled}
        round={round}
        firstDay={earlier && (asked ?? proposedFirstDay(earlier, today))}
        earlier={earlier}
        today={today}
      />,
      { title: `${t("round.copy")}: ${round.title}`, current: "/planera" },
    );
  },
  async send(c, filled) {
    const { round } = await roundToCopy(c);
    const { firstDate } = checkedForm(Wish, filled);
    const start = firstDate ? { firstDay: firstDate, today: dateIn(c.var.now()) } : undefined;
    const next = await copyRound(c.var.db, c.var.actor, round.id, start);
    return c.redirect(`/planera/${next.slug}?klart=${start ? "flyttad" : "kopierad"}`, 303);
  },
});

async function roundToCopy(c: Page) {
  const found = await roundAsked(c);
  if (!found.can.copy) {
    throw found.round.state === "draft"
      ? new Refusal("conflict", "round.copy.is_draft")
      : new Refusal("forbidden", "round.not_yours");
  }
  return found;
}
