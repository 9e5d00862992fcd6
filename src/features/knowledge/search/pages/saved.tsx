import { termKinds } from "#features/knowledge/item/item.ts";
import { allTerms } from "#features/knowledge/item/terms/queries.ts";
import { facetNames } from "#features/knowledge/search/found.ts";
import { facetLabel } from "#features/knowledge/search/parts/facets.tsx";
import { chooseDigest, forgetSearch, mailSavedSearch, saveSearch } from "#features/knowledge/search/saved/commands.ts";
import { digestOf, type SavedSearch, savedSearch, savedSearches } from "#features/knowledge/search/saved/queries.ts";
import { DigestWish, MailWish, SearchToSave } from "#features/knowledge/search/saved/saved-search.ts";
import { searchAddress } from "#features/knowledge/search/search-wish.ts";
import type { Translate } from "#kernel/messages.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Checks, Choice } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Column, Table } from "#ui/table.tsx";

const current = "/kunskap";

/** The searches somebody keeps, and what they want to be told of by mail. One's own, and nobody else's. */
export const savedSearchPages = pages("signedIn")
  .get("/sokningar", async (c) => {
    const { t, db, actor } = c.var;
    const [saved, digest] = await Promise.all([savedSearches(db, actor), digestOf(db, actor)]);
    const done = `saved.done.${c.req.query("klart") ?? ""}`;
    return c.render(
      <>
        <PageHeading heading={t("search.saved_searches")} lead={t("saved.lead")} />
        {t.knows(done) ? <Notice t={t} tone="done" heading={t(done)} /> : null}
        <Stack>
          {saved.length === 0 ? (
            <EmptyState heading={t("saved.none")} action={<LinkButton href="/sok">{t("search.title")}</LinkButton>}>
              {t("saved.none_text")}
            </EmptyState>
          ) : (
            <Table caption={t("search.saved_searches")} columns={columnsFor(t)} rows={saved} />
          )}
          <section aria-labelledby="mejl">
            <h2 id="mejl">{t("saved.digest")}</h2>
            <p>
              {t(digest ? (digest.terms.length > 0 ? "saved.digest_terms" : "saved.digest_all") : "saved.digest_none")}
            </p>
            <Buttons>
              <LinkButton href="/sokningar/mejl" quiet>
                {t("saved.digest_choose")}
              </LinkButton>
            </Buttons>
          </section>
        </Stack>
      </>,
      { title: t("search.saved_searches"), current },
    );
  })
  .post("/sokningar", async (c) => {
    const { db, actor, now } = c.var;
    await saveSearch(db, actor, now, checkedForm(SearchToSave, await filledFrom(c)));
    return c.redirect("/sokningar?klart=sparad", 303);
  })
  .post("/sokningar/:id/mejl", async (c) => {
    const { id } = await savedSearch(c.var.db, c.var.actor, c.req.param("id"));
    const { isMailed } = checkedForm(MailWish, await filledFrom(c));
    await mailSavedSearch(c.var.db, c.var.actor, id, isMailed);
    return c.redirect("/sokningar?klart=mejl", 303);
  })
  .post("/sokningar/:id/ta-bort", async (c) => {
    const { id } = await savedSearch(c.var.db, c.var.actor, c.req.param("id"));
    await forgetSearch(c.var.db, c.var.actor, id);
    return c.redirect("/sokningar?klart=borta", 303);
  })
  .form("/sokningar/mejl", {
    async draw(c, filled) {
      const { t, db, actor } = c.var;
      const [terms, digest] = await Promise.all([allTerms(db), digestOf(db, actor)]);
      const of = digest === undefined ? "nothing" : digest.terms.length > 0 ? "terms" : "everything";
      const national = termKinds.flatMap((kind) => terms.filter((term) => term.kind === kind && term.means === null));
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/sokningar">{t("search.saved_searches")}</a>}
          heading={t("saved.digest")}
          lead={t("saved.digest_lead")}
          press={t("saved.digest_save")}
          back="/sokningar"
        >
          <Choice
            t={t}
            filled={filled}
            name="of"
            value={of}
            label={t("saved.digest_of")}
            options={(["nothing", "everything", "terms"] as const).map((each) => ({
              value: each,
              label: t(`saved.digest_of.${each}`),
            }))}
            required
          />
          <Details
            summary={t("saved.digest_choose_words")}
            open={of === "terms" || filled.values["of"] === "terms" || filled.values["terms"] !== undefined}
          >
            <div class="many">
              <Checks
                t={t}
                filled={filled}
                name="terms"
                value={digest?.terms ?? []}
                label={t("saved.digest_words")}
                options={national.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
          </Details>
        </FormPage>,
        { title: t("saved.digest"), current },
      );
    },
    async send(c, filled) {
      await chooseDigest(c.var.db, c.var.actor, c.var.now, checkedForm(DigestWish, filled));
      return c.redirect("/sokningar?klart=mejlet", 303);
    },
  });

function columnsFor(t: Translate): readonly Column<SavedSearch>[] {
  return [
    {
      label: t("saved.words"),
      cell: ({ words, facets }) => <a href={searchAddress({ q: words, facets })}>{words}</a>,
      head: true,
    },
    {
      label: t("search.narrowed"),
      cell: ({ facets }) =>
        facetNames
          .flatMap((name) => (facets[name] ?? []).map((value) => facetLabel(t, name, { value, label: null })))
          .join(", "),
    },
    {
      label: t("saved.mail"),
      cell: ({ id, words, isMailed }) => (
        <Form t={t} action={`/sokningar/${id}/mejl`} hidden={{ isMailed: String(!isMailed) }} tight>
          <Button quiet small label={t(isMailed ? "saved.mail_off_for" : "saved.mail_on_for", { words })}>
            {t(isMailed ? "saved.mail_off" : "saved.mail_on")}
          </Button>
        </Form>
      ),
    },
    {
      label: t("saved.forget"),
      labelHidden: true,
      cell: ({ id, words }) => (
        <Form t={t} action={`/sokningar/${id}/ta-bort`} tight>
          <Button plain small label={t("saved.forget_for", { words })}>
            {t("saved.forget")}
          </Button>
        </Form>
      ),
    },
  ];
}
