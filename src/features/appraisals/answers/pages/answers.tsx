import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { answerStandings } from "#features/appraisals/answers/answer.ts";
import {
  AnswerWish,
  ChosenForm,
  InquiryAnswer,
  longest,
  NewInquiry,
  TakenOver,
} from "#features/appraisals/answers/answer-words.ts";
import { answerInquiry, askAuthors, chooseForm, writeAnswer } from "#features/appraisals/answers/commands.ts";
import { knownFactsOf } from "#features/appraisals/answers/known/queries.ts";
import { AnswersInShort, AnswersPage } from "#features/appraisals/answers/parts/answers-page.tsx";
import { proposedAnswer } from "#features/appraisals/answers/parts/known-sayings.ts";
import { answeredChecklist, ownersToChoose } from "#features/appraisals/answers/queries.ts";
import { mustWrite } from "#features/appraisals/appraisal/locking/commands.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { Choice, DateField, FieldRow, Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";

type Page = Context<Environment>;

const addressOf = (c: Page) => `/metodbedomning/${c.req.param("slug") ?? ""}/fragor`;
const current = "/metoder";

/** How far the checklist has come, on the page of its appraisal. */
export async function answersOfAppraisal(c: Page, inside: AppraisalInside): Promise<Child> {
  const { t, db, now } = c.var;
  const answered = await answeredChecklist(db, inside);
  return <AnswersInShort t={t} inside={inside} answered={answered} today={dateIn(now())} />;
}

/** The checklist as a form: the authors answer, and whoever decides asks. (R181, R189) */
export const answerPages = pages("signedIn")
  .get("/metodbedomning/:slug/fragor", async (c) => {
    const { t, db, now } = c.var;
    const inside = await appraisalAsked(c);
    const [answered, known] = await Promise.all([answeredChecklist(db, inside), knownFactsOf(db, inside)]);
    const key = `appraisal_answer.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    return c.render(
      <AnswersPage t={t} inside={inside} answered={answered} known={known} today={dateIn(now())} done={done} />,
      { title: `${t("appraisal_answer.title")}: ${inside.appraisal.title}`, current },
    );
  })
  .post("/metodbedomning/:slug/fragor/form", async (c) => {
    const { db, actor, now } = c.var;
    mustWrite(actor, await appraisalAsked(c));
    const { form } = checkedForm(ChosenForm, await filledFrom(c));
    await chooseForm(db, actor, now, c.req.param("slug") ?? "", { form });
    return c.redirect(`${addressOf(c)}?klart=form`, 303);
  })
  .form("/metodbedomning/:slug/fragor/svar/:question", {
    draw: drawAnswer,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const question = c.req.param("question") ?? "";
      await writeAnswer(db, actor, now, c.req.param("slug") ?? "", question, checkedForm(AnswerWish, filled));
      return c.redirect(`${addressOf(c)}?klart=svar#fraga-${question}`, 303);
    },
  })
  .post("/metodbedomning/:slug/fragor/svar/:question/ta-over", async (c) => {
    const { t, db, actor, now } = c.var;
    const { inside, question } = await questionAsked(c);
    mustWrite(actor, inside);
    const { version } = checkedForm(TakenOver, await filledFrom(c));
    const proposed = proposedAnswer(t, question.answeredBy, await knownFactsOf(db, inside));
    if (!proposed) throw new Refusal("conflict", "appraisal_answer.nothing_known");
    const wish = AnswerWish.parse({ standing: "answered", text: proposed.text, source: proposed.source, version });
    await writeAnswer(db, actor, now, inside.appraisal.slug, question.id, wish);
    return c.redirect(`${addressOf(c)}?klart=tagit#fraga-${question.id}`, 303);
  })
  .form("/metodbedomning/:slug/fragor/stall", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await appraisalAsked(c);
      if (!inside.can.ask) throw new Refusal("forbidden", "appraisal_answer.not_yours_to_ask");
      const { questions } = await answeredChecklist(db, inside);
      const about = c.req.query("om");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={addressOf(c)}>{inside.appraisal.title}</a>}
          heading={t("appraisal_answer.ask_title")}
          lead={t("appraisal_answer.ask_lead")}
          press={t("appraisal_answer.ask_press")}
          back={addressOf(c)}
        >
          <Select
            t={t}
            filled={filled}
            name="questionId"
            label={t("appraisal_answer.ask_about")}
            empty={t("appraisal_answer.the_whole")}
            options={questions.map(({ id, text }) => ({ value: id, label: text }))}
            value={questions.some(({ id }) => id === about) ? about : undefined}
          />
          <TextArea
            t={t}
            filled={filled}
            name="text"
            label={t("appraisal_answer.ask_text")}
            help={t("appraisal_answer.no_clients")}
            rows={4}
            limit={longest.asked}
            required
          />
        </FormPage>,
        { title: `${t("appraisal_answer.ask_title")}: ${inside.appraisal.title}`, current },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const words = checkedForm(NewInquiry, filled);
      await askAuthors(db, actor, now, c.req.param("slug") ?? "", words);
      const at = words.questionId ? `#fraga-${words.questionId}` : "";
      return c.redirect(`${addressOf(c)}?klart=stalld${at}`, 303);
    },
  })
  .form("/metodbedomning/:slug/fragor/stalld/:inquiry", {
    async draw(c, filled) {
      const { t } = c.var;
      const { inside, inquiry } = await inquiryAsked(c);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={addressOf(c)}>{inside.appraisal.title}</a>}
          heading={t("appraisal_answer.reply")}
          before={
            <>
              <p class="muted">
                {t("appraisal_answer.asks", { name: inquiry.askedBy ?? t("appraisal_answer.somebody") })}
              </p>
              <Paragraphs text={inquiry.text} />
            </>
          }
          press={t("appraisal_answer.reply_press")}
          back={addressOf(c)}
        >
          <TextArea
            t={t}
            filled={filled}
            name="text"
            label={t("appraisal_answer.reply_text")}
            help={t("appraisal_answer.no_clients")}
            rows={5}
            limit={longest.text}
            required
          />
        </FormPage>,
        { title: `${t("appraisal_answer.reply")}: ${inside.appraisal.title}`, current },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const inquiry = c.req.param("inquiry") ?? "";
      await answerInquiry(db, actor, now, c.req.param("slug") ?? "", inquiry, checkedForm(InquiryAnswer, filled));
      return c.redirect(`${addressOf(c)}?klart=besvarad`, 303);
    },
  });

