import type { Translate } from "#kernel/messages.ts";
import type { SaidAt } from "#features/circles/question/growth.ts";
import { SaidWords } from "#features/circles/question/parts/said.tsx";
import type { Answer, Question, QuestionsInRoom } from "#features/circles/question/queries.ts";
import type { Workplace } from "#features/circles/question/workplace.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";

type WorkplaceAnswerProps = {
  t: Translate;
  found: QuestionsInRoom;
  question: Question;
  workplace: Workplace;
  today: Temporal.PlainDate;
};

/** What one workplace answers: the latest, what it was before, and the way to answer for those who may. */
export function WorkplaceAnswer(props: WorkplaceAnswerProps) {
  const { t, found, question, workplace } = props;
  const { key, name, employer } = workplace;
  const theirs = found.answers.filter((each) => each.questionId === question.id && each.workplaceKey === key);
  const mayAnswer = found.can.answerFor(key) && found.meeting !== undefined;
  const at = `/cirkel/${found.room.round.slug}/fragor/${question.id}/svar/${key}`;
  const isPractice = question.kind === "practice";
  const press = isPractice ? pressWords.add : theirs.length > 0 ? pressWords.change : pressWords.answer;
  return (
    <section class="stack" id={`svar-${key}`} aria-labelledby={`plats-${key}`}>
      <h3 id={`plats-${key}`}>
        {name}, {employer}
      </h3>
      {theirs.length === 0 ? <p class="muted">{t("question.not_answered")}</p> : null}
      {theirs.map((answer) => (
        <OneAnswer {...props} answer={answer} mayAnswer={mayAnswer} at={at} />
      ))}
      {mayAnswer ? (
        <Buttons>
          <LinkButton href={at} quiet={key !== found.ownKey} small label={t(press.whole, { workplace: name })}>
            {t(press.short)}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}

const pressWords = {
  add: { short: "question.way_add", whole: "question.way_add_for" },
  change: { short: "question.change", whole: "question.change_for" },
  answer: { short: "question.answer", whole: "question.answer_for" },
} as const;

type OneAnswerProps = WorkplaceAnswerProps & { answer: Answer; mayAnswer: boolean; at: string };

function OneAnswer({ answer, ...props }: OneAnswerProps) {
  const { t, at, mayAnswer } = props;
  const { name } = answer;
  const latest = answer.texts.at(-1);
  const earlier = answer.texts.slice(0, -1).toReversed();
  if (!latest) return null;
  return (
    <>
      {name === null ? null : (
        <h4>
          {mayAnswer ? (
            <a href={`${at}/${answer.id}`} aria-label={t("question.way_change", { way: name })}>
              {name}
            </a>
          ) : (
            name
          )}
        </h4>
      )}
      <TextAt {...props} answer={answer} text={latest} />
      {earlier.length > 0 ? (
        <Details summary={t("question.earlier_texts")}>
          {earlier.map((text) => (
            <TextAt {...props} answer={answer} text={text} />
          ))}
        </Details>
      ) : null}
    </>
  );
}

function TextAt({ text, ...props }: OneAnswerProps & { text: SaidAt }) {
  const { t, found, question, today } = props;
  return (
    <div class="said">
      <SaidWords t={t} kind={question.kind} said={text} />
      <p class="muted">{t("question.at", { day: dayOf(t, found, text.sessionId, today) })}</p>
    </div>
  );
}

/** What an answer said at each meeting and the way to take it away for good, for those who may write it. */
export function TextRemovals({ answer, ...props }: WorkplaceAnswerProps & { answer: Answer }) {
  const { t, found, question, workplace, today } = props;
  const { slug } = found.room.round;
  return (
    <Details summary={t("question.remove_texts")}>
      <p>{t("question.remove_text_means")}</p>
      {answer.texts.toReversed().map(({ sessionId, ...said }) => {
        const day = dayOf(t, found, sessionId, today);
        const id = `bort-${answer.id}-${sessionId}`;
        return (
          <div class="said">
            <p class="muted">{t("question.at", { day })}</p>
            <SaidWords t={t} kind={question.kind} said={said} />
            <Confirm
              t={t}
              id={id}
              opener={t("question.remove_text")}
              question={t("question.remove_text_of", { workplace: workplace.name, day })}
              explanation={t("question.remove_text_means")}
              small
            >
              <Form t={t} action={`/cirkel/${slug}/fragor/${question.id}/bort/${answer.id}/${sessionId}`} tight>
                <Button danger>{t("question.remove_text")}</Button>
              </Form>
            </Confirm>
          </div>
        );
      })}
    </Details>
  );
}

function dayOf(t: Translate, { room }: QuestionsInRoom, sessionId: string, today: Temporal.PlainDate): string {
  const session = room.round.sessions.find(({ id }) => id === sessionId);
  return session ? sessionName(t, session, today) : "";
}
