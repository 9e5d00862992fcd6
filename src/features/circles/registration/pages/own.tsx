import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { z } from "zod";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { proveAddress } from "#features/circles/registration/added/commands.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { type OwnRegistration, ownRegistration } from "#features/circles/registration/own/queries.ts";
import { UnknownLink } from "#features/circles/registration/parts/unknown-link.tsx";
import { OwnPage } from "#features/circles/registration/parts/own-page.tsx";
import { ProvePage } from "#features/circles/registration/parts/prove-page.tsx";
import { WithdrawPage } from "#features/circles/registration/parts/withdraw-page.tsx";

type Page = Context<Environment>;

const Answer = z.strictObject({ answer: z.enum(["yes", "no"]) });

/**
 * An applicant's own page behind their long-lived link: where the application stands, answering an offer, withdrawing.
 * Opening it changes nothing, however often.
 */
export const ownPages = pages("mailedLink")
  .form("/anmalan/min/:token", {
    draw: async (c, filled) => {
      const own = await ownRegistration(c.var.db, tokenOf(c), c.var.now());
      return drawn(c, own, (found) =>
        found.addressUnproved ? (
          <ProvePage t={c.var.t} own={found} address={addressOf(c)} filled={filled} />
        ) : (
          <OwnPage t={c.var.t} own={found} now={c.var.now()} address={addressOf(c)} filled={filled} />
        ),
      );
    },
    send: async (c, filled) => {
      const { answer } = checkedForm(Answer, filled);
      await answerOffer(c.var.db, c.var.actor, { ownToken: tokenOf(c) }, answer, c.var.now);
      return c.redirect(addressOf(c), 303);
    },
  })
  .form("/anmalan/min/:token/jag", {
    draw: (c) => c.redirect(addressOf(c), 303),
    send: async (c) => {
      await proveAddress(c.var.db, c.var.actor, tokenOf(c), c.var.now);
      return c.redirect(addressOf(c), 303);
    },
  })
  .form("/anmalan/min/:token/aterbud", {
    draw: async (c, filled) => {
      const own = await ownRegistration(c.var.db, tokenOf(c), c.var.now());
      if (own && (own.addressUnproved || !own.can.withdraw)) return c.redirect(addressOf(c), 303);
      return drawn(c, own, (found) => <WithdrawPage t={c.var.t} own={found} address={addressOf(c)} filled={filled} />);
    },
    send: async (c) => {
      await withdraw(c.var.db, c.var.actor, { ownToken: tokenOf(c) }, c.var.now);
      return c.redirect(addressOf(c), 303);
    },
  });

function tokenOf(c: Page): string {
  return c.req.param("token") ?? "";
}

function addressOf(c: Page): string {
  return `/anmalan/min/${encodeURIComponent(tokenOf(c))}`;
}

/** A page about one's own application; without one behind the link, a page that says so. */
function drawn(c: Page, own: OwnRegistration | undefined, draw: (own: OwnRegistration) => Child) {
  const { t } = c.var;
  if (own)
    return c.render(draw(own), {
      title: t("registration.page.own.title", { round: own.seen.round.title }),
      kind: "public",
      host: own.seen.host,
      secret: true,
    });
  c.status(404);
  return c.render(<UnknownLink t={t} />, { title: t("registration.page.link.unknown"), kind: "public", secret: true });
}
