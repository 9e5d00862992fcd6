import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { publishedChoices } from "#features/knowledge/item/listing/queries.ts";
import { slugIn } from "#features/knowledge/item/standing/standing-words.ts";
import { tie, untie } from "#features/knowledge/lineage/commands.ts";
import {
  ItemUnderAppraisal,
  longestNote,
  typedWords,
  withoutWords,
} from "#features/knowledge/lineage/lineage-words.ts";
import { TieId } from "#features/knowledge/lineage/lineage.ts";
import { itemsUnderAppraisal } from "#features/knowledge/lineage/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Choice, TextArea, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { textIn } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Table } from "#ui/table.tsx";

type Page = Context<Environment>;

/** What in the knowledge base an appraisal rests on, as those who write it or decide on it say. (R103) */
export const appraisalKnowledgePages = pages("signedIn")
  .form("/metodbedomning/:slug/kunskap", {
    draw,
    async send(c, filled) {
      const { appraisal } = await written(c);
      const { item, note } = checkedForm(ItemUnderAppraisal, withoutWords(filled));
      const { db, actor, now } = c.var;
      await tie(db, actor, now, slugIn(item), { side: "over", kind: "appraisal", id: appraisal.id, note });
      return c.redirect(`/metodbedomning/${appraisal.slug}/kunskap?klart=knuten`, 303);
    },
  })
  .post("/metodbedomning/:slug/kunskap/:tie/ta-bort", async (c) => {
    const { appraisal } = await written(c);
    const id = TieId.safeParse(c.req.param("tie")).data;
    const under = await itemsUnderAppraisal(c.var.db, appraisal.id);
    if (!id || !under.some(({ tieId }) => tieId === id)) throw new Refusal("not_found", "lineage.no_such_tie");
    await untie(c.var.db, c.var.actor, c.var.now, id);
    return c.redirect(`/metodbedomning/${appraisal.slug}/kunskap?klart=borttagen`, 303);
  });

async function written(c: Page): Promise<AppraisalInside> {
  const { db, actor, now } = c.var;
  const inside = await appraisalInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  if (!inside.can.tell && !inside.can.keep) throw new Refusal("forbidden", "lineage.not_your_appraisal");
  return inside;
}

async function draw(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { appraisal } = await written(c);
  const at = `/metodbedomning/${appraisal.slug}`;
  const typed = typedWords(c.req.query("ord") ?? textIn(filled, "ord", ""));
  const [under, choices] = await Promise.all([
    itemsUnderAppraisal(db, appraisal.id),
    typed.trim() ? publishedChoices(db, typed) : [],
  ]);
  const free = choices.filter(({ slug }) => !under.some((item) => item.slug === slug));
  const key = `lineage.done.${c.req.query("klart") ?? ""}`;
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={at}>{appraisal.title}</a>}
        heading={t("lineage.under_appraisal")}
        lead={t("lineage.under_appraisal_lead")}
      />
      {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
      {under.length > 0 ? (
        <Table
          caption={t("lineage.under_appraisal")}
          captionHidden
          columns={[
            {
              label: t("lineage.what"),
              head: true,
              cell: ({ slug, title }) => <a href={`/kunskap/${slug}`}>{title}</a>,
            },
            { label: t("lineage.kind"), cell: ({ kind }) => t(`item.kind.${kind}`) },
            { label: t("lineage.note"), cell: ({ note }) => note },
            {
              label: t("lineage.untie"),
              labelHidden: true,
              cell: ({ tieId, title }) => (
                <Form t={t} action={`${at}/kunskap/${tieId}/ta-bort`} tight>
                  <Button plain small label={t("lineage.untie_named", { title })}>
                    {t("lineage.untie")}
                  </Button>
                </Form>
              ),
            },
          ]}
          rows={under}
        />
      ) : null}
      <Filters t={t} action={`${at}/kunskap`} label={t("lineage.find")} press={t("lineage.find")}>
        <TextField t={t} name="ord" type="search" label={t("lineage.find_item")} value={typed} width="medium" />
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
      ) : (
        <p>
          <a href={at}>{t("lineage.back_to_appraisal")}</a>
        </p>
      )}
    </Narrow>,
    { title: `${t("lineage.under_appraisal")}: ${appraisal.title}`, current: "/metoder" },
  );
}
