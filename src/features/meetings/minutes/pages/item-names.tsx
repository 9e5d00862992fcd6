import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { openMattersOf } from "#features/meetings/minutes/choices/queries.ts";
import { addItem, changeItem, removeItem } from "#features/meetings/minutes/commands.ts";
import { ItemChange, NewItem } from "#features/meetings/minutes/minutes-words.ts";
import {
  addressOfMinutes,
  backToMinutes,
  itemAsked,
  minutesBase,
  partAsked,
  titleOf,
} from "#features/meetings/minutes/pages/minutes.tsx";
import { Button } from "#ui/button.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;
const base = `${minutesBase}/punkt/:item`;

/** What items are called and which matters they are about: added, renamed and taken away by those who take notes. */
export const minutesItemNamePages = pages("signedIn")
  .post(`${base}/bort`, async (c) => {
    const { part } = await itemAsked(c);
    await removeItem(c.var.db, c.var.actor, c.var.now, whereOf(c));
    return c.redirect(backToMinutes(c, "borttagen", `del-${part.id}`), 303);
  })
  .form(`${base}/andra`, {
    draw: drawChange,
    async send(c, filled) {
      const { item } = await itemAsked(c);
      await changeItem(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(ItemChange, filled));
      return c.redirect(backToMinutes(c, "punkt", `p-${item.id}`), 303);
    },
  })
  .form(`${minutesBase}/:part/punkt`, {
    draw: drawNew,
    async send(c, filled) {
      const item = checkedForm(NewItem, filled);
      await addItem(c.var.db, c.var.actor, c.var.now, partOf(c), item);
      return c.redirect(backToMinutes(c, "punkt", `p-${item.key}`), 303);
    },
  });

async function drawChange(c: Page, filled: Filled) {
  const { t } = c.var;
  const { item, inside, bodies } = await itemAsked(c);
  const isEmpty = item.body === "" && item.kind === null && item.agendaItemId === null && item.unsettled === 0;
  return c.render(
    <>
      <FormPage
        t={t}
        filled={filled}
        kicker={wayBack(c, titleOf(t, inside.bodies))}
        heading={t("minutes.item.title")}
        press={t("minutes.item.save")}
        back={backToMinutes(c, undefined, `p-${item.id}`)}
      >
        <NameAndMatter {...{ c, filled }} item={item} matters={await mattersFor(c, bodies, item.matter)} />
      </FormPage>
      {isEmpty ? (
        <Form t={t} action={`${addressOf(c)}/bort`} tight>
          <Button plain danger>
            {t("minutes.item.remove")}
          </Button>
        </Form>
      ) : null}
    </>,
    { title: `${t("minutes.item.title")}: ${item.heading}` },
  );
}

async function drawNew(c: Page, filled: Filled) {
  const { t } = c.var;
  const { inside, bodies, can, part } = await partAsked(c);
  if (!can.write) throw new Refusal("forbidden", "minutes.not_your_notes");
  if (part.state !== "working")
    throw new Refusal("conflict", part.state === "final" ? "minutes.is_final" : "minutes.is_adjusted");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, titleOf(t, inside.bodies))}
      heading={t("minutes.item.new_title")}
      hidden={{ key: textIn(filled, "key", randomUUID()) }}
      press={t("minutes.item.save")}
      back={backToMinutes(c, undefined, `del-${part.id}`)}
    >
      <NameAndMatter {...{ c, filled }} item={undefined} matters={await mattersFor(c, bodies, null)} />
    </FormPage>,
    { title: `${t("minutes.item.new_title")}: ${inside.meeting.title}` },
  );
}

type NameProps = {
  c: Page;
  filled: Filled;
  item: { readonly heading: string; readonly matter: { readonly id: string } | null } | undefined;
  matters: readonly { readonly value: string; readonly label: string }[];
};

function NameAndMatter({ c, filled, item, matters }: NameProps) {
  const { t } = c.var;
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="heading"
        label={t("minutes.item.heading")}
        value={item?.heading}
        required
      />
      <Select
        t={t}
        filled={filled}
        name="matter"
        label={t("minutes.item.matter")}
        help={t("minutes.item.matter_help")}
        options={matters}
        value={item?.matter?.id}
        empty={t("minutes.item.matter_none")}
      />
    </>
  );
}

/** The open matters of the bodies, and the one the item is about already. */
async function mattersFor(
  c: Page,
  bodies: Awaited<ReturnType<typeof itemAsked>>["bodies"],
  own: { readonly id: string; readonly title: string } | null,
) {
  const open: readonly { readonly id: string; readonly title: string }[] = await openMattersOf(
    c.var.db,
    bodies.map(({ id }) => id),
  );
  const all = own && !open.some(({ id }) => id === own.id) ? [own, ...open] : open;
  return all.map(({ id, title }) => ({ value: id, label: title }));
}

function whereOf(c: Page) {
  return { slug: c.req.param("slug") ?? "", itemId: c.req.param("item") ?? "" };
}

function partOf(c: Page) {
  return { slug: c.req.param("slug") ?? "", partId: c.req.param("part") ?? "" };
}

function addressOf(c: Page): string {
  return `${addressOfMinutes(c)}/punkt/${c.req.param("item") ?? ""}`;
}

function wayBack(c: Page, title: string) {
  return <a href={backToMinutes(c)}>{title}</a>;
}
