import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { ChecklistQuestionId, knownFacts } from "#features/workshops/checklist/checklist.ts";
import {
  DraftQuestion,
  FromVersion,
  longest,
  MovedQuestion,
  Publishing,
} from "#features/workshops/checklist/checklist-wish.ts";
import {
  addDraftQuestion,
  changeDraftQuestion,
  discardDraft,
  moveDraftQuestion,
  removeDraftQuestion,
} from "#features/workshops/checklist/draft/commands.ts";
import { publishDraft } from "#features/workshops/checklist/publishing/commands.ts";
import { type ChecklistInside, roomsWordsOf, type VersionLine } from "#features/workshops/checklist/inside/queries.ts";
import { checklistToKeep } from "#features/workshops/checklist/pages/checklist-asked.ts";
import { ChecklistQuestions } from "#features/workshops/checklist/parts/checklist-questions.tsx";
import { type ChecklistQuestion, questionsOf } from "#features/workshops/checklist/queries.ts";
import { DimensionField } from "#features/workshops/merging/parts/dimension-field.tsx";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Checkbox, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const at = "/checklista/:slug/utkast";

const done: Readonly<Record<string, MessageKey>> = {
  gjord: "checklist.done.made",
  kopierad: "checklist.done.copied",
  sparad: "checklist.done.saved",
  bort: "checklist.done.removed",
};

