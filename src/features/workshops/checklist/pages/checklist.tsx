import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { FromVersion, SeenOriginal } from "#features/workshops/checklist/checklist-wish.ts";
import { retireChecklist, seeOriginal } from "#features/workshops/checklist/commands.ts";
import { differencesBetween } from "#features/workshops/checklist/differences.ts";
import { startDraft } from "#features/workshops/checklist/draft/commands.ts";
import {
  bodiesOfChecklist,
  type ChecklistInside,
  roomsWordsOf,
  usesOf,
  workshopOfChecklist,
} from "#features/workshops/checklist/inside/queries.ts";
import { checklistAsked, checklistToKeep } from "#features/workshops/checklist/pages/checklist-asked.ts";
import { ChecklistBeside } from "#features/workshops/checklist/parts/checklist-beside.tsx";
import { ChecklistQuestions } from "#features/workshops/checklist/parts/checklist-questions.tsx";
import { Differences } from "#features/workshops/checklist/parts/differences.tsx";
import { checklistVersion } from "#features/workshops/checklist/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Columns } from "#ui/columns.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const done: Readonly<Record<string, MessageKey>> = {
  publicerad: "checklist.done.published",
  andrad: "checklist.done.changed",
  avslutad: "checklist.done.retired",
  jamford: "checklist.done.seen",
  kastad: "checklist.done.discarded",
};

/** A checklist as it is published: its questions, where they come from, its versions and how it is used. */
export const checklistPages = pages("signedIn")
  .get("/checklista/:slug", drawChecklist)
  .get("/checklista/:slug/skillnader", drawDifferences)
  .post("/checklista/:slug/ny-version", async (c) => {
    const { db, actor } = c.var;
    const { slug } = (await checklistToKeep(c)).checklist;
    await startDraft(db, actor, slug, checkedForm(FromVersion, await filledFrom(c)));
    return c.redirect(`/checklista/${slug}/utkast`, 303);
  })
  .post("/checklista/:slug/avsluta", async (c) => {
    const { db, actor, now } = c.var;
    const { slug } = (await checklistToKeep(c)).checklist;
    await retireChecklist(db, actor, now, slug, checkedForm(FromVersion, await filledFrom(c)));
    return c.redirect(`/checklista/${slug}?klart=avslutad`, 303);
  })
  .post("/checklista/:slug/original", async (c) => {
    const { db, actor } = c.var;
    const { slug } = (await checklistToKeep(c)).checklist;
    await seeOriginal(db, actor, slug, checkedForm(SeenOriginal, await filledFrom(c)));
    return c.redirect(`/checklista/${slug}?klart=jamford`, 303);
  });

