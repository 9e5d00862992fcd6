import { dateIn } from "#kernel/clock.ts";
import { pages } from "#platform/web/pages.ts";
import { AppraisalId, AppraisalState, appraisalStates } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalsListed } from "#features/appraisals/appraisal/listed/queries.ts";
import { AppraisalList } from "#features/appraisals/appraisal/parts/appraisal-list.tsx";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

const onePage = 100;

/** The appraisals somebody works with first, then those that others have decided and that can be taken over. */
export const appraisalListPages = pages("signedIn").get("/metodbedomningar", async (c) => {
  const { t, actor, db, now } = c.var;
  const today = dateIn(now());
  const { namn: typed = "", lage, efter } = c.req.query();
  const state = AppraisalState.safeParse(lage).data;
  const after = AppraisalId.safeParse(efter).data;
  const wish = { typed: typed.slice(0, 200), state };
  const [own, others] = await Promise.all([
    appraisalsListed(db, actor, { ...wish, which: "own", limit: 200 }),
    appraisalsListed(db, actor, { ...wish, which: "others", after, limit: onePage }),
  ]);
  const isFirst = after === undefined;
  const isNarrowed = typed !== "" || state !== undefined;
  const address = (query: Record<string, string | undefined>) => {
    const known = Object.entries({ namn: typed, lage: state, ...query }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `/metodbedomningar?${new URLSearchParams(known).toString()}`;
  };
  const mayBegin = actor.reach.has("appraisals:write");
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/metoder">{t("method.all")}</a>}
        heading={t("appraisal.all")}
        lead={t("appraisal.all_lead")}
      />
      {mayBegin ? (
        <Buttons>
          <LinkButton href="/metodbedomningar/ny">{t("appraisal.begin")}</LinkButton>
        </Buttons>
      ) : null}
      <Filters t={t} action="/metodbedomningar" label={t("appraisal.filter")} results="metodbedomningar">
        <TextField t={t} name="namn" type="search" required label={t("appraisal.typed")} value={typed} width="medium" />
        <Select
          t={t}
          name="lage"
          required
          label={t("appraisal.column.state")}
          options={appraisalStates.map((each) => ({ value: each, label: t(`appraisal.state.${each}`) }))}
          value={state}
          empty={t("appraisal.every_state")}
          width="medium"
        />
      </Filters>
      <Stack id="metodbedomningar">
        {own.count + others.count === 0 ? (
          <EmptyState
            heading={t("appraisal.none")}
            action={isNarrowed ? <a href="/metodbedomningar">{t("method.show_all")}</a> : undefined}
          >
            {t(isNarrowed ? "appraisal.none_found" : "appraisal.none_text")}
          </EmptyState>
        ) : null}
        {isFirst && own.appraisals.length > 0 ? (
          <AppraisalList
            t={t}
            caption={`${t("appraisal.own")}: ${own.count}`}
            appraisals={own.appraisals}
            today={today}
          />
        ) : null}
        {others.appraisals.length > 0 ? (
          <AppraisalList
            t={t}
            caption={`${t("appraisal.others")}: ${others.count}`}
            appraisals={others.appraisals}
            today={today}
          />
        ) : null}
        {after || others.after ? (
          <Pager
            t={t}
            previous={after ? address({}) : undefined}
            next={others.after ? address({ efter: others.after }) : undefined}
          />
        ) : null}
      </Stack>
    </>,
    { title: t("appraisal.all"), current: "/metoder" },
  );
});
