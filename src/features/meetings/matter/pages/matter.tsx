import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { commissionsOfMatter } from "#features/meetings/commission/queries.ts";
import { sayCommitment } from "#features/meetings/matter/facts/commands.ts";
import { applicationsOf, municipalitiesAsked } from "#features/meetings/matter/facts/queries.ts";
import { followMatter, unfollowByLink } from "#features/meetings/matter/following/commands.ts";
import { isFollowing, unfollowAsked } from "#features/meetings/matter/following/queries.ts";
import { Commitment } from "#features/meetings/matter/matter-words.ts";
import { MatterPage } from "#features/meetings/matter/parts/matter-page.tsx";
import { type MatterInside, matterInScope } from "#features/meetings/matter/queries.ts";
import { nextMeetingOf, stepsOf } from "#features/meetings/matter/timeline/queries.ts";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** The matter an address names, for those inside one of its bodies. */
export function matterAsked(c: Page): Promise<MatterInside> {
  const { db, actor, now } = c.var;
  return matterInScope(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** The matter a form is about, for those who may say what becomes of it. */
export async function matterToSteer(c: Page): Promise<MatterInside> {
  const inside = await matterAsked(c);
  if (!inside.can.steer) throw new Refusal("forbidden", "matter.not_yours");
  return inside;
}

/** A matter with all that has become of it; following it, and what the municipalities have said. */
export const matterPages = pages("signedIn")
  .get("/fraga/:slug", async (c) => {
    const { t, db, actor, now } = c.var;
    const today = dateIn(now());
    const inside = await matterAsked(c);
    const { id } = inside.matter;
    const commissions = await commissionsOfMatter(db, id);
    const [applications, municipalities, steps, next, follows] = await Promise.all([
      applicationsOf(db, id),
      municipalitiesAsked(db, id, today),
      stepsOf(db, actor, id, today),
      nextMeetingOf(db, inside, commissions, today),
      isFollowing(db, id, actor.personId),
    ]);
    const key = `matter.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    const shown = { inside, commissions, applications, municipalities, steps, next, follows, today, done };
    return c.render(<MatterPage t={t} {...shown} />, { title: inside.matter.title });
  })
  .post("/fraga/:slug/folj", async (c) => {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    const follows = (await c.req.parseBody())["follows"] !== "no";
    await followMatter(db, actor, now, slug, follows);
    return c.redirect(`/fraga/${slug}?klart=${follows ? "foljer" : "foljer-inte"}`, 303);
  })
  .post("/fraga/:slug/kommuner", async (c) => {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    await matterToSteer(c);
    await sayCommitment(db, actor, now, slug, checkedForm(Commitment, await filledFrom(c)));
    return c.redirect(`/fraga/${slug}?klart=kommuner#kommuner`, 303);
  });

/** Ending what one follows, behind the link in a mail: opening it shows, its button ends it. */
export const unfollowPages = pages("mailedLink").form("/sluta-folja/:token", {
  async draw(c) {
    const { t, db, now } = c.var;
    const asked = await unfollowAsked(db, c.req.param("token") ?? "", now());
    const frame = { kind: "public", secret: true } as const;
    if (!asked || asked.state === "expired") {
      if (!asked) c.status(404);
      const words = { heading: t("matter.stop_unknown"), lead: t("matter.stop_unknown_lead") };
      return c.render(<LinkPage {...words} href="/uppdrag" way={t("matter.to_overview")} />, {
        title: t("matter.stop_unknown"),
        ...frame,
      });
    }
    const { title } = asked;
    if (asked.state === "spent") {
      const words = { heading: t("matter.stopped"), lead: t("matter.stopped_lead", { title }) };
      return c.render(<LinkPage {...words} href="/uppdrag" way={t("matter.to_overview")} />, {
        title: t("matter.stopped"),
        ...frame,
      });
    }
    return c.render(
      <Narrow>
        <PageHeading heading={t("matter.stop")} lead={t("matter.stop_lead", { title })} />
        <Form t={t}>
          <FormEnd>
            <Button>{t("matter.stop")}</Button>
          </FormEnd>
        </Form>
      </Narrow>,
      { title: t("matter.stop"), ...frame },
    );
  },
  async send(c) {
    const { db, actor, now } = c.var;
    await unfollowByLink(db, actor, c.req.param("token") ?? "", now);
    return c.redirect(c.req.path, 303);
  },
});
