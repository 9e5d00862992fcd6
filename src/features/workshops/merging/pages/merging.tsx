import type { Context } from "hono";
import type { MessageKey } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayKeepChecklists } from "#features/workshops/checklist/checklist-policy.ts";
import {
  gatherAnswers,
  letEachBeItsOwn,
  putWithQuestion,
  setAnswersAside,
  takeAnswersUp,
} from "#features/workshops/merging/commands.ts";
import { mergeWish } from "#features/workshops/merging/parts/merge-form.ts";
import { TakenUp } from "#features/workshops/merging/merging.ts";
import { nearDuplicates } from "#features/workshops/merging/near-duplicates.ts";
import { workshopAsked, workshopToLead } from "#features/workshops/merging/pages/workshop-asked.ts";
import {
  MergedQuestions,
  OfferedAdditions,
  SetAsideAnswers,
} from "#features/workshops/merging/parts/merged-questions.tsx";
import { mergingFile } from "#features/workshops/merging/parts/merging-file.ts";
import { Proposals, WaitingAnswers } from "#features/workshops/merging/parts/waiting-answers.tsx";
import { mergingOf } from "#features/workshops/merging/queries.ts";
import { filledFrom } from "#platform/web/form.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const done: Readonly<Record<string, MessageKey>> = {
  ihop: "merging.done.gathered",
  var: "merging.done.each",
  till: "merging.done.put",
  undan: "merging.done.aside",
  upp: "merging.done.up",
  ord: "merging.done.worded",
  tillagd: "merging.done.added",
  ut: "merging.done.split",
  fragor: "merging.done.joined",
  bort: "merging.done.removed",
  intagna: "merging.done.imported",
};

/** The answers of a workshop made into questions: what waits, what is proposed, what came of it. */
export const mergingPages = pages("signedIn")
  .form("/workshop/:slug/sla-ihop", { draw, send })
  .get("/workshop/:slug/sla-ihop/svar.csv", async (c) => {
    const { t, db } = c.var;
    const { workshop } = await workshopAsked(c);
    return c.body(mergingFile(t, await mergingOf(db, workshop.id)), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${workshop.slug}.csv"`,
      "cache-control": "no-store",
    });
  })
  .post("/workshop/:slug/sla-ihop/ta-upp", async (c) => {
    const { db, actor, now } = c.var;
    const { workshop } = await workshopToLead(c);
    await takeAnswersUp(db, actor, now, workshop.slug, checkedForm(TakenUp, await filledFrom(c)));
    return c.redirect(`/workshop/${workshop.slug}/sla-ihop?klart=upp`, 303);
  });

async function draw(c: Page, filled: Filled) {
  const { t, db, actor } = c.var;
  const { workshop, questions: asked, can } = await workshopAsked(c);
  const merging = await mergingOf(db, workshop.id);
  const { questions, setAside, waiting } = merging;
  const at = `/workshop/${workshop.slug}/sla-ihop`;
  const said = done[c.req.query("klart") ?? ""];
  const isEmpty = questions.length + setAside.length + waiting.length === 0;
  const bringIn = `/workshop/${workshop.slug}/klistra-in`;
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/workshop/${workshop.slug}`}>{workshop.title}</a>}
        heading={t("merging.title")}
        lead={t("merging.lead")}
      />
      {said ? <Notice t={t} tone="done" heading={t(said)} /> : null}
      {isEmpty ? (
        <EmptyState
          heading={t("merging.no_answers")}
          action={can.lead ? <LinkButton href={bringIn}>{t("bringing_in.to")}</LinkButton> : undefined}
        >
          {t("merging.no_answers_text")}
        </EmptyState>
      ) : (
        <Stack>
          <p>
            {t("merging.counted", { waiting: waiting.length, questions: questions.length, aside: setAside.length })}
          </p>
          <p>
            <a href={`${at}/svar.csv`}>{t("merging.export")}</a>
            {can.lead ? (
              <>
                {dot}
                <a href={bringIn}>{t("bringing_in.to")}</a>
              </>
            ) : null}
          </p>
          {can.lead ? (
            <>
              <Proposals t={t} at={at} filled={filled} proposals={nearDuplicates(waiting)} waiting={waiting} />
              <WaitingAnswers t={t} at={at} filled={filled} waiting={waiting} asked={asked} questions={questions} />
            </>
          ) : null}
          <MergedQuestions t={t} at={at} questions={questions} mayMerge={can.lead} />
          {can.lead ? <OfferedAdditions t={t} at={at} questions={questions} /> : null}
          <SetAsideAnswers t={t} at={at} answers={setAside} mayMerge={can.lead} />
          {can.lead && questions.length > 0 && mayKeepChecklists(actor, workshop.organisationId) ? (
            <Buttons>
              <LinkButton quiet={waiting.length > 0} href={`/workshop/${workshop.slug}/checklista`}>
                {t("checklist.make")}
              </LinkButton>
            </Buttons>
          ) : null}
        </Stack>
      )}
    </>,
    { title: `${t("merging.title")}: ${workshop.title}`, current: "/workshoppar" },
  );
}

async function send(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { workshop } = await workshopToLead(c);
  const { slug } = workshop;
  const { deed, wish } = mergeWish(filled);
  const back = (what: string, id?: string) =>
    c.redirect(`/workshop/${slug}/sla-ihop?klart=${what}${id === undefined ? "" : `#fraga-${id}`}`, 303);
  switch (deed) {
    case "gather": {
      const { id } = await gatherAnswers(db, actor, now, slug, wish);
      return back("ihop", id);
    }
    case "each":
      await letEachBeItsOwn(db, actor, now, slug, wish);
      return back("var");
    case "put":
      await putWithQuestion(db, actor, now, slug, wish);
      return back("till", wish.questionId);
    case "aside":
      await setAnswersAside(db, actor, now, slug, wish);
      return back("undan");
  }
}
