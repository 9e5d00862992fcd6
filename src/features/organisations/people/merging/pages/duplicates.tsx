import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { keepApart } from "#features/organisations/people/merging/commands.ts";
import { leadersToKnow } from "#features/circles/round/known-leaders/queries.ts";
import { LeadersToKnow } from "#features/organisations/people/merging/parts/leaders-to-know.tsx";
import { ComparedEntries } from "#features/organisations/people/merging/parts/compared-entries.tsx";
import { MergeList } from "#features/organisations/people/merging/parts/merge-list.tsx";
import { TwoPeople } from "#features/organisations/people/merging/person-merge.ts";
import {
  duplicatesPage,
  latestMerges,
  type PairShown,
  pairShown,
} from "#features/organisations/people/merging/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const at = "/personer/kan-vara-samma";

/** Those who may be one person, for whoever looks after them; and what has been merged lately. */
export const duplicatePages = pages("signedIn")
  .get(at, (c) => drawDuplicates(c))
  .form(`${at}/inte`, {
    draw: drawDuplicates,
    send: async (c, filled) => {
      const pair = checkedForm(TwoPeople, filled);
      await keepApart(c.var.db, c.var.actor, c.var.now, pair);
      return c.redirect(`${at}?isar=${pair.one}.${pair.other}`, 303);
    },
  });

async function drawDuplicates(c: Page, filled?: Filled) {
  const { t, db, actor, now } = c.var;
  if (!actor.reach.has("people:manage")) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  const { pairs, count } = await duplicatesPage(db, actor, dateIn(now()));
  const merges = await latestMerges(db, actor, now());
  const apart = await keptApart(c);
  const [problem] = filled?.problems ?? [];
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/personer">{t("organisations.people.title")}</a>}
        heading={t("people.duplicates.title")}
        lead={t("people.duplicates.lead")}
      />
      {apart ? <Notice t={t} tone="done" heading={t("people.duplicates.apart_done", namesOf(apart))} /> : null}
      {problem ? <Notice t={t} tone="warn" heading={t(problem.code, problem.values)} /> : null}
      {pairs.length === 0 ? (
        <EmptyState heading={t("people.duplicates.none")}>{t("people.duplicates.none_text")}</EmptyState>
      ) : (
        <p>
          {count > pairs.length
            ? t("people.duplicates.first", { shown: pairs.length, count })
            : t("people.duplicates.count", { count })}
        </p>
      )}
      {pairs.map((pair) => (
        <section>
          <h2>{t("people.duplicates.pair", namesOf(pair))}</h2>
          <ComparedEntries t={t} pair={pair} under="h2" />
          {pair.can.merge ? (
            <Form t={t} tight action={`${at}/inte`} hidden={{ one: pair.one.id, other: pair.other.id }}>
              <Buttons>
                <LinkButton
                  quiet
                  href={`/personer/${pair.one.id}/sla-ihop/${pair.other.id}`}
                  label={t("people.duplicates.merge_label", namesOf(pair))}
                >
                  {t("people.duplicates.merge")}
                </LinkButton>
                <Button quiet label={t("people.duplicates.apart_label", namesOf(pair))}>
                  {t("people.duplicates.apart")}
                </Button>
              </Buttons>
            </Form>
          ) : (
            <p>{t("people.duplicates.not_yours")}</p>
          )}
        </section>
      ))}
      <LeadersToKnow t={t} leaders={await leadersToKnow(db, actor)} />
      <MergeList t={t} heading={t("people.duplicates.latest")} merges={merges} />
    </>,
    { title: t("people.duplicates.title"), current: "/personer" },
  );
}

function namesOf({ one, other }: PairShown) {
  return { one: one.name, other: other.name };
}

/** The two of whom it was just said that they are not the same. */
async function keptApart(c: Page): Promise<PairShown | undefined> {
  const [one, other] = (c.req.query("isar") ?? "").split(".");
  const pair = TwoPeople.safeParse({ one, other }).data;
  return pair && pairShown(c.var.db, c.var.actor, pair.one, pair.other, dateIn(c.var.now()));
}
