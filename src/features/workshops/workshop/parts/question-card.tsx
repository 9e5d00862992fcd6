import type { Translate } from "#kernel/messages.ts";
import type { Put } from "#features/workshops/workshop/leading/queries.ts";
import { answeredHow } from "#features/workshops/workshop/parts/question-words.ts";
import type { WorkshopFacts, WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Select } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";

/** The times one may choose to answer in, in seconds. */
const times = [60, 120, 180, 300, 600, 900, 1_200];

/** The field of the time for one question: there may be many on a page. */
export const timeField = (questionId: string) => `seconds-${questionId}`;

type QuestionCardProps = {
  t: Translate;
  workshop: WorkshopFacts;
  question: WorkshopQuestion;
  number: number;
  of: number;
  put: Put;
  isAsked: boolean;
};

/** A question as whoever leads sees it: what it is, how far it has come, and what can be done with it now. */
export function QuestionCard({ t, workshop, question, number, of, put, isAsked }: QuestionCardProps) {
  const at = `/workshop/${workshop.slug}`;
  const own = `${at}/fragor/${question.id}`;
  const isNew = put.rounds === 0 && put.answers === 0;
  return (
    <li class="asked" id={`fraga-${question.id}`}>
      <h3>
        {number}. {question.text}
      </h3>
      <p class="muted">
        {answeredHow(t, question)}
        {isNew ? null : ` · ${t("workshop.question_put", { rounds: put.rounds, answers: put.answers })}`}
      </p>
      {question.help ? <p>{question.help}</p> : null}
      {question.options.length > 0 ? (
        <ul>
          {question.options.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      {workshop.state === "open" && !isAsked ? (
        <Form t={t} action={`${at}/stall`} hidden={{ questionId: question.id }} label={question.text} tight>
          <div class="put">
            <Select
              t={t}
              name={timeField(question.id)}
              required
              label={t("workshop.time")}
              options={times.map((seconds) => ({
                value: String(seconds),
                label: t("workshop.minutes", { count: seconds / 60 }),
              }))}
              empty={t("workshop.no_time")}
              width="medium"
            />
            <Button quiet label={`${t(isNew ? "workshop.put" : "workshop.put_again")}: ${question.text}`}>
              {t(isNew ? "workshop.put" : "workshop.put_again")}
            </Button>
          </div>
        </Form>
      ) : null}
      <Buttons>
        {!isNew && workshop.state !== "draft" ? (
          <Form t={t} action={`${at}/visa`} hidden={{ shows: "results", questionId: question.id }} tight>
            <Button quiet small label={t("workshop.show_named", { question: question.text })}>
              {t("workshop.show_answers")}
            </Button>
          </Form>
        ) : null}
        {isNew ? (
          <LinkButton href={own} quiet small label={t("workshop.change_named", { question: question.text })}>
            {t("workshop.change")}
          </LinkButton>
        ) : null}
        {of > 1 && number > 1 ? <Move t={t} own={own} text={question.text} towards="up" /> : null}
        {of > 1 && number < of ? <Move t={t} own={own} text={question.text} towards="down" /> : null}
        {isNew ? (
          <Confirm
            t={t}
            id={`bort-${question.id}`}
            opener={t("workshop.remove")}
            question={t("workshop.remove_ask")}
            explanation={question.text}
            small
          >
            <Form t={t} action={`${own}/ta-bort`} tight>
              <Button danger>{t("workshop.remove_question")}</Button>
            </Form>
          </Confirm>
        ) : null}
      </Buttons>
    </li>
  );
}

function Move({ t, own, text, towards }: { t: Translate; own: string; text: string; towards: "up" | "down" }) {
  return (
    <Form t={t} action={`${own}/flytta`} hidden={{ towards }} tight>
      <Button plain small label={t(`workshop.move_named.${towards}`, { question: text })}>
        {t(`workshop.move.${towards}`)}
      </Button>
    </Form>
  );
}
