import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { itemEntry } from "#features/knowledge/item/parts/item-line.tsx";
import { sayStands } from "#features/knowledge/lineage/debt/commands.ts";
import { Looked } from "#features/knowledge/lineage/debt/debt-words.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
import { DebtTable } from "#features/knowledge/lineage/parts/debt-table.tsx";
import { TieId } from "#features/knowledge/lineage/lineage.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { Select } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** What somebody keeps that needs a look: texts past their day, and what rests on something that changed. (R087) */
export const toLookOverPages = pages("signedIn")
  .get("/att-se-over", draw)
  .post("/att-se-over/:rest/star-kvar", async (c) => {
    const id = TieId.safeParse(c.req.param("rest")).data;
    const [debt] = id ? await debtsOf(c.var.db, c.var.actor, id) : [];
    if (!id || !debt) throw new Refusal("not_found", "debt.nothing_to_see");
    await sayStands(c.var.db, c.var.actor, id, checkedForm(Looked, await filledFrom(c)));
    return c.redirect("/att-se-over?klart=star-kvar", 303);
  });

async function draw(c: Page) {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const [allDebts, allDue] = await Promise.all([debtsOf(db, actor), itemsDue(db, actor, today)]);
  const organisationId = OrganisationId.safeParse(c.req.query("organisation")).data;
  const isWanted = (of: { readonly organisationId: OrganisationId | null }) =>
    organisationId === undefined || of.organisationId === organisationId;
  const [debts, due] = [allDebts.filter(isWanted), allDue.filter(isWanted)];
  const organisations = new Map(
    [...allDebts, ...allDue].flatMap(({ organisationId: id, organisation }) =>
      id && organisation ? [[id, organisation] as const] : [],
    ),
  );
  const key = `debt.done.${c.req.query("klart") ?? ""}`;
  const heading = t("debt.all");
  return c.render(
    <>
      <PageHeading kicker={<a href="/kunskap">{t("item.all")}</a>} heading={heading} lead={t("debt.lead")} />
      {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
      {organisations.size > 1 ? (
        <Filters t={t} action="/att-se-over" label={t("debt.choose_organisation")}>
          <Select
            t={t}
            name="organisation"
            label={t("debt.organisation")}
            empty={t("debt.all_organisations")}
            options={[...organisations].map(([value, label]) => ({ value, label }))}
            value={organisationId}
            width="medium"
          />
        </Filters>
      ) : null}
      {debts.length + due.length === 0 ? (
        <EmptyState heading={t("debt.nothing")}>{t("debt.nothing_text")}</EmptyState>
      ) : (
        <Stack>
          {debts.length > 0 ? <DebtTable t={t} debts={debts} /> : null}
          {due.length > 0 ? (
            <section aria-labelledby="ses-over">
              <h2 id="ses-over">{t("debt.due", { count: due.length })}</h2>
              <EntryList
                entries={due.map((item) => ({
                  ...itemEntry({ t, item, today }),
                  facts: [
                    item.reviewDue
                      ? t("debt.due_since", { day: sayDate(t.language, item.reviewDue, { weekday: false, today }) })
                      : null,
                    <a href={`/kunskap/${item.slug}/galler-an`}>{t("item.look_over")}</a>,
                  ],
                }))}
              />
            </section>
          ) : null}
        </Stack>
      )}
    </>,
    { title: heading, current: "/kunskap" },
  );
}
