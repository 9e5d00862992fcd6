import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { type BankQuestion, earlierQuestions, guidingQuestions } from "#features/circles/question/bank/queries.ts";
import { askOwnQuestion, chooseQuestions, removeQuestion } from "#features/circles/question/commands.ts";
import {
  longestQuestion,
  OwnQuestion,
  QuestionChoice,
  questionSets,
  questionsInSet,
  singleQuestions,
  standardQuestions,
} from "#features/circles/question/question.ts";
import { wordingsIn } from "#features/circles/question/parts/wordings.ts";
import { QuestionList } from "#features/circles/question/parts/question-list.tsx";
import { ReadinessPage } from "#features/circles/question/parts/readiness.tsx";
import { questionAmong, questionsCalled } from "#features/circles/question/queries.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";
import { dot } from "#ui/dot.ts";
import { Checks, Select, TextArea, TextField } from "#ui/fields.tsx";
import { DraftSent } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

const doneWords: Readonly<Record<string, MessageKey>> = {
  valda: "question.done.chosen",
  borttagen: "question.done.removed",
};

/** The questions of a circle: what they are, which are chosen, and how far the workplaces have come. */
export const questionListPages = pages("signedIn")
  .get("/cirkel/:slug/fragor", async (c) => {
    const { t } = c.var;
    const found = await foundFor(c);
    const done = doneWords[c.req.query("klart") ?? ""];
    return c.render(
      <>
        {done ? <DraftSent name={`fraga-ny-${found.room.round.id}`} /> : null}
        <QuestionList t={t} found={found} done={done && t(done)} />
      </>,
      { title: `${t("question.all")}: ${found.room.round.title}` },
    );
  })
  .get("/cirkel/:slug/fragor/forutsattningar", async (c) => {
    const { t } = c.var;
    const found = await foundFor(c);
    return c.render(<ReadinessPage t={t} found={found} />, {
      title: `${t("question.readiness")}: ${found.room.round.title}`,
    });
  })
  .form("/cirkel/:slug/fragor/valj", {
    draw: drawChoice,
    async send(c, filled) {
      const { db, actor, t } = c.var;
      const { room } = await toChoose(c);
      await chooseQuestions(db, actor, room.round.id, checkedForm(QuestionChoice, filled), wordingsIn(t));
      return c.redirect(`/cirkel/${room.round.slug}/fragor?klart=valda`, 303);
    },
  })
  .form("/cirkel/:slug/fragor/ny", {
    draw: drawOwn,
    async send(c, filled) {
      const { db, actor } = c.var;
      const { room } = await toChoose(c);
      await askOwnQuestion(db, actor, room.round.id, checkedForm(OwnQuestion, filled));
      return c.redirect(`/cirkel/${room.round.slug}/fragor?klart=valda`, 303);
    },
  })
  .post("/cirkel/:slug/fragor/:question/bort", async (c) => {
    const { db, actor } = c.var;
    const found = await toChoose(c);
    const { id } = questionAmong(found, c.req.param("question") ?? "");
    await removeQuestion(db, actor, found.room.round.id, id);
    return c.redirect(`/cirkel/${found.room.round.slug}/fragor?klart=borttagen`, 303);
  });

async function drawChoice(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { room, questions } = await toChoose(c);
  const { round } = room;
  const [earlier, guiding] = await Promise.all([earlierQuestions(db, round), guidingQuestions(db, round.id)]);
  const isTaken = (key: string) => questions.some(({ standard }) => standard === key);
  const sets = questionSets.filter((set) => !questionsInSet(set).every(isTaken));
  const singles = singleQuestions.filter((key) => !isTaken(key));
  const address = `/cirkel/${round.slug}/fragor`;
  const shared = { t, filled };
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={address}>{t("question.all")}</a>}
      heading={t("question.choose")}
      lead={t("question.choose_lead")}
      before={
        <p>
          <a href={`${address}/ny`}>{t("question.own")}</a>
        </p>
      }
      press={t("question.choose_save")}
      back={address}
    >
      {sets.length + singles.length + earlier.length + guiding.length === 0 ? (
        <p>{t("question.choose_nothing")}</p>
      ) : null}
      {sets.length > 0 ? (
        <Checks
          {...shared}
          name="sets"
          label={t("question.sets")}
          options={sets.map((set) => ({
            value: set,
            label: t(`question.set.${set}`),
            help: t(`question.set_help.${set}`),
          }))}
        />
      ) : null}
      {guiding.length > 0 ? (
        <Checks
          {...shared}
          name="guiding"
          label={t("question.guiding")}
          options={guiding.map((each) => asOption(t, each))}
        />
      ) : null}
      {singles.length > 0 ? (
        <Checks
          {...shared}
          name="standard"
          label={t("question.singles")}
          options={singles.map((key) => ({
            value: key,
            label: t(`question.standard.${key}`),
            help: [
              t(`question.standard_theme.${standardQuestions[key].theme}`),
              sourceWord(t, standardQuestions[key].source),
            ]
              .filter(Boolean)
              .join(dot),
          }))}
        />
      ) : null}
      {earlier.length > 0 ? (
        <Checks
          {...shared}
          name="earlier"
          label={t("question.earlier")}
          options={earlier.map((each) => asOption(t, each))}
        />
      ) : null}
    </FormPage>,
    { title: `${t("question.choose")}: ${round.title}` },
  );
}

function asOption(t: Translate, { id, text, theme, source }: BankQuestion) {
  const help = [theme, sourceWord(t, source)].filter(Boolean).join(dot);
  return { value: id, label: text, help: help || undefined };
}

function sourceWord(t: Translate, source: BankQuestion["source"]): string | undefined {
  return source ? t(`question.source.${source}`) : undefined;
}

async function drawOwn(c: Page, filled: Filled) {
  const { t } = c.var;
  const { room, questions } = await toChoose(c);
  const { round } = room;
  const themes = new Set([...questions.map(({ theme }) => theme), ...(round.theme ? [round.theme] : [])]);
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={`/cirkel/${round.slug}/fragor/valj`}>{t("question.choose")}</a>}
      heading={t("question.own")}
      lead={t("question.own_lead")}
      press={t("question.own_save")}
      back={`/cirkel/${round.slug}/fragor/valj`}
      keepDraft={`fraga-ny-${round.id}`}
    >
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("question.text")}
        help={t("question.no_clients")}
        rows={3}
        limit={longestQuestion}
        required
      />
      <TextField
        t={t}
        filled={filled}
        name="theme"
        label={t("question.theme")}
        help={t("question.theme_help")}
        suggestions={[...themes]}
        required
      />
      <Select
        t={t}
        filled={filled}
        name="source"
        label={t("question.source")}
        empty={t("question.source.none")}
        options={knowledgeSources.map((source) => ({ value: source, label: t(`question.source.${source}`) }))}
      />
    </FormPage>,
    { title: `${t("question.own")}: ${round.title}` },
  );
}

function foundFor(c: Page) {
  const { db, actor, now } = c.var;
  return questionsCalled(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** The circle whose questions are chosen, for those who choose. */
async function toChoose(c: Page) {
  const found = await foundFor(c);
  if (found.room.round.state === "cancelled") throw new Refusal("conflict", "question.circle_cancelled");
  if (!found.can.choose) throw new Refusal("forbidden", "question.leaders_choose");
  return found;
}
