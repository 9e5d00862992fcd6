import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Dimension, offeredDimensions } from "#features/workshops/checklist/dimensions.ts";
import {
  addQuestion,
  joinQuestions,
  removeQuestion,
  splitQuestion,
  wordQuestion,
} from "#features/workshops/merging/questions/commands.ts";
import {
  Addition,
  Joined,
  longest,
  MergedQuestionId,
  Removed,
  Split,
  Wording,
} from "#features/workshops/merging/merging.ts";
import { workshopToLead } from "#features/workshops/merging/pages/workshop-asked.ts";
import { DimensionField } from "#features/workshops/merging/parts/dimension-field.tsx";
import { answerOption, RawAnswers } from "#features/workshops/merging/parts/raw-answers.tsx";
import { type MergedQuestion, mergedQuestionsOf } from "#features/workshops/merging/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Checks, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const at = "/workshop/:slug/sla-ihop";

/** One final question: its words, the answers it was made of, and what else it may be laid to; and questions of one's own. */
export const mergedQuestionPages = pages("signedIn")
  .form(`${at}/tillagg`, { draw: drawAddition, send: sendAddition })
  .form(`${at}/fraga/:question`, { draw: drawQuestion, send: sendWording })
  .post(`${at}/fraga/:question/dela`, async (c) => {
    const { db, actor, now } = c.var;
    const { slug, id } = await questionMeant(c);
    const { isGone } = await splitQuestion(db, actor, now, slug, id, checkedForm(Split, await filledFrom(c)));
    return back(c, slug, "ut", isGone ? undefined : id);
  })
  .post(`${at}/fraga/:question/lagg-till`, async (c) => {
    const { db, actor, now } = c.var;
    const { slug, id } = await questionMeant(c);
    const wish = checkedForm(Joined, await filledFrom(c));
    await joinQuestions(db, actor, now, slug, id, wish);
    return back(c, slug, "fragor", wish.into);
  })
  .post(`${at}/fraga/:question/ta-bort`, async (c) => {
    const { db, actor, now } = c.var;
    const { slug, id } = await questionMeant(c);
    await removeQuestion(db, actor, now, slug, id, checkedForm(Removed, await filledFrom(c)));
    return back(c, slug, "bort");
  });

function back(c: Page, slug: string, what: string, id?: string) {
  return c.redirect(`/workshop/${slug}/sla-ihop?klart=${what}${id === undefined ? "" : `#fraga-${id}`}`, 303);
}

/** Whose question an address means; whoever does not lead the workshop is refused first. */
async function questionMeant(c: Page): Promise<{ readonly slug: string; readonly id: MergedQuestionId }> {
  const { workshop } = await workshopToLead(c);
  const id = MergedQuestionId.safeParse(c.req.param("question")).data;
  if (!id) throw new Refusal("not_found", "merging.no_such_question");
  return { slug: workshop.slug, id };
}

async function drawAddition(c: Page, filled: Filled) {
  const { t } = c.var;
  const { workshop } = await workshopToLead(c);
  const back = `/workshop/${workshop.slug}/sla-ihop`;
  const about = Dimension.safeParse(c.req.query("om")).data;
  const offered = offeredDimensions.find((dimension) => dimension === about);
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={back}>{`${t("merging.title")}: ${workshop.title}`}</a>}
      heading={t("merging.add")}
      lead={t("merging.add_lead")}
      press={t("merging.save")}
      back={back}
    >
      <WordFields
        t={t}
        filled={filled}
        before={{
          text: offered ? t(`merging.offered.${offered}`) : "",
          help: offered ? t(`merging.offered.${offered}_help`) : null,
          dimension: about ?? null,
        }}
      />
    </FormPage>,
    { title: t("merging.add"), current: "/workshoppar" },
  );
}

async function sendAddition(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { workshop } = await workshopToLead(c);
  const { id } = await addQuestion(db, actor, now, workshop.slug, checkedForm(Addition, filled));
  return back(c, workshop.slug, "tillagd", id);
}

type WordFieldsProps = {
  t: Page["var"]["t"];
  filled: Filled;
  before: Pick<MergedQuestion, "text" | "help" | "dimension">;
};

function WordFields({ t, filled, before }: WordFieldsProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="text" label={t("merging.field.text")} value={before.text} required />
      <DimensionField t={t} filled={filled} value={before.dimension} />
      <TextArea
        t={t}
        filled={filled}
        name="help"
        label={t("merging.field.help")}
        help={t("merging.field.help_help")}
        value={before.help}
        rows={3}
        limit={longest.help}
      />
    </>
  );
}

async function drawQuestion(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { workshop } = await workshopToLead(c);
  const all = await mergedQuestionsOf(db, workshop.id);
  const question = all.find(({ id }) => id === c.req.param("question"));
  if (!question) throw new Refusal("not_found", "merging.no_such_question");
  const others = all.filter(({ id }) => id !== question.id);
  const back = `/workshop/${workshop.slug}/sla-ihop`;
  const here = `${back}/fraga/${question.id}`;
  const version = { version: String(question.version) };
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={back}>{`${t("merging.title")}: ${workshop.title}`}</a>}
        heading={t("merging.question_title")}
        lead={t("merging.question_lead")}
      />
      {question.answers.length > 0 ? (
        <RawAnswers t={t} answers={question.answers} label={t("merging.answers")} />
      ) : (
        <p class="muted">{t("merging.addition")}</p>
      )}
      <Form t={t} filled={filled} hidden={version}>
        <WordFields t={t} filled={filled} before={question} />
        <FormEnd>
          <Button>{t("merging.save")}</Button>
          <LinkButton plain href={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
      {question.answers.length > 0 ? (
        <section class="stack">
          <h2>{t("merging.split")}</h2>
          <p>{t("merging.split_text")}</p>
          <Form t={t} action={`${here}/dela`} hidden={version} label={t("merging.split")}>
            <Checks
              t={t}
              name="answers"
              label={t("merging.field.answers")}
              options={question.answers.map((answer) => answerOption(t, answer))}
              required
            />
            <Buttons>
              <Button quiet>{t("merging.split_press")}</Button>
            </Buttons>
          </Form>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section class="stack">
          <h2>{t("merging.join")}</h2>
          <p>{t("merging.join_text")}</p>
          <Form t={t} action={`${here}/lagg-till`} hidden={version} label={t("merging.join")}>
            <Select
              t={t}
              name="into"
              label={t("merging.join_into")}
              options={others.map(({ id, text }) => ({ value: id, label: text }))}
              required
            />
            <Buttons>
              <Button quiet>{t("merging.join_press")}</Button>
            </Buttons>
          </Form>
        </section>
      ) : null}
      <Confirm
        t={t}
        id="ta-bort"
        opener={t("merging.remove")}
        question={t("merging.remove_ask")}
        explanation={question.answers.length > 0 ? t("merging.remove_text") : undefined}
        danger
      >
        <Form t={t} action={`${here}/ta-bort`} hidden={version} tight>
          <Button danger>{t("merging.remove")}</Button>
        </Form>
      </Confirm>
    </Narrow>,
    { title: t("merging.question_title"), current: "/workshoppar" },
  );
}

async function sendWording(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { slug, id } = await questionMeant(c);
  await wordQuestion(db, actor, now, slug, id, checkedForm(Wording, filled));
  return back(c, slug, "ord", id);
}
