import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { addTerm, changeTerm } from "#features/knowledge/glossary/commands.ts";
import { mayKeepGlossary } from "#features/knowledge/glossary/glossary-policy.ts";
import { NewTerm, TermChange } from "#features/knowledge/glossary/glossary.ts";
import { GlossaryFields, withoutEmptyDefinitions } from "#features/knowledge/glossary/parts/glossary-fields.tsx";
import { glossaryTerm, glossaryTerms, type ListedTerm } from "#features/knowledge/glossary/queries.ts";
import { framed } from "#features/knowledge/item/pages/item-asked.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow, Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** The words of the field, open to everybody. */
export const glossaryPages = pages("anybody")
  .get("/ordlista", async (c) => {
    const { t, db, actor } = c.var;
    const typed = (c.req.query("ord") ?? "").slice(0, 120).trim();
    const terms = (await glossaryTerms(db)).filter((each) => isMeant(each, typed));
    return c.render(
      <>
        <PageHeading heading={t("glossary.all")} lead={t("glossary.all_lead")} />
        {mayKeepGlossary(actor) ? (
          <Buttons>
            <LinkButton quiet href="/ordlista/ny">
              {t("glossary.add")}
            </LinkButton>
          </Buttons>
        ) : null}
        <Filters t={t} action="/ordlista" label={t("glossary.filter")} results="orden">
          <TextField t={t} name="ord" type="search" required label={t("glossary.typed")} value={typed} width="medium" />
        </Filters>
        <Stack id="orden">
          <p class="muted">{t("glossary.found", { count: terms.length })}</p>
          {terms.length === 0 ? (
            <EmptyState heading={t("glossary.none")} action={<a href="/ordlista">{t("glossary.show_all")}</a>}>
              {t("glossary.none_text")}
            </EmptyState>
          ) : (
            <dl class="glossary">
              {terms.map(({ slug, term, text, definitions }) => (
                <div>
                  <dt>
                    <a href={`/ordlista/${slug}`}>{term}</a>
                  </dt>
                  <dd>
                    {text}
                    {definitions > 1 ? (
                      <span class="muted"> ({t("glossary.more_definitions", { count: definitions })})</span>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Stack>
      </>,
      { title: t("glossary.all"), ...framed(c) },
    );
  })
  .get("/ordlista/:slug", async (c) => {
    const { t, actor } = c.var;
    const term = await termAsked(c);
    const key = `glossary.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    const { alsoCalled, english, definitions } = term;
    return c.render(
      <Narrow>
        <PageHeading kicker={<a href="/ordlista">{t("glossary.all")}</a>} heading={term.term}>
          {alsoCalled.length > 0 ? (
            <p class="muted">{t("glossary.also_called", { words: alsoCalled.join(", ") })}</p>
          ) : null}
          {english ? (
            <p class="muted">
              {t("glossary.english")}: <span lang="en">{english}</span>
            </p>
          ) : null}
        </PageHeading>
        {done ? <Notice t={t} tone="done" heading={done} /> : null}
        <section aria-labelledby="forklaringar">
          <h2 id="forklaringar">{t("glossary.definitions", { count: definitions.length })}</h2>
          {definitions.map(({ text, source, year, link }) => (
            <figure class="definition">
              <blockquote>
                <p>{text}</p>
              </blockquote>
              <figcaption class="muted">
                {link ? (
                  <a href={link} rel="noopener noreferrer">
                    {source}
                  </a>
                ) : (
                  source
                )}
                , {year ?? t("glossary.year_unknown")}
              </figcaption>
            </figure>
          ))}
        </section>
        {mayKeepGlossary(actor) ? (
          <Buttons>
            <LinkButton quiet href={`/ordlista/${term.slug}/andra`}>
              {t("glossary.change")}
            </LinkButton>
          </Buttons>
        ) : null}
      </Narrow>,
      { title: term.term, ...framed(c) },
    );
  });

/** Keeping the words: adding one, and changing what it means. */
export const glossaryFormPages = pages("signedIn")
  .form("/ordlista/ny", {
    draw(c, filled) {
      mustKeep(c);
      const { t } = c.var;
      return drawForm(c, filled, { heading: t("glossary.add"), lead: t("glossary.add_lead"), back: "/ordlista" });
    },
    async send(c, filled) {
      mustKeep(c);
      const { db, actor, now } = c.var;
      const words = checkedForm(NewTerm, { ...filled, values: withoutEmptyDefinitions(filled.values) });
      const { slug } = await addTerm(db, actor, now, words);
      return c.redirect(`/ordlista/${slug}?klart=tillagt`, 303);
    },
  })
  .form("/ordlista/:slug/andra", {
    async draw(c, filled) {
      mustKeep(c);
      const before = await termAsked(c);
      const heading = c.var.t("glossary.change_named", { term: before.term });
      return drawForm(c, filled, { heading, back: `/ordlista/${before.slug}`, before });
    },
    async send(c, filled) {
      mustKeep(c);
      const { slug } = await termAsked(c);
      const words = checkedForm(TermChange, { ...filled, values: withoutEmptyDefinitions(filled.values) });
      await changeTerm(c.var.db, c.var.actor, slug, words);
      return c.redirect(`/ordlista/${slug}?klart=andrat`, 303);
    },
  });

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly back: string;
  readonly before?: Awaited<ReturnType<typeof termAsked>>;
};

function drawForm(c: Page, filled: Filled, { before, ...drawn }: Drawn) {
  const { t } = c.var;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href="/ordlista">{t("glossary.all")}</a>}
      hidden={before ? { version: String(before.version) } : {}}
      press={t("glossary.save")}
      {...drawn}
    >
      <GlossaryFields t={t} filled={filled} before={before} />
    </FormPage>,
    { title: drawn.heading, current: "/kunskap" },
  );
}

function mustKeep({ var: { actor } }: Page): void {
  if (!mayKeepGlossary(actor)) throw new Refusal("forbidden", "glossary.not_yours");
}

async function termAsked(c: Page) {
  const term = await glossaryTerm(c.var.db, c.req.param("slug") ?? "");
  if (!term) throw new Refusal("not_found", "glossary.no_such_term");
  return term;
}

function isMeant({ term, alsoCalled }: ListedTerm, typed: string): boolean {
  const folded = typed.toLowerCase();
  return [term, ...alsoCalled].some((word) => word.toLowerCase().includes(folded));
}
