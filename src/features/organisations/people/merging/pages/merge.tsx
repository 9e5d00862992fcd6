import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { mergePeople, type PersonPart, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { ComparedEntries } from "#features/organisations/people/merging/parts/compared-entries.tsx";
import { LeftBehind } from "#features/organisations/people/merging/parts/left-behind.tsx";
import { mergedOn } from "#features/organisations/people/merging/parts/merge-list.tsx";
import { MergeId } from "#features/organisations/people/merging/person-merge.ts";
import {
  type EntryShown,
  type MergeShown,
  mergeShown,
  type PairShown,
  pairShown,
} from "#features/organisations/people/merging/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { type Pages, pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { Choice } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

const duplicates = "/personer/kan-vara-samma";
const merges = "/personer/sammanslagningar/:mergeId";

/** Merging two entries, looking at a merge, and undoing it. What each feature does then is said by `parts`. */
export function mergePages(parts: readonly PersonPart[]): Pages {
  return pages("signedIn")
    .form("/personer/:personId/sla-ihop/:otherId", {
      draw: drawMerge,
      send: async (c, filled) => {
        const { db, actor, now } = c.var;
        const [one, other] = idsIn(c);
        const { keep } = filled.values;
        if (keep !== one && keep !== other)
          throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
            { path: "keep", code: "people.merge.choose" },
          ]);
        const [from, to] = keep === one ? [other, one] : [one, other];
        const { mergeId } = await mergePeople(db, actor, now, { from, to }, parts);
        return c.redirect(`/personer/sammanslagningar/${mergeId}?klart=ihop`, 303);
      },
    })
    .get(merges, drawShown)
    .form(`${merges}/angra`, {
      draw: drawUndo,
      send: async (c) => {
        const { db, actor, now } = c.var;
        const { id } = await mergeIn(c);
        await undoMerge(db, actor, now, id, parts);
        return c.redirect(`/personer/sammanslagningar/${id}?klart=isar`, 303);
      },
    });
}

function idsIn(c: Page): readonly [PersonId, PersonId] {
  const one = PersonId.safeParse(c.req.param("personId")).data;
  const other = PersonId.safeParse(c.req.param("otherId")).data;
  if (!one || !other) throw new Refusal("not_found", "organisations.no_such_person");
  return [one, other];
}

async function drawMerge(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const [one, other] = idsIn(c);
  const pair = await pairShown(db, actor, one, other, dateIn(now()));
  if (!pair) throw new Refusal("not_found", "organisations.no_such_person");
  const names = { one: pair.one.name, other: pair.other.name };
  const option = ({ id, name, email }: EntryShown) => ({
    value: id,
    label: t("people.merge.keep_option", { name, email: email ?? t("people.merge.no_address") }),
  });
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      action={c.req.path}
      kicker={<a href={duplicates}>{t("people.duplicates.title")}</a>}
      heading={t("people.merge.title", names)}
      lead={t("people.merge.lead")}
      before={<ComparedEntries t={t} pair={pair} under="h1" />}
      press={t("people.merge.press")}
      back={duplicates}
    >
      <Choice
        t={t}
        filled={filled}
        name="keep"
        required
        label={t("people.merge.keep")}
        help={t("people.merge.keep_help")}
        options={[option(pair.one), option(pair.other)]}
      />
      <WhatHappens c={c} pair={pair} />
    </FormPage>,
    { title: t("people.merge.title", names), current: "/personer" },
  );
}

function WhatHappens({ c, pair }: { c: Page; pair: PairShown }) {
  const { t } = c.var;
  return (
    <section>
      <h2>{t("people.merge.what")}</h2>
      <ul>
        <li>{t("people.merge.what_moves")}</li>
        {pair.sharedRounds.map(({ title }) => (
          <li>{t("people.merge.what_round", { title })}</li>
        ))}
        <li>{t("people.merge.what_sign_in")}</li>
        <li>{t("people.merge.what_mail")}</li>
      </ul>
    </section>
  );
}

async function mergeIn(c: Page): Promise<MergeShown> {
  const id = MergeId.safeParse(c.req.param("mergeId")).data;
  const { db, actor, now } = c.var;
  const merge = id && (await mergeShown(db, actor, id, now(), dateIn(now())));
  if (!merge) throw new Refusal("not_found", "people.merge.no_such");
  return merge;
}

async function drawShown(c: Page) {
  const { t } = c.var;
  const merge = await mergeIn(c);
  const names = { from: merge.fromName, to: merge.toName };
  const done = c.req.query("klart");
  const told =
    done === "ihop" ? "people.merge.shown.done" : done === "isar" ? "people.merge.shown.undone_done" : undefined;
  const link = (id: string, name: string, email: string | null) => (
    <>
      <a href={`/personer/${id}`}>{name}</a>
      {email ? <span class="note">{email}</span> : null}
    </>
  );
  return c.render(
    <>
      <PageHeading
        kicker={<a href={duplicates}>{t("people.duplicates.title")}</a>}
        heading={t("people.merge.shown.title", names)}
      />
      {told ? <Notice t={t} tone="done" heading={t(told, names)} /> : null}
      <Facts
        items={[
          { term: t("people.merge.shown.kept"), value: link(merge.toId, merge.toName, merge.toEmail) },
          {
            term: t("people.merge.shown.gone"),
            value: merge.undoneAt ? (
              link(merge.fromId, merge.fromName, merge.fromEmail)
            ) : (
              <>
                {merge.fromName}
                {merge.fromEmail ? <span class="note">{merge.fromEmail}</span> : null}
              </>
            ),
          },
          { term: t("people.merge.shown.merged"), value: mergedOn(t, merge) },
          merge.undoneAt
            ? { term: t("people.merge.shown.undone"), value: sayDate(t.language, dateIn(merge.undoneAt)) }
            : { term: t("people.merge.shown.until"), value: sayDate(t.language, dateIn(merge.undoableUntil)) },
        ]}
      />
      {merge.leftBehind ? <LeftBehind t={t} name={merge.toName} account={merge.leftBehind} /> : null}
      {merge.whyNot === undefined ? (
        <p>
          <LinkButton quiet href={`${c.req.path}/angra`} label={t("people.merge.shown.undo_label", names)}>
            {t("people.merge.shown.undo")}
          </LinkButton>
        </p>
      ) : merge.undoneAt ? null : (
        <p>{t(merge.whyNot === "not_yours" ? "people.merge.not_everywhere" : `people.merge.${merge.whyNot}`)}</p>
      )}
    </>,
    { title: t("people.merge.shown.title", names), current: "/personer" },
  );
}

async function drawUndo(c: Page, filled: Filled) {
  const { t } = c.var;
  const merge = await mergeIn(c);
  const names = { from: merge.fromName, to: merge.toName };
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      action={c.req.path}
      heading={t("people.merge.undo.title", names)}
      lead={t("people.merge.undo.lead", names)}
      press={t("people.merge.undo.press")}
      back={`/personer/sammanslagningar/${merge.id}`}
    />,
    { title: t("people.merge.undo.title", names), current: "/personer" },
  );
}
