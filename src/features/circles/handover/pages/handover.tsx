import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { handOver } from "#features/circles/handover/commands.ts";
import { Handover } from "#features/circles/handover/handover.ts";
import { HandoverPage } from "#features/circles/handover/parts/handover-page.tsx";
import { handoverPage } from "#features/circles/handover/queries.ts";
import { organiserName } from "#features/circles/registration/queries.ts";

type Page = Context<Environment>;

/** A round handed over to a colleague, with all that is open in it. */
export const handoverPages = pages("signedIn").form("/planera/:slug/lamna-over", {
  draw: async (c, filled) => {
    const { t } = c.var;
    const found = await handoverAsked(c);
    if (!found.can.handOver) throw new Refusal("forbidden", "round.not_yours");
    return c.render(
      <HandoverPage
        t={t}
        found={found}
        filled={filled}
        organiser={await organiserName(c.var.db, found.round.organisationId)}
        mayInvite={c.var.actor.reach.has("people:manage")}
        today={dateIn(c.var.now())}
      />,
      { title: `${t("handover.title")} – ${found.round.title}`, current: "/planera" },
    );
  },
  send: async (c, filled) => {
    const { round } = await handoverAsked(c);
    await handOver(c.var.db, c.var.actor, c.var.now, round.id, checkedForm(Handover, filled));
    return c.redirect("/planera?klart=overlamnad", 303);
  },
});

async function handoverAsked(c: Page) {
  const found = await handoverPage(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!found) throw new Refusal("not_found", "round.no_such_round");
  return found;
}
