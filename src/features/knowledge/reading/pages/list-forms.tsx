import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { organisationsWith, withOrganisation } from "#features/knowledge/item/pages/keeper.ts";
import { OrganisationField } from "#features/knowledge/item/parts/organisation-field.tsx";
import { changeReadingList, createReadingList } from "#features/knowledge/reading/commands.ts";
import {
  readingListInside,
  type ReadingListFacts,
  type ReadingListInside,
  roundsToReadFor,
} from "#features/knowledge/reading/queries.ts";
import { longest, NewReadingList, ReadingListChange } from "#features/knowledge/reading/reading-words.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Beginning a list to read, and changing what it is called and for whom it is. */
export const readingListFormPages = pages("signedIn")
  .form("/laslista/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      mustWriteSomewhere(c);
      const organisations = await organisationsWith(c, ["knowledge:write"]);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/laslistor">{t("reading.all")}</a>}
          heading={t("reading.begin")}
          lead={t("reading.begin_lead")}
          press={t("reading.begin")}
          back="/laslistor"
        >
          <OrganisationField t={t} filled={filled} label={t("reading.whose")} organisations={organisations} />
          {await fields(c, filled)}
        </FormPage>,
        { title: t("reading.begin"), current: "/kunskap" },
      );
    },
    async send(c, filled) {
      mustWriteSomewhere(c);
      const { db, actor, now } = c.var;
      const wish = checkedForm(NewReadingList, await withOrganisation(c, filled));
      const { slug } = await createReadingList(db, actor, now, wish);
      return c.redirect(`/laslista/${slug}/hall?klart=skapad`, 303);
    },
  })
  .form("/laslista/:slug/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const { list } = await keptList(c);
      const at = `/laslista/${list.slug}`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          hidden={{ version: String(list.version) }}
          kicker={<a href={at}>{list.title}</a>}
          heading={t("reading.change")}
          press={t("reading.save")}
          back={at}
        >
          {await fields(c, filled, list)}
        </FormPage>,
        { title: `${t("reading.change")}: ${list.title}`, current: "/kunskap" },
      );
    },
    async send(c, filled) {
      const { list } = await keptList(c);
      await changeReadingList(c.var.db, c.var.actor, list.slug, checkedForm(ReadingListChange, filled));
      return c.redirect(`/laslista/${list.slug}/hall?klart=sparad`, 303);
    },
  });

/** The list an address names, for those who keep it. */
export async function keptList(c: Page): Promise<ReadingListInside> {
  const inside = await readingListInside(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!inside.can.write) throw new Refusal("forbidden", "reading.not_yours");
  return inside;
}

function mustWriteSomewhere({ var: { actor } }: Page): void {
  if (!actor.reach.has("knowledge:write")) throw new Refusal("forbidden", "reading.not_yours");
}

async function fields(c: Page, filled: Filled, list?: ReadingListFacts) {
  const { t, db, actor } = c.var;
  const rounds = await roundsToReadFor(db, actor);
  // A circle that was given the list by somebody else stays to choose.
  const own =
    list?.roundId && !rounds.some(({ id }) => id === list.roundId)
      ? [{ id: list.roundId, title: list.round ?? "" }]
      : [];
  return (
    <>
      <TextField t={t} filled={filled} name="title" required label={t("reading.title")} value={list?.title} />
      <TextArea
        t={t}
        filled={filled}
        name="purpose"
        label={t("reading.purpose")}
        help={t("reading.purpose_help")}
        rows={3}
        limit={longest.purpose}
        value={list?.purpose}
      />
      <Select
        t={t}
        filled={filled}
        name="roundId"
        label={t("reading.round")}
        help={t("reading.round_help")}
        empty={t("reading.no_round")}
        options={[...own, ...rounds].map(({ id, title }) => ({ value: id, label: title }))}
        value={list?.roundId}
      />
    </>
  );
}
