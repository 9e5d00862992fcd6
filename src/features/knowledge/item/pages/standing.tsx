import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import { itemTo } from "#features/knowledge/item/pages/item-asked.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import { proposedReviewDay } from "#features/knowledge/item/review/review-words.ts";
import { restoreItem, retireItem, sayStillHolds } from "#features/knowledge/item/standing/commands.ts";
import {
  linkStandings,
  longestReason,
  Retirement,
  StillHolds,
} from "#features/knowledge/item/standing/standing-words.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Choice, DateField, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Whether an item still holds: looked over, with a new day; not to be followed any more; or to be followed again. */
export const itemStandingPages = pages("signedIn")
  .form("/kunskap/:slug/galler-an", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const inside = await standingItem(c);
      const today = dateIn(now());
      const { link } = inside.version;
      return draw(c, filled, inside, {
        heading: t("item_standing.still_holds"),
        lead: t("item_standing.still_holds_lead"),
        press: t("item_standing.still_holds_press"),
        children: (
          <>
            {link ? (
              <Choice
                t={t}
                filled={filled}
                name="link"
                label={t("item_standing.link")}
                help={
                  <a href={link} rel="noopener noreferrer">
                    {link}
                  </a>
                }
                options={[
                  ...linkStandings.map((each) => ({ value: each, label: t(`item_standing.link.${each}`) })),
                  { value: "", label: t("item_standing.link.not_seen") },
                ]}
                value=""
              />
            ) : null}
            <DateField
              t={t}
              filled={filled}
              name="reviewDue"
              required
              label={t("item_standing.next_day")}
              value={proposedReviewDay(today).toString()}
              min={today.add({ days: 1 }).toString()}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { item } = await standingItem(c);
      await sayStillHolds(c.var.db, c.var.actor, c.var.now, item.slug, checkedForm(StillHolds, filled));
      return c.redirect(`/kunskap/${item.slug}?klart=galler`, 303);
    },
  })
  .form("/kunskap/:slug/inte-langre-aktuell", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await standingItem(c);
      return draw(c, filled, inside, {
        heading: t("item_standing.retire"),
        lead: t("item_standing.retire_lead"),
        press: t("item_standing.retire_press"),
        danger: true,
        children: (
          <>
            <TextArea
              t={t}
              filled={filled}
              name="reason"
              required
              label={t("item_standing.reason")}
              help={t("item_standing.reason_help")}
              rows={3}
              limit={longestReason}
            />
            <TextField
              t={t}
              filled={filled}
              name="readInstead"
              label={t("item_standing.read_instead")}
              help={t("item_standing.read_instead_help")}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { item } = await standingItem(c);
      await retireItem(c.var.db, c.var.actor, c.var.now, item.slug, checkedForm(Retirement, filled));
      return c.redirect(`/kunskap/${item.slug}?klart=inaktuell`, 303);
    },
  })
  .form("/kunskap/:slug/aktuell-igen", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await retiredItem(c);
      return draw(c, filled, inside, {
        heading: t("item_standing.restore"),
        lead: t("item_standing.restore_lead", { reason: inside.item.retiredReason ?? "" }),
        press: t("item_standing.restore"),
        children: null,
      });
    },
    async send(c) {
      const { item } = await retiredItem(c);
      await restoreItem(c.var.db, c.var.actor, c.var.now, item.slug);
      return c.redirect(`/kunskap/${item.slug}?klart=aktuell`, 303);
    },
  });

async function standingItem(c: Page): Promise<ItemInside> {
  const inside = await itemTo(c, "retire");
  if (inside.item.retiredAt) throw new Refusal("conflict", "item_standing.is_retired");
  return inside;
}

async function retiredItem(c: Page): Promise<ItemInside> {
  const inside = await itemTo(c, "retire");
  if (!inside.item.retiredAt) throw new Refusal("conflict", "item_standing.is_not_retired");
  return inside;
}

type Drawn = {
  readonly heading: string;
  readonly lead: string;
  readonly press: string;
  readonly danger?: boolean;
  readonly children: Child;
};

function draw(c: Page, filled: Filled, { item, version }: ItemInside, { children, ...drawn }: Drawn) {
  const at = `/kunskap/${item.slug}`;
  return c.render(
    <FormPage t={c.var.t} filled={filled} kicker={<a href={at}>{version.title}</a>} back={at} {...drawn}>
      {children}
    </FormPage>,
    { title: `${drawn.heading}: ${version.title}`, current: "/kunskap" },
  );
}
