import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { peopleTable } from "#features/organisations/people/parts/people-table.tsx";
import { peopleListed } from "#features/organisations/people/register/queries.ts";
import { hasRows } from "#platform/database/rows-in-text.ts";
import { pages } from "#platform/web/pages.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

/** The people somebody looks after, two hundred at a time. */
export const peoplePages = pages("signedIn").get("/personer", async (c) => {
  const { t, db, actor, now } = c.var;
  if (!actor.reach.has("people:manage")) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  const { namn: typed = "", efter } = c.req.query();
  const after = PersonId.safeParse(efter).data;
  const list = await peopleListed(db, actor, { typed, after, limit: 200 }, dateIn(now()));
  const address = (query: Record<string, string>) =>
    `/personer?${new URLSearchParams({ ...(typed ? { namn: typed } : {}), ...query }).toString()}`;

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
        {hasRows(list.listed) ? (
          peopleTable(t, list.listed, list.count)
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