/** The version of a checklist that is being written: its questions, their words and order, and publishing it. */
export const checklistDraftPages = pages("signedIn")
  .get(at, drawDraft)
  .form(`${at}/ny-fraga`, {
    draw: async (c, filled) => drawQuestion(c, filled, await draftAsked(c), undefined),
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { slug } = (await draftAsked(c)).inside.checklist;
      const { id } = await addDraftQuestion(db, actor, slug, checkedForm(DraftQuestion, filled));
      return c.redirect(`/checklista/${slug}/utkast?klart=sparad#fraga-${id}`, 303);
    },
  })
  .form(`${at}/fraga/:question`, {
    draw: async (c, filled) => {
      const asked = await draftAsked(c);
      const question = (await questionsOf(c.var.db, asked.draft.id)).find(({ id }) => id === c.req.param("question"));
      if (!question) throw new Refusal("not_found", "checklist.no_such_question");
      return drawQuestion(c, filled, asked, question);
    },
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { slug, id } = await questionMeant(c);
      await changeDraftQuestion(db, actor, slug, id, checkedForm(DraftQuestion, filled));
      return c.redirect(`/checklista/${slug}/utkast?klart=sparad#fraga-${id}`, 303);
    },
  })
  .post(`${at}/fraga/:question/flytta`, async (c) => {
    const { db, actor } = c.var;
    const { slug, id } = await questionMeant(c);
    await moveDraftQuestion(db, actor, slug, id, checkedForm(MovedQuestion, await filledFrom(c)));
    return c.redirect(`/checklista/${slug}/utkast#fraga-${id}`, 303);
  })
  .post(`${at}/fraga/:question/ta-bort`, async (c) => {
    const { db, actor } = c.var;
    const { slug, id } = await questionMeant(c);
    await removeDraftQuestion(db, actor, slug, id, checkedForm(FromVersion, await filledFrom(c)));
    return c.redirect(`/checklista/${slug}/utkast?klart=bort`, 303);
  })
  .form(`${at}/publicera`, {
    draw: async (c, filled) => {
      const { t, db } = c.var;
      const { inside, draft } = await draftAsked(c);
      const { checklist } = inside;
      const questions = await questionsOf(db, draft.id);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/checklista/${checklist.slug}/utkast`}>{checklist.title}</a>}
          heading={t("checklist.publish_version", { number: draft.versionNo })}
          lead={t("checklist.publish_lead")}
          before={
            <p>
              {t("checklist.questions", { count: questions.length })}.{" "}
              {t("checklist.short_text", { count: questions.filter(({ isShort }) => isShort).length })}
            </p>
          }
          press={t("checklist.publish")}
          back={`/checklista/${checklist.slug}/utkast`}
          hidden={{ version: String(checklist.version) }}
        >
          <TextArea
            t={t}
            filled={filled}
            name="note"
            label={t("checklist.field.note")}
            help={t("checklist.field.note_help")}
            rows={3}
            limit={longest.note}
          />
        </FormPage>,
        { title: t("checklist.publish"), current: "/workshoppar" },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { slug } = (await draftAsked(c)).inside.checklist;
      await publishDraft(db, actor, now, slug, checkedForm(Publishing, filled));
      return c.redirect(`/checklista/${slug}?klart=publicerad`, 303);
    },
  })
  .post(`${at}/kasta`, async (c) => {
    const { db, actor } = c.var;
    const { slug } = (await draftAsked(c)).inside.checklist;
    const { isGone } = await discardDraft(db, actor, slug, checkedForm(FromVersion, await filledFrom(c)));
    return c.redirect(isGone ? "/checklistor?klart=kastad" : `/checklista/${slug}?klart=kastad`, 303);
  });

type Asked = { readonly inside: ChecklistInside; readonly draft: VersionLine };

/** The draft of an address, for those who keep the checklist. */
async function draftAsked(c: Page): Promise<Asked> {
  const inside = await checklistToKeep(c);
  if (!inside.draft) throw new Refusal("not_found", "checklist.no_draft");
  return { inside, draft: inside.draft };
}

async function questionMeant(c: Page) {
  const { slug } = (await draftAsked(c)).inside.checklist;
  const id = ChecklistQuestionId.safeParse(c.req.param("question")).data;
  if (!id) throw new Refusal("not_found", "checklist.no_such_question");
  return { slug, id };
}

async function drawDraft(c: Page) {
  const { t, db, actor, now } = c.var;
  const { inside, draft } = await draftAsked(c);
  const { checklist, original } = inside;
  const [questions, words] = await Promise.all([
    questionsOf(db, draft.id),
    roomsWordsOf(db, actor, draft.id, dateIn(now())),
  ]);
  const here = `/checklista/${checklist.slug}/utkast`;
  const version = { version: String(checklist.version) };
  const said = done[c.req.query("klart") ?? ""];
  return c.render(
    <>
      <PageHeading
        kicker={
          inside.versions.length > 0 ? (
            <a href={`/checklista/${checklist.slug}`}>{checklist.title}</a>
          ) : (
            <a href="/checklistor">{t("checklist.all")}</a>
          )
        }
        heading={t("checklist.draft_of", { title: checklist.title, number: draft.versionNo })}
        lead={t("checklist.draft_lead")}
      />
      {said ? <Notice t={t} tone="done" heading={t(said)} /> : null}
      <h2>{t("checklist.questions", { count: questions.length })}</h2>
      <p class="muted">{t("checklist.short_text", { count: questions.filter(({ isShort }) => isShort).length })}</p>
      {original ? (
        <p>
          <a href={`/checklista/${checklist.slug}/skillnader?version=utkast`}>{t("checklist.see_differences")}</a>
        </p>
      ) : null}
      <ChecklistQuestions
        t={t}
        questions={questions}
        words={words}
        deeds={({ id, text }, order) => (
          <Buttons>
            <a href={`${here}/fraga/${id}`} aria-label={t("checklist.change_named", { text })}>
              {t("checklist.change_question")}
            </a>
            <Form t={t} action={`${here}/fraga/${id}/flytta`} hidden={version} tight>
              {order > 0 ? (
                <Button plain small name="direction" value="up" label={t("checklist.up_named", { text })}>
                  {t("checklist.up")}
                </Button>
              ) : null}
              {order < questions.length - 1 ? (
                <Button plain small name="direction" value="down" label={t("checklist.down_named", { text })}>
                  {t("checklist.down")}
                </Button>
              ) : null}
            </Form>
            <Form t={t} action={`${here}/fraga/${id}/ta-bort`} hidden={version} tight>
              <Button plain small label={t("checklist.remove_named", { text })}>
                {t("checklist.remove")}
              </Button>
            </Form>
          </Buttons>
        )}
      />
      <Buttons>
        {questions.length > 0 ? <LinkButton href={`${here}/publicera`}>{t("checklist.publish")}</LinkButton> : null}
        <LinkButton quiet href={`${here}/ny-fraga`}>
          {t("checklist.add_question")}
        </LinkButton>
        <LinkButton quiet href={`/checklista/${checklist.slug}/andra`}>
          {t("checklist.change")}
        </LinkButton>
        <Confirm
          t={t}
          id="kasta"
          opener={t("checklist.discard")}
          question={t("checklist.discard_ask")}
          explanation={t("checklist.discard_text")}
          danger
        >
          <Form t={t} action={`${here}/kasta`} hidden={version} tight>
            <Button danger>{t("checklist.discard")}</Button>
          </Form>
        </Confirm>
      </Buttons>
    </>,
    { title: t("checklist.draft_of", { title: checklist.title, number: draft.versionNo }), current: "/workshoppar" },
  );
}

function drawQuestion(c: Page, filled: Filled, { inside }: Asked, before: ChecklistQuestion | undefined) {
  const { t } = c.var;
  const { checklist } = inside;
  const back = `/checklista/${checklist.slug}/utkast`;
  const heading = before ? t("checklist.change_question") : t("checklist.add_question");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={back}>{checklist.title}</a>}
      heading={heading}
      press={t("checklist.save")}
      back={back}
      hidden={{ version: String(checklist.version) }}
    >
      <QuestionFields t={t} filled={filled} before={before} />
    </FormPage>,
    { title: heading, current: "/workshoppar" },
  );
}

type QuestionFieldsProps = { t: Translate; filled: Filled; before: ChecklistQuestion | undefined };

function QuestionFields({ t, filled, before }: QuestionFieldsProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="text" label={t("checklist.field.text")} value={before?.text} required />
      <TextArea
        t={t}
        filled={filled}
        name="help"
        label={t("checklist.field.help")}
        value={before?.help}
        rows={3}
        limit={longest.help}
      />
      <DimensionField t={t} filled={filled} value={before?.dimension} />
      <Select
        t={t}
        filled={filled}
        name="answeredBy"
        label={t("checklist.field.answeredBy")}
        help={t("checklist.field.answeredBy_help")}
        options={knownFacts.map((fact) => ({ value: fact, label: t(`checklist.fact.${fact}`) }))}
        value={before?.answeredBy}
        empty={t("checklist.no_fact")}
        width="medium"
      />
      <Checkbox
        t={t}
        filled={filled}
        name="isShort"
        label={t("checklist.field.isShort")}
        help={t("checklist.field.isShort_help")}
        checked={before?.isShort ?? false}
      />
    </>
  );
}
