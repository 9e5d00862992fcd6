import { OrganisationId } from "#kernel/ids.ts";
import { OrganisationKind, organisationKinds } from "#features/organisations/organisation.ts";
import { mayAddOrganisation, mayImport } from "#features/organisations/organisation-policy.ts";
import { OrganisationTable } from "#features/organisations/parts/organisation-table.tsx";
import { counties, organisationList } from "#features/organisations/register/queries.ts";
import { pages } from "#platform/web/pages.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

/** The register of organisations: found by every name, narrowed by kind and county. */
export const organisationListPages = pages("signedIn").get("/organisationer", async (c) => {
  const { t, actor, db } = c.var;
  const { namn: typed = "", slag, lan, efter } = c.req.query();
  const kind = OrganisationKind.safeParse(slag).data;
  const after = OrganisationId.safeParse(efter).data;
  const list = await organisationList(db, { typed, kind, county: lan || undefined, after, limit: 200 });
  const kinds = organisationKinds.map((each) => ({ value: each, label: t(`organisations.kind.${each}`) }));
  const places = (await counties(db)).map(({ code, name }) => ({ value: code, label: name }));
  const address = (query: Record<string, string | undefined>) => {
    const known = Object.entries({ namn: typed, slag, lan, ...query }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `/organisationer?${new URLSearchParams(known).toString()}`;
  };

  return c.render(
    <>
      <PageHeading heading={t("organisations.list.title")} lead={t("organisations.list.lead")} />
      {mayImport(actor) ? (
        <Buttons>
          {mayAddOrganisation(actor, undefined) ? (
            <LinkButton quiet href="/organisationer/ny">
              {t("organisations.list.add")}
            </LinkButton>
          ) : null}
          <LinkButton quiet href="/organisationer/importera">
            {t("organisations.import.open")}
          </LinkButton>
        </Buttons>
      ) : null}
      <Filters t={t} action="/organisationer" label={t("organisations.list.filter")} results="organisationer">
        <TextField
          t={t}
          name="namn"
          type="search"
          required
          label={t("organisations.list.typed")}
          value={typed}
          width="medium"
        />
        <Select
          t={t}
          name="slag"
          required
          label={t("organisations.list.kind")}
          options={kinds}
          value={kind}
          empty={t("organisations.list.every")}
          width="medium"
        />
        <Select
          t={t}
          name="lan"
          required
          label={t("organisations.list.county")}
          options={places}
          value={lan}
          empty={t("organisations.list.every")}
          width="medium"
        />
      </Filters>
      <div id="organisationer">
        {list.rows.length > 0 ? (
          <OrganisationTable t={t} rows={list.rows} count={list.count} />
        ) : (
          <EmptyState
            heading={t("organisations.list.empty")}
            action={<a href="/organisationer">{t("organisations.list.show_all")}</a>}
          >
            {t("organisations.list.empty_text")}
          </EmptyState>
        )}
        {after || list.after ? (
          <Pager
            t={t}
            previous={after ? address({}) : undefined}
            next={list.after ? address({ efter: list.after }) : undefined}
          />
        ) : null}
      </div>
    </>,
    { title: t("organisations.list.title") },
  );
});
