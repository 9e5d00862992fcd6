import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { HarvestSourceChange, NewHarvestSource } from "#features/knowledge/filling/filling-words.ts";
import { paces } from "#features/knowledge/filling/filling.ts";
import {
  doneWords,
  mustFillSomewhere,
  mustKeepSourcesSomewhere,
  sourceToKeep,
} from "#features/knowledge/filling/pages/filling-asked.ts";
import { SourceList } from "#features/knowledge/filling/parts/source-list.tsx";
import { addSource, changeSource, harvestNow, restSource } from "#features/knowledge/filling/source/commands.ts";
import { type HarvestSource, sourcesListed } from "#features/knowledge/filling/source/queries.ts";
import { mayKeepSources } from "#features/knowledge/filling/filling-policy.ts";
import { organisationsWith, withOrganisation } from "#features/knowledge/item/pages/keeper.ts";
import { OrganisationField } from "#features/knowledge/item/parts/organisation-field.tsx";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Choice, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** The archives that are harvested: which they are, how it goes, and when they are asked. */
export const sourcePages = pages("signedIn")
  .get("/hamta/kallor", async (c) => {
    mustFillSomewhere(c);
    const { t, db, actor, now } = c.var;
    const sources = await sourcesListed(db, actor);
    const done = doneWords(c);
    const add = actor.reach.has("knowledge:publish") ? (
      <LinkButton quiet href="/hamta/kallor/ny">
        {t("filling.add_source")}
      </LinkButton>
    ) : undefined;
    return c.render(
      <>
        <PageHeading
          kicker={<a href="/hamta">{t("filling.bring_in")}</a>}
          heading={t("filling.sources")}
          lead={t("filling.sources_lead")}
        />
        {done ? <Notice t={t} tone="done" heading={done} /> : null}
        {sources.length === 0 ? (
          <EmptyState heading={t("filling.no_sources")} action={add}>
            {t("filling.no_sources_text")}
          </EmptyState>
        ) : (
          <>
            {add ? <Buttons>{add}</Buttons> : null}
            <SourceList
              t={t}
              sources={sources}
              today={dateIn(now())}
              now={now()}
              mayKeep={({ organisationId }) => mayKeepSources(actor, organisationId)}
            />
          </>
        )}
      </>,
      { title: t("filling.sources"), current: "/kunskap" },
    );
  })
  .form("/hamta/kallor/ny", {
    async draw(c, filled) {
      mustKeepSourcesSomewhere(c);
      const { t } = c.var;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/hamta/kallor">{t("filling.sources")}</a>}
          heading={t("filling.add_source")}
          lead={t("filling.no_sources_text")}
          press={t("filling.add_source")}
          back="/hamta/kallor"
        >
          <OrganisationField
            t={t}
            filled={filled}
            label={t("filling.for_organisation")}
            organisations={await organisationsWith(c, ["knowledge:publish"])}
          />
          <SourceFields c={c} filled={filled} />
        </FormPage>,
        { title: t("filling.add_source"), current: "/kunskap" },
      );
    },
    async send(c, filled) {
      mustKeepSourcesSomewhere(c);
      const { db, actor, now } = c.var;
      await addSource(db, actor, now, checkedForm(NewHarvestSource, await withOrganisation(c, filled)));
      return c.redirect("/hamta/kallor?klart=tillagt", 303);
    },
  })
  .form("/hamta/kallor/:source", {
    async draw(c, filled) {
      const source = await sourceToKeep(c);
      const { t } = c.var;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/hamta/kallor">{t("filling.sources")}</a>}
          heading={t("filling.change_source")}
          hidden={{ version: String(source.version) }}
          press={t("filling.save_source")}
          back="/hamta/kallor"
        >
          <SourceFields c={c} filled={filled} before={source} />
        </FormPage>,
        { title: t("filling.change_source"), current: "/kunskap" },
      );
    },
    async send(c, filled) {
      const { id } = await sourceToKeep(c);
      await changeSource(c.var.db, c.var.actor, id, checkedForm(HarvestSourceChange, filled));
      return c.redirect("/hamta/kallor?klart=andrat", 303);
    },
  })
  .post("/hamta/kallor/:source/vila", async (c) => rest(c, true, "vilar"))
  .post("/hamta/kallor/:source/vack", async (c) => rest(c, false, "vackt"))
  .post("/hamta/kallor/:source/hamta", async (c) => {
    const { id } = await sourceToKeep(c);
    await harvestNow(c.var.db, c.var.actor, c.var.now, id);
    return c.redirect("/hamta/kallor?klart=hamtar", 303);
  });

async function rest(c: Page, isResting: boolean, done: string) {
  const { id } = await sourceToKeep(c);
  await restSource(c.var.db, c.var.actor, id, isResting);
  return c.redirect(`/hamta/kallor?klart=${done}`, 303);
}

function SourceFields({ c, filled, before }: { c: Page; filled: Filled; before?: HarvestSource }) {
  const { t } = c.var;
  const text = { t, filled };
  return (
    <>
      <TextField {...text} name="name" required label={t("filling.source_name")} value={before?.name} />
      <TextField
        {...text}
        name="address"
        type="url"
        required
        label={t("filling.source_address")}
        help={t("filling.source_address_help")}
        value={before?.address}
      />
      <TextField
        {...text}
        name="setSpec"
        label={t("filling.source_set")}
        help={t("filling.source_set_help")}
        value={before?.setSpec}
        width="medium"
      />
      <Choice
        {...text}
        name="every"
        required
        inline
        label={t("filling.every")}
        options={paces.map((pace) => ({ value: pace, label: t(`filling.every.${pace}`) }))}
        value={before?.every ?? "week"}
      />
    </>
  );
}
