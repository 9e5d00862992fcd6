import type { Context } from "hono";
import { z } from "zod";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { remindManagers } from "#features/circles/registration/manager/commands.ts";
import { RosterPage } from "#features/circles/registration/parts/roster-page.tsx";
import { roster } from "#features/circles/registration/queries.ts";
import { registrationStates } from "#features/circles/registration/registration.ts";

type Page = Context<Environment>;

const Wish = z.object({
  lage: z.enum(registrationStates).optional().catch(undefined),
  chef: z.literal("vantar").optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(1_000).catch(1),
  paminda: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
});

/** Everyone who has applied to a round, for those who plan it or may see its roster. */
export const rosterPages = pages("signedIn")
  .get("/planera/:slug/anmalningar", (c) => drawRoster(c))
  .form("/planera/:slug/anmalningar/paminn", {
    draw: drawRoster,
    send: async (c) => {
      const { round } = await rosterAsked(c);
      const count = await remindManagers(c.var.db, c.var.actor, round.id, undefined, c.var.now);
      return c.redirect(`/planera/${round.slug}/anmalningar?paminda=${count}`, 303);
    },
  });

/** The roster as the one who asks may see it; to anybody else it is not there. */
async function rosterAsked(c: Page) {
  const { lage, chef } = Wish.parse(c.req.query());
  const filter = { state: lage, manager: chef ? ("waiting" as const) : undefined };
  const found = await roster(c.var.db, c.var.actor, c.req.param("slug") ?? "", filter, c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}

async function drawRoster(c: Page, filled?: Filled) {
  const { t } = c.var;
  const found = await rosterAsked(c);
  const { lage, chef, sida, paminda } = Wish.parse(c.req.query());
  const wish = { state: lage, manager: chef !== undefined, page: sida };
  return c.render(
    <RosterPage t={t} found={found} wish={wish} now={c.var.now()} done={doneWords(t, paminda)} filled={filled} />,
    {
      title: `${t("registration.page.roster.heading")} – ${found.round.title}`,
      current: "/planera",
    },
  );
}

function doneWords(t: Translate, reminded: number | undefined): string | undefined {
  return reminded === undefined ? undefined : t("registration.page.roster.reminded", { count: reminded });
}
