import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { changeItem, createItem, discardDraft } from "#features/knowledge/item/commands.ts";
import { ItemChange, NewItem } from "#features/knowledge/item/item-words.ts";
import { mayChangeKind } from "#features/knowledge/item/item-policy.ts";
import { ItemKind, itemKinds, termKinds } from "#features/knowledge/item/item.ts";
import { itemTo } from "#features/knowledge/item/pages/item-asked.ts";
import { mustWriteSomewhere, organisationsWith, withOrganisation } from "#features/knowledge/item/pages/keeper.ts";
import { ItemFields } from "#features/knowledge/item/parts/item-fields.tsx";
import { OrganisationField } from "#features/knowledge/item/parts/organisation-field.tsx";
import { termField } from "#features/knowledge/item/parts/term-field.ts";
import { aboutOf, type ItemInside } from "#features/knowledge/item/queries.ts";
import { hasRoleIn } from "#features/knowledge/item/roles/queries.ts";
import { methodNames, methodsCalled, termsFor } from "#features/knowledge/item/terms/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Narrow } from "#ui/columns.tsx";
import { Select, TextArea } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const writing = ["knowledge:write", "knowledge:publish"] as const;

/** Writing: a new item, a change of what one says, and throwing a draft away. */
export const itemFormPages = pages("signedIn")
  .form("/kunskap/ny", {
    async draw(c, filled) {
      await mustWriteSomewhere(c);
      const kind = ItemKind.safeParse(filled.values["kind"] ?? c.req.query("slag")).data;
      return kind ? drawNew(c, filled, kind) : drawKinds(c);
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await mustWriteSomewhere(c);
      const said = await withAbout(c, await withOrganisation(c, filled));
      const { slug } = await createItem(db, actor, now, checkedForm(NewItem, said));
      return c.redirect(`/kunskap/${slug}?klart=sparad`, 303);
    },
  })
  .form("/kunskap/:slug/andra", {
    draw: drawChange,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { item } = await itemTo(c, "write");
      await changeItem(db, actor, now, item.slug, checkedForm(ItemChange, await withAbout(c, filled)));
      return c.redirect(`/kunskap/${item.slug}?klart=andrad`, 303);
    },
  })
  .form("/kunskap/:slug/kasta", {
    async draw(c, filled) {
      const { t } = c.var;
      const { item, version, working } = await itemTo(c, "write");
      if (!working) throw new Refusal("conflict", "item.no_working_version");
      const isOnly = working.id === version.id;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/kunskap/${item.slug}`}>{working.title}</a>}
          heading={t("item_form.discard")}
          lead={t(isOnly ? "item_form.discard_only" : "item_form.discard_beside")}
          press={t("item_form.discard")}
          danger
          back={`/kunskap/${item.slug}/andra`}
        />,
        { title: `${t("item_form.discard")}: ${working.title}`, current: "/kunskap" },
      );
    },
    async send(c) {
      const { db, actor, now } = c.var;
      const { item } = await itemTo(c, "write");
      const { isGone } = await discardDraft(db, actor, now, item.slug);
      return c.redirect(isGone ? "/kunskap" : `/kunskap/${item.slug}?klart=kastat`, 303);
    },
  });

/** The kinds somebody may write, to begin with one: what is asked depends on it. */
async function drawKinds(c: Page) {
  const { t } = c.var;
  const open = await Promise.all(itemKinds.map(async (kind) => ((await mayWriteKind(c, kind)) ? [kind] : [])));
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href="/kunskap">{t("item.all")}</a>}
        heading={t("item.write_new")}
        lead={t("item_form.kinds_lead")}
      />
      <ul class="ways">
        {open.flat().map((kind) => (
          <li>
            <a href={`/kunskap/ny?slag=${kind}`}>{t(`item.kind.${kind}`)}</a>
            <p class="muted">{t(`item.kind_help.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Narrow>,
    { title: t("item.write_new"), current: "/kunskap" },
  );
}

/** Whether there is somewhere to write a kind for. */
async function mayWriteKind(c: Page, kind: ItemKind): Promise<boolean> {
  return (await organisationsWith(c, writing, kind))?.length !== 0;
}

async function drawNew(c: Page, filled: Filled, kind: ItemKind) {
  const { t, db } = c.var;
  const organisations = await organisationsWith(c, writing, kind);
  if (organisations?.length === 0) throw new Refusal("forbidden", "item.not_your_organisation");
  const [terms, names] = await Promise.all([
    termsFor(
      db,
      (organisations ?? []).map(({ id }) => id),
    ),
    methodNames(db),
  ]);
  const heading = t("item_form.new", { kind: t(`item.kind.${kind}`) });
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href="/kunskap/ny">{t("item.write_new")}</a>}
      heading={heading}
      lead={t("item_form.lead")}
      before={<p>{t("item_form.no_clients")}</p>}
      press={t("item_form.save_draft")}
      back="/kunskap"
      hidden={{ kind }}
    >
      <OrganisationField t={t} filled={filled} label={t("item_form.organisation")} organisations={organisations} />
      <ItemFields t={t} filled={filled} kind={kind} terms={terms} methodNames={names} />
    </FormPage>,
    { title: heading, current: "/kunskap" },
  );
}

