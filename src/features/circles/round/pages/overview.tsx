import { dateIn } from "#kernel/clock.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { z } from "zod";
import { holdAnyway, takeStep } from "#features/circles/round/commands.ts";
import { discardRound } from "#features/circles/round/draft/commands.ts";
import { roundAsked } from "#features/circles/round/pages/round-loader.ts";
import { RoundInside } from "#features/circles/round/parts/round-inside.tsx";
import { stepsByHand } from "#features/circles/round/round-lifecycle.ts";

const Step = z.strictObject({ step: z.enum(stepsByHand) });
const done = [
  "sparad",
  "granskad",
  "redan",
  "publicerad",
  "forlangd",
  "installd",
  "kopierad",
  "flyttad",
  "steg",
  "halls",
] as const;

/** One round from the inside, and the small steps that are taken from there. */
export const overviewPages = pages("signedIn")
  .get("/planera/:slug", async (c) => {
    const { t } = c.var;
    const overview = await roundAsked(c);
    const said = done.find((word) => word === c.req.query("klart"));
    return c.render(
      <RoundInside
        t={t}
        overview={overview}
        today={dateIn(c.var.now())}
        done={said ? t(`round.done.${said}`) : undefined}
      />,
      { title: overview.round.title, current: "/planera" },
    );
  })
  .post("/planera/:slug/steg", async (c) => {
    const { round } = await roundAsked(c);
    const { step } = checkedForm(Step, await filledFrom(c));
    await takeStep(c.var.db, c.var.actor, c.var.now, round.id, step);
    return c.redirect(`/planera/${round.slug}?klart=steg`, 303);
  })
  .post("/planera/:slug/hall-anda", async (c) => {
    const { round } = await roundAsked(c);
    await holdAnyway(c.var.db, c.var.actor, c.var.now, round.id);
    return c.redirect(`/planera/${round.slug}?klart=halls`, 303);
  })
  .post("/planera/:slug/kasta", async (c) => {
    const { round } = await roundAsked(c);
    await discardRound(c.var.db, c.var.actor, round.id);
    return c.redirect("/planera?klart=kastad", 303);
  });
