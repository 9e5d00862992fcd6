import { pages } from "#platform/web/pages.ts";
import { MethodId, MethodKind, methodKinds } from "#features/appraisals/method/method.ts";
import { MethodList } from "#features/appraisals/method/parts/method-list.tsx";
import { methodsListed } from "#features/appraisals/method/register/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

const onePage = 100;

/** The register of methods and ways of working. The page says plainly that to stand in it is no approval. */
export const methodListPages = pages("signedIn").get("/metoder", async (c) => {
  const { t, actor, db } = c.var;
  const { namn: typed = "", slag, efter } = c.req.query();
  const kind = MethodKind.safeParse(slag).data;
  const after = MethodId.safeParse(efter).data;
  const wish = { typed: typed.slice(0, 200), kind, limit: onePage };
  const [standing, withdrawn] = await Promise.all([
    methodsListed(db, { ...wish, after }),
    methodsListed(db, { ...wish, withdrawn: true }),
  ]);
  const isNarrowed = typed !== "" || kind !== undefined;
  const address = (query: Record<string, string | undefined>) => {
    const known = Object.entries({ namn: typed, slag: kind, ...query }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `/metoder?${new URLSearchParams(known).toString()}`;
  };
  return c.render(
    <>
      <PageHeading heading={t("method.all")} lead={t("method.all_lead")} />
      <p>
        <a href="/metodbedomningar">{t("appraisal.all")}</a>
        {dot}
        <a href="/checklistor">{t("method.to_checklists")}</a>
      </p>
      {actor.reach.has("appraisals:write") ? (
        <Buttons>
          <LinkButton href="/metoder/ny">{t("method.add")}</LinkButton>
        </Buttons>
      ) : null}
      <Filters t={t} action="/metoder" label={t("method.filter")} results="metoder">
        <TextField t={t} name="namn" type="search" required label={t("method.typed")} value={typed} width="medium" />
        <Select
          t={t}
          name="slag"
          required
          label={t("method.kind")}
          options={methodKinds.map((each) => ({ value: each, label: t(`method.kind.${each}`) }))}
          value={kind}
          empty={t("method.every_kind")}
          width="medium"
        />
      </Filters>
      <Stack id="metoder">
        {standing.count + withdrawn.count === 0 ? (
          <EmptyState
            heading={t("method.none")}
            action={isNarrowed ? <a href="/metoder">{t("method.show_all")}</a> : undefined}
          >
            {t(isNarrowed ? "method.none_found" : "method.none_text")}
          </EmptyState>
        ) : null}
        {standing.methods.length > 0 ? (
          <MethodList t={t} methods={standing.methods} caption={t("method.counted", { count: standing.count })} />
        ) : null}
        {after || standing.after ? (
          <Pager
            t={t}
            previous={after ? address({}) : undefined}
            next={standing.after ? address({ efter: standing.after }) : undefined}
          />
        ) : null}
        {after === undefined && withdrawn.methods.length > 0 ? (
          <Details summary={t("method.withdrawn_counted", { count: withdrawn.count })} open={standing.count === 0}>
            <MethodList
              t={t}
              methods={withdrawn.methods}
              caption={t("method.withdrawn_counted", { count: withdrawn.count })}
            />
          </Details>
        ) : null}
      </Stack>
    </>,
    { title: t("method.all") },
  );
});