/** The kinds a draft may be made: its own, and those that its writer may change it to. */
async function kindsToChoose(c: Page, { kind, organisationId, stage }: ItemInside["item"]): Promise<ItemKind[]> {
  const { db, actor, now } = c.var;
  const hasRoleThere = await hasRoleIn(db, actor.personId, organisationId, dateIn(now()));
  const standing = { organisationId, stage, hasRoleThere, isPublished: false };
  return itemKinds.filter((each) => each === kind || mayChangeKind(actor, each, standing));
}

async function drawChange(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { item, version, working } = await itemTo(c, "write");
  const before = working ?? version;
  const organisations = item.organisationId ? [item.organisationId] : [];
  const [about, terms, names] = await Promise.all([
    aboutOf(db, before.id),
    termsFor(db, organisations),
    methodNames(db),
  ]);
  const kinds = version.state === "published" ? [] : await kindsToChoose(c, item);
  const heading = t("item_form.change");
  const at = `/kunskap/${item.slug}`;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={at}>{before.title}</a>}
      heading={heading}
      lead={t(working ? "item_form.change_draft" : "item_form.change_published")}
      before={
        <>
          <p>{t("item_form.no_clients")}</p>
          {working ? (
            <p>
              <a href={`${at}/kasta`}>{t("item_form.discard")}</a>
            </p>
          ) : null}
        </>
      }
      press={t("item_form.save_draft")}
      back={at}
      hidden={{
        versionNo: textIn(filled, "versionNo", String(before.versionNo)),
        rowVersion: textIn(filled, "rowVersion", String(before.rowVersion)),
      }}
    >
      {kinds.length > 1 ? (
        <Select
          t={t}
          filled={filled}
          name="kind"
          required
          label={t("item_form.kind")}
          help={t("item_form.kind_help")}
          options={kinds.map((kind) => ({ value: kind, label: t(`item.kind.${kind}`) }))}
          value={item.kind}
          width="medium"
        />
      ) : null}
      <ItemFields
        t={t}
        filled={filled}
        kind={item.kind}
        terms={terms}
        methodNames={names}
        before={{ ...before, ...about }}
      />
      {before.versionNo > 1 || !working ? (
        <TextArea
          t={t}
          filled={filled}
          name="note"
          label={t("item_form.note")}
          help={t("item_form.note_help")}
          value={working?.note}
          rows={2}
          limit={1_000}
        />
      ) : null}
    </FormPage>,
    { title: `${heading}: ${before.title}`, current: "/kunskap" },
  );
}

/** The words that were ticked, whatever their kind, and the methods that were written, by any of their names. */
async function withAbout(c: Page, filled: Filled): Promise<Filled> {
  const { methods: written = "", ...values } = filled.values;
  const terms = termKinds.flatMap((kind) => [values[termField[kind]] ?? []].flat());
  for (const kind of termKinds) delete (values as Record<string, unknown>)[termField[kind]];
  const names = [
    ...new Set(
      [written]
        .flat()
        .join("\n")
        .split(/[\r\n]+/u)
        .flatMap((name) => name.trim() || []),
    ),
  ];
  const found = await methodsCalled(c.var.db, names.slice(0, 50));
  const unknown = names.filter((_, index) => !found[index]);
  if (unknown.length > 0)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "methods", code: "item_form.no_such_method", values: { names: unknown.join(", ").slice(0, 200) } },
    ]);
  const methods = [...new Set(found.flatMap((method) => (method ? [method.id as string] : [])))];
  return { ...filled, values: { ...values, terms, methods } };
}
