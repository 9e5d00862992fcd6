import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { AnswerId, AnswerWords } from "#features/circles/question/answer.ts";
import { removeAnswerText, writeAnswer } from "#features/circles/question/answering/commands.ts";
import { AnswerFields } from "#features/circles/question/parts/answer-fields.tsx";
import { QuestionPage } from "#features/circles/question/parts/question-page.tsx";
import { SaidWords } from "#features/circles/question/parts/said.tsx";
import { TextRemovals } from "#features/circles/question/parts/workplace-answer.tsx";
import { type Question, questionAmong, questionsCalled, workplaceAmong } from "#features/circles/question/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { DraftSent } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

const at = "/cirkel/:slug/fragor/:question";

const doneWords: Readonly<Record<string, MessageKey>> = {
  svarat: "question.done.answered",
  borttagen: "question.done.text_removed",
};

/** One question: every workplace's answers side by side, and writing one's own. */
export const answerPages = pages("signedIn")
  .get(at, async (c) => {
    const { t, now } = c.var;
    const { found, question } = await questionAsked(c);
    const { klart = "", for: key = "", svar = "" } = c.req.query();
    const done = doneWords[klart];
    return c.render(
      <>
        {klart === "svarat" ? <DraftSent name={draftName(question.id, key, svar)} /> : null}
        <QuestionPage t={t} found={found} question={question} today={dateIn(now())} done={done && t(done)} />
      </>,
      { title: `${question.text}: ${found.room.round.title}` },
    );
  })
  .form(`${at}/svar/:workplace`, { draw: drawAnswer, send: sendAnswer })
  .form(`${at}/svar/:workplace/:answer`, { draw: drawAnswer, send: sendAnswer })
  .post(`${at}/bort/:answer/:session`, async (c) => {
    const { db, actor, now } = c.var;
    const { found, question } = await questionAsked(c);
    const { answer: answerId = "", session: sessionId = "" } = c.req.param() as Record<string, string>;
    await removeAnswerText(db, actor, now, { roundId: found.room.round.id, answerId, sessionId });
    return c.redirect(`/cirkel/${found.room.round.slug}/fragor/${question.id}?klart=borttagen`, 303);
  });

async function drawAnswer(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const { found, question, workplace, answer, meeting } = await answerAsked(c);
  const { round } = found.room;
  const latest = answer?.texts.at(-1);
  const isOvertaken = filled.problems.some(({ code }) => code === "question.changed_meanwhile");
  const address = `/cirkel/${round.slug}/fragor`;
  const cameFrom = c.req.query("fran");
  const words = { workplace: workplace.name, day: sessionName(t, meeting, dateIn(now())) };
  return c.render(
    <>
      {cameFrom ? <DraftSent name={draftName(cameFrom, workplace.key, "")} /> : null}
      <FormPage
        t={t}
        filled={filled}
        kicker={
          <a href={`${address}/${question.id}`}>{question.kind === "practice" ? t("question.ways") : question.theme}</a>
        }
        heading={question.kind === "practice" ? t("question.way_heading", words) : question.text}
        lead={`${t("question.answer.lead", words)} ${t("question.answer.readers")}`}
        before={
          isOvertaken ? (
            <Notice t={t} tone="warn" heading={t("question.overtaken")}>
              <p>{t(latest ? "question.overtaken_text" : "question.overtaken_gone")}</p>
              {latest ? (
                <section aria-label={t("question.stands_now")}>
                  <SaidWords t={t} kind={question.kind} said={latest} />
                </section>
              ) : null}
            </Notice>
          ) : cameFrom ? (
            <Notice t={t} tone="done" heading={t("question.done.answered")} />
          ) : null
        }
        press={t(nextAfter(found, question, workplace.key) ? "question.answer.save_and_next" : "question.answer.save")}
        back={`${address}/${question.id}`}
        keepDraft={draftName(question.id, workplace.key, answer?.name ? answer.id : "")}
      >
        {/* Not of the hidden kind, so that a draft on the device remembers which version it was written from. */}
        <input type="text" name="version" value={String(answer?.version ?? 0)} hidden />
        <AnswerFields
          t={t}
          filled={filled}
          kind={question.kind}
          before={latest && { ...latest, name: answer?.name ?? null }}
        />
      </FormPage>
      {answer && latest ? (
        <TextRemovals
          t={t}
          found={found}
          question={question}
          workplace={workplace}
          answer={answer}
          today={dateIn(now())}
        />
      ) : null}
    </>,
    { title: `${t("question.answer.heading", words)}: ${question.text}` },
  );
}

async function sendAnswer(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { found, question, workplace, answer } = await answerAsked(c);
  const { round } = found.room;
  const where = {
    roundId: round.id,
    questionId: question.id,
    workplace: workplace.key,
    ...(question.kind === "practice" && answer ? { answerId: answer.id } : {}),
  };
  await writeAnswer(db, actor, now, where, checkedForm(AnswerWords, filled));
  const next = nextAfter(found, question, workplace.key);
  const address = `/cirkel/${round.slug}/fragor`;
  if (next) return c.redirect(`${address}/${next.id}/svar/${workplace.key}?fran=${question.id}`, 303);
  const which = question.kind === "practice" && answer ? answer.id : "";
  return c.redirect(`${address}/${question.id}?klart=svarat&for=${workplace.key}&svar=${which}`, 303);
}

async function questionAsked(c: Page) {
  const { db, actor, now } = c.var;
  const found = await questionsCalled(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  return { found, question: questionAmong(found, c.req.param("question") ?? "") };
}

/** The answer a form is about, for those who may write it. A way of working that is not there yet has none. */
async function answerAsked(c: Page) {
  const { found, question } = await questionAsked(c);
  const workplace = workplaceAmong(found, c.req.param("workplace") ?? "");
  if (found.room.round.state === "cancelled") throw new Refusal("conflict", "question.circle_cancelled");
  if (!found.can.answerFor(workplace.key)) throw new Refusal("forbidden", "question.not_your_workplace");
  const meeting = found.room.round.sessions.find(({ id }) => id === found.meeting);
  if (!meeting) throw new Refusal("conflict", "question.no_meetings");
  const theirs = found.answers.filter(
    ({ questionId, workplaceKey }) => questionId === question.id && workplaceKey === workplace.key,
  );
  const named = c.req.param("answer");
  if (named === undefined)
    return { found, question, workplace, meeting, answer: question.kind === "practice" ? undefined : theirs[0] };
  const answer = theirs.find(({ id }) => id === AnswerId.safeParse(named).data);
  if (!answer) throw new Refusal("not_found", "question.no_such_answer");
  return { found, question, workplace, meeting, answer };
}

/** The next prerequisite that the workplace has not judged at this meeting, so that the six are gone through in one go. */
function nextAfter(
  { questions, answers, meeting }: Awaited<ReturnType<typeof questionsCalled>>,
  question: Question,
  key: string,
): Question | undefined {
  if (question.kind !== "level") return undefined;
  const asked = questions.filter(({ kind }) => kind === "level");
  return asked
    .slice(asked.indexOf(question) + 1)
    .find(
      ({ id }) =>
        !answers.some(
          ({ questionId, workplaceKey, texts }) =>
            questionId === id && workplaceKey === key && texts.some(({ sessionId }) => sessionId === meeting),
        ),
    );
}

const draftName = (questionId: string, key: string, answerId: string) => `fraga-${questionId}-${key}-${answerId}`;
