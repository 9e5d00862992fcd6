import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { peoplePage } from "#features/organisations/people/register/queries.ts";
import { pages } from "#platform/web/pages.ts";
import { Address } from "#ui/address.tsx";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { type Column, Table } from "#ui/table.tsx";

type Row = Awaited<ReturnType<typeof peoplePage>>["rows"][number];

/** The people somebody looks after, two hundred at a time. */
export const peoplePages = pages("signedIn").get("/personer", async (c) => {
  const { t, db, actor, now } = c.var;
  if (!actor.reach.has("people:manage")) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  const { namn: typed = "", efter } = c.req.query();
  const after = PersonId.safeParse(efter).data;
  const list = await peoplePage(db, actor, { typed, after, limit: 200 }, dateIn(now()));
  const address = (query: Record<string, string>) =>
    `/personer?${new URLSearchParams({ ...(typed ? { namn: typed } : {}), ...query }).toString()}`;

  const columns: Column<Row>[] = [
    {
      label: t("organisations.people.name"),
      head: true,
      cell: ({ id, name, title }) => (
        <>
          <a href={`/personer/${id}`}>{name}</a>
          {title ? <span class="note">{title}</span> : null}
        </>
      ),
    },
    { label: t("organisations.people.email"), cell: ({ email }) => (email ? <Address of={email} /> : null) },
    {
      label: t("organisations.people.roles"),
      cell: ({ roles }) =>
        roles.length > 0
          ? roles.map(({ role, place }) => (
              <div>
                {t(`organisations.role.${role}`)}, {place ?? t("organisations.place.everywhere")}
              </div>
            ))
          : t("organisations.people.no_role"),
    },
  ];

  return c.render(
    <>
      <PageHeading heading={t("organisations.people.title")} lead={t("organisations.people.lead")} />
      <Buttons>
        <LinkButton href="/personer/bjud-in">{t("organisations.people.invite")}</LinkButton>
        <LinkButton quiet href="/personer/kan-vara-samma">
          {t("people.duplicates.open")}
        </LinkButton>
      </Buttons>
      <Filters t={t} action="/personer" label={t("organisations.people.filter")} results="personer">
        <TextField
          t={t}
          name="namn"
          type="search"
          required
          label={t("organisations.people.typed")}
          value={typed}
          width="medium"
        />
      </Filters>
      <div id="personer">
        {list.rows.length > 0 ? (
          <Table
            caption={t("organisations.people.count", { count: list.count })}
            columns={columns}
            rows={list.rows}
            brief
          />
        ) : typed ? (
          <EmptyState
            heading={t("organisations.people.none_found")}
            action={<a href="/personer">{t("organisations.list.show_all")}</a>}
          >
            {t("organisations.people.none_found_text")}
          </EmptyState>
        ) : (
          <EmptyState heading={t("organisations.people.empty")}>{t("organisations.people.empty_text")}</EmptyState>
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
    { title: t("organisations.people.title") },
  );
});
