import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { dimensionSaid } from "#features/workshops/checklist/checklist-words.ts";
import type { RoomsWords } from "#features/workshops/checklist/inside/queries.ts";
import type { ChecklistQuestion } from "#features/workshops/checklist/queries.ts";
import { Details } from "#ui/details.tsx";
import { Tag, Tags } from "#ui/tag.tsx";

type ChecklistQuestionsProps = {
  t: Translate;
  questions: readonly ChecklistQuestion[];
  words?: readonly RoomsWords[] | undefined;
  /** What can be done with a question, for those who write. */
  deeds?: ((question: ChecklistQuestion, at: number) => Child) | undefined;
};

/** The questions of a checklist with what they are about, a help, and the room's own words for those who may see them. */
export function ChecklistQuestions({ t, questions, words = [], deeds }: ChecklistQuestionsProps) {
  return (
    <ol class="checklist">
      {questions.map((question, at) => (
        <li id={`fraga-${question.id}`}>
          <h3>{question.text}</h3>
          <QuestionTags t={t} question={question} />
          {question.help ? <p class="muted">{question.help}</p> : null}
          {question.answeredBy ? <p class="muted">{t(`checklist.answered_by.${question.answeredBy}`)}</p> : null}
          <OwnWords t={t} words={words.filter(({ questionId }) => questionId === question.id)} />
          {deeds?.(question, at)}
        </li>
      ))}
    </ol>
  );
}

type Tagged = Pick<ChecklistQuestion, "dimension" | "isShort" | "isAddition">;

/** What a question is about, whether the short form asks it, and whether it came from the group. */
export function QuestionTags({ t, question: { dimension, isShort, isAddition } }: { t: Translate; question: Tagged }) {
  return (
    <Tags>
      {dimension ? <Tag>{t(dimensionSaid(dimension))}</Tag> : <Tag tone="open">{t("checklist.no_dimension")}</Tag>}{" "}
      {isShort ? <Tag>{t("checklist.short")}</Tag> : null}{" "}
      {isAddition ? <Tag tone="quiet">{t("checklist.addition")}</Tag> : null}
    </Tags>
  );
}

function OwnWords({ t, words }: { t: Translate; words: readonly RoomsWords[] }) {
  if (words.length === 0) return null;
  return (
    <Details summary={t("checklist.rooms_words", { count: words.length })}>
      <ul>
        {words.map(({ text, group }) => (
          <li>
            <q class="as-written">{text}</q>{" "}
            {group === null ? null : <span class="muted">{t("checklist.from_group", { group })}</span>}
          </li>
        ))}
      </ul>
    </Details>
  );
}
