import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { pages } from "#platform/web/pages.ts";
import { dateIn } from "#kernel/clock.ts";
import { addressList, cateringList } from "#features/circles/reaching/lists/queries.ts";
import { groups } from "#features/circles/reaching/mailing/mailing.ts";
import { AddressesPage } from "#features/circles/reaching/parts/addresses-page.tsx";
import { CateringPage } from "#features/circles/reaching/parts/catering-page.tsx";

const Wish = z.object({ vilka: z.enum(groups).catch("placed") });

/** Lists to take elsewhere: addresses for a mail program, and numbers for whoever cooks. */
export const listPages = pages("signedIn")
  .get("/planera/:slug/listor", async (c) => {
    const { t } = c.var;
    const { vilka } = Wish.parse(c.req.query());
    const found = await addressList(c.var.db, c.var.actor, c.req.param("slug") ?? "", vilka, c.var.now());
    if (!found) throw new Refusal("not_found", "registration.no_such_round");
    return c.render(<AddressesPage t={t} found={found} group={vilka} />, {
      title: `${t("reaching.lists.title")} – ${found.round.title}`,
      current: "/planera",
    });
  })
  .get("/planera/:slug/listor/mat", async (c) => {
    const { t } = c.var;
    const found = await cateringList(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
    if (!found) throw new Refusal("not_found", "registration.no_such_round");
    return c.render(<CateringPage t={t} found={found} today={dateIn(c.var.now())} />, {
      title: `${t("reaching.catering.title")} – ${found.round.title}`,
      current: "/planera",
    });
  });
