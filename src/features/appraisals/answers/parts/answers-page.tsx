import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Tally } from "#features/appraisals/answers/answer.ts";
import type { KnownFacts } from "#features/appraisals/answers/known/queries.ts";
import { Inquiries } from "#features/appraisals/answers/parts/inquiries.tsx";
import { proposedAnswer } from "#features/appraisals/answers/parts/known-sayings.ts";
import type { AnsweredChecklist, AnswerFacts, QuestionAnswered } from "#features/appraisals/answers/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate, sayNearDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

type AnswersPageProps = {
  t: Translate;
  inside: AppraisalInside;
  answered: AnsweredChecklist;
  known: KnownFacts;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** The checklist as a form with two parties: every question with its answer, what is proposed, and what is asked of it. */
export function AnswersPage({ t, inside, answered, known, today, done }: AnswersPageProps) {
  const { appraisal, can } = inside;
  const address = `/metodbedomning/${appraisal.slug}/fragor`;
  const { questions, tally, checklist } = answered;
  const beside = questions.filter(({ isAsked, answer }) => !isAsked && answer !== null);
  const one = { t, inside, known, today };
  return (
    <>
      <PageHeading
        kicker={<a href={`/metodbedomning/${appraisal.slug}`}>{appraisal.title}</a>}
        heading={t("appraisal_answer.title")}
        lead={tallySaid(t, tally)}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Columns
        label={t("appraisal_answer.about_form")}
        beside={
          <Sheet>
            {can.ask ? (
              <p>
                <LinkButton href={`${address}/stall`} wide>
                  {t("appraisal_answer.ask_whole")}
                </LinkButton>
              </p>
            ) : null}
            <p class="muted">
              {t("appraisal_answer.from_checklist", { title: checklist.title, version: checklist.versionNo })}
            </p>
            <FormChoice t={t} inside={inside} answered={answered} action={`${address}/form`} />
          </Sheet>
        }
      >
        <Risks t={t} questions={questions} today={today} />
        {answered.inquiries.length > 0 ? (
          <section class="stack">
            <h2>{t("appraisal_answer.asked_of_whole")}</h2>
            <Inquiries t={t} inside={inside} inquiries={answered.inquiries} />
          </section>
        ) : null}
        <section class="stack">
          <h2>{t("appraisal_answer.questions")}</h2>
          <ol class="entries answers">
            {questions
              .filter(({ isAsked }) => isAsked)
              .map((question) => (
                <Question {...one} question={question} />
              ))}
          </ol>
        </section>
        {beside.length > 0 ? (
          <section class="stack">
            <h2>{t("appraisal_answer.beside", { count: beside.length })}</h2>
            <p class="muted">{t("appraisal_answer.beside_text")}</p>
            <ul class="entries answers">
              {beside.map((question) => (
                <Question {...one} question={question} />
              ))}
            </ul>
          </section>
        ) : null}
      </Columns>
    </>
  );
}

/** "19 av 22 besvarade. Tre okända är synliga risker." */
export function tallySaid(t: Translate, { answered, notRelevant, unknown, waiting, all }: Tally): string {
  return t("appraisal_answer.tally", { answered: answered + notRelevant, all, unknown, waiting });
}

type FormChoiceProps = { t: Translate; inside: AppraisalInside; answered: AnsweredChecklist; action: string };

function FormChoice({ t, inside: { appraisal, can }, answered, action }: FormChoiceProps) {
  const all = answered.questions.length;
  if (answered.short === all) return null;
  const other = appraisal.form === "short" ? "full" : "short";
  return (
    <>
      <p>
        {t(`appraisal_answer.form.${appraisal.form}`, { count: appraisal.form === "short" ? answered.short : all })}
      </p>
      {can.write ? (
        <Form t={t} action={action} hidden={{ form: other }} tight>
          <Button quiet wide>
            {t(`appraisal_answer.choose.${other}`, { count: other === "short" ? answered.short : all })}
          </Button>
          <p class="muted">{t("appraisal_answer.nothing_lost")}</p>
        </Form>
      ) : null}
    </>
  );
}

type RisksProps = { t: Translate; questions: readonly QuestionAnswered[]; today: Temporal.PlainDate };

/** What is known not to be known, also outside the form that is chosen: a risk is never hidden by choosing. */
export function Risks({ t, questions, today }: RisksProps) {
  const unknown = questions.filter(({ answer }) => answer?.standing === "unknown");
  if (unknown.length === 0) return null;
  return (
    <Notice t={t} tone="warn" heading={t("appraisal_answer.risks", { count: unknown.length })}>
      <ul>
        {unknown.map(({ text, answer }) => (
          <li>
            {text} {answer ? knownBySaid(t, answer, today) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** When what is not known is to be, or that nobody has said. */
export function knownBySaid(t: Translate, { knownBy }: AnswerFacts, today: Temporal.PlainDate): string {
  if (knownBy === null) return t("appraisal_answer.known_never");
  const isLate = Temporal.PlainDate.compare(knownBy, today) < 0;
  return t(isLate ? "appraisal_answer.known_was_due" : "appraisal_answer.known_by", {
    day: sayNearDate(t.language, knownBy, today),
  });
}

type QuestionProps = {
  t: Translate;
  inside: AppraisalInside;
  question: QuestionAnswered;
  known: KnownFacts;
  today: Temporal.PlainDate;
};

function Question({ t, inside, question, known, today }: QuestionProps) {
  const { appraisal, can } = inside;
  const { id, text, answer, help, isAddition, answeredBy, inquiries } = question;
  const address = `/metodbedomning/${appraisal.slug}/fragor`;
  const proposed = answer === null || answer.standing === "unknown" ? proposedAnswer(t, answeredBy, known) : undefined;
  return (
    <li id={`fraga-${id}`}>
      <div class="entry">
        <h3>{text}</h3>
        <p class="tags">
          <StandingTag t={t} answer={answer} />
          {isAddition ? <Tag tone="quiet">{t("appraisal_answer.addition")}</Tag> : null}
        </p>
        {answer === null && help ? <p class="detail">{help}</p> : null}
        {answer?.text ? <Paragraphs text={answer.text} /> : null}
        {answer ? <Whence t={t} answer={answer} today={today} /> : null}
        {proposed ? (
          <div class="read-from">
            <figure>
              <figcaption>{t("appraisal_answer.proposed", { source: proposed.source })}</figcaption>
              <blockquote class="as-written">{proposed.text}</blockquote>
            </figure>
            {can.write ? (
              <Form
                t={t}
                action={`${address}/svar/${id}/ta-over`}
                hidden={{ version: String(answer?.version ?? 0) }}
                tight
              >
                <Button quiet small label={t("appraisal_answer.take_over_named", { question: text })}>
                  {t("appraisal_answer.take_over")}
                </Button>
              </Form>
            ) : null}
          </div>
        ) : null}
        <Inquiries t={t} inside={inside} inquiries={inquiries} />
        <div class="buttons">
          {can.write ? (
            <LinkButton
              href={`${address}/svar/${id}`}
              label={t(answer ? "appraisal_answer.change_named" : "appraisal_answer.write_named", { question: text })}
              quiet
              small
            >
              {t(answer ? "appraisal_answer.change" : "appraisal_answer.write")}
            </LinkButton>
          ) : null}
          {can.ask ? (
            <LinkButton
              href={`${address}/stall?om=${id}`}
              label={t("appraisal_answer.ask_named", { question: text })}
              plain
              small
            >
              {t("appraisal_answer.ask")}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** Answered, not known, no question here, or waiting: in a word. */
export function StandingTag({ t, answer }: { t: Translate; answer: AnswerFacts | null }) {
  if (answer === null) return <Tag tone="quiet">{t("appraisal_answer.standing.waiting")}</Tag>;
  const tone = answer.standing === "unknown" ? "open" : answer.standing === "answered" ? "plain" : "quiet";
  return <Tag tone={tone}>{t(`appraisal_answer.standing.${answer.standing}`)}</Tag>;
}

/** Who answers for it, from where and when. */
function Whence({ t, answer, today }: { t: Translate; answer: AnswerFacts; today: Temporal.PlainDate }) {
  const { owner, source, answeredOn, standing } = answer;
  const parts: Child[] = [
    ...(owner ? [t("appraisal_answer.owner_said", { owner })] : []),
    ...(source ? [t("appraisal_answer.source_said", { source })] : []),
    sayDate(t.language, answeredOn, { today, weekday: false }),
  ];
  return (
    <p class="detail">
      {standing === "unknown" ? `${knownBySaid(t, answer, today)} ` : null}
      {parts.map((part, index) => (
        <>
          {index > 0 ? dot : null}
          {part}
        </>
      ))}
    </p>
  );
}

type InShortProps = { t: Translate; inside: AppraisalInside; answered: AnsweredChecklist; today: Temporal.PlainDate };

/** The checklist on the page of its appraisal: how far it has come, and what is not known. */
export function AnswersInShort({ t, inside, answered, today }: InShortProps) {
  const { questions, tally, inquiries } = answered;
  const open = [...inquiries, ...questions.flatMap((question) => question.inquiries)].filter(
    ({ answeredAt }) => answeredAt === null,
  );
  return (
    <section class="stack" id="fragor">
      <h2>{t("appraisal_answer.title")}</h2>
      <p class="muted">{tallySaid(t, tally)}</p>
      <Risks t={t} questions={questions} today={today} />
      {open.length > 0 ? <p>{t("appraisal_answer.open_inquiries", { count: open.length })}</p> : null}
      {tally.waiting < tally.all ? (
        <Details summary={t("appraisal_answer.all_answers")}>
          <ul>
            {questions
              .filter(({ isAsked, answer }) => isAsked || answer !== null)
              .map(({ text, answer }) => (
                <li>
                  <strong>{text}</strong>{" "}
                  {answer?.text ?? t(`appraisal_answer.standing.${answer?.standing ?? "waiting"}`)}
                </li>
              ))}
          </ul>
        </Details>
      ) : null}
      <p>
        <LinkButton href={`/metodbedomning/${inside.appraisal.slug}/fragor`} quiet>
          {t(inside.can.write ? "appraisal_answer.go_answer" : "appraisal_answer.go_read")}
        </LinkButton>
      </p>
    </section>
  );
}
