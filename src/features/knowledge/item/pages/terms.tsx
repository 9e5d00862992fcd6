import type { Context } from "hono";
import type { Actor } from "#kernel/actor.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { mayPublishFor } from "#features/knowledge/item/item-policy.ts";
import { TermId, type TermKind, termKinds } from "#features/knowledge/item/item.ts";
import { organisationsWith, withOrganisation } from "#features/knowledge/item/pages/keeper.ts";
import { OrganisationField } from "#features/knowledge/item/parts/organisation-field.tsx";
import { addLocalName, retireLocalName } from "#features/knowledge/item/terms/commands.ts";
import { allTerms, type Term } from "#features/knowledge/item/terms/queries.ts";
import { LocalName } from "#features/knowledge/item/terms/term-words.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Table } from "#ui/table.tsx";

type Page = Context<Environment>;

/** The words knowledge is sorted by, and what organisations call them: one's own name leads to the national word. */
export const termPages = pages("signedIn")
  .form("/kunskap/ord", {
    draw,
    async send(c, filled) {
      mustKeep(c);
      await addLocalName(c.var.db, c.var.actor, checkedForm(LocalName, await withOrganisation(c, filled)));
      return c.redirect("/kunskap/ord?klart=tillagt", 303);
    },
  })
  .post("/kunskap/ord/:term/ta-bort", async (c) => {
    mustKeep(c);
    const id = TermId.safeParse(c.req.param("term")).data;
    if (!id) throw new Refusal("not_found", "item_terms.no_such_term");
    await retireLocalName(c.var.db, c.var.actor, c.var.now, id);
    return c.redirect("/kunskap/ord?klart=borttaget", 303);
  });

function mustKeep({ var: { actor } }: Page): void {
  if (!actor.reach.has("knowledge:publish")) throw new Refusal("forbidden", "item_terms.not_your_organisation");
}

async function draw(c: Page, filled: Filled) {
  const { t, db, actor } = c.var;
  mustKeep(c);
  const [terms, organisations] = await Promise.all([allTerms(db), organisationsWith(c, ["knowledge:publish"])]);
  const key = `item_terms.done.${c.req.query("klart") ?? ""}`;
  const heading = t("item_terms.all");
  return c.render(
    <>
      <PageHeading kicker={<a href="/kunskap">{t("item.all")}</a>} heading={heading} lead={t("item_terms.lead")} />
      {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
      <section aria-labelledby="lagg-till">
        <h2 id="lagg-till">{t("item_terms.add")}</h2>
        <Form t={t} filled={filled}>
          <OrganisationField t={t} filled={filled} label={t("item_terms.whose")} organisations={organisations} />
          <TextField t={t} filled={filled} name="name" required label={t("item_terms.name")} width="medium" />
          <Select
            t={t}
            filled={filled}
            name="means"
            required
            label={t("item_terms.means")}
            options={terms
              .filter(({ means }) => means === null)
              .map(({ id, kind, name }) => ({ value: id, label: `${t(`item.term.${kind}`)}: ${name}` }))}
            width="medium"
          />
          <FormEnd>
            <Button>{t("item_terms.add")}</Button>
          </FormEnd>
        </Form>
      </section>
      {termKinds.map((kind) => (
        <Words t={t} actor={actor} kind={kind} terms={terms} />
      ))}
    </>,
    { title: heading, current: "/kunskap" },
  );
}

type WordsProps = { t: Translate; actor: Actor; kind: TermKind; terms: readonly Term[] };

/** The words of one kind: those with local names, each with whose they are, and then those that all call the same. */
function Words({ t, actor, kind, terms }: WordsProps) {
  const national = terms.filter((term) => term.kind === kind && term.means === null);
  const localOf = (id: TermId) => terms.filter(({ means }) => means === id);
  const renamed = national.filter(({ id }) => localOf(id).length > 0);
  const others = national.filter(({ id }) => localOf(id).length === 0);
  return (
    <section aria-labelledby={`ord-${kind}`}>
      <h2 id={`ord-${kind}`}>{t(`item.term.${kind}`)}</h2>
      {renamed.length > 0 ? (
        <Table
          caption={t(`item.term.${kind}`)}
          captionHidden
          columns={[
            { label: t("item_terms.word"), head: true, cell: ({ name }) => name },
            {
              label: t("item_terms.local_names"),
              cell: ({ id }) => localOf(id).map((term) => <LocalNameLine t={t} actor={actor} term={term} />),
            },
          ]}
          rows={renamed}
        />
      ) : null}
      {others.length > 0 ? (
        <p>
          <span class="muted">{t("item_terms.no_local_name")}</span> {others.map(({ name }) => name).join(", ")}
        </p>
      ) : null}
    </section>
  );
}

function LocalNameLine({ t, actor, term }: { t: Translate; actor: Actor; term: Term }) {
  const { id, name, organisation, organisationId } = term;
  return (
    <p>
      {t("item_terms.local_name", { name, organisation: organisation ?? "" })}
      {mayPublishFor(actor, organisationId) ? (
        <Form t={t} action={`/kunskap/ord/${id}/ta-bort`} tight>
          <Button plain small label={t("item_terms.remove_named", { name })}>
            {t("item_terms.remove")}
          </Button>
        </Form>
      ) : null}
    </p>
  );
}
