import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { framedWide, itemAsked } from "#features/knowledge/item/pages/item-asked.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import { tie, untie } from "#features/knowledge/lineage/commands.ts";
import { mayTieAnything } from "#features/knowledge/lineage/lineage-policy.ts";
import {
  chosenThing,
  longestNote,
  NewTie,
  typedWords,
  withoutWords,
} from "#features/knowledge/lineage/lineage-words.ts";
import { Side, sides, TieId } from "#features/knowledge/lineage/lineage.ts";
import { LineagePicture } from "#features/knowledge/lineage/parts/lineage-picture.tsx";
import { LineageTables } from "#features/knowledge/lineage/parts/lineage-table.tsx";
import { lineageOf } from "#features/knowledge/lineage/queries.ts";
import { thingChoices } from "#features/knowledge/lineage/things/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Choice, TextArea, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { textIn } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** What an item builds on and what builds on it, for anybody, as far as they may know of it. */
export const lineagePages = pages("anybody").get("/kunskap/:slug/bygger-pa", async (c) => {
  const { t, db, actor } = c.var;
  const inside = await itemAsked(c);
  const { item, version } = inside;
  const at = `/kunskap/${item.slug}`;
  const lines = await lineageOf(db, actor, item);
  const key = `lineage.done.${c.req.query("klart") ?? ""}`;
  return c.render(
    <>
      <PageHeading kicker={<a href={at}>{version.title}</a>} heading={t("lineage.heading")} lead={t("lineage.lead")} />
      {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
      {lines.length > 0 ? (
        <div class="lineage">
          <LineagePicture t={t} title={version.title} lines={lines} />
          <LineageTables t={t} lines={lines} at={`${at}/bygger-pa`} />
        </div>
      ) : (
        <p>{t("lineage.nothing")}</p>
      )}
      {mayTieSomething(c, inside) ? (
        <Buttons>
          <LinkButton quiet href={`${at}/bygger-pa/knyt`}>
            {t("lineage.tie")}
          </LinkButton>
        </Buttons>
      ) : null}
    </>,
    { ...framedWide, title: `${t("lineage.heading")}: ${version.title}` },
  );
});

/** Saying what an item builds on or what builds on it: found by its title, chosen, with a note. */
export const tyingPages = pages("signedIn")
  .form("/kunskap/:slug/bygger-pa/knyt", {
    draw: drawTying,
    async send(c, filled) {
      const { item } = await tieable(c);
      const { thing = "", ...values } = withoutWords(filled).values;
      const sent = { ...filled, values: { ...values, ...chosenThing(String(thing)) } };
      await tie(c.var.db, c.var.actor, c.var.now, item.slug, checkedForm(NewTie, sent));
      return c.redirect(`/kunskap/${item.slug}/bygger-pa?klart=knuten`, 303);
    },
  })
  .post("/kunskap/:slug/bygger-pa/:tie/ta-bort", async (c) => {
    const id = TieId.safeParse(c.req.param("tie")).data;
    if (!id) throw new Refusal("not_found", "lineage.no_such_tie");
    await untie(c.var.db, c.var.actor, c.var.now, id);
    return c.redirect(`/kunskap/${c.req.param("slug") ?? ""}/bygger-pa?klart=borttagen`, 303);
  });

/** Those who write knowledge anywhere can have something of their own to tie; authors do it from their appraisal. */
function mayTieSomething({ var: { actor } }: Page, { item }: ItemInside): boolean {
  return (
    actor.reach.has("knowledge:write") ||
    actor.reach.has("knowledge:publish") ||
    mayTieAnything(actor, item.organisationId)
  );
}

async function tieable(c: Page): Promise<ItemInside> {
  const inside = await itemAsked(c);
  if (!mayTieSomething(c, inside)) throw new Refusal("forbidden", "lineage.not_yours");
  return inside;
}

async function drawTying(c: Page, filled: Filled) {
  const { t, db, actor } = c.var;
  const { item, version } = await tieable(c);
  const at = `/kunskap/${item.slug}/bygger-pa`;
  const typed = typedWords(c.req.query("ord") ?? textIn(filled, "ord", ""));
  const choices = await thingChoices(db, actor, { typed, but: item.id });
  const side = Side.safeParse(c.req.query("sida")).data ?? "over";
  return c.render(
    <Narrow>
      <PageHeading kicker={<a href={at}>{version.title}</a>} heading={t("lineage.tie")} lead={t("lineage.tie_lead")} />
      <Filters t={t} action={`${at}/knyt`} label={t("lineage.find")} press={t("lineage.find")}>
        <TextField t={t} name="ord" type="search" label={t("lineage.find_field")} value={typed} width="medium" />
      </Filters>
      {typed && choices.length === 0 ? <Notice t={t} heading={t("lineage.none_found", { words: typed })} /> : null}
      {choices.length > 0 ? (
        <Form t={t} filled={filled} hidden={{ ord: typed }}>
          <Choice
            t={t}
            filled={filled}
            name="thing"
            required
            label={t("lineage.found", { count: choices.length })}
            options={choices.map(({ kind, id, title, organisation }) => ({
              value: `${kind} ${id}`,
              label: title,
              help: [t(`lineage.kind.${kind}`), organisation].filter(Boolean).join(", "),
            }))}
          />
          <Choice
            t={t}
            filled={filled}
            name="side"
            required
            label={t("lineage.which_side")}
            options={sides.map((value) => ({ value, label: t(`lineage.which_side.${value}`) }))}
            value={side}
          />
          <TextArea
            t={t}
            filled={filled}
            name="note"
            label={t("lineage.note_field")}
            help={t("item_form.no_clients")}
            rows={2}
            limit={longestNote}
          />
          <FormEnd>
            <Button>{t("lineage.tie_press")}</Button>
            <LinkButton href={at} plain>
              {t("ui.cancel")}
            </LinkButton>
          </FormEnd>
        </Form>
      ) : null}
    </Narrow>,
    { title: `${t("lineage.tie")}: ${version.title}`, current: "/kunskap" },
  );
}