/** The question an address names, for those who see the appraisal. */
async function questionAsked(c: Page) {
  const inside = await appraisalAsked(c);
  const { questions } = await answeredChecklist(c.var.db, inside);
  const question = questions.find(({ id }) => id === c.req.param("question"));
  if (!question) throw new Refusal("not_found", "appraisal_answer.no_such_question");
  return { inside, question };
}

async function inquiryAsked(c: Page) {
  const inside = await appraisalAsked(c);
  const { questions, inquiries } = await answeredChecklist(c.var.db, inside);
  const all = [...inquiries, ...questions.flatMap((question) => question.inquiries)];
  const inquiry = all.find(({ id }) => id === c.req.param("inquiry"));
  if (!inquiry) throw new Refusal("not_found", "appraisal_answer.no_such_inquiry");
  if (!inside.can.tell) throw new Refusal("forbidden", "appraisal_answer.not_yours_to_answer");
  return { inside, inquiry };
}

async function drawAnswer(c: Page, filled: Filled) {
  const { t, actor, now } = c.var;
  const { inside, question } = await questionAsked(c);
  mustWrite(actor, inside);
  const { answer, text, help } = question;
  const today = dateIn(now()).toString();
  const standing = answer?.version ?? 0;
  // Somebody else wrote meanwhile: what they wrote is shown, and the next press is made knowing it.
  const isOther = filled.values["version"] !== undefined && filled.values["version"] !== String(standing);
  const owner = answer?.ownerId ?? null;
  const owners = ownersToChoose(inside).map(({ id, name }) => ({ value: id, label: name }));
  // Whoever answers for it already, and writes no more, stands there until somebody else is chosen.
  if (owner !== null && !owners.some(({ value }) => value === owner))
    owners.push({ value: owner, label: answer?.owner ?? "" });
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={addressOf(c)}>{inside.appraisal.title}</a>}
      heading={text}
      lead={help ?? undefined}
      before={
        isOther && answer ? (
          <Notice t={t} tone="warn" heading={t("appraisal_answer.other_wrote")}>
            <p>{t(`appraisal_answer.standing.${answer.standing}`)}</p>
            {answer.text ? <Paragraphs text={answer.text} /> : null}
          </Notice>
        ) : null
      }
      hidden={{ version: String(standing) }}
      press={t("appraisal_answer.save")}
      back={`${addressOf(c)}#fraga-${question.id}`}
    >
      <Choice
        t={t}
        filled={filled}
        name="standing"
        label={t("appraisal_answer.standing")}
        value={answer?.standing ?? "answered"}
        options={answerStandings.map((value) => ({
          value,
          label: t(`appraisal_answer.standing.${value}`),
          help: t(`appraisal_answer.standing_help.${value}`),
        }))}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("appraisal_answer.text")}
        help={t("appraisal_answer.no_clients")}
        rows={6}
        limit={longest.text}
        value={answer?.text}
      />
      <TextField
        t={t}
        filled={filled}
        name="source"
        label={t("appraisal_answer.source")}
        help={t("appraisal_answer.source_help")}
        value={answer?.source}
      />
      <FieldRow>
        <Select
          t={t}
          filled={filled}
          name="ownerId"
          label={t("appraisal_answer.owner")}
          empty={t("appraisal_answer.nobody")}
          options={owners}
          value={owner}
        />
        <TextField
          t={t}
          filled={filled}
          name="ownerName"
          label={t("appraisal_answer.owner_name")}
          value={owner === null ? answer?.owner : null}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          t={t}
          filled={filled}
          name="answeredOn"
          label={t("appraisal_answer.answered_on")}
          value={answer?.answeredOn.toString() ?? today}
          max={today}
        />
        <DateField
          t={t}
          filled={filled}
          name="knownBy"
          label={t("appraisal_answer.known_by_field")}
          help={t("appraisal_answer.known_by_help")}
          value={answer?.knownBy?.toString()}
        />
      </FieldRow>
    </FormPage>,
    { title: `${text}: ${inside.appraisal.title}`, current },
  );
}