async function drawChecklist(c: Page) {
  const { t, db, actor, now } = c.var;
  const inside = await checklistAsked(c);
  const { checklist, versions, draft, original, can } = inside;
  // Nothing is published yet: those who keep it come to what they write.
  if (versions.length === 0) return c.redirect(`/checklista/${checklist.slug}/utkast`, 303);
  const shown = versionShown(inside, c.req.query("version"));
  const today = dateIn(now());
  const [{ questions }, words, uses, bodies, workshop] = await Promise.all([
    checklistVersion(db, shown.id),
    roomsWordsOf(db, actor, shown.id, today),
    usesOf(db, checklist.id),
    bodiesOfChecklist(db, checklist.id),
    workshopOfChecklist(db, actor, checklist.id, today),
  ]);
  const said = done[c.req.query("klart") ?? ""];
  const at = `/checklista/${checklist.slug}`;
  return c.render(
    <>
      <PageHeading
        kicker={checklist.organisation ?? t("checklist.own_keeper")}
        heading={checklist.title}
        lead={checklist.purpose ?? undefined}
      />
      {said ? <Notice t={t} tone="done" heading={t(said)} /> : null}
      {checklist.retiredAt ? <Notice t={t} tone="warn" heading={t("checklist.is_retired")} /> : null}
      {shown.id === versions[0]?.id ? null : (
        <Notice t={t} tone="info" heading={t("checklist.older_version", { number: shown.versionNo })}>
          <a href={at}>{t("checklist.to_newest")}</a>
        </Notice>
      )}
      {original?.newer && can.keep ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("checklist.original_newer", { title: original.newer.title, number: original.newer.versionNo })}
          action={
            <LinkButton quiet href={`${at}/skillnader?mot=nyare`}>
              {t("checklist.see_newer")}
            </LinkButton>
          }
        >
          {t("checklist.original_newer_text")}
        </Notice>
      ) : null}
      {can.keep || can.copy ? (
        <Buttons>
          {can.keep && !draft ? (
            <Form t={t} action={`${at}/ny-version`} hidden={{ version: String(checklist.version) }} tight>
              <Button quiet>{t("checklist.new_version")}</Button>
            </Form>
          ) : null}
          {can.keep && draft ? (
            <LinkButton href={`${at}/utkast`}>{t("checklist.to_draft", { number: draft.versionNo })}</LinkButton>
          ) : null}
          {can.copy ? (
            <LinkButton quiet={can.keep} href={`${at}/kopiera`}>
              {t("checklist.copy")}
            </LinkButton>
          ) : null}
        </Buttons>
      ) : null}
      <Columns
        label={t("checklist.about")}
        besideLast
        beside={<ChecklistBeside t={t} inside={inside} shown={shown} uses={uses} bodies={bodies} workshop={workshop} />}
      >
        <h2>{t("checklist.questions", { count: questions.length })}</h2>
        <p class="muted">{t("checklist.short_text", { count: questions.filter(({ isShort }) => isShort).length })}</p>
        <ChecklistQuestions t={t} questions={questions} words={words} />
      </Columns>
    </>,
    { title: checklist.title, current: "/workshoppar" },
  );
}

/** The version of the address, or the newest. */
function versionShown({ versions }: ChecklistInside, asked: string | undefined) {
  const shown = asked === undefined ? versions[0] : versions.find(({ versionNo }) => String(versionNo) === asked);
  if (!shown) throw new Refusal("not_found", "checklist.no_such_version");
  return shown;
}

/**
 * Two versions held against each other: a copy against the version it came from or the original's newest (`mot=nyare`), and
 * a checklist that is no copy against its own version before.
 */
async function drawDifferences(c: Page) {
  const { t, db } = c.var;
  const inside = await checklistAsked(c);
  const { checklist, versions, draft, original, can } = inside;
  const at = `/checklista/${checklist.slug}`;
  const { mot, version } = c.req.query();
  const ours =
    version === "utkast"
      ? draft
      : (versions.find((each) => String(each.versionNo) === version) ?? versions[0] ?? draft);
  if (!ours) throw new Refusal("not_found", "checklist.no_such_version");
  const before = versions.find(({ versionNo }) => versionNo < ours.versionNo);
  const isNewer = mot === "nyare" && original?.newer;
  const other =
    mot === "fore" || !original
      ? before && { versionId: before.id, versionNo: before.versionNo, title: checklist.title }
      : isNewer || original.copied;
  if (!other) throw new Refusal("not_found", "checklist.nothing_to_compare");
  const [theirs, own] = await Promise.all([checklistVersion(db, other.versionId), checklistVersion(db, ours.id)]);
  const heading = t("checklist.differences");
  return c.render(
    <>
      <PageHeading
        kicker={<a href={at}>{checklist.title}</a>}
        heading={heading}
        lead={t("checklist.differences_lead", {
          own: checklist.title,
          ownNumber: ours.versionNo,
          other: other.title,
          otherNumber: other.versionNo,
        })}
      />
      <Differences t={t} differences={differencesBetween(theirs.questions, own.questions)} />
      {isNewer && can.keep ? (
        <Form t={t} action={`${at}/original`} hidden={{ versionId: isNewer.versionId }}>
          <p>{t("checklist.seen_text")}</p>
          <Buttons>
            <Button quiet>{t("checklist.seen")}</Button>
          </Buttons>
        </Form>
      ) : null}
    </>,
    { title: `${heading}: ${checklist.title}`, current: "/workshoppar" },
  );
}
