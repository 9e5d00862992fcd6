import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { givePerspective } from "#features/appraisals/perspective/commands.ts";
import { GivingPage } from "#features/appraisals/perspective/parts/giving-page.tsx";
import { perspectivesGiven } from "#features/appraisals/perspective/perspective-limits.ts";
import { Said } from "#features/appraisals/perspective/perspective-words.ts";
import { linkAsked } from "#features/appraisals/perspective/queries.ts";

type Page = Context<Environment>;

/** Saying what one thinks behind a link, without an account or a script; afterwards what came of it stands there. */
export const givingPages = pages("mailedLink").form("/synpunkt/:secret", {
  draw: drawGiving,
  async send(c, filled) {
    const { db, actor, now, limits } = c.var;
    const secret = c.req.param("secret") ?? "";
    const said = checkedForm(Said, filled);
    await limits.count(perspectivesGiven, { address: networkAddress(c), target: secret });
    await givePerspective(db, actor, now, secret, said);
    return c.redirect(`${c.req.path}?klart=tack`, 303);
  },
});

async function drawGiving(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const asked = await linkAsked(db, c.req.param("secret") ?? "");
  if (!asked) c.status(404);
  const kept = filled.values["mark"];
  return c.render(
    <GivingPage
      t={t}
      asked={asked}
      filled={filled}
      mark={typeof kept === "string" ? kept : randomUUID()}
      sent={c.req.query("klart") === "tack"}
      today={dateIn(now())}
    />,
    { title: asked?.question ?? t("perspective.unknown"), kind: "public", secret: true },
  );
}
