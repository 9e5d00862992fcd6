import type { Translate } from "#kernel/messages.ts";
import { dimensionSaid } from "#features/workshops/checklist/checklist-words.ts";
import { dimensionsOfTheRoom, offeredDimensions } from "#features/workshops/checklist/dimensions.ts";
import { RawAnswers } from "#features/workshops/merging/parts/raw-answers.tsx";
import type { AnswerSetAside, MergedQuestion } from "#features/workshops/merging/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";
import { Tag, Tags } from "#ui/tag.tsx";

type MergedQuestionsProps = {
  t: Translate;
  /** The address of the merging. */
  at: string;
  questions: readonly MergedQuestion[];
  mayMerge: boolean;
};

/** The final questions, each with the answers it was made of, word for word. */
export function MergedQuestions({ t, at, questions, mayMerge }: MergedQuestionsProps) {
  return (
    <section class="stack" aria-labelledby="fragor">
      <h2 id="fragor">{t("merging.questions")}</h2>
      {questions.length === 0 ? <p class="muted">{t("merging.questions_none")}</p> : null}
      <ol class="checklist">
        {questions.map(({ id, text, help, dimension, isAddition, answers }) => (
          <li id={`fraga-${id}`}>
            <h3>{text}</h3>
            <Tags>
              {dimension ? (
                <Tag>{t(dimensionSaid(dimension))}</Tag>
              ) : (
                <Tag tone="open">{t("merging.no_dimension")}</Tag>
              )}{" "}
              {isAddition ? <Tag tone="quiet">{t("merging.addition")}</Tag> : null}
            </Tags>
            {help ? <p class="muted">{help}</p> : null}
            {answers.length > 0 ? (
              <RawAnswers t={t} answers={answers} label={`${t("merging.answers")}: ${text}`} />
            ) : null}
            {mayMerge ? (
              <p>
                <a href={`${at}/fraga/${id}`} aria-label={t("merging.change_named", { text })}>
                  {t("merging.change")}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

type OfferedProps = { t: Translate; at: string; questions: readonly MergedQuestion[] };

/** What the room did not raise: two questions that are offered as additions, and what nobody has asked about yet. */
export function OfferedAdditions({ t, at, questions }: OfferedProps) {
  const has = new Set(questions.map(({ dimension }) => dimension));
  const offered = offeredDimensions.filter((dimension) => !has.has(dimension));
  const uncovered = dimensionsOfTheRoom.filter((dimension) => !has.has(dimension));
  return (
    <section class="stack" aria-labelledby="tillagg">
      <h2 id="tillagg">{t("merging.additions")}</h2>
      {offered.length > 0 ? <p>{t("merging.additions_text")}</p> : null}
      {offered.map((dimension) => (
        <p>
          {t(`merging.offered.${dimension}`)}{" "}
          <a href={`${at}/tillagg?om=${dimension}`}>
            {t("merging.add_named", { dimension: t(dimensionSaid(dimension)) })}
          </a>
        </p>
      ))}
      <Buttons>
        <LinkButton quiet href={`${at}/tillagg`}>
          {t("merging.add")}
        </LinkButton>
      </Buttons>
      {questions.length > 0 && uncovered.length > 0 ? (
        <Details summary={t("merging.uncovered")}>
          <ul>
            {uncovered.map((dimension) => (
              <li>{t(dimensionSaid(dimension))}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
}

type SetAsideProps = { t: Translate; at: string; answers: readonly AnswerSetAside[]; mayMerge: boolean };

/** What no question was made of, and why; each can be taken up again. */
export function SetAsideAnswers({ t, at, answers, mayMerge }: SetAsideProps) {
  if (answers.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="at-sidan">
      <h2 id="at-sidan">{t("merging.set_aside")}</h2>
      <ul>
        {answers.map(({ id, text, group, reason }) => (
          <li>
            <q class="as-written">{text}</q>{" "}
            {group === null ? null : <span class="muted">{t("merging.from_group", { group })}</span>}
            <p class="muted">{t("merging.reason", { reason })}</p>
            {mayMerge ? (
              <Form t={t} action={`${at}/ta-upp`} hidden={{ answers: id }} tight>
                <Button plain small label={t("merging.take_up_named", { text: text.slice(0, 80) })}>
                  {t("merging.take_up")}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
