import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { publishedChoices } from "#features/knowledge/item/listing/queries.ts";
import {
  addToList,
  noteInList,
  publishReadingList,
  setListRetired,
  stepInList,
} from "#features/knowledge/reading/commands.ts";
import { typedWords, withoutWords } from "#features/knowledge/lineage/lineage-words.ts";
import { keptList } from "#features/knowledge/reading/pages/list-forms.tsx";
import { KeptRows } from "#features/knowledge/reading/parts/kept-rows.tsx";
import { ListNote, ListStep, longest, ToRead } from "#features/knowledge/reading/reading-words.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Choice, TextArea, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { textIn } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Keeping a list: what is in it and in which order, what is said of each, and whether it is published. */
export const keepListPages = pages("signedIn")
  .form("/laslista/:slug/hall", {
    draw,
    async send(c, filled) {
      const { list } = await keptList(c);
      await addToList(c.var.db, c.var.actor, list.slug, checkedForm(ToRead, withoutWords(filled)));
      return c.redirect(`/laslista/${list.slug}/hall?klart=tillagd`, 303);
    },
  })
  .post("/laslista/:slug/rad/:row/steg", async (c) => {
    const { list } = await keptList(c);
    const { values } = await filledFrom(c);
    const wish = ListStep.safeParse({ id: c.req.param("row"), step: values["step"] }).data;
    if (!wish) throw new Refusal("not_found", "reading.no_such_row");
    await stepInList(c.var.db, c.var.actor, list.slug, wish);
    return c.redirect(`/laslista/${list.slug}/hall#rader`, 303);
  })
  .form("/laslista/:slug/rad/:row/anteckning", {
    async draw(c, filled) {
      const { t } = c.var;
      const { list, line } = await keptLine(c);
      const at = `/laslista/${list.slug}/hall`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={at}>{list.title}</a>}
          heading={t("reading.note_named", { title: line.item.title })}
          press={t("reading.save")}
          back={at}
        >
          <TextArea
            t={t}
            filled={filled}
            name="note"
            label={t("reading.note")}
            help={t("item_form.no_clients")}
            rows={3}
            limit={longest.note}
            value={line.note}
          />
        </FormPage>,
        { title: `${t("reading.note")}: ${line.item.title}`, current: "/kunskap" },
      );
    },
    async send(c, filled) {
      const { list, line } = await keptLine(c);
      await noteInList(c.var.db, c.var.actor, list.slug, line.id, checkedForm(ListNote, filled).note);
      return c.redirect(`/laslista/${list.slug}/hall?klart=sparad`, 303);
    },
  })
  .post("/laslista/:slug/publicera", async (c) => {
    const { list } = await keptList(c);
    await publishReadingList(c.var.db, c.var.actor, c.var.now, list.slug);
    return c.redirect(`/laslista/${list.slug}/hall?klart=publicerad`, 303);
  })
  .post("/laslista/:slug/inaktuell", (c) => retired(c, true))
  .post("/laslista/:slug/aktuell", (c) => retired(c, false));

async function keptLine(c: Page) {
  const { list, lines } = await keptList(c);
  const line = lines.find(({ id }) => id === c.req.param("row"));
  if (!line) throw new Refusal("not_found", "reading.no_such_row");
  return { list, line };
}

async function retired(c: Page, isRetired: boolean) {
  const { list } = await keptList(c);
  await setListRetired(c.var.db, c.var.actor, c.var.now, list.slug, isRetired);
  return c.redirect(`/laslista/${list.slug}/hall?klart=${isRetired ? "inaktuell" : "aktuell"}`, 303);
}

async function draw(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { list, lines } = await keptList(c);
  const at = `/laslista/${list.slug}`;
  const typed = typedWords(c.req.query("ord") ?? textIn(filled, "ord", ""));
  const found = typed.trim() ? await publishedChoices(db, typed) : [];
  const free = found.filter(({ id }) => !lines.some(({ item }) => item.id === id));
  const key = `reading.done.${c.req.query("klart") ?? ""}`;
  return c.render(
    <>
      <PageHeading kicker={<a href={at}>{list.title}</a>} heading={t("reading.keep")} lead={t("reading.keep_lead")} />
      {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
      <section aria-labelledby="rader">
        <h2 id="rader">{t("reading.in_list", { count: lines.length })}</h2>
        {lines.length > 0 ? <KeptRows t={t} at={at} lines={lines} /> : null}
      </section>
      <section aria-labelledby="lagg-till">
        <h2 id="lagg-till">{t("reading.add")}</h2>
        <Filters t={t} action={`${at}/hall`} label={t("reading.find")} press={t("reading.find")}>
          <TextField t={t} name="ord" type="search" label={t("reading.find_field")} value={typed} width="medium" />
        </Filters>
        {typed && free.length === 0 ? <Notice t={t} heading={t("lineage.none_found", { words: typed })} /> : null}
        {free.length > 0 ? (
          <Form t={t} filled={filled} hidden={{ ord: typed }}>
            <Choice
              t={t}
              filled={filled}
              name="item"
              required
              label={t("lineage.found", { count: free.length })}
              options={free.map(({ slug, title, kind, year }) => ({
                value: slug,
                label: title,
                help: [t(`item.kind.${kind}`), year].filter(Boolean).join(", "),
              }))}
            />
            <TextArea
              t={t}
              filled={filled}
              name="note"
              label={t("reading.note")}
              help={t("item_form.no_clients")}
              rows={2}
              limit={longest.note}
            />
            <FormEnd>
              <Button>{t("reading.add_press")}</Button>
            </FormEnd>
          </Form>
        ) : null}
      </section>
      <div class="buttons">
        {list.publishedAt ? null : (
          <Form t={t} action={`${at}/publicera`} tight>
            <Button>{t("reading.publish")}</Button>
          </Form>
        )}
        <Form t={t} action={`${at}/${list.retiredAt ? "aktuell" : "inaktuell"}`} tight>
          <Button plain>{t(list.retiredAt ? "reading.restore" : "reading.retire")}</Button>
        </Form>
      </div>
    </>,
    { title: `${t("reading.keep")}: ${list.title}`, current: "/kunskap" },
  );
}
